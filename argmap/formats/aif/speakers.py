"""Who said what in an AIF graph."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argmap.formats.aif.document import AifDocument, Locution, Node
from argmap.formats.aif.prefix import folded, prefix_of, words_after
from argmap.formats.aif.questions import is_asking
from argmap.formats.builder import MapBuilder

_UNSPOKEN: Final = frozenset({"RA", "CA", "MA", "YA", "TA"})
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
        is_asked: whether they only asked.
    """

    people: tuple[str, ...] = ()
    words: str = ""
    quote: str = ""
    start: str = ""
    source: str = ""
    is_asked: bool = False


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
        locutions = (node for node in self._nodes.values() if node.type == "L")
        self._prefixes = {node.id: found for node in locutions if (found := prefix_of(node.text))}
        self._said: dict[str, list[Locution]] = {}
        for locution in document.locutions:
            self._add_locution(locution)
        self._counts = Counter(locution.person for locution in document.locutions)
        self._keys, self._names = self._add_people(document)
        self._by_words = self._add_unlisted(document.participants)

    def _add_locution(self, locution: Locution) -> None:
        node = self._nodes.get(locution.node)
        if node is None:
            self._build.lose("locution of a missing node", locution.node, "the file has no such node")
            return
        self._said.setdefault(node.id, []).append(locution)
        if node.type in _UNSPOKEN:
            what, where = f"speaker of a node of type {node.type}", f"{locution.person} of {node.id}"
            self._build.lose(what, where, "a map keeps who made a statement")

    def _add_people(self, document: AifDocument) -> tuple[dict[str, str], dict[str, str]]:
        """Add everybody who has an id, named by the list of participants, else by most of their locutions."""
        begin: dict[str, Counter[str]] = {}
        for locution in document.locutions:
            prefix = self._prefixes.get(locution.node)
            begin.setdefault(locution.person, Counter()).update([prefix.name] if prefix else [])
        names = {person: name for person, name in document.participants.items() if name}
        for person in (*document.participants, *begin):
            common = begin[person].most_common(1) if person in begin else []
            names.setdefault(person, common[0][0] if common else f"Person {person}")
        keys = {
            person: self._build.person(names[person], foreign=person)
            for person in dict.fromkeys((*document.participants, *begin))
        }
        return keys, names

    def _add_unlisted(self, participants: Mapping[str, str]) -> dict[str, str]:
        """Find whom only the words of a locution name, and add those who are not known by that name.

        AIFdb gives one number to several people, and in many corpora none at all; then the words count.
        A list of participants counts more than the words.
        """
        known = {folded(name): self._keys[person] for person, name in reversed(self._names.items())}
        sure = {folded(prefix.name) for prefix in self._prefixes.values() if prefix.is_sure}
        found: dict[str, str] = {}
        for name, prefix in self._prefixes.items():
            same = folded(prefix.name)
            is_name = prefix.is_sure or same in sure or same in known
            listed = any(
                participants.get(one.person) or folded(self._names[one.person]) == same
                for one in self._said.get(name, ())
            )
            if is_name and not listed and not self._is_analysis(self._nodes[name]):
                found[name] = known.get(same) or self._build.person(prefix.name)
        return found

    def _is_analysis(self, node: Node) -> bool:
        """Tell whether a locution is the analyst's, and merely reports what another one said."""
        acts = [act for act in self._out[node.id] if self._type(act) == "YA"]
        return {self._type(end) for act in acts for end in self._out[act]} == {"L"}

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
        asserting = [pair for pair in anchors if not is_asking(pair[0])] or anchors
        is_all = len(asserting) == len(anchors)
        sayings = [self._saying(locution, node.text) for _, locution in asserting]
        for act, locution in anchors:
            self._use(act, locution, is_speaker=is_all or not is_asking(act))
        people = dict.fromkeys([*own.people, *(person for saying in sayings for person in saying.people)])
        first = next((saying for saying in sayings if saying.quote or saying.start or saying.source), own)
        self._use_words(sayings, first, [locution for _, locution in asserting])
        is_asked = bool(anchors) and all(is_asking(act) for act, _ in anchors)
        return Saying(tuple(people), node.text, first.quote, first.start, first.source, is_asked)

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
        people, words = [self._keys[one.person] for one in said], node.text
        after = {one.person: words_after(node.text, self._names[one.person]) for one in said}
        named = [person for person, found in after.items() if found is not None]
        if node.id in self._by_words:
            people, words = [self._by_words[node.id]], self._prefixes[node.id].words
        elif named:
            person = max(named, key=self._counts.__getitem__)
            people, words = [self._keys[person]], after[person] or ""
        for person, found in after.items():
            if self._keys[person] not in people:
                what = "second speaker of a locution" if found is None else "second number of a speaker"
                self._build.lose(what, f"{person} of {node.id}", "the words name another one")
        quote = words if node.type == "L" and words.strip() != text.strip() else ""
        start, source = (said[0].start, said[0].source) if said else ("", "")
        return Saying(tuple(dict.fromkeys(people)), words, quote, start, source)
