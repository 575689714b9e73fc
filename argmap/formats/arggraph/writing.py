"""From a map to an arg-microtexts graph; `argmap.formats.arggraph.reading` turns it back."""

import re
from collections.abc import Iterable
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.arggraph.document import Edge
from argmap.formats.arggraph.ids import by_number, number_in, relation_id
from argmap.formats.arggraph.reading import SIDES, STANCE
from argmap.formats.arggraph.relations import Relation, find_relations
from argmap.formats.arggraph.units import Unit, find_sides, make_units
from argmap.formats.base import Exported, Loss
from argmap.formats.left_out import Kept, left_out
from argmap.formats.names import Names
from argmap.formats.xml_writing import attribute, cdata, legal
from argmap.model import Basis
from argmap.text.ids import as_slug

_WHY: Final = "the format has no place for it"
_KEPT: Final = Kept(
    info=("title", "tags"),
    people=("name",),
    sources=("title",),
    statements=("by", "text", "title", "source", "tags", "basis", "kind"),
    inferences=("scheme",),
    attacks=("id", "kind", "jointly"),
)


def to_xml(argument_map: ArgumentMap) -> Exported:
    """Write a map as an argument graph, its units in the order of their numbers where they have any.

    Args:
        argument_map: the map that is exported.
    """
    return _Writing(argument_map).write()


class _Writing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.losses = list(left_out(argument_map, _KEPT, _WHY))
        self.names = Names()
        self.units = make_units(argument_map, self.names, self.losses)

    def write(self) -> Exported:
        lines = [
            "<?xml version='1.0' encoding='UTF-8'?>",
            f"<arggraph {self._head()}>",
            *(f"  {line}" for line in (*self._nodes(), *self._edges())),
            "</arggraph>",
        ]
        self._check_people()
        return Exported("\n".join([*lines, ""]), tuple(self.losses))

    def _head(self) -> str:
        """Give the attributes of the root: the one work that all statements cite, their topic and stance."""
        cited = {unit.statement.source.work if unit.statement.source else "" for unit in self.units.values()}
        cited = cited or set(self.map.sources)
        work = next(iter(cited)) if len(cited) == 1 else ""
        name = work or as_slug(self.map.info.title or "") or "map"
        self._check_head(work, name)
        tags = self._shared_tags()
        stance = next((tag for tag in tags if tag.startswith(STANCE)), "")
        topic = next((tag for tag in tags if tag != stance and not re.search(r"\s", tag)), "")
        self._check_tags({topic, stance})
        shown = {"id": name, "topic_id": topic, "stance": stance.removeprefix(STANCE)}
        return " ".join(attribute(key, value) for key, value in shown.items() if value)

    def _check_head(self, work: str, name: str) -> None:
        if self.map.info.title not in {None, name}:
            self.losses.append(Loss("title of the map", "map", _WHY))
        for key, source in self.map.sources.items():
            if key != work:
                self.losses.append(Loss("source", key, "a graph is of one text"))
            elif source.title != key:
                self.losses.append(Loss("title of a source", key, _WHY))

    def _shared_tags(self) -> list[str]:
        statements = [unit.statement for unit in self.units.values()]
        first = statements[0].tags if statements else ()
        return [tag for tag in first if all(tag in other.tags for other in statements)]

    def _check_tags(self, kept: set[str]) -> None:
        for unit in self.units.values():
            for tag in unit.statement.tags:
                if tag not in kept:
                    self.losses.append(
                        Loss(f"tag {tag}", unit.statement.id, "a graph has one topic and one stance")
                    )

    def _check_people(self) -> None:
        sides = dict(SIDES.values())
        for key, person in self.map.people.items():
            if sides.get(key) != person.name:
                self.losses.append(Loss("person", key, "a text has two sides, not people"))

    def _nodes(self) -> Iterable[str]:
        segments = sorted(
            (
                (name, text, unit)
                for unit in self.units.values()
                for name, text in zip(unit.segments, unit.texts, strict=True)
            ),
            key=lambda segment: by_number(segment[0]),
        )
        for name, text, unit in segments:
            if legal(text) != text:
                self.losses.append(Loss("invisible character", unit.statement.id, "XML cannot hold it"))
            mark = ' implicit="true"' if unit.statement.basis is Basis.INFERRED else ""
            yield f"<edu {attribute('id', name)}{mark}>{cdata(text)}</edu>"
        for unit in self.units.values():
            for group in unit.groups:
                if group.joint:
                    yield f"<joint {attribute('id', group.joint)}/>"
        sides = find_sides(self.map, self.losses)
        for name, unit in self.units.items():
            yield f'<adu {attribute("id", unit.name)} type="{sides[name]}"/>'

    def _edges(self) -> Iterable[str]:
        for edges in (self._segmentation(), self._relations()):
            for edge in sorted(edges, key=lambda edge: by_number(edge.id)):
                ends = {"id": edge.id, "src": edge.source, "trg": edge.target, "type": edge.type}
                yield f"<edge {' '.join(attribute(key, value) for key, value in ends.items())}/>"

    def _segmentation(self) -> Iterable[Edge]:
        for unit in self.units.values():
            for group in unit.groups:
                target = group.joint or unit.name
                for name, segment in zip(group.edges, group.segments, strict=False):
                    yield Edge(name, segment, target, "seg")
                if group.joint:
                    yield Edge(group.edges[-1], group.joint, unit.name, "seg")

    def _relations(self) -> Iterable[Edge]:
        relations = find_relations(self.map, self.losses)
        free = 1 + max(
            (number_in(name) for unit in self.units.values() for name in _edge_names(unit)), default=0
        )
        names: dict[str, list[str]] = {}
        for relation in relations:
            names[relation.key] = []
            for wanted in self._wanted(relation):
                if wanted in self.names or wanted == "c0":
                    while (wanted := f"c{free}") in self.names:
                        free += 1
                names[relation.key].append(self.names.new(wanted, "c"))
        for relation in relations:
            own, *added = names[relation.key]
            sources = [self.units[source].name for source in relation.sources]
            end = names[relation.target][0] if relation.target in names else self.units[relation.target].name
            yield Edge(own, sources[0], end, relation.type)
            for name, source in zip(added, sources[1:], strict=True):
                yield Edge(name, source, own, "add")

    def _wanted(self, relation: Relation) -> tuple[str, ...]:
        """Give the ids that the edges of a relation had, else those that they would have by rule."""
        if len(relation.names) == len(relation.sources):
            return relation.names
        return tuple(relation_id(self.units[source].name) for source in relation.sources)


def _edge_names(unit: Unit) -> Iterable[str]:
    return (name for group in unit.groups for name in group.names)
