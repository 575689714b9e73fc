"""From an arg-microtexts graph to a map; see `argmap.formats.arggraph`."""

from typing import Final

from argmap.formats.arggraph_document import ATTACKS, SUPPORTS, ArgGraph, Edge
from argmap.formats.arggraph_ids import Group, regular_groups, relation_id
from argmap.formats.base import Imported
from argmap.formats.builder import MapBuilder
from argmap.formats.names import as_id
from argmap.model import AttackKind, Basis

SIDES: Final = {"pro": ("proponent", "Proponent"), "opp": ("opponent", "Opponent")}
EXAMPLE: Final = "example"
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
        self.ids: dict[str, str] = {}
        self.joined: dict[str, list[Edge]] = {}
        self.names: dict[str, str] = {}

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
                f"{graph.id}-{unit}",
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
        relations = [edge for edge in self.graph.edges.values() if edge.type in SUPPORTS | ATTACKS]
        for edge in self.graph.edges.values():
            if edge.type == "add":
                self._join(edge)
        undercut = {self._base(edge.target) for edge in relations if edge.target in self.graph.edges}
        made: dict[str, list[str]] = {}
        for edge in relations:
            if edge.type in ATTACKS:
                made.setdefault(edge.source, []).append(edge.id)
        for edge in relations:
            is_named = edge.id in undercut and (edge.type in SUPPORTS or len(made[edge.source]) > 1)
            if is_named:
                self.names[edge.id] = self.build.reserve(f"{self.graph.id}-{edge.id}", "relation")
        for edge in relations:
            self._add(edge)

    def _base(self, edge: str) -> str:
        """Follow ``add`` edges to the relation that they add to; empty where they only run in a circle."""
        seen: set[str] = set()
        while edge in self.graph.edges and self.graph.edges[edge].type == "add" and edge not in seen:
            seen.add(edge)
            edge = self.graph.edges[edge].target
        return edge if edge in self.graph.edges and self.graph.edges[edge].type != "add" else ""

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

    def _add(self, edge: Edge) -> None:
        added = self.joined.get(edge.id, [])
        source, partners = self.ids[edge.source], [self.ids[one.source] for one in added]
        parts = (edge, *added)
        is_regular = all(one.id == relation_id(one.source) for one in parts)
        origin = "" if is_regular else " ".join(one.id for one in parts)
        name = self.names.get(edge.id, "")
        if edge.type in ATTACKS:
            for target, kind in self._target(edge):
                self.build.attack(source, target, kind, name=name, origin=origin, jointly=tuple(partners))
        elif edge.target in self.ids:
            scheme = EXAMPLE if edge.type == "exa" else None
            premises = (source, *partners)
            self.build.inference(self.ids[edge.target], premises, name=name, origin=origin, scheme=scheme)
        else:
            self.build.lose("support of a relation", edge.id, "an inference concludes to a statement")

    def _target(self, edge: Edge) -> list[tuple[str, AttackKind]]:
        if edge.target in self.ids:
            if edge.type == "und":
                self.build.lose("undercut (und) of a unit", edge.id, "it is kept as a rebuttal")
            return [(self.ids[edge.target], AttackKind.REBUT)]
        base = self.graph.edges.get(self._base(edge.target))
        if base is None or base.type == "seg" or (base.type in SUPPORTS and base.id not in self.names):
            self.build.lose("attack on an edge", edge.id, "what it attacks could not be carried over")
            return []
        if base.id != edge.target:
            self.build.lose("undercut of an addition (add)", edge.id, "it undercuts the relation itself")
        if edge.type == "reb":
            self.build.lose("rebuttal (reb) of a relation", edge.id, "it is kept as an undercut")
        return [(self.names.get(base.id) or self.ids[base.source], AttackKind.UNDERCUT)]
