"""The command line: `clinic-hours`.

`show`, `status`, `next` and `week` ask a clinic file, a sign in a text file or on standard input, or the practice that ships with
the package. `read` reads a text, `convert` takes hours from one format into another, `diff` tells when two sources disagree.
`check`, `closures add` and `schema` are for whoever keeps a clinic file. Answers go to standard output; doubts and
errors to standard error. The exit status is 2 for a mistake in what was given, and else what each command says.
"""

import sys

from clinic_hours.errors import MissingExtraError


def main() -> None:
    """Run the command line; a mistake in what was given is one message on standard error, and exit status 2."""
    try:
        # Loaded here, so that without its packages it says which ones to install.
        from clinic_hours.cli.commands import app
    except MissingExtraError as error:
        sys.stderr.write(f"Error: {error}\n")
        raise SystemExit(2) from None
    app()


__all__ = ["main"]
