"""What every command that changes a map needs: the map, ``--dry-run`` and ``--json``, and the way out."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from argmap.cli.shared.context import UNUSABLE, maps_meant, no_match, print_json, read_found, refuse, usage
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import ask, confirm, print_line, print_text, say

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.cli.adding.statements import Addition
    from argmap.editing.map_edit import MapEdit
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.queries.find import Thing

_MEANT: Final = "Nothing here is called `{}`. Did you mean `{}`?"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def editing_options(command: _Command) -> _Command:
    """Add ``--dry-run``, ``--json``, ``--map`` and ``--color``."""
    command = click.option(
        "--dry-run", is_flag=True, help="Write nothing; print what would change as a diff."
    )(command)
    return map_options(json_option(command))


def map_to_edit() -> "FoundMap":
    """Find the map that is to be changed; leave with 2 where nobody named one."""
    return maps_meant(writes=True)[0]


def load_to_edit() -> "Loaded":
    """Read the map that is to be changed; leave with 2 where nobody named one, or where it has errors."""
    loaded = read_found(map_to_edit())
    if loaded.errors:
        refuse(loaded.errors, loaded)
    return loaded


def carry_out(
    edit: "MapEdit",
    command: str,
    told: Sequence[str],
    more: Mapping[str, object],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write an edit, or show it; leave with 2 where it is refused.

    Args:
        edit: what is to change.
        command: the name of the command.
        told: what to print once it is written.
        more: what the document of the command holds besides.
        dry_run: whether only to show the diff.
        as_json: whether to print a document.
    """
    from argmap.cli.shared.output import refuse_write
    from argmap.editing.refusal import EditRefusedError

    try:
        diff = edit.diff() if dry_run or as_json else ""
        files = list(edit.verified()) if dry_run else edit.write()
    except EditRefusedError as error:
        stop(str(error))
    except OSError as error:
        refuse_write(error.filename or "a file", error)
    if as_json:
        from argmap.report.documents import document

        print_json(document(command, **more, files=files, dry_run=dry_run, diff=diff))
    elif dry_run:
        print_text(diff)
    else:
        for line in told:
            print_line(line)


def stop(message: str) -> NoReturn:
    """Leave with 2 over an edit that cannot be made."""
    say(message)
    raise SystemExit(UNUSABLE)


def one_named(argument_map: "ArgumentMap", name: str, *things: "Thing") -> str:
    """Find the one thing that a name means; leave with 1 where it means nothing, with 2 where several.

    Args:
        argument_map: the map.
        name: an id, a name or a part of one.
        things: what it may be.
    """
    from argmap.queries.find import find, suggest

    found = [match.id for thing in things for match in find(argument_map, name, thing)]
    exact = [key for key in found if key == name]
    keys = list(dict.fromkeys(exact or found))
    if not keys:
        near = list(dict.fromkeys(key for thing in things for key in suggest(argument_map, name, thing)))
        if near and is_interactive() and confirm(_MEANT.format(name, near[0])):
            return near[0]
        no_match(name, near[:3])
    if len(keys) > 1:
        listed = ", ".join(f"`{key}`" for key in keys[:5])
        usage(f"`{name}` means several: {listed}{' …' if len(keys) > 5 else ''}. Name one of them.")  # noqa: PLR2004 — as many as one takes in at a glance
    return keys[0]


def record_named(argument_map: "ArgumentMap", name: str) -> tuple[str, str]:
    """Find the section and the key of the one record that a name means; else leave."""
    from argmap.queries.find import Thing

    key = one_named(argument_map, name, Thing.CLAIM, Thing.REBUTTAL, Thing.PERSON, Thing.SOURCE)
    sections = ("claims", "rebuttals", "people", "sources")
    found = next((section for section in sections if key in getattr(argument_map, section)), None)
    if found is None:
        usage(f"`{key}` is named in the map, but has no record; `argmap add person {key}` adds one.")
    return found, key


def target_named(argument_map: "ArgumentMap", name: str) -> str:
    """Find what an attack is aimed at: a statement, or by its exact id an inference or a named attack."""
    from argmap.queries.find import Thing

    if name in argument_map.inferences or name in argument_map.named_attacks:
        return name
    return one_named(argument_map, name, Thing.CLAIM, Thing.REBUTTAL)


def is_interactive() -> bool:
    """Tell whether somebody is there to answer questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def given_or_asked(value: str | None, what: str, question: str) -> str:
    """Give a value, ask for it on a terminal, or leave with 2 naming what is missing.

    Args:
        value: what the command line says, if anything.
        what: how to give it there.
        question: what to ask.
    """
    if value is not None and value.strip():
        return value
    if not is_interactive():
        usage(f"{what} is missing.")
    answer: str = ask(question)
    return answer


def find_or_create(addition: "Addition", thing: "Thing", name: str, *, create: bool) -> str:
    """Find a person or source, or add one where that was asked for.

    Args:
        addition: to which a new one is added.
        thing: which of the two.
        name: how it is called.
        create: whether to add one that the map does not have; without it a terminal is asked.

    Returns:
        The key.
    """
    from argmap.editing.naming import person_key, source_key
    from argmap.queries.find import Thing, find, suggest

    argument_map = addition.edit.loaded.map
    keys = [match.id for match in find(argument_map, name, thing)]
    made = {key for _, section, key, _ in addition.added if section in {"people", "sources"}}
    if len(keys) > 1 and name not in keys:
        one_named(argument_map, name, thing)
    if keys or name in made:
        return name if name in made or name in keys else keys[0]
    near = suggest(argument_map, name, thing)
    if not create and not (is_interactive() and _agrees(thing.value, name, near)):
        no_match(name, near, hint=f"--create adds `{name}`")
    is_person = thing is Thing.PERSON
    key = person_key(name, argument_map.people) if is_person else source_key(name, argument_map.sources)
    addition.create(key, name, is_person=is_person)
    return key


def _agrees(what: str, name: str, near: Sequence[str]) -> bool:
    """Ask whether to add somebody or something; where a known name is near, that is not taken for granted."""
    from argmap.text.nearest import quoted

    meant = f" ({quoted(near, 'did you mean')})" if near else ""
    agreed: bool = confirm(f"There is no {what} `{name}`{meant}. Add it?", default=not near)
    return agreed
