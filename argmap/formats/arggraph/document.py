"""What an arg-microtexts file holds: text segments, argument units, and edges between them and on edges."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, Loss, fault
from argmap.formats.xml_text import Place, read_xml

SUPPORTS: Final = frozenset({"sup", "exa"})
ATTACKS: Final = frozenset({"reb", "und"})
_TYPES: Final = ("seg", "sup", "exa", "add", "reb", "und")
_ATTRIBUTES: Final = {
    "arggraph": ("id", "topic_id", "stance"),
    "edu": ("id", "implicit"),
    "joint": ("id",),
    "adu": ("id", "type"),
    "edge": ("id", "src", "trg", "type"),
}


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge, from a segment, joint or unit to a joint, a unit or another edge."""

    id: str
    source: str
    target: str
    type: str


@dataclass
class ArgGraph:
    """An argumentation graph.

    Args:
        id: what it is called.
        topic: what the text is about; empty where the file does not say.
        stance: pro, con or unclear, towards the topic; or empty.
        segments: the text of each elementary discourse unit, by id.
        implicit: the ids of those that the annotator supplied.
        joints: the ids of joined segments.
        units: pro or opp for each argument unit, by id.
        edges: by id, in their order.
        losses: what of the file is not in here.
    """

    id: str = ""
    topic: str = ""
    stance: str = ""
    segments: dict[str, str] = field(default_factory=dict)
    implicit: set[str] = field(default_factory=set)
    joints: list[str] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def read_graph(data: bytes, file: str) -> ArgGraph:
    """Read an argument graph.

    Args:
        data: what the file holds.
        file: its name.

    Raises:
        FormatError: with every fault: no XML, other elements, ids that are missing, taken or unknown.
    """
    reader = _Reader(file)
    try:
        read_xml(data, file, reader.start, reader.text, reader.end)
    except FormatError as error:
        raise FormatError(*sorted({*reader.faults, *error.diagnostics})) from None
    reader.finish()
    return reader.graph


class _Reader:
    def __init__(self, file: str) -> None:
        self.graph = ArgGraph()
        self._file = file
        self.faults: list[Diagnostic] = []
        self._places: dict[str, Place] = {}
        self._segment: str | None = None
        self._root = False

    def start(self, name: str, attributes: dict[str, str], place: Place) -> None:
        if name not in _ATTRIBUTES or (name == "arggraph") is self._root:
            hint = "the file holds one `arggraph` with `edu`, `joint`, `adu` and `edge` in it"
            self._fault(place, f"the element `{name}` does not belong here", hint)
            if not self._root:
                raise FormatError(*self.faults)
            return
        for key in attributes.keys() - set(_ATTRIBUTES[name]):
            where = attributes.get("id", name)
            self.graph.losses.append(Loss(f"attribute `{key}`", where, "the specification does not name it"))
        self._root = True
        self._add(name, attributes, place)

    def text(self, piece: str) -> None:
        if self._segment is not None:
            self.graph.segments[self._segment] += piece

    def end(self, name: str) -> None:
        if name == "edu":
            self._segment = None

    def finish(self) -> None:
        ends = _Ends(self.graph)
        for edge in self.graph.edges.values():
            for message in ends.wrong(edge):
                self._fault(self._places[edge.id], message)
        if self.faults:
            raise FormatError(*sorted(self.faults))

    def _fault(self, place: Place, message: str, hint: str = "") -> None:
        self.faults.append(fault(self._file, place, message, hint))

    def _add(self, name: str, attributes: dict[str, str], place: Place) -> None:
        known = attributes.get("id", "")
        if not known or known in self._places:
            what = f"the id `{known}` is taken" if known else f"an `{name}` has no `id`"
            self._fault(place, what)
            return
        self._places[known] = place
        if name == "arggraph":
            del self._places[known]
            self.graph.id = known
            self.graph.topic, self.graph.stance = attributes.get("topic_id", ""), attributes.get("stance", "")
        elif name == "edu":
            self.graph.segments[known] = ""
            self._segment = known
            if attributes.get("implicit") == "true":
                self.graph.implicit.add(known)
        elif name == "joint":
            self.graph.joints.append(known)
        else:
            self._add_typed(name, known, attributes, place)

    def _add_typed(self, name: str, known: str, attributes: dict[str, str], place: Place) -> None:
        kind = attributes.get("type", "")
        allowed = ("pro", "opp") if name == "adu" else _TYPES
        if kind not in allowed:
            self._fault(
                place, f"the type of `{known}` is `{kind}`", f"it must be one of {', '.join(allowed)}"
            )
        elif name == "adu":
            self.graph.units[known] = kind
        else:
            edge = Edge(known, attributes.get("src", ""), attributes.get("trg", ""), kind)
            self.graph.edges[known] = edge


class _Ends:
    """What edges of each type may run from and to."""

    def __init__(self, graph: ArgGraph) -> None:
        segments, units = graph.segments.keys(), graph.units.keys()
        self._segmentation = segments | set(graph.joints), units | set(graph.joints)
        self._relation = set(units), units | graph.edges.keys()

    def wrong(self, edge: Edge) -> Iterator[str]:
        """Say what is wrong with the ends of an edge."""
        sources, targets = self._segmentation if edge.type == "seg" else self._relation
        wanted = (
            "a segment or joint to a joint or unit" if edge.type == "seg" else "a unit to a unit or an edge"
        )
        for name, known in ((edge.source, sources), (edge.target, targets)):
            if name not in known:
                yield f"the edge `{edge.id}` of type {edge.type} runs from {wanted}, and `{name}` is none"
