"""From an arg-microtexts graph to a map; see `argmap.formats.arggraph`."""

from collections import Counter
from typing import Final

from argmap.formats.arggraph.document import ATTACKS, SUPPORTS, ArgGraph, Edge
from argmap.formats.arggraph.ids import Group, regular_groups, relation_id
from argmap.formats.base import Imported
from argmap.formats.builder import MapBuilder
from argmap.model import AttackKind, Basis
from argmap.queries.live_attacks import live_attacks
from argmap.text.ids import as_id, as_slug

SIDES: Final = {"pro": ("proponent", "Proponent"), "opp": ("opponent", "Opponent")}
EXAMPLE: Final = "example"
_PREFIX: Final = 100
STANCE: Final = "stance-"
_STANCES: Final = {"pro": "in favour of the topic", "con": "against the topic", "unclear": "undecided"}


def to_map(graph: ArgGraph, file: str) -> Imported:
    """Make a map of a graph.

    Args:
        graph: what the file holds.
        file: its name.
    """
    return _Reading(graph, file).read()


class _Reading:
    def __init__(self, graph: ArgGraph, file: str) -> None:
        self.graph = graph
        self.build = MapBuilder(file)
        self.build.losses.extend(graph.losses)
        # Short enough that the ids of all units differ within the length that ids may have.
        self.prefix = graph.id if len(graph.id) <= _PREFIX else as_slug(graph.id)
        self.ids: dict[str, str] = {}
        self.joined: dict[str, list[Edge]] = {}
        self.names: dict[str, str] = {}
        self.bases: dict[str, str] = {}

    def read(self) -> Imported:
        graph, build = self.graph, self.build
        build.info["title"] = graph.id
        tags = self._tags()
        work = build.source(graph.id, key=graph.id)
        people = {side: build.person(name, foreign=key) for side, (key, name) in SIDES.items()}
        groups = self._groups()
        for unit, side in graph.units.items():
            own = groups[unit]
            parts = [name for group in own for name in group.segments]
            self.ids[unit] = build.statement(
                f"{self.prefix}-{unit}",
                text="\n".join(self._segment(name, alone=len(parts) == 1) for name in parts),
                by=people[side],
                tags=tags,
                source={"work": work, "locator": ", ".join(str(group) for group in own) or None},
                basis=Basis.INFERRED if parts and graph.implicit.issuperset(parts) else None,
                origin=" ".join([unit, *self._irregular(unit, groups)]),
            )
        self._add_relations()
        used = {name for own in groups.values() for group in own for name in group.segments}
        for name in graph.segments.keys() - used:
            build.lose("segment outside all argument units", name, "a map has no text that claims nothing")
        return build.build()

    def _tags(self) -> tuple[str, ...]:
        """Tag all statements with topic and stance, and say what the tags mean."""
        graph = self.graph
        meanings = {graph.topic: "The topic of the text"} if graph.topic else {}
        if graph.stance:
            attitude = _STANCES.get(graph.stance, graph.stance)
            meanings[f"{STANCE}{graph.stance}"] = f"The text is {attitude}"
        if all(as_id(tag) == tag for tag in meanings):
            self.build.info["tags"] = meanings
        return tuple(meanings)

    def _groups(self) -> dict[str, list[Group]]:
        """Find the segments of each unit, through joints or directly."""
        edges = [edge for edge in self.graph.edges.values() if edge.type == "seg"]
        into: dict[str, list[Edge]] = {}
        for edge in edges:
            into.setdefault(edge.target, []).append(edge)
        found: dict[str, list[Group]] = {unit: [] for unit in self.graph.units}
        for unit, own in found.items():
            for edge in into.get(unit, ()):
                if edge.source in self.graph.segments:
                    own.append(Group((edge.source,), "", (edge.id,)))
                    continue
                parts = [part for part in into.get(edge.source, ()) if part.source in self.graph.segments]
                names = tuple(part.source for part in parts)
                own.append(Group(names, edge.source, (*(part.id for part in parts), edge.id)))
        return found

    def _irregular(self, unit: str, groups: dict[str, list[Group]]) -> list[str]:
        """Give the ids of a unit's joints and segment edges, if they are not what they would be by rule."""
        if not hasattr(self, "_regular"):
            listed = [[group.segments for group in own] for own in groups.values()]
            regular = regular_groups(listed, len(self.graph.segments))
            self._regular = dict(zip(groups, regular, strict=True))
        own = groups[unit]
        return [] if own == self._regular[unit] else [name for group in own for name in group.names]

    def _segment(self, name: str, *, alone: bool) -> str:
        text = self.graph.segments[name]
        kept = text.strip() if alone else " ".join(text.split("\n")).strip()
        if kept != text:
            self.build.lose("white space of a segment", name, "texts neither begin nor end with it")
        return kept

    def _add_relations(self) -> None:
        for edge in self.graph.edges.values():
            if edge.type == "add":
                self._join(edge)
        edges = self.graph.edges.values()
        supports = {edge.id for edge in edges if edge.type in SUPPORTS and edge.target in self.ids}
        attacks = {edge.id: self._hit(edge) for edge in edges if edge.type in ATTACKS}
        hitting = live_attacks({name: (hit,) for name, hit in attacks.items()}, {*self.ids, *supports})
        made = Counter(edge.source for edge in edges if edge.id in hitting)
        undercut = {attacks[name] for name in hitting}
        for edge in edges:
            if edge.id in undercut and (edge.id in supports or made[edge.source] > 1):
                self.names[edge.id] = self.build.reserve(f"{self.prefix}-{edge.id}", "relation")
        for edge in edges:
            if edge.type in SUPPORTS:
                self._add_support(edge)
            elif edge.id in hitting:
                self._add_attack(edge, attacks[edge.id])
            elif edge.type in ATTACKS:
                self.build.lose("attack on an edge", edge.id, "what it attacks could not be carried over")

    def _hit(self, edge: Edge) -> str:
        """Give the unit or relation that an attack hits."""
        return edge.target if edge.target in self.ids else self._base(edge.target)

    def _base(self, name: str) -> str:
        """Follow ``add`` edges to the relation that they add to; empty where they only run in a circle."""
        way: list[str] = []
        while name in self.graph.edges and name not in self.bases and self.graph.edges[name].type == "add":
            self.bases[name] = ""  # what a way finds that comes back to itself
            way.append(name)
            name = self.graph.edges[name].target
        base = self.bases.get(name, name if name in self.graph.edges else "")
        self.bases.update(dict.fromkeys(way, base))
        return base

    def _join(self, edge: Edge) -> None:
        base = self._base(edge.target)
        if not base or self.graph.edges[base].type == "seg":
            self.build.lose("additional source (add)", edge.id, "there is no relation that it adds to")
            return
        if base != edge.target:
            self.build.lose(
                "addition (add) to an addition as such", edge.id, "it adds to the relation itself"
            )
        self.joined.setdefault(base, []).append(edge)

    def _parts(self, edge: Edge) -> tuple[list[str], str]:
        """Give the statements that a relation starts from, and its edges' ids if they follow no rule."""
        parts = (edge, *self.joined.get(edge.id, ()))
        is_regular = all(part.id == relation_id(part.source) for part in parts)
        origin = "" if is_regular else " ".join(part.id for part in parts)
        return [self.ids[part.source] for part in parts], origin

    def _add_support(self, edge: Edge) -> None:
        if edge.target not in self.ids:
            self.build.lose("support of a relation", edge.id, "an inference concludes to a statement")
            return
        premises, origin = self._parts(edge)
        name, scheme = self.names.get(edge.id, ""), EXAMPLE if edge.type == "exa" else None
        self.build.inference(self.ids[edge.target], premises, name=name, origin=origin, scheme=scheme)

    def _add_attack(self, edge: Edge, hit: str) -> None:
        (source, *partners), origin = self._parts(edge)
        if hit in self.ids:
            target, kind = self.ids[hit], AttackKind.REBUT
        else:
            # To undercut the only attack that a unit makes is to undercut the rebuttal that it is.
            target, kind = self.names.get(hit) or self.ids[self.graph.edges[hit].source], AttackKind.UNDERCUT
        self._check_kind(edge, hit)
        name = self.names.get(edge.id, "")
        self.build.attack(source, target, kind, name=name, origin=origin, jointly=tuple(partners))

    def _check_kind(self, edge: Edge, hit: str) -> None:
        """Say where the type of an attack does not go with what it hits."""
        if edge.type == "und" and hit in self.ids:
            self.build.lose("undercut (und) of a unit", edge.id, "it is kept as a rebuttal")
        if edge.type == "reb" and hit not in self.ids:
            self.build.lose("rebuttal (reb) of a relation", edge.id, "it is kept as an undercut")
        if hit != edge.target:
            self.build.lose("undercut of an addition (add)", edge.id, "it undercuts the relation itself")
