"""Completion of ids, people, tags and sources, from the map that the command would read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap


def complete_names(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete anything that has a name: people, statements, sources and tags."""
    found = _map(ctx)
    everything = (*_people(found), *_statements(found), *_sources(found), *_tags(found))
    return _beginning(start, everything)


def complete_people(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the key of a person."""
    return _beginning(start, _people(_map(ctx)))


def complete_statements(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the id of a claim or rebuttal."""
    return _beginning(start, _statements(_map(ctx)))


def complete_sources(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the key of a source."""
    return _beginning(start, _sources(_map(ctx)))


def complete_tags(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete a tag."""
    return _beginning(start, _tags(_map(ctx)))


def _map(ctx: click.Context) -> "ArgumentMap":
    """Read the map, whatever is wrong with it: completion is no time for errors."""
    from argmap.cli.context import find_named_map
    from argmap.files.load import read_map

    return read_map(find_named_map(ctx).path).map


def _people(found: "ArgumentMap") -> Iterator[tuple[str, str]]:
    return ((key, person.name) for key, person in found.people.items())


def _statements(found: "ArgumentMap") -> Iterator[tuple[str, str]]:
    return ((key, statement.label) for key, statement in found.statements.items())


def _sources(found: "ArgumentMap") -> Iterator[tuple[str, str]]:
    return ((key, source.title) for key, source in found.sources.items())


def _tags(found: "ArgumentMap") -> Iterator[tuple[str, str]]:
    used = (tag for statement in found.statements.values() for tag in statement.tags)
    return ((tag, found.info.tags.get(tag, "")) for tag in dict.fromkeys((*found.info.tags, *used)))


def _beginning(start: str, names: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    """Offer the names that begin so, in any case; a name in another script is found by its meaning."""
    wanted = start.casefold()
    return [
        CompletionItem(name, help=" ".join(meaning.split()))
        for name, meaning in names
        if name.casefold().startswith(wanted) or meaning.casefold().startswith(wanted)
    ]
