"""What is wrong with the sections of a file, in words that help."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.yaml.document import Document
from argmap.text.nearest import nearest

_OTHER_NAMES: Final = {
    "claims": "arguments assertions positions statements theses",
    "rebuttals": "answers attacks challenges counterarguments critiques objections replies responses",
    "people": "authors participants persons speakers",
    "sources": "bibliography literature references works",
    "map": "about info meta metadata",
}
_OF_THE_MAP: Final = frozenset({"title", "description", "editors", "language", "license", "tags"})
_OF_A_RECORD: Final = frozenset({"id", "by", "text", "source", "quote", "because"})
_MOST_NAMED: Final = 5


def explain_sections(
    unknown: Sequence[str], document: Document, known: Collection[str]
) -> Iterator[Diagnostic]:
    """Say what is wrong with top-level keys that are not sections.

    Args:
        unknown: those keys.
        document: the file.
        known: the names of the sections.

    Yields:
        One finding for each; one for all where the file does not seem to be a map, or one record.
    """
    hints = {name: _hint(name, known) for name in unknown}
    is_map = any(f"`{name}`" in hint for hint in hints.values() for name in ("claims", "rebuttals"))
    if len(unknown) == len(document.sections) and len(unknown) > 1 and not is_map:
        yield _no_map(unknown, document.keys[unknown[0]])
        return
    for name, hint in hints.items():
        listed = hint or "the sections are " + ", ".join(known)
        yield Diagnostic(document.keys[name], "F201", f"unknown section `{name}`", hint=listed)


def _hint(name: str, known: Collection[str]) -> str:
    plain = name.casefold()
    if plain == "$schema":
        return "name the schema in a comment: `# yaml-language-server: $schema=…`"
    meant = [section for section, others in _OTHER_NAMES.items() if plain in others.split()]
    close = meant or nearest(name, known, most=1)
    if plain in _OF_THE_MAP and plain not in _OF_A_RECORD:
        return f"write it under `map`: `map: {{{plain}: …}}`"
    return f"did you mean `{close[0]}`?" if close else ""


def _no_map(unknown: Sequence[str], place: Location) -> Diagnostic:
    if _OF_A_RECORD.issuperset(unknown[:2]):
        message = "the fields of a record stand where sections are expected"
        return Diagnostic(
            place, "F201", message, hint="begin with `claims:`, and put the record under it as `- id: …`"
        )
    named = ", ".join(f"`{name}`" for name in unknown[:_MOST_NAMED])
    more = ", …" if len(unknown) > _MOST_NAMED else ""
    message = f"the file holds no section of a map, only {named}{more}"
    hint = "start with `claims:`; files in other formats are read by `argmap import`"
    return Diagnostic(place, "F201", message, hint=hint)


def explain_section_shape(name: str, value: object, is_list: bool, place: Location) -> Diagnostic:  # noqa: FBT001 — one of two shapes
    """Say that a section is of the wrong shape.

    Args:
        name: the section.
        value: what stands there.
        is_list: whether a list is expected, else a mapping.
        place: where it stands.
    """
    wanted = "a list" if is_list else "a mapping"
    given = "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "text"
    hint = _list_hint(value) if is_list else _mapping_hint(name, value)
    return Diagnostic(place, "F204", f"`{name}` must be {wanted}, not {given}", hint=hint)


def _list_hint(value: object) -> str:
    if isinstance(value, dict) and all(isinstance(inner, dict | None) for inner in value.values()):
        return f"write `- id: {next(iter(value), '…')}` in place of the key, and so for each record"
    return "start each record with `- id: …`"


def _mapping_hint(name: str, value: object) -> str:
    first = value[0] if isinstance(value, list) and value else None
    if name == "map":
        return f"write `map: {{title: {value}}}`" if isinstance(value, str) else "write `title: …` under it"
    field = "name" if name == "people" else "title"
    if isinstance(first, dict) and isinstance(first.get("id"), str):
        said = f"{{{field}: {first.get(field, '…')}}}"
        return f"write `{first['id']}: {said}`, without the dash, and so for each entry"
    return f"write `key: {{{field}: …}}` lines under it"
