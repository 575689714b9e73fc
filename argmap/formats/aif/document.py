"""What an AIF file holds, whichever program wrote it: nodes, edges, locutions and participants."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, Loss
from argmap.formats.json_text import JsonFile, Path

_BOOKKEEPING: Final = frozenset(
    {"nodes", "edges", "locutions", "participants", "schemefulfillments", "id", "dialog", "AIF", "aif"}
)
_UNSAID: Final = frozenset(
    {"", "ra", "ca", "ma", "default inference", "default conflict", "default rephrase", "default"}
)
_DEFAULT_SCHEMES: Final = frozenset({"", "0", "71", "72"})
_LAYOUT: Final = frozenset({"OVA", "ova"})


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its id, its type in capitals, its text, and the name of its scheme, empty where it has none."""

    id: str
    type: str
    text: str
    scheme: str = ""

    @property
    def is_unnamed(self) -> bool:
        """Whether neither scheme nor text say more than what kind of node it is."""
        return (self.scheme or self.text).lower() in _UNSAID


@dataclass(frozen=True, slots=True)
class Locution:
    """Who said a node, when, and in which work; empty where the file does not tell."""

    node: str
    person: str
    start: str = ""
    source: str = ""


@dataclass
class AifDocument:
    """An AIF graph.

    Args:
        nodes: by id.
        edges: pairs of ids, from and to.
        locutions: who said what.
        participants: names by person id.
        losses: what of the file is not in here.
        info: what the file says of itself, as fields of `argmap.model.MapInfo`.
        works: fields of `argmap.model.Source`, by their ids in the file.
        details: further fields of statements, by node id; their sources name works by those ids.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[tuple[str, str]] = field(default_factory=list)
    locutions: list[Locution] = field(default_factory=list)
    participants: dict[str, str] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    info: dict[str, Any] = field(default_factory=dict)
    works: dict[str, dict[str, Any]] = field(default_factory=dict)
    details: dict[str, dict[str, Any]] = field(default_factory=dict)


def aif_section(value: object) -> tuple[Path, Mapping[str, Any]] | None:
    """Find the mapping that holds the nodes: the whole file, or its ``AIF`` section; None without one."""
    if not isinstance(value, Mapping):
        return None
    for name in ("AIF", "aif"):
        if isinstance(inner := value.get(name), Mapping):
            return (name,), inner
    return (), value


def read_document(file: JsonFile) -> AifDocument:
    """Read AIF JSON, tolerant of order, numbers for ids, columns for rows, and whatever is optional.

    Args:
        file: the parsed JSON.

    Raises:
        FormatError: with every fault, where nodes or edges are not what they must be.
    """
    found = aif_section(file.value)
    if found is None or "nodes" not in found[1]:
        hint = "an AIF file is a mapping with `nodes` and `edges`, as AIFdb and OVA save it"
        raise FormatError(file.fault((), "there are no nodes", hint))
    reader = Rows(file, *found)
    document = AifDocument()
    for path, row in reader.rows("nodes"):
        _add_node(document, reader, path, row)
    for path, row in reader.rows("edges"):
        start, end = reader.key(path, row, "fromID"), reader.key(path, row, "toID")
        document.edges.append((start, end))
    _add_people(document, reader)
    reader.stop_if_faulty()
    _check_schemes(document, reader)
    document.losses.extend(_unknown_sections(file.value, found[1]))
    return document


@dataclass
class Rows:
    """The lists of a JSON mapping, row by row, and what is wrong with them.

    Args:
        file: the parsed JSON.
        inside: the path of the mapping.
        mapping: what holds the lists.
    """

    file: JsonFile
    inside: Path
    mapping: Mapping[str, Any]
    faults: list[Diagnostic] = field(default_factory=list)

    def rows(self, name: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        """Yield each row of a list with its path; a list written as columns is turned round."""
        content = self.mapping.get(name)
        path = (*self.inside, name)
        if isinstance(content, Mapping) and all(isinstance(column, list) for column in content.values()):
            longest = max((len(column) for column in content.values()), default=0)
            content = [
                {key: column[row] for key, column in content.items() if row < len(column)}
                for row in range(longest)
            ]
        if content is None:
            return
        if not isinstance(content, list):
            self.faults.append(self.file.fault(path, f"`{name}` must be a list"))
            return
        for number, row in enumerate(content):
            if isinstance(row, Mapping):
                yield (*path, number), row
            else:
                self.faults.append(
                    self.file.fault((*path, number), f"`{name}` holds something else than rows")
                )

    def key(self, path: Path, row: Mapping[str, Any], name: str) -> str:
        """Give an id that a row must have; empty, with a fault, where it has none."""
        found = text_in(row, name)
        if not found:
            self.faults.append(self.file.fault(path, f"a row of `{path[-2]}` has no `{name}`"))
        return found

    def stop_if_faulty(self) -> None:
        """Raise FormatError with every fault so far, if there is one."""
        if self.faults:
            raise FormatError(*sorted(self.faults))


def text_in(row: Mapping[str, Any], name: str) -> str:
    """Give a field as text: numbers as they are written, nothing for null and for what is not a scalar."""
    value = row.get(name)
    if isinstance(value, float):
        return "" if value != value else str(int(value) if value.is_integer() else value)  # noqa: PLR0124 — NaN
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _add_node(document: AifDocument, reader: Rows, path: Path, row: Mapping[str, Any]) -> None:
    name, kind = reader.key(path, row, "nodeID"), reader.key(path, row, "type").upper()
    node = Node(name, kind, text_in(row, "text"), text_in(row, "scheme"))
    if document.nodes.setdefault(name, node) != node:
        document.losses.append(Loss("repeated node", name, "its id is taken by another node"))


def _add_people(document: AifDocument, reader: Rows) -> None:
    for path, row in reader.rows("participants"):
        name = " ".join(f"{text_in(row, 'firstname')} {text_in(row, 'surname')}".split())
        person = text_in(row, "participantID") or name
        if person:
            document.participants.setdefault(person, name)
        else:
            document.losses.append(
                Loss("participant", f"number {path[-1]}", "it has neither an id nor a name")
            )
    for path, row in reader.rows("locutions"):
        said = Locution(*(text_in(row, key) for key in ("nodeID", "personID", "start", "source")))
        if said.node and said.person:
            document.locutions.append(said)
        else:
            document.losses.append(Loss("locution", f"number {path[-1]}", "it does not say who said what"))


def _check_schemes(document: AifDocument, reader: Rows) -> None:
    """Name the schemes of which the file has but the number in the database's list."""
    for _, row in reader.rows("schemefulfillments"):
        node, number = document.nodes.get(text_in(row, "nodeID")), text_in(row, "schemeID")
        if node and node.type in {"RA", "CA"} and number not in _DEFAULT_SCHEMES and node.is_unnamed:
            why = "its number in AIFdb does not tell its name"
            document.losses.append(Loss(f"scheme {number}", node.id, why))


def _unknown_sections(root: Mapping[str, Any], inner: Mapping[str, Any]) -> Iterator[Loss]:
    """Name what stands beside the graph; the layout of a picture is not counted."""
    for section in (root, inner) if root is not inner else (root,):
        for name, content in section.items():
            if content and name not in _BOOKKEEPING | _LAYOUT:
                what = "annotated text" if name == "text" else "section"
                if not isinstance(content, Mapping) or any(content.values()):
                    yield Loss(what, f"`{name}`", "a map has no place for it")
