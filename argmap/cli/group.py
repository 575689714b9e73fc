"""The command group, which imports a command only when it is called."""

import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from argmap._version import __version__
from argmap.cli.endings import stopped_by
from argmap.cli.registry import COMMANDS, MODULES, SECTIONS
from argmap.cli.shared.context import UNUSABLE
from argmap.cli.shared.naming import note_option
from argmap.cli.shared.saying import say
from argmap.cli.shared.stores import ENGINES, note_engine, note_master
from argmap.report.guard import guarded_streams
from argmap.semantics.solver_missing import SolverMissingError
from argmap.text.clean import one_line
from argmap.text.reasons import reason


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, named after them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click's signature
        """Name the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None where there is no such name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"argmap.cli.{MODULES.get(cmd_name, cmd_name)}").command
        assert isinstance(command, click.Command)  # noqa: S101 — for the type checker
        command.help = _keep_lines(command.help)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is answered with the nearest names."""
        name = click.utils.make_str(args[0])
        if name not in COMMANDS and not name.startswith("-"):
            from argmap.text.nearest import nearest, quoted

            hint = quoted(nearest(name, COMMANDS), "Did you mean") or "See `argmap --help`."
            raise click.UsageError(f"There is no command `{name}`. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 — click's signature
        """Run the program with guarded streams: whatever writes, nothing raw reaches a terminal or a log."""
        with guarded_streams():
            return super().main(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401
        """Read the options before the command."""
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            raise _on_one_line(error) from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 — click's signature
        """Run the command; the solver answers Ctrl-C in its own way, of which click would make a finding."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _on_one_line(error) from error
        except OSError as error:
            say(f"{error.filename or 'a file'} cannot be used: {reason(error)}")
            sys.exit(UNUSABLE)
        except KeyboardInterrupt:
            sys.exit(stopped_by(signal.SIGINT))
        except SolverMissingError as error:
            say(str(error))
            sys.exit(UNUSABLE)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands by section, without importing them."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))


def _on_one_line(error: click.UsageError) -> click.UsageError:
    """Clean a message, which repeats what was typed; a page of help is not a message."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    return click.UsageError(one_line(error.format_message()), error.ctx)


def _keep_lines(text: str | None) -> str | None:
    r"""Turn the ``\b`` of a raw docstring into click's sign for a paragraph that is not to be filled."""
    return text and text.replace("\\b\n", "\b\n")


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
@click.option(
    "--map",
    type=click.Path(path_type=Path, allow_dash=True),
    multiple=True,
    expose_value=False,
    callback=note_option,
    help="The map to read.",
)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default=None, help="Colour the output."
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    expose_value=False,
    callback=note_engine,
    help="What answers from a store; by default ARGMAP_ENGINE, else duckdb.",
)
@click.option(
    "--master",
    metavar="URL",
    expose_value=False,
    callback=note_master,
    help="The Spark that --engine spark runs on, such as spark://host:7077.",
)
@click.pass_context
def cli(ctx: click.Context, color: str | None) -> None:
    r"""Argument maps as plain YAML: who claims what, who challenged it, what is unanswered.

    \b
    Examples:
      argmap show istomin
      argmap unanswered --owed-by baykov
      argmap render --svg -o map.svg

    Without --map or ARGMAP_MAP the map is this folder, if a YAML file in it begins with a section
    of a map, else the nearest folder upwards with data/claims.yaml or argmap.toml, else the sample
    map that comes with argmap. Where a command takes no NAME, a path after it names the map.

    Exit codes: 0 fine, 1 findings or no match, 2 wrong usage or a map that cannot be read,
    74 not everything could be written, 130 stopped by Ctrl-C.
    """
    ctx.ensure_object(dict)
    ctx.obj.update(color=color)


cli.help = _keep_lines(cli.help)
