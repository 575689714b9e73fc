"""What the variables of a CSL item say of a work, and which of them say it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.citations.csl_items import COLLECTION_NUMBER, NAMES, TEXTS
from argmap.citations.printed_names import shortest_name, whole_name
from argmap.citations.source_types import type_of_csl
from argmap.formats.csl_json.dates import read_csl_date
from argmap.formats.csl_json.rich_text import plain_text
from argmap.model import Name
from argmap.text.author_names import NameParts
from argmap.text.doi import without_resolver

KEYS: Final = ("citation-key", "citekey", "id")
"""Where the citation key stands, the first that is there."""

RICH: Final = frozenset(("title", "container-title", "collection-title", "event-title"))
_FURTHER: Final = {
    "container": ("event",),
    "event": ("event",),
    "place": ("event-place",),
    "number": (COLLECTION_NUMBER,),
}
_SUBTITLE: Final = "subtitle"
_OF_NAMES: Final = frozenset(
    (
        *("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal", "name"),
        *("comma-suffix", "static-ordering", "parse-names"),
    )
)
_SILENT: Final = frozenset(("sequence", "affiliation", "ORCID", "authenticated-orcid", "role", "prefix"))
_PARTICLE: Final = re.compile(r"((?:[^\W\d_A-Z][\w'\u2019]*\s+)+)(?=[^\W\d_]*[A-Z])")


@dataclass
class Work:
    """What an item says.

    Args:
        said: the fields of the source.
        used: for each of them, the variables that say it.
        nameless: where a name has no words: the variable and the number of the name.
        dropped: what a name has besides its parts, and of which name.
    """

    said: dict[str, Any] = field(default_factory=dict)
    used: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nameless: list[tuple[str, int]] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)


def text_of_value(value: object) -> str:
    """Give a text or a number as text, and of a list of them the first; an empty one for anything else."""
    if isinstance(value, list) and value:
        return text_of_value(value[0])
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_text else ""


def read_item(item: Mapping[str, Any]) -> Work:
    """Tell what an item says.

    Args:
        item: its variables.
    """
    work = Work()
    if type_ := text_of_value(item.get("type")):
        work.said["type"] = type_of_csl(type_)
    for variable, ours in TEXTS.items():
        names = (variable, *_FURTHER.get(ours, ())) if variable != "container-title" else (variable,)
        name = next((each for each in names if text_of_value(item.get(each))), None)
        if name:
            work.said[ours], work.used[ours] = _text(variable, item[name]), (name,)
    _join_subtitle(work, item)
    if "doi" in work.said:
        work.said["doi"] = without_resolver(work.said["doi"])
    for variable, ours in NAMES.items():
        if names := tuple(_names(work, variable, item.get(variable))):
            work.said[ours], work.used[ours] = names, (variable,)
    for variable, ours in {"issued": "date", "accessed": "accessed"}.items():
        if date := read_csl_date(item.get(variable)):
            work.said[ours], work.used[ours] = date, (variable,)
    if "date" not in work.said and (status := text_of_value(item.get("status"))):
        work.said["date"], work.used["date"] = status, ("status",)
    return work


def names_alone(value: object) -> object:
    """Give a list of names without what is empty and what says nothing of the name itself."""
    if not isinstance(value, list):
        return value
    return [
        {key: part for key, part in name.items() if part not in ("", None, [], {}) and key not in _SILENT}
        if isinstance(name, dict)
        else name
        for name in value
    ]


def _text(variable: str, value: object) -> str:
    text = text_of_value(value)
    return (plain_text(text) or text) if variable in RICH else text


def _join_subtitle(work: Work, item: Mapping[str, Any]) -> None:
    """Add the subtitle, which Crossref has apart."""
    below = plain_text(text_of_value(item.get(_SUBTITLE)))
    title = work.said.get("title", "")
    if title and below:
        if below.casefold() not in title.casefold():
            work.said["title"] = f"{title}{' ' if title[-1] in '?!:.' else ': '}{below}"
        work.used["title"] = ("title", _SUBTITLE)


def _names(work: Work, variable: str, value: object) -> Iterable[Name]:
    for number, said in enumerate(value if isinstance(value, list) else [value] if value else [], 1):
        name = _name(said)
        if name is None:
            work.nameless.append((variable, number))
            continue
        if isinstance(said, dict):
            work.dropped += [
                (part, str(name))
                for part, content in said.items()
                if part in _SILENT - {"sequence"} and content not in ("", None, [], {}, False)
            ]
        yield name


def _name(said: object) -> Name | None:
    if isinstance(said, str):
        return whole_name(said.strip()) if said.strip() else None
    if not isinstance(said, dict):
        return None
    family, given, suffix = (text_of_value(said.get(part)) for part in ("family", "given", "suffix"))
    particles = [text_of_value(said.get(part)) for part in ("dropping-particle", "non-dropping-particle")]
    particle = " ".join(filter(None, particles))
    if whole := text_of_value(said.get("literal")):
        return whole_name(whole)
    if family:
        if said.get("parse-names") and not particle and (match := _PARTICLE.match(family)):
            particle, family = match[1].strip(), family[match.end() :]
        parts = NameParts("", family, given, particle, suffix)
        return shortest_name(parts) if given or particle or suffix else Name(family=family)
    whole = " ".join(filter(None, (given, particle, suffix))) or text_of_value(said.get("name"))
    return whole_name(whole) if whole else None
