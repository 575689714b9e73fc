"""Every name that a record uses must be somebody's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location, Related, Severity
from argmap.files.faults.record_names import RecordNames, Use, all_used, uses
from argmap.files.faults.suggestions import keys_by_name
from argmap.files.faults.unread_names import UnreadNames
from argmap.files.yaml.places import Places
from argmap.model import Aim, AttackKind, Claim, Rebuttal, Record
from argmap.references import Named, Reference, references, used_names
from argmap.text.fold import fold
from argmap.text.lookalikes import look_alike
from argmap.text.nearest import KnownNames, quoted

_WARNING: Final = Severity.WARNING
_TOLD: Final[Mapping[Named, tuple[str, str]]] = {
    Named.PERSON: ("R302", "person"),
    Named.SOURCE: ("R303", "source"),
    Named.STATEMENT: ("R301", "claim or rebuttal"),
    Named.TARGET: ("R301", "claim, inference, rebuttal or named attack"),
}
"""The code and the words for a name that nothing has."""
_MOST_ASKED: Final = 3
"""Of more things that are called alike, one cannot tell which was meant."""


def check_references(
    argument_map: ArgumentMap, places: Places, unread: UnreadNames, names: RecordNames | None = None
) -> Iterator[Diagnostic]:
    """Find names that nothing in the map has, and ids that two things have.

    People, sources and tags may go undeclared altogether; where a map declares some, all must be.

    Args:
        argument_map: the valid records.
        places: where they stand.
        unread: what could not be read, whose names count as known.
        names: the names in the records, as far as they are remembered.
    """
    yield from _References(argument_map, places, unread, names).check()


@dataclass
class _References:
    map: ArgumentMap
    places: Places
    unread: UnreadNames
    names: RecordNames | None = None

    @cached_property
    def _known(self) -> Mapping[Named, Mapping[str, object]]:
        """Give what each kind of name may be; people and sources may be left undeclared altogether."""
        targets = {**self.map.statements, **self.map.inferences, **self.map.named_attacks}
        return {
            Named.PERSON: self.map.people,
            Named.SOURCE: self.map.sources,
            Named.STATEMENT: self.map.statements,
            Named.TARGET: targets,
        }

    @cached_property
    def _unknown(self) -> frozenset[Use]:
        """Find the names that nothing has: nearly always none, so that no record is looked at closely."""
        records = [record for _, _, record in self._records()]
        used = all_used(self.names.uses(records)) if self.names else used_names(records)
        undeclared = {
            kind
            for kind, known in ((Named.PERSON, self.map.people), (Named.SOURCE, self.map.sources))
            if not known
        }
        return frozenset(
            (kind, name)
            for kind, names in used.items()
            if kind in self._known and kind not in undeclared
            for name in names - self._known[kind].keys()
        )

    def check(self) -> Iterator[Diagnostic]:
        yield from self._repeated_inferences()
        yield from self._repeated_attacks()
        yield from self._unknown_names()
        for rebuttal in self.map.rebuttals.values():
            yield from self._undercuts(rebuttal)

    def _records(self) -> Iterator[tuple[str, str, Record]]:
        for section in ("claims", "rebuttals", "people"):
            for key, record in getattr(self.map, section).items():
                yield section, key, record
        yield "map", "", self.map.info

    def _unknown_names(self) -> Iterator[Diagnostic]:
        if not self._unknown:
            return
        records = [record for _, _, record in self._records()]
        used = self.names.uses(records) if self.names else map(uses, records)
        for (section, key, record), names in zip(self._records(), used, strict=True):
            if not self._unknown.isdisjoint(names):
                yield from self._unknown_in(section, key, record)

    def _unknown_in(self, section: str, key: str, record: Record) -> Iterator[Diagnostic]:
        for one in references(record):
            # A reviewed target that is attacked no more is told by a rule of its own.
            if (one.kind, one.name) in self._unknown and one.path[0] != "seen":
                if one.kind is Named.STATEMENT and one.name in self.map.inferences:
                    yield self._inference_named(section, key, one)
                else:
                    yield from self._nothing_named(section, key, one)

    def _inference_named(self, section: str, key: str, one: Reference) -> Diagnostic:
        message = f"`{one.name}` is an inference, where only a claim or a rebuttal can stand"
        place = self.places.find_words(one.name, section, key, *one.path)
        return Diagnostic(place, "R304", message, hint="name the inference's conclusion or its premises")

    def _nothing_named(self, section: str, key: str, one: Reference) -> Iterator[Diagnostic]:
        if one.name in self.unread:
            return
        known = self._known[one.kind]
        hint = self._named_so(one.name, known) or self._nearly_so(one)
        if hint or not self.unread.has_nameless:
            code, what = _TOLD[one.kind]
            place = self.places.find_words(one.name, section, key, *one.path)
            message = f"there is no {what} `{one.name}`"
            yield Diagnostic(place, code, message, hint=hint or self._declare(one))

    def _undercuts(self, rebuttal: Rebuttal) -> Iterator[Diagnostic]:
        statements = self.map.statements
        for number, aim in enumerate(rebuttal.aims):
            kind = aim.kind or rebuttal.kind
            if kind is AttackKind.UNDERCUT or aim.target not in statements:
                yield from self._target(rebuttal, number, aim, kind)

    def _target(self, rebuttal: Rebuttal, number: int, aim: Aim, kind: AttackKind) -> Iterator[Diagnostic]:
        """Find attacks on steps and on attacks that are not undercuts, and undercuts that hit nothing."""
        target = aim.target
        is_inference = target in self.map.inferences
        if is_inference or target in self.map.named_attacks:
            if kind is not AttackKind.UNDERCUT and rebuttal.id not in self.unread:
                inside = ("attacks", number, "kind") if aim.kind else ("kind",)
                if not aim.kind and kind is AttackKind.REBUT and not self._says_kind(rebuttal):
                    inside = ("attacks", number, "target")
                place = self.places.find("rebuttals", rebuttal.id, *inside)
                what = "inference" if is_inference else "attack"
                message = f"an {what} can only be undercut, and `{target}` is one"
                instead = "its conclusion or one of its premises" if is_inference else "who makes it"
                hint = f"write `kind: undercut`, or attack {instead}"
                yield Diagnostic(place, "R305", message, hint=hint)
            return
        claim = self.map.claims.get(target)
        if claim and kind is AttackKind.UNDERCUT and len(claim.because) != 1 and target not in self.unread:
            yield self._ambiguous_undercut(rebuttal, number, claim)

    def _says_kind(self, rebuttal: Rebuttal) -> bool:
        """Tell whether a rebuttal's kind is written, and not merely taken for the usual one."""
        return "kind" in rebuttal.model_fields_set

    def _ambiguous_undercut(self, rebuttal: Rebuttal, number: int, claim: Claim) -> Diagnostic:
        count = f"{len(claim.because)} inferences" if claim.because else "no inference"
        message = f"the undercut does not say which step it hits: `{claim.id}` has {count}"
        named = [step.id for step in claim.because if "/" not in step.id]
        if not claim.because:
            hint = "write the claim's reasons under its `because`, or make this a rebut or an undermine"
        elif named:
            hint = "name one of " + ", ".join(f"`{step}`" for step in named)
        else:
            hint = "give the inference that is meant an `id`, and name that"
        place = self.places.find_words(claim.id, "rebuttals", rebuttal.id, "attacks", number)
        return Diagnostic(place, "R306", message, _WARNING, hint)

    def _declare(self, one: Reference) -> str:
        if one.kind is Named.PERSON:
            return "add it under `people`"
        if one.kind is Named.SOURCE:
            return "add it under `sources`"
        if one.name in self.map.people:
            return f"`{one.name}` is a person; name what they said"
        if one.name in self.map.sources:
            return f"`{one.name}` is a source; name what stands in it"
        return "add it under `claims` or `rebuttals`"

    def _named_so(self, name: str, known: Mapping[str, object]) -> str:
        """Ask for the key of whoever or whatever is called so, or spelled so in another way."""
        keys = self._keys_by_name.get(fold(name), ())
        return _ask(name, list(islice((key for key in keys if key in known), _MOST_ASKED)))

    def _nearly_so(self, one: Reference) -> str:
        """Ask for the names most like one; automatic ids of inferences only where one was written."""
        is_automatic = "/" in one.name
        if (one.kind, is_automatic) not in self._known_names:
            usual = (other for other in self._known[one.kind] if is_automatic or "/" not in other)
            self._known_names[one.kind, is_automatic] = KnownNames(usual)
        return _ask(one.name, self._known_names[one.kind, is_automatic].nearest(one.name))

    @cached_property
    def _known_names(self) -> dict[tuple[Named, bool], KnownNames]:
        """Each kind of names, with and without automatic ids, as far as somebody has missed one of them."""
        return {}

    @cached_property
    def _keys_by_name(self) -> Mapping[str, list[str]]:
        return keys_by_name(self.map, self.names)

    def _repeated_inferences(self) -> Iterator[Diagnostic]:
        seen: dict[str, tuple[str, str, int]] = {}
        for section, records in (("claims", self.map.claims), ("rebuttals", self.map.rebuttals)):
            for statement in records.values():
                for number, step in enumerate(statement.because):
                    here = (section, statement.id, number)
                    if step.id in seen or step.id in self.map.statements:
                        yield self._repeated(step.id, here, seen.get(step.id))
                    seen.setdefault(step.id, here)

    def _repeated_attacks(self) -> Iterator[Diagnostic]:
        seen: dict[str, Location] = {}
        for rebuttal in self.map.rebuttals.values():
            for number, aim in enumerate(rebuttal.aims):
                if not aim.id:
                    continue
                place = self.places.find("rebuttals", rebuttal.id, "attacks", number, "id")
                if aim.id in seen or aim.id in self.map.statements or aim.id in self.map.inferences:
                    first = seen.get(aim.id)
                    related = (Related(first, "first here"),) if first else ()
                    hint = "give one of the two another id"
                    yield Diagnostic(place, "R307", f"the id `{aim.id}` is taken", hint=hint, related=related)
                seen.setdefault(aim.id, place)

    def _repeated(
        self, name: str, here: tuple[str, str, int], first: tuple[str, str, int] | None
    ) -> Diagnostic:
        place = self.places.find(here[0], here[1], "because", here[2], "id")
        if first:
            before = self.places.find(first[0], first[1], "because", first[2], "id")
        else:
            before = self.places.start("claims" if name in self.map.claims else "rebuttals", name)
        related = (Related(before, "first here"),)
        return Diagnostic(
            place, "R307", f"the id `{name}` is taken", hint="give one of the two another id", related=related
        )


def _ask(name: str, near: list[str]) -> str:
    """Ask for names; of one that one cannot tell apart by looking, say so."""
    if len(near) == 1 and look_alike(name, near[0]):
        return f"did you mean `{near[0]}`? It looks the same, but holds letters of another script"
    return quoted(near, "did you mean")
