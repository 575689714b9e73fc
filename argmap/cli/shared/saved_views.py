"""A command whose options can come from a view that the project has saved."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from argmap.cli.shared.context import refuse, usage
from argmap.cli.shared.naming import find_named_maps

if TYPE_CHECKING:
    from argmap.files.settings import Settings
    from argmap.render.saved_views import SavedViews

_OPTION: Final = "saved"


class SavingCommand(click.Command):
    """A command with ``--saved``: what the view says counts unless the command line says something else."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, and once more with what the saved view says before it."""
        before, words = dict(ctx.meta), list(args)
        rest = super().parse_args(ctx, list(args))
        name = ctx.params.get(_OPTION)
        if not name or ctx.resilient_parsing:
            return rest
        saved = _saved(ctx, name)
        typed = {one.name or "" for one in self.params if _is_typed(ctx, one.name or "")}
        if ctx.meta.get("formats") or Path(ctx.params.get("output") or "-").suffix:
            typed.add("format")
        ctx.meta.clear()
        ctx.meta.update(before)
        ctx.params.clear()
        added = [word for key, value in saved.items() for word in self._words(key, value, typed)]
        return super().parse_args(ctx, [*added, *words])

    def _words(self, key: str, value: object, typed: set[str]) -> Iterator[str]:
        """Write a setting as it is typed; nothing where the command line says it."""
        if key == "format":
            if key not in typed:
                yield f"--{value}"
            return
        option = next(one for one in self.params if f"--{key}" in one.opts)
        if option.name in typed or value is False:
            return
        for one in value if isinstance(value, list) else [value]:
            yield f"--{key}" if one is True else f"--{key}={one}"


def saved_option(command: Any) -> Any:  # noqa: ANN401 — click passes what was declared
    """Add ``--saved``."""
    words = "A view that argmap.toml saves under [render.saved.NAME]; other options count before its own."
    return click.option(
        "--saved", _OPTION, metavar="NAME", shell_complete=_complete, expose_value=True, help=words
    )(command)


def _is_typed(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _saved(ctx: click.Context, name: str) -> Mapping[str, Any]:
    """Find a saved view; leave with 2 where there is none, or the settings are wrong."""
    from argmap.files.assembling import assemble
    from argmap.render.own_themes import suggest

    settings, views = _views(ctx)
    if faults := settings.faults + views.faults:
        refuse(faults, assemble([]))
    if name not in views.by_name:
        near = suggest(name, tuple(views.by_name)) if views.by_name else "argmap.toml saves none"
        usage(f"there is no saved view `{name}`; {near}")
    return views.by_name[name]


def _views(ctx: click.Context) -> "tuple[Settings, SavedViews]":
    from argmap.files.settings import find_settings, read_settings
    from argmap.render.saved_views import read_saved_views

    path = find_named_maps(ctx)[0].path
    settings = read_settings(find_settings(path if path.is_dir() else path.parent))
    return settings, read_saved_views(settings)


def _complete(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in _views(ctx)[1].by_name if name.startswith(start)]
