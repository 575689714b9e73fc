"""The end of a report: what is open, who the people are, and the works."""

import re
from collections.abc import Iterator
from typing import Final

from argmap.csl import Entry
from argmap.formats.base import Loss
from argmap.formats.markdown.wording import Wording
from argmap.formats.markdown_text import begin
from argmap.model import Source
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, heading
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.text.lists import and_list

_SAID_ELSEWHERE: Final = frozenset({"type", "accessed", "url", "doi", "note"})
"""What stands behind the entry of a work, and what decides how that looks."""

_ODD: Final = re.compile(r"[\s<>\\`\x00-\x1f\x7f-\x9f]|&#?\w{1,32};")
"""What no address has, or what a reader would read as something else in it."""


def open_challenges(wording: Wording) -> Iterator[str]:
    """List the challenges that wait for a reply, and who owes it."""
    for bucket in NEEDS_REPLY:
        members = wording.standing.members(bucket)
        if members:
            yield f"## {heading(bucket)}"
            yield f"{MEANINGS[bucket][0].upper()}{MEANINGS[bucket][1:]}."
            yield "\n".join(f"- {wording.said(key)}, {_burden(wording, key)}" for key in members)


def _burden(wording: Wording, key: str) -> str:
    rebuttal = wording.map.rebuttals[key]
    if is_against_hypothetical(wording.map, rebuttal):
        return "which nobody is there to answer"
    return f"owed by {and_list(map(wording.name, owed_by(wording.map, rebuttal))) or 'nobody named'}"


def people(wording: Wording) -> Iterator[str]:
    """List the people of whom the map says more than the name, and those who say nothing."""
    authors = {statement.by for statement in wording.map.statements.values()}
    told = {key: about_person(wording, key) for key in wording.map.people}
    listed = [
        f"- {': '.join([wording.name(key), *([' '.join(about)] if about else [])])}"
        for key, about in told.items()
        if about or key not in authors
    ]
    if listed:
        yield "## People"
        yield "\n".join(listed)


def about_person(wording: Wording, key: str) -> list[str]:
    """Write what the map says of a person, in paragraphs."""
    person = wording.map.people.get(key)
    if person is None:
        return []
    members = and_list(map(wording.name, person.members))
    also = ", ".join(map(wording.words, person.aka))
    parts = [
        wording.first_words(person.affiliation) if person.affiliation else "",
        "Only imagined, or not named." if person.hypothetical else "",
        f"Also: {also}." if also else "",
        f"Speaks for {members}." if members else "",
        _address(wording, person.url) if person.url else "",
        *wording.paragraphs(person.note),
    ]
    return [part for part in parts if part]


def sources(wording: Wording) -> Iterator[str]:
    """List the works; pandoc lists them by itself, after the last heading."""
    if wording.map.sources:
        yield "## Sources"
        if not wording.is_for_pandoc:
            entries = wording.works.entries([*wording.map.sources], with_address=False)
            yield "\n".join(f"- {_reference(wording, entry)}" for entry in entries)


def not_in_entries(wording: Wording) -> Iterator[Loss]:
    """Name what the style leaves out of the entries of the works."""
    for key, source in wording.map.sources.items():
        entry = wording.works.full(key).text().casefold()
        for name, info in Source.model_fields.items():
            said = _words_of(source, name)
            if not all(word.casefold() in entry for word in said):
                field = info.alias or name
                yield Loss(f"{field} of a source", key, "the style of the entries leaves it out")


def _words_of(source: Source, field: str) -> list[str]:
    """Give the words of a field that an entry has if it says the field."""
    value = getattr(source, field)
    if not value or field in {
        "type",
        "accessed",
        "url",
        "doi",
        "note",
    }:  # the type shapes the entry; see below
        return []
    if isinstance(value, dict):
        return [text for fields in value.values() for text in fields.values()]
    if isinstance(value, tuple):
        return [name.parts.family or str(name) for name in value]
    return re.findall(r"\w+", source.year or value if field == "date" else value)


def _reference(wording: Wording, entry: Entry) -> str:
    source = wording.map.sources[entry.id]
    addresses = dict.fromkeys((source.address, source.url))
    said = [
        begin(entry.formatted.markdown(wording.run)),
        *(_address(wording, address) for address in addresses if address),
        *([f"Read {wording.words(source.accessed)}."] if source.accessed else []),
        *([wording.words(source.note)] if source.note else []),
    ]
    return " ".join(part for part in said if part)


def _address(wording: Wording, address: str) -> str:
    """Write an address, as a link where it is one; its words are the address, letter by letter."""
    if not address.startswith(("https://", "http://")) or _ODD.search(address):
        return wording.first_words(address)
    is_shown_as_it_is = address.isascii() and "%" not in address and "xn--" not in address
    return f"<{address}>" if is_shown_as_it_is else f"[{wording.words(address)}](<{address}>)"
