"""``argmap add``."""

from importlib import import_module
from typing import Final

import click

from argmap.cli.shared.context import usage
from argmap.cli.shared.editing import is_interactive
from argmap.text.lists import and_list, or_list

_KINDS: Final = {
    "claim": "Add a claim.",
    "rebuttal": "Add a rebuttal of something.",
    "reason": "Add a reason for a claim or rebuttal: an inference from premises.",
    "person": "Add a person.",
    "source": "Add a source, or those of a BibTeX file.",
}
_LINES: Final = "-"
_KNOWN: Final = and_list(_KINDS)


class _Kinds(click.Group):
    """What can be added, each in a module that is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click's signature
        """Name the kinds, in the order of the help."""
        return list(_KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a kind; ``-`` reads lines from standard input."""
        if cmd_name not in {*_KINDS, _LINES}:
            return None
        name = "lines" if cmd_name == _LINES else cmd_name
        command = import_module(f"argmap.cli.adding.{name}").command
        assert isinstance(command, click.Command)  # noqa: S101 — for the type checker
        command.help = command.help and command.help.replace("\\b\n", "\b\n")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the kind; what cannot be added is answered with what can."""
        name = click.utils.make_str(args[0])
        if name not in {*_KINDS, _LINES} and not name.startswith("-"):
            from argmap.text.nearest import nearest, quoted

            near = quoted(nearest(name, _KINDS), "Did you mean")
            raise click.UsageError(f"There is no `{name}` to add. {near or f'Known are {_KNOWN}.'}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the kinds without importing them."""
        with formatter.section("What can be added"):
            formatter.write_dl(list(_KINDS.items()))


@click.group("add", cls=_Kinds, invoke_without_command=True, subcommand_metavar="[KIND] [ARGS]...")
@click.pass_context
def command(ctx: click.Context) -> None:
    r"""Add a claim, a rebuttal, a reason, a person or a source to the map.

    Alone on a terminal it takes a debate down, one line a record; `argmap add -` reads such lines from
    standard input. Everything is written at once, and every other line of the files stays as it is.

    \b
    Lines:
      ada: Close the street.                 a claim of Ada's
      boris > close: Lorries must get in.    a rebuttal: it is false
      boris >? close: Who has measured it?   undermine: a premise is doubtful
      boris >| close: It does not follow.    undercut: granted, but it does not follow
      ada + close: The air gets cleaner.     a claim, and a reason for another
      undo                                   take the last line back

    \b
    Examples:
      argmap add claim "Close the street." --by ada --create
      argmap add rebuttal "Lorries must get in." --by boris --attacks close
      argmap add reason close air-gets-cleaner
      argmap add - < round.txt
    """
    if ctx.invoked_subcommand is None:
        if not is_interactive():
            usage(f"Say what to add: {or_list(_KINDS)}; `argmap add -` reads lines.")
        lines = ctx.command.get_command(ctx, _LINES) if isinstance(ctx.command, _Kinds) else None
        assert lines is not None  # noqa: S101 — for the type checker
        ctx.invoke(lines)
