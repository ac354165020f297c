"""`python -m clinic_hours`: the command line."""

from clinic_hours.cli import main

main()
