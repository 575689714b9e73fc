"""Options that mean the same in every command that takes them."""

import functools
from collections.abc import Callable, Sequence
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.shared.completing import complete_names, complete_people, complete_sources, complete_tags
from argmap.cli.shared.naming import ARGUMENT, note_argument, note_option

if TYPE_CHECKING:
    from argmap.render.length import Length

_Command = TypeVar("_Command", bound=Callable[..., Any])


MAP_PATH = click.Path(path_type=Path, allow_dash=True)


class NumberRange(click.FloatRange):
    """A number in a range; "nan", which compares with nothing and so lies in every range, is not a number."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 — click's protocol
        """Turn what was typed into a number of the range, or refuse it."""
        number: float = super().convert(value, param, ctx)
        if isnan(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


class LengthType(click.ParamType["Length"]):
    """A length that a picture can have."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Length":  # noqa: ANN401 — click's protocol
        """Turn what was typed into a length, or refuse it."""
        from argmap.render.length import Length, LengthError, read_length

        if isinstance(value, Length):
            return value
        try:
            return read_length(value)
        except LengthError as error:
            self.fail(f"{error}.", param, ctx)


def _remember_color(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.ensure_object(dict)["color"] = value


def map_options(command: _Command) -> _Command:
    """Add ``--map`` and ``--color``, which also stand before the command."""
    return click.option(
        "--map",
        type=MAP_PATH,
        multiple=True,
        expose_value=False,
        is_eager=True,
        callback=note_option,
        help="The map to read: a folder, a file, or - for standard input.",
    )(color_option(command))


def color_option(command: _Command) -> _Command:
    """Add ``--color``, which also stands before the command."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        expose_value=False,
        callback=_remember_color,
        help="Colour the output.",
    )(command)


def map_argument(command: _Command) -> _Command:
    """Add the map as the argument of a command that has no other."""
    return _map_argument(several=False)(command)


def maps_argument(command: _Command) -> _Command:
    """Add any number of maps as the arguments of a command."""
    return _map_argument(several=True)(command)


def _map_argument(*, several: bool) -> Callable[[_Command], _Command]:
    def note(ctx: click.Context, _: click.Parameter, paths: tuple[Path, ...]) -> None:
        note_argument(ctx, paths, several=several)

    # Any number is parsed in both cases, so that what is too much can be told in words that help.
    metavar = "[MAP]..." if several else "[MAP]"
    return click.argument(
        ARGUMENT, type=MAP_PATH, nargs=-1, metavar=metavar, expose_value=False, callback=note
    )


def json_option(command: _Command) -> _Command:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print a JSON document.")(command)


def csv_option(command: _Command) -> _Command:
    """Add ``--csv``."""
    return click.option("--csv", "as_csv", is_flag=True, help="Print a table, a row for each map, as CSV.")(
        command
    )


def selection_options(command: _Command) -> _Command:
    """Add the options that choose a part of the map; the command receives a ``selection``."""
    return _selecting(command, (_BY, *_SELECTION), ("by", *_LISTS))


def selection_options_without_by(command: _Command) -> _Command:
    """Add the same options but ``--by``, for a command to which it says something else."""
    return _selecting(command, _SELECTION, _LISTS)


def _selecting(command: _Command, options: Sequence[Callable[[Any], Any]], lists: Sequence[str]) -> _Command:
    @functools.wraps(command)
    def with_selection(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 — click passes what was declared
        from argmap.queries.select import Selection

        fields = {name: kwargs.pop(name) for name in lists}
        depth, inferred = kwargs.pop("depth"), kwargs.pop("include_inferred")
        selection = Selection(**fields, depth=depth, include_inferred=inferred)
        return command(*args, selection=selection, **kwargs)

    chosen: Any = with_selection
    for option in reversed(options):
        chosen = option(chosen)
    return chosen  # type: ignore[no-any-return]


_LISTS = ("tag", "source", "focus")
_BY = click.option(
    "--by", multiple=True, metavar="PERSON", shell_complete=complete_people, help="Only what PERSON says."
)
_SELECTION = (
    click.option(
        "--tag", multiple=True, metavar="TAG", shell_complete=complete_tags, help="Only what carries TAG."
    ),
    click.option(
        "--source",
        multiple=True,
        metavar="SOURCE",
        shell_complete=complete_sources,
        help="Only what is traced to SOURCE.",
    ),
    click.option(
        "--focus",
        multiple=True,
        metavar="NAME",
        shell_complete=complete_names,
        help="Only what lies near a person or statement.",
    ),
    click.option(
        "--depth",
        type=click.IntRange(min=0),
        metavar="N",
        help="How many steps to go from there; without it --focus goes 1.",
    ),
    click.option("--include-inferred", is_flag=True, help="Include conflicts inferred by the editor."),
)
