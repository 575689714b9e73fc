"""Who said what in an AIF graph."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argmap.formats.aif_document import AifDocument, Locution, Node
from argmap.formats.builder import MapBuilder

_PREFIX: Final = re.compile(r"\s*([^:\n]{1,60}?)( ?): +(?=\S)")
_MARKS: Final = (": ", " : ")
_QUESTIONING: Final = ("question", "challeng")
_PLAIN_FORCE: Final = frozenset({"asserting", "default illocuting", ""})


@dataclass(frozen=True, slots=True)
class Saying:
    """The people who said something, in which words, when and in which work.

    Args:
        people: their keys.
        words: what was said, without the name before it.
        quote: the same, but empty where it is what the statement says anyway.
        start: when.
        source: in which work.
    """

    people: tuple[str, ...] = ()
    words: str = ""
    quote: str = ""
    start: str = ""
    source: str = ""


class Speakers:
    """Finds speakers through locutions, illocutions and transitions; all of them become people at once.

    Args:
        document: the graph.
        into: for each node, the nodes with an edge to it.
        out: for each node, the nodes that it has an edge to.
        build: the map to which people are added.
    """

    def __init__(
        self,
        document: AifDocument,
        into: Mapping[str, list[str]],
        out: Mapping[str, list[str]],
        build: MapBuilder,
    ) -> None:
        self.used: set[str] = set()
        self._nodes = document.nodes
        self._into, self._out, self._build = into, out, build
        self._said: dict[str, list[Locution]] = {}
        for locution in document.locutions:
            if locution.node in self._nodes:
                self._said.setdefault(locution.node, []).append(locution)
            else:
                build.lose("locution of a missing node", locution.node, "the file has no such node")
        self._keys, self._names = self._add_people(document)
        self._unlisted = self._add_unlisted()

    def _add_people(self, document: AifDocument) -> tuple[dict[str, str], dict[str, str]]:
        """Add everybody who has an id, named by the list of participants, else by most of their locutions."""
        begin: dict[str, Counter[str]] = {}
        for locution in document.locutions:
            node = self._nodes.get(locution.node)
            prefix = _PREFIX.match(node.text) if node and node.type == "L" else None
            begin.setdefault(locution.person, Counter()).update([prefix[1]] if prefix else [])
        names = {person: name for person, name in document.participants.items() if name}
        for person in (*document.participants, *begin):
            common = begin[person].most_common(1) if person in begin else []
            names.setdefault(person, common[0][0] if common else f"Person {person}")
        keys = {
            person: self._build.person(names[person], foreign=person)
            for person in dict.fromkeys((*document.participants, *begin))
        }
        return keys, names

    def _add_unlisted(self) -> dict[str, str]:
        """Add those whom only the text of a locution names, as AIFdb writes it: ``name : words``."""
        found: dict[str, str] = {}
        known = {name: self._keys[person] for person, name in reversed(self._names.items())}
        for node in self._nodes.values():
            prefix = _PREFIX.match(node.text) if node.type == "L" and node.id not in self._said else None
            if prefix and prefix[2] and not self._is_analysis(node):
                name = prefix[1]
                found[node.id] = known.get(name) or self._build.person(name)
        return found

    def _is_analysis(self, node: Node) -> bool:
        """Tell whether a locution is the analyst's, who reports what another one said."""
        ends = (end for act in self._out[node.id] if self._type(act) == "YA" for end in self._out[act])
        return any(self._type(end) == "L" for end in ends)

    def _type(self, name: str) -> str:
        return self._nodes[name].type

    def of(self, node: Node) -> Saying:
        """Find who said a node; the locutions and illocutions on the way count as used."""
        own = (
            self._saying(node, node.text)
            if node.type == "L" or node.id in self._said
            else Saying((), node.text)
        )
        if node.type == "L":
            self.used.add(node.id)
            return Saying(own.people, own.words, "", own.start, own.source)
        anchors = self._anchors(node)
        asserting = [pair for pair in anchors if not _questions(pair[0])] or anchors
        sayings = [self._saying(locution, node.text) for _, locution in asserting]
        for act, locution in anchors:
            self._use(act, locution, is_speaker=(act, locution) in asserting)
        people = dict.fromkeys([*own.people, *(person for saying in sayings for person in saying.people)])
        first = next((saying for saying in sayings if saying.quote or saying.start), own)
        self._use_words(sayings, first, [locution for _, locution in asserting])
        return Saying(tuple(people), node.text, first.quote, first.start, first.source)

    def _anchors(self, node: Node) -> list[tuple[Node, Node]]:
        """Give the illocutions of a node, each with the locution that it is drawn from."""
        acts = [self._nodes[name] for name in self._into[node.id] if self._type(name) == "YA"]
        direct = [(act, self._nodes[name]) for act in acts for name in self._into[act.id]]
        return [(act, start) for act, start in direct if start.type == "L"]

    def _use(self, act: Node, locution: Node, *, is_speaker: bool) -> None:
        self.used.add(act.id)
        force = act.scheme or act.text
        if force.lower() not in _PLAIN_FORCE:
            why = "a map keeps who said something, not with what force"
            self._build.lose(f"illocutionary force {force}", act.id, why)
        if not is_speaker:
            self.used.add(locution.id)
            why = "it is not an assertion, and another one is"
            self._build.lose("locution (L) of another speaker", locution.id, why)

    def _use_words(self, sayings: list[Saying], first: Saying, locutions: list[Node]) -> None:
        for saying, locution in zip(sayings, locutions, strict=True):
            self.used.add(locution.id)
            if saying.quote not in {"", first.quote}:
                self._build.lose("second wording of a statement", locution.id, "a statement has one quote")

    def _saying(self, node: Node, text: str) -> Saying:
        """Tell who said a locution, and what, if it differs from a text."""
        said = self._said.get(node.id, [])
        names = {
            one.person: len(f"{self._names[one.person]}{mark}")
            for one in said
            for mark in _MARKS
            if node.text.startswith(f"{self._names[one.person]}{mark}")
        }
        people = dict.fromkeys(self._keys[person] for person in names or [one.person for one in said])
        for one in said:
            if self._keys[one.person] not in people:
                why = "the words name another one"
                self._build.lose("second speaker of a locution", f"{one.person} of {node.id}", why)
        words = node.text[max(names.values(), default=0) :]
        if prefix := _PREFIX.match(node.text) if node.id in self._unlisted else None:
            people = dict.fromkeys([self._unlisted[node.id]])
            words = node.text[prefix.end() :]
        quote = words if node.type == "L" and words.strip() != text.strip() else ""
        start, source = (said[0].start, said[0].source) if said else ("", "")
        return Saying(tuple(people), words, quote, start, source)


def _questions(act: Node) -> bool:
    force = (act.scheme or act.text).lower()
    return any(word in force for word in _QUESTIONING)
