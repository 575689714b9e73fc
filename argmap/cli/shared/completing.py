"""Completion of ids, people, tags and sources, from the map that the command would read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap

_Names: TypeAlias = "tuple[str, str, *tuple[str, ...]]"
"""What is typed for a thing, what it means, and what else it is called."""


def complete_names(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete anything that has a name: people, statements, sources and tags."""
    found = _map(ctx)
    everything = (*_people(found), *_statements(found), *_sources(found), *_tags(found))
    return _beginning(start, everything)


def complete_people(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the key of a person."""
    return _beginning(start, _people(_map(ctx)))


def complete_rebuttals(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the id of a rebuttal."""
    return _beginning(start, ((key, one.label) for key, one in _map(ctx).rebuttals.items()))


def complete_sources(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the key of a source."""
    return _beginning(start, _sources(_map(ctx)))


def complete_tags(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete a tag."""
    return _beginning(start, _tags(_map(ctx)))


def complete_rules(_: click.Context, __: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the code or the name of a rule."""
    from argmap.rules.engine.registry import RULES

    pairs = [pair for rule in RULES for pair in ((rule.code, rule.name), (rule.name, rule.code))]
    return [CompletionItem(one, help=other) for one, other in pairs if _begins(one, start)]


def _map(ctx: click.Context) -> "ArgumentMap":
    """Read the map, whatever is wrong with it: completion is no time for errors."""
    from argmap.cli.shared.naming import find_named_maps
    from argmap.files.load import read_map

    return read_map(find_named_maps(ctx)[0].path).map


def _people(found: "ArgumentMap") -> Iterator[_Names]:
    return ((key, person.name, *person.aka) for key, person in found.people.items())


def _statements(found: "ArgumentMap") -> Iterator[_Names]:
    return ((key, statement.label) for key, statement in found.statements.items())


def _sources(found: "ArgumentMap") -> Iterator[_Names]:
    return ((key, source.title) for key, source in found.sources.items())


def _tags(found: "ArgumentMap") -> Iterator[_Names]:
    used = (tag for statement in found.statements.values() for tag in statement.tags)
    return ((tag, found.info.tags.get(tag, "")) for tag in dict.fromkeys((*found.info.tags, *used)))


def _beginning(start: str, things: Iterable[_Names]) -> list[CompletionItem]:
    """Offer what has a name that begins so, in any case; if nothing has, in any script."""
    listed = list(things)
    found = [names for names in listed if any(_begins(name, start) for name in names)]
    return [
        CompletionItem(key, help=" ".join(meaning.split()))
        for key, meaning, *_ in found or _in_any_script(start, listed)
    ]


def _begins(name: str, start: str) -> bool:
    return name.casefold().startswith(start.casefold())


def _in_any_script(start: str, things: Iterable[_Names]) -> list[_Names]:
    from argmap.text.fold import fold, foldings

    wanted = tuple(filter(None, foldings(start)))
    return [names for names in things if any(fold(name).startswith(wanted) for name in names)]
