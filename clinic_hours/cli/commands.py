"""The commands, put together."""

from importlib import import_module

from clinic_hours.errors import MissingExtraError

try:
    import typer

    import_module("rich")
except ImportError:
    raise MissingExtraError("The command line", "cli") from None

from clinic_hours.cli import converting, differing, keeping, questions, reading

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    help="Is it open, when does it open next, what does the sign say: of a clinic and all of its locations.",
)
app.command()(questions.show)
app.command()(questions.status)
app.command("next")(questions.next_)
app.command()(questions.week)
app.command()(reading.read)
app.command()(converting.convert)
app.command()(differing.diff)
app.command()(keeping.check)
app.add_typer(keeping.closures, name="closures")
app.command()(keeping.schema)
