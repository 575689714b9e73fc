"""Everything that the page's scripts know of a map, as one JSON document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.model import Attack, Basis, Citation, Claim, Inference, Person, Rebuttal, Source
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, Bucket
from argmap.queries.changes.fates import Change
from argmap.queries.context import context_of
from argmap.queries.dropped import in_words
from argmap.queries.overview import overview
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.queries.tally import COUNTED, Tally, tally
from argmap.queries.unanswered import Standing, find_standing
from argmap.references import Named, Reference, references
from argmap.render.diagram import Diagram, Line
from argmap.render.html.addresses import read_at, web_address
from argmap.render.html.voices import Voice
from argmap.render.wording import work_name
from argmap.text.fold import foldings, tables

Json = dict[str, object]

_BAGS: Final = 4096
"""The bags of so many texts are remembered, for pages that are made again and again."""


@dataclass(frozen=True)
class Standings:
    """Where statements stand, without and with what the editor infers.

    Args:
        stated: as far as somebody said something.
        all: with what is inferred.
    """

    stated: Standing
    all: Standing

    @classmethod
    def of(cls, argument_map: ArgumentMap) -> "Standings":
        """Work out both for a map."""
        return cls(find_standing(argument_map), find_standing(argument_map, include_inferred=True))


def document(
    argument_map: ArgumentMap,
    diagram: Diagram,
    standings: Standings,
    voices: Mapping[str | None, Voice],
    works: Bibliography,
) -> Json:
    """Describe what a page shows.

    Args:
        argument_map: the map.
        diagram: what its picture shows.
        standings: where its statements stand.
        voices: person -> the person's mark.
        works: the works of the map, as they are cited.

    Returns:
        A document of texts, numbers and lists; what is empty is left out.
    """
    keys = [box.id for box in diagram.boxes]
    shown = [argument_map.statements[key] for key in keys]
    context = context_of(argument_map, keys)
    named = {one.id: tuple(references(one)) for one in shown}
    cited = dict.fromkeys(one.name for found in named.values() for one in found if one.kind is Named.SOURCE)
    there = [box.id for box in diagram.boxes if box.change != Change.GONE]
    found = overview(argument_map, there, include_inferred=diagram.inferred)
    tallies = [tally(argument_map, each, there) for each in (standings.stated, standings.all)]
    return {
        "map": _filled(_info(argument_map, diagram)),
        "inferred": diagram.inferred,
        "people": [
            _person(argument_map, key, voices)
            | {"tally": [_tally(each.get(key, Tally(key))) for each in tallies]}
            for key in people(argument_map, keys)
        ],
        "sources": [_source(work, argument_map.sources.get(work), works) for work in cited],
        "tags": [_filled({"id": tag, "meaning": argument_map.info.tags.get(tag)}) for tag in _tags(named)],
        "buckets": [_bucket(bucket) for bucket in Bucket],
        "statements": [
            _filled(_statement(argument_map, one, standings, works) | {"context": one.id in context})
            for one in shown
        ],
        "others": _others(argument_map, named),
        "joints": [joint.id for joint in diagram.joints],
        "lines": [_line(line) for line in diagram.lines],
        "theses": [thesis.id for thesis in found.theses],
        "reaching": [[each.id, list(each.heads)] for each in found.challenges],
        "folding": tables(),
    }


def _line(line: Line) -> list[object]:
    told: list[object] = [line.id, line.tail, line.head, line.relation.value]
    return [*told, 1] if line.inferred else told


def _bucket(bucket: Bucket) -> dict[str, object]:
    """Describe a bucket; ``waits`` where somebody owes a reply."""
    told: dict[str, object] = {"id": bucket.value, "name": bucket.words, "meaning": MEANINGS[bucket]}
    return {**told, "waits": True} if bucket in NEEDS_REPLY else told


def people(argument_map: ArgumentMap, keys: Sequence[str]) -> list[str]:
    """List who speaks in some statements, and the members of joint voices, in the order of the map."""
    speaking = dict.fromkeys(by for key in keys if (by := argument_map.statements[key].by))
    members = [
        one for key in speaking if key in argument_map.people for one in argument_map.people[key].members
    ]
    found = dict.fromkeys((*speaking, *members))
    return [key for key in dict.fromkeys((*argument_map.people, *found)) if key in found]


def _filled(record: Json) -> Json:
    return {key: value for key, value in record.items() if value not in (None, "", [], (), False)}


def _info(argument_map: ArgumentMap, diagram: Diagram) -> Json:
    info = argument_map.info
    return {
        "title": info.title,
        "part": diagram.description if diagram.description != (info.description or "") else None,
        "description": info.description,
        "editors": list(info.editors),
        "license": info.license,
    }


def _person(argument_map: ArgumentMap, key: str, voices: Mapping[str | None, Voice]) -> Json:
    person = argument_map.people.get(key) or Person(name=key)
    voice = voices.get(key, voices[None])
    return _filled(
        {
            "id": key,
            "name": person.name,
            "aka": list(person.aka),
            "affiliation": person.affiliation,
            "hypothetical": person.hypothetical,
            "members": list(person.members),
            "url": web_address(person.url),
            "note": person.note,
            "voice": voice.name,
            "stripes": voice.stripes or None,
            "search": _bag((key, person.name, *person.aka)),
        }
    )


def _tally(found: Tally) -> Json:
    """Give the numbers of a person, and what waits for whose reply."""
    counts = found.counts
    numbers = {name: getattr(counts, name) for name in COUNTED}
    return {**numbers, "owes": list(found.owes), "owed": list(found.owed)}


def _source(work: str, source: Source | None, works: Bibliography) -> Json:
    if source is None:
        return {"id": work, "title": work}
    return _filled(
        {
            "id": work,
            "title": source.title,
            "entry": [[run.text, *run.looks] for run in works.full(work, with_address=False).runs],
            "url": read_at(source),
            "accessed": source.accessed,
            "note": source.note,
        }
    )


def _tags(named: Mapping[str, Sequence[Reference]]) -> list[str]:
    return sorted({one.name for found in named.values() for one in found if one.kind is Named.TAG})


def _statement(
    argument_map: ArgumentMap, statement: Claim | Rebuttal, standings: Standings, works: Bibliography
) -> Json:
    key = statement.id
    record: Json = {
        "id": key,
        "by": statement.by,
        "title": statement.title,
        "text": statement.text,
        "source": _citation(statement.source, works),
        "quote": statement.quote,
        "tags": list(statement.tags),
        "note": statement.note,
        "inferred": statement.basis is Basis.INFERRED,
        "main": isinstance(statement, Claim) and statement.main,
        "because": [_inference(step) for step in statement.because],
        "restates": list(statement.restates),
        "standing": [standings.stated.buckets.get(key, ""), standings.all.buckets.get(key, "")],
        "search": _bag(tuple(_searched(statement))),
    }
    if isinstance(statement, Rebuttal):
        record |= _challenge(argument_map, statement, works) | _dropped(argument_map, key, standings)
    return record


def _challenge(argument_map: ArgumentMap, rebuttal: Rebuttal, works: Bibliography) -> Json:
    ends = {
        "conceded": rebuttal.conceded,
        "withdrawn": rebuttal.withdrawn,
        "answered elsewhere": rebuttal.answered_elsewhere,
    }
    return {
        "kind": rebuttal.kind.value,
        "attacks": [_attack(argument_map, attack) for attack in argument_map.attacks_by.get(rebuttal.id, ())],
        "owed": list(owed_by(argument_map, rebuttal)),
        "unheard": is_against_hypothetical(argument_map, rebuttal),
        "ends": [[name, _citation(place, works)] for name, place in ends.items() if place],
    }


def _dropped(argument_map: ArgumentMap, key: str, standings: Standings) -> Json:
    """Say where a rebuttal was passed over, without and with what the editor infers."""
    works = [each.drops.passed_over.get(key, ()) for each in (standings.stated, standings.all)]
    words = [in_words(work_name(argument_map, work) for work in found) for found in works]
    return {"passed": [told and f"{told[0].upper()}{told[1:]}." for told in words]} if any(words) else {}


def _attack(argument_map: ArgumentMap, attack: Attack) -> Json:
    is_step = attack.target in argument_map.inferences
    return _filled(
        {
            "kind": attack.kind.value,
            "on": argument_map.statement_of(attack.target).id,
            "step": attack.target if is_step else None,
            "denies": attack.denies,
            "with": list(attack.jointly),
            "scheme": attack.scheme,
        }
    )


def _inference(step: Inference) -> Json:
    return _filled(
        {
            "id": step.id,
            "premises": list(dict.fromkeys(step.premises)),
            "scheme": step.scheme,
            "warrant": step.warrant,
            "inferred": step.basis is Basis.INFERRED,
        }
    )


def _citation(citation: Citation | None, works: Bibliography) -> list[str] | None:
    return [citation.work, citation.locator or "", works.short(citation).text()] if citation else None


def _others(argument_map: ArgumentMap, named: Mapping[str, Sequence[Reference]]) -> list[list[str]]:
    """Name the statements that those on the page refer to, but that are not on it."""
    found = dict.fromkeys(
        key for shown in named for key in _referred(argument_map, shown, named[shown]) if key not in named
    )
    return [[key, statement.label] for key in found if (statement := argument_map.statements.get(key))]


def _referred(argument_map: ArgumentMap, key: str, named: Sequence[Reference]) -> Iterator[str]:
    """Give the statements that one refers to; for an inference or a named attack the one that makes it."""
    for one in named:
        if one.kind is Named.STATEMENT:
            yield one.name
    for attack in argument_map.attacks_by.get(key, ()):
        yield argument_map.statement_of(attack.target).id


def _searched(statement: Claim | Rebuttal) -> Iterator[str]:
    yield from (statement.id, *statement.tags)
    for words in (statement.title, statement.text, statement.quote, statement.note):
        yield words or ""
    for step in statement.because:
        yield step.warrant or ""


@lru_cache(maxsize=_BAGS)
def _bag(texts: tuple[str, ...]) -> str:
    """Fold texts in every way, and keep each word once; a space before each lets one look for beginnings."""
    spelt = (spelling for one in texts for spelling in foldings(one))
    return "".join(f" {word}" for word in dict.fromkeys(word for one in spelt for word in one.split()))
