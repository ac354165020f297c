"""The command line: `clinic-hours`.

`show`, `status`, `next` and `week` ask a clinic file, a sign in a text file or on standard input, or the practice that ships with
the package. `check`, `closures add` and `schema` are for whoever keeps a clinic file. Answers go to standard output; doubts and
errors to standard error. The exit status is 2 for a mistake in what was given, and else what each command says.
"""

from clinic_hours.errors import MissingExtraError

try:
    import typer

    from clinic_hours.cli import keeping, questions
except ModuleNotFoundError as error:
    if error.name not in ("typer", "rich"):
        raise
    raise MissingExtraError("The command line", "cli") from None

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    help="Is it open, when does it open next, what does the sign say: of a clinic and all of its locations.",
)
app.command()(questions.show)
app.command()(questions.status)
app.command("next")(questions.next_)
app.command()(questions.week)
app.command()(keeping.check)
app.add_typer(keeping.closures, name="closures")
app.command()(keeping.schema)


def main() -> None:
    """Run the command line; a mistake in what was given is one message on standard error, and exit status 2."""
    app()


__all__ = ["app", "main"]
