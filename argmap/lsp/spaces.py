"""What names of the editor stand for: things of one space have no name in common."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Location
from argmap.lsp.state import State
from argmap.queries.find import Match, Thing
from argmap.references import Named


class Space(StrEnum):
    """What shares its names."""

    PERSON = "person"
    SOURCE = "source"
    NODE = "node"
    """Statements, inferences and named attacks."""
    TAG = "tag"


OF: Final[Mapping[Named, Space]] = {
    Named.PERSON: Space.PERSON,
    Named.AUTHOR: Space.PERSON,
    Named.SOURCE: Space.SOURCE,
    Named.STATEMENT: Space.NODE,
    Named.TARGET: Space.NODE,
    Named.TAG: Space.TAG,
}
"""What a reference stands for, to the space of its names."""


def thing_of(argument_map: ArgumentMap, space: Space, name: str) -> Match | None:
    """Find what a name stands for, as `show` takes it; None where nothing has it."""
    if space is Space.PERSON:
        return Match(Thing.PERSON, name) if name in argument_map.people else None
    if space is Space.SOURCE:
        return Match(Thing.SOURCE, name) if name in argument_map.sources else None
    if space is Space.TAG:
        return Match(Thing.TAG, name)
    if name in argument_map.claims:
        return Match(Thing.CLAIM, name)
    if name in argument_map.rebuttals:
        return Match(Thing.REBUTTAL, name)
    if name in argument_map.inferences:
        return Match(Thing.INFERENCE, name)
    attacker = argument_map.named_attacks.get(name)
    return Match(Thing.REBUTTAL, attacker) if attacker else None


def declared_at(state: State, space: Space, name: str) -> Location | None:
    """Find the place where a name is declared; None where it is not, as far as can be read."""
    places, known = state.loaded.places, state.map
    if space is Space.TAG:
        return places.find("map", "", "tags", name, key=True) if name in known.info.tags else None
    if space in {Space.PERSON, Space.SOURCE}:
        section = "people" if space is Space.PERSON else "sources"
        return places.find(section, name, key=True) if (section, name) in places.records else None
    section = "claims" if name in known.claims else "rebuttals"
    if (section, name) in places.records:
        return places.find(section, name, "id")
    return _inner_place(state, name)


def _inner_place(state: State, name: str) -> Location | None:
    """Find where an inference or a named attack stands."""
    known, places = state.map, state.loaded.places
    if step := known.inferences.get(name):
        holder = known.statements[step.conclusion]
        section = "claims" if holder.id in known.claims else "rebuttals"
        number = next(at for at, one in enumerate(holder.because) if one.id == name)
        inner = ("because", number) if "/" in name else ("because", number, "id")
        return places.find(section, holder.id, *inner)
    if attacker := known.named_attacks.get(name):
        number = next(at for at, aim in enumerate(known.rebuttals[attacker].aims) if aim.id == name)
        return places.find("rebuttals", attacker, "attacks", number, "id")
    return None
