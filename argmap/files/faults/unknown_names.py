"""Every name that a record uses must be somebody's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location, Related, Severity
from argmap.files.faults.suggestions import keys_by_name
from argmap.files.faults.unread_names import UnreadNames
from argmap.files.yaml.places import Places
from argmap.model import Aim, AttackKind, Claim, Rebuttal
from argmap.text.fold import fold
from argmap.text.lookalikes import look_alike
from argmap.text.nearest import nearest, quoted

_WARNING = Severity.WARNING


def check_references(argument_map: ArgumentMap, places: Places, lost: UnreadNames) -> Iterator[Diagnostic]:
    """Find names that nothing in the map has, and ids that two things have.

    People, sources and tags may go undeclared altogether; where a map declares some, all must be.

    Args:
        argument_map: the valid records.
        places: where they stand.
        lost: what could not be read, whose names count as known.
    """
    yield from _References(argument_map, places, lost).check()


@dataclass
class _References:
    map: ArgumentMap
    places: Places
    lost: UnreadNames

    @cached_property
    def _targets(self) -> Mapping[str, object]:
        return {**self.map.statements, **self.map.inferences, **self.map.named_attacks}

    def check(self) -> Iterator[Diagnostic]:
        yield from self._repeated_inferences()
        yield from self._repeated_attacks()
        for section, records in (("claims", self.map.claims), ("rebuttals", self.map.rebuttals)):
            for statement in records.values():
                yield from self._statement(section, statement)
        for key, person in self.map.people.items():
            for number, member in enumerate(person.members):
                yield from self._named(
                    "R302", "people", key, ("members", number), member, "person", self.map.people
                )

    def _is_sound(self, statement: Claim | Rebuttal) -> bool:
        """Tell, without looking for places, that every name in a statement is known: nearly all are."""
        statements, people, sources = self.map.statements, self.map.people, self.map.sources
        return (
            (statement.by is None or not people or statement.by in people)
            and (statement.source is None or not sources or statement.source.work in sources)
            and all(premise in statements for step in statement.because for premise in step.premises)
            and all(other in statements for other in statement.restates)
            and (isinstance(statement, Claim) or self._is_plain(statement))
        )

    def _is_plain(self, rebuttal: Rebuttal) -> bool:
        """Tell that a rebuttal hits nothing but statements, alone, and is not marked as settled."""
        statements = self.map.statements
        return (
            rebuttal.kind is not AttackKind.UNDERCUT
            and rebuttal.marker is None
            and all(
                aim.target in statements and aim.kind is None and not aim.jointly for aim in rebuttal.aims
            )
        )

    def _statement(self, section: str, statement: Claim | Rebuttal) -> Iterator[Diagnostic]:
        if self._is_sound(statement):
            return
        if statement.by and self.map.people:
            yield from self._named(
                "R302", section, statement.id, ("by",), statement.by, "person", self.map.people
            )
        yield from self._works(section, statement)
        for number, step in enumerate(statement.because):
            for position, premise in enumerate(step.premises):
                path = ("because", number, "premises", position)
                yield from self._statement_named(section, statement.id, path, premise)
        for number, other in enumerate(statement.restates):
            yield from self._statement_named(section, statement.id, ("restates", number), other)
        if isinstance(statement, Rebuttal):
            for number, aim in enumerate(statement.aims):
                yield from self._target(statement, number, aim)
                for position, partner in enumerate(aim.jointly):
                    path = ("attacks", number, "with", position)
                    yield from self._statement_named(section, statement.id, path, partner)

    def _works(self, section: str, statement: Claim | Rebuttal) -> Iterator[Diagnostic]:
        if not self.map.sources:
            return
        fields = ["source"]
        if isinstance(statement, Rebuttal):
            fields += ["conceded", "withdrawn", "answered_elsewhere"]
        for field in fields:
            citation = getattr(statement, field)
            if citation is not None:
                path = (field.replace("_", "-"),)
                yield from self._named(
                    "R303", section, statement.id, path, citation.work, "source", self.map.sources
                )

    def _statement_named(
        self, section: str, record: str, path: tuple[str | int, ...], name: str
    ) -> Iterator[Diagnostic]:
        if name in self.map.inferences:
            message = f"`{name}` is an inference, where only a claim or a rebuttal can stand"
            place = self.places.find_words(name, section, record, *path)
            yield Diagnostic(place, "R304", message, hint="name the inference's conclusion or its premises")
        else:
            yield from self._named(
                "R301", section, record, path, name, "claim or rebuttal", self.map.statements
            )

    def _target(self, rebuttal: Rebuttal, number: int, aim: Aim) -> Iterator[Diagnostic]:
        path = ("attacks", number, "target")
        target, kind = aim.target, aim.kind or rebuttal.kind
        is_inference = target in self.map.inferences
        if is_inference or target in self.map.named_attacks:
            if kind is not AttackKind.UNDERCUT and rebuttal.id not in self.lost:
                inside = ("attacks", number, "kind") if aim.kind else ("kind",)
                if not aim.kind and kind is AttackKind.REBUT and not self._says_kind(rebuttal):
                    inside = path
                place = self.places.find("rebuttals", rebuttal.id, *inside)
                what = "inference" if is_inference else "attack"
                message = f"an {what} can only be undercut, and `{target}` is one"
                instead = "its conclusion or one of its premises" if is_inference else "who makes it"
                hint = f"write `kind: undercut`, or attack {instead}"
                yield Diagnostic(place, "R305", message, hint=hint)
            return
        what = "claim, inference, rebuttal or named attack"
        yield from self._named("R301", "rebuttals", rebuttal.id, path, target, what, self._targets)
        claim = self.map.claims.get(target)
        if claim and kind is AttackKind.UNDERCUT and len(claim.because) != 1 and target not in self.lost:
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

    def _named(
        self,
        code: str,
        section: str,
        record: str,
        path: tuple[str | int, ...],
        name: str,
        what: str,
        known: Mapping[str, object],
    ) -> Iterator[Diagnostic]:
        if name in known or name in self.lost:
            return
        hint = self._named_so(name, known) or _nearly_so(name, known)
        if hint or not self.lost.has_nameless:
            place = self.places.find_words(name, section, record, *path)
            yield Diagnostic(
                place, code, f"there is no {what} `{name}`", hint=hint or self._declare(what, name)
            )

    def _declare(self, what: str, name: str) -> str:
        if what in {"person", "source"}:
            section = {"person": "people", "source": "sources"}[what]
            return f"add it under `{section}`"
        if name in self.map.people:
            return f"`{name}` is a person; name what they said"
        if name in self.map.sources:
            return f"`{name}` is a source; name what stands in it"
        return "add it under `claims` or `rebuttals`"

    def _named_so(self, name: str, known: Mapping[str, object]) -> str:
        """Ask for the key of whoever or whatever is called so, or spelled so in another way."""
        keys = self._keys_by_name.get(fold(name), ())
        return _ask(name, [key for key in keys if key in known])

    @cached_property
    def _keys_by_name(self) -> Mapping[str, list[str]]:
        return keys_by_name(self.map)

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


def _nearly_so(name: str, known: Mapping[str, object]) -> str:
    """Ask for the names that look most like one; automatic ids of inferences only where one was written."""
    usual = known if "/" in name else [other for other in known if "/" not in other]
    return _ask(name, nearest(name, usual))


def _ask(name: str, near: list[str]) -> str:
    """Ask for names; of one that one cannot tell apart by looking, say so."""
    if len(near) == 1 and look_alike(name, near[0]):
        return f"did you mean `{near[0]}`? It looks the same, but holds letters of another script"
    return quoted(near, "did you mean")
