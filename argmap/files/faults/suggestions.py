"""What somebody may have meant who wrote a name that cannot be any record's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.faults.misnamed import Misnamed
from argmap.files.faults.record_names import RecordNames, called
from argmap.model import Record, Statement
from argmap.references import Named, fields_naming
from argmap.text.fold import fold
from argmap.text.nearest import quoted

_PEOPLE: Final = fields_naming(Named.PERSON)
_WORKS: Final = fields_naming(Named.SOURCE)
_BETWEEN: Final = re.compile(r"\s*[,;&]\s*|\s+(?:and|und|и)\s+|\s+")
_SENTENCE: Final = 3
_LONGEST: Final = 300
_MOST_NAMED: Final = 3
"""Of more things that are called alike, one cannot tell which was meant."""


def suggest_names(
    argument_map: ArgumentMap, misnamed: Sequence[Misnamed], names: RecordNames | None = None
) -> Iterator[Diagnostic]:
    """Give the findings about names that no record can have, with what was probably meant.

    Args:
        argument_map: the valid records.
        misnamed: those names.
        names: what the records are called, as far as it is remembered.
    """
    keys = keys_by_name(argument_map, names) if misnamed else {}
    for one in misnamed:
        hint = _suggest(argument_map, keys, one)
        yield replace(one.fault, hint=hint) if hint else one.fault


def keys_by_name(argument_map: ArgumentMap, names: RecordNames | None = None) -> Mapping[str, list[str]]:
    """Give the keys and ids by what they, and those who bear them, are called, folded.

    Args:
        argument_map: the records.
        names: what they are called, as far as it is remembered.
    """
    found: dict[str, list[str]] = {}
    sections = (argument_map.people, argument_map.sources, argument_map.statements)
    records: list[Record] = [record for section in sections for record in section.values()]
    known = names.called(records) if names else map(called, records)
    keys = (key for section in sections for key in section)
    for key, record, folded in zip(keys, records, known, strict=True):
        own = folded if isinstance(record, Statement) else {fold(key), *folded}
        for name in own:
            found.setdefault(name, []).append(key)
    return found


def _suggest(argument_map: ArgumentMap, keys: Mapping[str, list[str]], one: Misnamed) -> str:
    known = _known(argument_map, one.field)
    value = one.value[:_LONGEST]
    named = list(islice((key for key in keys.get(fold(value), ()) if key in known), _MOST_NAMED))
    if named:
        return quoted(named, "did you mean")
    parts = [part for part in _BETWEEN.split(value) if part]
    if one.field in _WORKS:
        return _suggest_work(value, parts, known)
    if len(parts) > 1 and all(part in known for part in parts):
        if one.field == "by":
            return "name one person; several speak through a person of their own, whose `members` they are"
        return f"write a list: `[{', '.join(parts)}]`"
    if one.field not in _PEOPLE and len(parts) > _SENTENCE:
        return "only the id of a claim can stand here: write this one under `claims`, with an id"
    return ""


def _suggest_work(value: str, parts: Sequence[str], known: Mapping[str, object]) -> str:
    if "://" in value:
        return "name a work by its key, and put its address under `sources`, as `url`"
    if len(parts) > 1 and parts[0] in known:
        locator = value[len(parts[0]) :].strip(" ,;:()")
        return f"write `{parts[0]}, {locator}`"
    return ""


def _known(argument_map: ArgumentMap, field: str) -> Mapping[str, object]:
    if field in _PEOPLE:
        return argument_map.people
    return argument_map.sources if field in _WORKS else argument_map.statements
