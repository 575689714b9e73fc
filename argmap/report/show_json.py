"""The document that ``argmap show --json`` prints."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import partial

from argmap.argument_map import ArgumentMap
from argmap.model import Person
from argmap.queries.find import Match, Thing
from argmap.queries.tally import Tally, tally
from argmap.queries.unanswered import Standing, find_standing
from argmap.report.documents import (
    Document,
    attack_document,
    document,
    inference_document,
    statement_document,
)


def show_document(
    argument_map: ArgumentMap, matches: Sequence[Match], standing: Standing | None = None
) -> Document:
    """Describe each match.

    Args:
        argument_map: the map.
        matches: what to describe.
        standing: the buckets of the map, where they are known already.
    """
    standing = standing or find_standing(argument_map)
    tallies = tally(argument_map, standing)
    describe: dict[Thing, Callable[[ArgumentMap, Standing, str], Document]] = {
        Thing.PERSON: partial(_person, tallies),
        Thing.CLAIM: statement_document_in_use,
        Thing.REBUTTAL: statement_document_in_use,
        Thing.INFERENCE: _inference,
        Thing.SOURCE: _source,
        Thing.TAG: _tag,
    }
    return document(
        "show",
        matches=[
            {"type": match.thing.value, "id": match.id}
            | describe[match.thing](argument_map, standing, match.id)
            for match in matches
        ],
    )


def statement_document_in_use(argument_map: ArgumentMap, standing: Standing, key: str) -> Document:
    """Describe a statement together with the inferences that start from it."""
    uses = [inference_document(step) for step in argument_map.uses_of.get(key, ())]
    return statement_document(argument_map, standing, key) | {"supports": uses}


def _person(
    tallies: Mapping[str, Tally], argument_map: ArgumentMap, standing: Standing, key: str
) -> Document:
    person = argument_map.people.get(key) or Person(name=key)
    found = tallies[key]
    made = {*found.made, *found.inferred_rebuttals}

    def described(statements: Iterable[str]) -> list[Document]:
        return [statement_document(argument_map, standing, statement) for statement in statements]

    return {
        "name": person.name,
        "aka": list(person.aka),
        "affiliation": person.affiliation,
        "hypothetical": person.hypothetical,
        "members": list(person.members),
        "url": person.url,
        "note": person.note,
        "counts": asdict(found.counts),
        "claims": described(found.claims),
        "rebuttals": described(rebuttal for rebuttal in argument_map.rebuttals if rebuttal in made),
        "owes": list(found.owes),
        "owed": list(found.owed),
    }


def _inference(argument_map: ArgumentMap, standing: Standing, key: str) -> Document:
    del standing
    challenges = [attack_document(attack) for attack in argument_map.attacks_on.get(key, ())]
    return inference_document(argument_map.inferences[key]) | {"challenges": challenges}


def _source(argument_map: ArgumentMap, standing: Standing, key: str) -> Document:
    del standing
    source = argument_map.sources[key]
    used = [s.id for s in argument_map.statements.values() if s.source and s.source.work == key]
    said = source.model_dump(mode="json", by_alias=True)
    names = {field: list(map(str, getattr(source, field))) for field in ("authors", "editors", "translators")}
    return {"source_type": said.pop("type")} | said | names | {"statements": used}


def _tag(argument_map: ArgumentMap, standing: Standing, key: str) -> Document:
    del standing
    used = [s.id for s in argument_map.statements.values() if key in s.tags]
    return {"meaning": argument_map.info.tags.get(key), "statements": used}
