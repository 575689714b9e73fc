"""From an AIF graph to a map (Chesñevar et al. 2006; Rahwan, Zablith and Reed 2007; Reed and Budzynska 2011).

I-nodes become statements, RA-nodes inferences, CA-nodes attacks, MA-nodes restatements. A CA on an RA
undercuts the inference, a CA on a CA the attack. Who said an I-node is found through the illocutions that
anchor it in locutions; what was said, word for word, becomes the quote. Of what was only asked see
`argmap.formats.aif.questions`. Transitions and other nodes that only tell how the dialogue went are losses.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from argmap.formats.aif.document import AifDocument, Node
from argmap.formats.aif.questions import TAG, without_claiming
from argmap.formats.aif.speakers import Speakers
from argmap.formats.base import Imported
from argmap.formats.builder import MapBuilder
from argmap.formats.names import is_opaque, is_telling
from argmap.model import AttackKind, Basis
from argmap.queries.live_attacks import live_attacks

PROPOSITIONS: Final = frozenset({"I", "EN"})
SCHEMES: Final = frozenset({"RA", "CA", "MA"})
_TERMS: Final = PROPOSITIONS | {"L"}
_PART: Final = "part of a locution (L) in an argument"
_DIALOGUE: Final = {"TA": "transition (TA)", "L": "locution (L)", "YA": "illocution (YA)"}


def to_map(document: AifDocument, file: str) -> Imported:
    """Make a map of an AIF graph.

    Args:
        document: the graph.
        file: the name of its file.
    """
    return _Reading(document, file).read()


class _Reading:
    def __init__(self, document: AifDocument, file: str) -> None:
        self.document = document
        self.nodes = document.nodes
        self.build = MapBuilder(file)
        self.build.losses.extend(document.losses)
        self.build.info.update(document.info)
        self.into: dict[str, list[str]] = {name: [] for name in self.nodes}
        self.out: dict[str, list[str]] = {name: [] for name in self.nodes}
        for start, end in dict.fromkeys(document.edges):
            if start in self.nodes and end in self.nodes:
                self.into[end].append(start)
                self.out[start].append(end)
            else:
                self.build.lose("edge to a missing node", f"{start} to {end}", "the file has no such node")
        self.works = {key: self.build.source(**work) for key, work in document.works.items()}
        self.stem = PurePath(file).stem
        self.ids: dict[str, str] = {}
        self.asked: list[str] = []
        self.parties: dict[str, frozenset[str]] = {}
        self.steps: dict[str, list[str]] = {}
        self.attacker_of: dict[str, str] = {}

    def read(self) -> Imported:
        self.speakers = Speakers(self.document, self.into, self.out, self.build)
        self._add_statements()
        attacked = {end for node in self._all("CA") for end in self.out[node.id]}
        for node in self._all("RA"):
            self._add_inferences(node, needs_name=node.id in attacked)
        self._add_attacks()
        for node in self._all("MA"):
            self._add_restatements(node)
        self._name_the_rest()
        built = self.build.build()
        return replace(built, map=without_claiming(built.map, frozenset(self.asked)))

    def _add_statements(self) -> None:
        """Add every proposition, and the locutions that arguments cannot do without."""
        arguing = [node for node in self._all("L") if self._schemes(node)]
        content = {node.id: self._content(node) for node in arguing}
        needed = self._needed({name for name, proposition in content.items() if not proposition})
        for node in self.nodes.values():
            if node.type in PROPOSITIONS or node.id in needed:
                self._add_statement(node)
        for name, proposition in content.items():
            if proposition:
                self.ids[name] = self.ids[proposition]
                self.build.lose(_PART, name, "what it says takes part in its place")
            elif name in needed:
                why = "an argument that has nothing else there needs it, and it became a statement"
                self.build.lose("locution (L) as such", name, why)
            else:
                self.build.lose(_PART, name, "no inference or conflict needs it")
                self.speakers.used.add(name)

    def _needed(self, bare: set[str]) -> set[str]:
        """Give the locutions without which inferences or conflicts lack an end.

        Args:
            bare: the locutions that say no proposition, from which to choose.
        """
        needed: set[str] = set()
        for node in (*self._all("RA"), *self._all("CA")):
            hit = {"RA", "CA"} if node.type == "CA" else set()
            sources, targets = self.into[node.id], self.out[node.id]
            ends = (sources, _TERMS), (targets, _TERMS | hit)
            if all(any(self.nodes[name].type in kinds for name in names) for names, kinds in ends):
                for names, kinds in ends:
                    if not any(self.nodes[name].type in kinds and name not in bare for name in names):
                        needed.update(bare.intersection(names))
        return needed

    def _all(self, kind: str) -> list[Node]:
        return [node for node in self.nodes.values() if node.type == kind]

    def _schemes(self, node: Node) -> list[str]:
        """Give the inferences, conflicts and rephrases that a node takes part in."""
        neighbours = (*self.into[node.id], *self.out[node.id])
        return [name for name in neighbours if self.nodes[name].type in SCHEMES]

    def _content(self, node: Node) -> str:
        """Give the one proposition that a locution is the anchor of; empty where it must stand for itself."""
        acts = [name for name in self.out[node.id] if self.nodes[name].type == "YA"]
        said = [end for act in acts for end in self.out[act] if self.nodes[end].type in PROPOSITIONS]
        is_party = len(said) == 1 and any(said[0] in self._parties(name) for name in self._schemes(node))
        return said[0] if len(said) == 1 and not is_party else ""

    def _parties(self, scheme: str) -> frozenset[str]:
        """Give the nodes at both ends of a scheme."""
        if scheme not in self.parties:
            self.parties[scheme] = frozenset((*self.into[scheme], *self.out[scheme]))
        return self.parties[scheme]

    def _add_statement(self, node: Node) -> None:
        saying = self.speakers.of(node)
        fields = dict(self.document.details.get(node.id, {}))
        if cited := fields.get("source"):
            fields["source"] = {**cited, "work": self.works[cited["work"]]}
        if saying.quote or saying.start or saying.source:
            fields.setdefault("source", self._citation(saying.source, saying.start))
            fields.setdefault("quote", saying.quote)
        if node.type == "EN":
            fields["basis"] = Basis.INFERRED
        if is_asked := saying.is_asked and bool(saying.people):
            fields["tags"] = (*fields.get("tags", ()), TAG)
        self.ids[node.id] = self.build.statement(
            "" if is_opaque(node.id) and saying.words else node.id,
            text=saying.words,
            origin=node.id,
            by=self.build.joint(saying.people),
            **fields,
        )
        if is_asked:
            self.asked.append(self.ids[node.id])

    def _citation(self, work: str, locator: str) -> dict[str, str | None]:
        return {"work": self.build.work(work or self.stem), "locator": locator or None}

    def _known(self, names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(self.ids[name] for name in names if name in self.ids))

    def _scheme(self, node: Node) -> str | None:
        return None if node.is_unnamed else self.build.clean(node.scheme or node.text, node.id)

    def _add_inferences(self, node: Node, *, needs_name: bool) -> None:
        premises, conclusions = self._known(self.into[node.id]), self._known(self.out[node.id])
        if not premises or not conclusions:
            what = "inference (RA) without a " + ("conclusion" if premises else "premise")
            self.build.lose(what, node.id, "an inference needs at least one premise and a conclusion")
            return
        if len(conclusions) > 1:
            why = "it became an inference for each conclusion"
            self.build.lose("inference (RA) with several conclusions as one", node.id, why)
        for conclusion in conclusions:
            name = node.id if needs_name or is_telling(node.id) else ""
            step = self.build.inference(
                conclusion, premises, name=name, origin=node.id, scheme=self._scheme(node)
            )
            self.steps.setdefault(node.id, []).append(step)

    def _add_attacks(self) -> None:
        """Add attacks in two rounds, since an attack may be hit by one that stands before it."""
        whole = [node for node in self._all("CA") if self._is_whole(node)]
        hitting = live_attacks({node.id: self.out[node.id] for node in whole}, {*self.ids, *self.steps})
        conflicts = [node for node in whole if node.id in hitting]
        for node in whole:
            if node.id not in hitting:
                self.build.lose("conflict (CA)", node.id, "what it attacks could not be carried over")
        made: dict[str, set[str]] = {}
        for node in conflicts:
            attacker = self._known(self.into[node.id])[0]
            made.setdefault(attacker, set()).add(node.id)
            self.attacker_of[node.id] = attacker
        attacked = {end for node in conflicts for end in self._hits(node, made)[1]}
        names = {
            node.id: self.build.reserve(node.id, "attack")
            for node in conflicts
            if node.id in attacked or is_telling(node.id)
        }
        for node in conflicts:
            self._add_attack(node, names, made)

    def _is_whole(self, node: Node) -> bool:
        sources = self._known(self.into[node.id])
        targets = [
            end for end in self.out[node.id] if end in self.ids or self.nodes[end].type in {"RA", "CA"}
        ]
        if sources and targets:
            return True
        what = "conflict (CA) without " + ("anything that it attacks" if sources else "an attacker")
        self.build.lose(what, node.id, "an attack runs from a statement to what it hits")
        return False

    def _add_attack(self, node: Node, names: dict[str, str], made: dict[str, set[str]]) -> None:
        attacker, *partners = self._known(self.into[node.id])
        targets = self._targets(node, names, made)
        if len(targets) > 1:
            why = "it became an attack on each target"
            self.build.lose("conflict (CA) with several targets as one", node.id, why)
        for target, kind in targets:
            self.build.attack(
                attacker,
                target,
                kind,
                name=names.get(node.id, ""),
                origin=node.id,
                jointly=tuple(partners),
                scheme=self._scheme(node),
            )

    def _targets(
        self, node: Node, names: dict[str, str], made: dict[str, set[str]]
    ) -> list[tuple[str, AttackKind]]:
        ends = self.out[node.id]
        targets = [(self.ids[end], AttackKind.REBUT) for end in ends if end in self.ids]
        targets += [(step, AttackKind.UNDERCUT) for end in ends for step in self.steps.get(end, ())]
        rebuttals, conflicts = self._hits(node, made)
        targets += [(attacker, AttackKind.UNDERCUT) for attacker in rebuttals]
        return targets + [(names[end], AttackKind.UNDERCUT) for end in conflicts]

    def _hits(self, node: Node, made: dict[str, set[str]]) -> tuple[list[str], list[str]]:
        """Part the conflicts that one attacks: rebuttals of which it hits all, and the others one by one."""
        hit = dict.fromkeys(end for end in self.out[node.id] if end in self.attacker_of)
        count = Counter(self.attacker_of[end] for end in hit)
        whole = [attacker for attacker, times in count.items() if times == len(made[attacker])]
        return whole, [end for end in hit if count[self.attacker_of[end]] < len(made[self.attacker_of[end]])]

    def _add_restatements(self, node: Node) -> None:
        sources, targets = self._known(self.into[node.id]), self._known(self.out[node.id])
        if not sources or not targets:
            why = "a restatement needs both statements"
            self.build.lose("rephrase (MA) with an end missing", node.id, why)
            return
        for source in sources:
            for target in targets:
                if not self.build.restate(source, target):
                    why = "one statement restates another once"
                    self.build.lose("second rephrase (MA) of the same two", node.id, why)
        if self._scheme(node):
            self.build.lose("scheme of a rephrase (MA)", node.id, "a restatement has no scheme")

    def _name_the_rest(self) -> None:
        """Name the nodes and edges that nothing was made of."""
        for node in self.nodes.values():
            if node.type in SCHEMES or node.id in self.ids or node.id in self.speakers.used:
                continue
            what = _DIALOGUE.get(node.type, f"node of type {node.type}")
            self.build.lose(what, node.id, "a map does not record how a dialogue went")
        ends = SCHEMES | PROPOSITIONS
        for start, ways in self.out.items():
            for end in ways:
                kinds = self.nodes[start].type, self.nodes[end].type
                undercuts = kinds[0] == "CA" and kinds[1] in {"RA", "CA"}
                steps = (start in self.ids) != (end in self.ids)
                if set(kinds) <= ends and not steps and not undercuts:
                    where = f"{start} to {end}"
                    self.build.lose(
                        f"edge from {kinds[0]} to {kinds[1]}", where, "a map has no such relation"
                    )
