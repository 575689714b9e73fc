"""From a map to an AIF graph; `argmap.formats.aif.reading` turns it back."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.formats.aif.prefix import folded, prefix_of
from argmap.formats.aif.questions import FORCE, TAG, find_asked
from argmap.formats.base import Loss
from argmap.formats.left_out import Kept, left_out
from argmap.formats.names import joint_name
from argmap.model import Attack, AttackKind, Basis, Claim, Person, Rebuttal

_WHY: Final = "AIF has no place for it"
_PARTED: Final = "members of a person"
_KEPT: Final = Kept(
    people=("name",),
    sources=("title",),
    statements=("by", "title", "text", "source", "quote", "restates", "kind"),
    inferences=("scheme",),
    attacks=("id", "kind", "jointly", "scheme"),
)
_DEFAULTS: Final = {
    "RA": ("Default Inference", "72"),
    "CA": ("Default Conflict", "71"),
    "MA": ("Default Rephrase", "144"),
    "YA": ("Asserting", "74"),
}
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?")


def to_aif(argument_map: ArgumentMap) -> tuple[dict[str, list[dict[str, Any]]], tuple[Loss, ...]]:
    """Make the lists of an AIF section: nodes, edges, locutions and participants.

    A statement that has an author gets a locution, with its quote for words where it has one, and an
    illocution that anchors the statement in it.

    Args:
        argument_map: the map that is exported.

    Returns:
        The lists by name, and what of the map is not in them.
    """
    return _Writing(argument_map).write()


class _Writing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self.locutions: list[dict[str, Any]] = []
        statements = argument_map.statements.values()
        self.asked = find_asked(argument_map)
        heard = {f"{each.by}" for each in statements if self._is_heard(each)}
        self.losses = [
            loss
            for loss in left_out(argument_map, _KEPT, _WHY)
            if (loss.what != _PARTED or loss.where not in heard or self._members(loss.where) == (loss.where,))
            and not self._tells_a_question(loss)
        ]
        self.cited: set[str] = set()
        self.names = {folded(person.name) for person in argument_map.people.values()}

    def write(self) -> tuple[dict[str, list[dict[str, Any]]], tuple[Loss, ...]]:
        for statement in self.map.statements.values():
            self._node(statement.id, statement.text or statement.title or "", "I")
            self._check_words(statement)
            self._say(statement)
        for step in self.map.inferences.values():
            self._scheme(step.id, "RA", step.scheme, step.premises, (step.conclusion,))
        self._attacks()
        for statement in self.map.statements.values():
            for number, other in enumerate(statement.restates, 1):
                self._scheme(f"{statement.id}/restates/{number}", "MA", None, (statement.id,), (other,))
        self._check_sources()
        participants = [_participant(key, person) for key, person in self._voices()]
        lists = {"nodes": self.nodes, "edges": self.edges, "locutions": self.locutions}
        return {**lists, "participants": participants}, tuple(self.losses)

    def _is_heard(self, statement: Claim | Rebuttal) -> bool:
        return bool(statement.by) and (statement.basis is not Basis.INFERRED or statement.id in self.asked)

    def _tells_a_question(self, loss: Loss) -> bool:
        """Tell whether what seems lost is said by the force of an illocution."""
        if loss.where not in self.asked:
            return False
        only_tag = self.map.statements[loss.where].tags == (TAG,)
        return loss.what == "basis of a statement" or (only_tag and loss.what == "tags of a statement")

    def _node(self, name: str, text: str, kind: str) -> None:
        self.nodes.append({"nodeID": name, "text": text, "type": kind})

    def _edge(self, start: str, end: str) -> None:
        self.edges.append({"edgeID": str(len(self.edges) + 1), "fromID": start, "toID": end})

    def _scheme(
        self, name: str, kind: str, scheme: str | None, sources: Iterable[str], targets: Iterable[str]
    ) -> None:
        text, number = _DEFAULTS[kind]
        ids = {"scheme": scheme} if scheme else {"scheme": text, "schemeID": number}
        self.nodes.append({"nodeID": name, "text": scheme or text, "type": kind, **ids})
        for source in dict.fromkeys(sources):
            self._edge(source, name)
        for target in targets:
            self._edge(name, target)

    def _check_words(self, statement: Claim | Rebuttal) -> None:
        if statement.title and statement.text:
            self.losses.append(Loss("title of a statement", statement.id, "an I-node has one text"))
        elif statement.title:
            self.losses.append(Loss("title as such", statement.id, "it is written as the statement's text"))

    def _say(self, statement: Claim | Rebuttal) -> None:
        """Add who says a statement, one locution for each voice."""
        if not statement.by or not self._is_heard(statement):
            self._say_unheard(statement)
            return
        speakers = self._members(statement.by)
        for number, speaker in enumerate(speakers, 1):
            ending = f"/{number}" if len(speakers) > 1 else ""
            words = statement.quote or statement.text or statement.title or ""
            name = self._locute(statement, f"{self.map.person_name(speaker)} : {words}", ending)
            self.locutions.append(self._locution(statement, name, speaker))

    def _locute(self, statement: Claim | Rebuttal, words: str, ending: str = "") -> str:
        """Add a locution and the illocution that anchors a statement in it; give the locution's id."""
        name = f"{statement.id}/said{ending}"
        self._node(name, words, "L")
        force = FORCE if statement.id in self.asked else None
        self._scheme(f"{statement.id}/asserted{ending}", "YA", force, (name,), (statement.id,))
        return name

    def _say_unheard(self, statement: Claim | Rebuttal) -> None:
        """Add the words of a statement that has no speaker, unless they begin like a speaker's name."""
        is_told = bool(statement.quote and not statement.by and not self._begins_with_a_name(statement.quote))
        if is_told and statement.quote:
            self._locute(statement, statement.quote)
        for field in ("by", "source", "quote"):
            if getattr(statement, field) and not (is_told and field == "quote"):
                why = "AIF tells it of what somebody said, and here nobody did"
                self.losses.append(Loss(f"{field} of a statement", statement.id, why))

    def _begins_with_a_name(self, words: str) -> bool:
        prefix = prefix_of(words)
        return prefix is not None and (prefix.is_sure or folded(prefix.name) in self.names)

    def _locution(self, statement: Claim | Rebuttal, name: str, speaker: str) -> dict[str, Any]:
        source = statement.source
        start = source.locator if source and source.locator and _TIME.fullmatch(source.locator) else None
        if source:
            self.cited.add(source.work)
            if source.locator and not start:
                why = "the locutions of AIF have a time, but no other place in a work"
                self.losses.append(Loss("locator of a source", statement.id, why))
        work = source.work if source else None
        return {"nodeID": name, "personID": speaker, "start": start, "end": None, "source": work}

    def _members(self, key: str) -> tuple[str, ...]:
        """Give the voices of a joint voice that is merely called after them, else the person alone."""
        person = self.map.people.get(key)
        names = [self.map.person_name(member) for member in person.members] if person else []
        return person.members if person and len(names) > 1 and person.name == joint_name(names) else (key,)

    def _voices(self) -> Iterator[tuple[str, Person]]:
        """Give everybody but the joint voices that are merely called after their members."""
        for key, person in self.map.people.items():
            if self._members(key) == (key,):
                yield key, person
        speaking = dict.fromkeys(locution["personID"] for locution in self.locutions)
        yield from ((key, Person(name=key)) for key in speaking if key not in self.map.people)

    def _attacks(self) -> None:
        counts: dict[str, int] = {}
        names: dict[int, str] = {}
        made: dict[str, list[str]] = {}
        for attack in self.map.attacks:
            counts[attack.rebuttal] = counts.get(attack.rebuttal, 0) + 1
            name = attack.id or f"{attack.rebuttal}/attacks/{counts[attack.rebuttal]}"
            names[id(attack)] = name
            made.setdefault(attack.rebuttal, []).append(name)
        for attack in self.map.attacks:
            targets = self._targets(attack, made)
            self._scheme(
                names[id(attack)], "CA", attack.scheme or None, (attack.rebuttal, *attack.jointly), targets
            )

    def _targets(self, attack: Attack, made: dict[str, list[str]]) -> list[str]:
        if attack.denies:
            return [attack.denies]
        if attack.kind is AttackKind.UNDERCUT and attack.target in self.map.rebuttals:
            return made[attack.target]
        if attack.kind is AttackKind.UNDERMINE or (
            attack.kind is AttackKind.UNDERCUT and attack.target in self.map.claims
        ):
            where = attack.id or f"{attack.rebuttal} on {attack.target}"
            self.losses.append(Loss(f"{attack.kind} as such", where, "AIF has one kind of conflict"))
        return [attack.target]

    def _check_sources(self) -> None:
        for key, source in self.map.sources.items():
            if key not in self.cited:
                self.losses.append(Loss("source", key, _WHY))
            elif source.title != key:
                self.losses.append(Loss("title of a source", key, "a locution names its work by key"))


def _participant(key: str, person: Person) -> dict[str, Any]:
    first, _, last = person.name.rpartition(" ")
    return {"participantID": key, "firstname": first, "surname": last}
