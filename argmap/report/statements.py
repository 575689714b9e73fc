"""How a statement is printed wherever it appears: what, whence, on what grounds, against what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis, Citation, Claim, Inference, Rebuttal
from argmap.queries.buckets import NEEDS_REPLY, Bucket
from argmap.queries.dropped import in_words
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.queries.unanswered import Standing, awaits_reply
from argmap.report.page import Page, Part
from argmap.text.clean import one_line
from argmap.text.lists import and_list

if TYPE_CHECKING:
    from argmap.citations.bibliography import Bibliography

VERBS = {"rebut": "rebutted", "undermine": "undermined", "undercut": "undercut"}
_BUCKET_STYLES = {
    Bucket.UNCHALLENGED: "quiet",
    Bucket.OPEN: "open",
    Bucket.REOPENED: "open",
    Bucket.MUTUAL: "mutual",
}
"""Bucket -> its style; the others are answered in some way."""


def bucket_part(bucket: Bucket) -> tuple[str, str]:
    """Give the words for a bucket, and their style."""
    return bucket.words, _BUCKET_STYLES.get(bucket, "answered")


def _warrant_word(step: Inference) -> str:
    """Say whose the warrant of a step is: of a step that the editor supplied, the editor's."""
    return "warrant (editor's)" if step.basis is Basis.INFERRED else "warrant"


@dataclass(frozen=True)
class StatementWriter:
    """Writes statements of a map onto a page.

    Args:
        map: the map.
        standing: its buckets.
        page: where to. The replies to a statement are told once for each thing that is shown.
        cited: the works of the map in the style in which they are cited; by default in the usual one.
    """

    map: ArgumentMap
    standing: Standing
    page: Page
    cited: "Bibliography | None" = None
    _names: dict[str | None, str] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    @cached_property
    def works(self) -> "Bibliography":
        """The works of the map, as they are cited."""
        from argmap.citations.bibliography import Bibliography

        return self.cited or Bibliography(self.map)

    def begin(self) -> None:
        """Begin the page of another thing, on which nothing has been told yet."""
        self._told.clear()

    def head(
        self, statement: Claim | Rebuttal, indent: int = 2, *, author: bool = False, locator: bool = False
    ) -> None:
        """Write the title, if asked with who says it and the place in the source, and the id at the right."""
        parts: list[Part] = [(one_line(statement.label), "name")]
        if author and statement.by:
            parts = [f"{self.name(statement.by)}: ", *parts]
        if statement.basis is Basis.INFERRED:
            parts.append((" (inferred)", "inferred"))
        if locator and statement.source and statement.source.locator:
            parts.append((f", {one_line(statement.source.locator)}", "quiet"))
        self.page.entry(*parts, key=statement.id, indent=indent)

    def attribution(self, statement: Claim | Rebuttal) -> None:
        """Write what kind of statement it is, and whose."""
        kind = "main thesis" if isinstance(statement, Claim) and statement.main else "claim"
        if isinstance(statement, Rebuttal):
            kind = f"rebuttal ({statement.kind.value})"
        author = self.name(statement.by) if statement.by else None
        if statement.basis is Basis.INFERRED:
            drawn = f" from what {author} says" if author else ""
            self.page.paragraph(f"{kind}, ", ("inferred by the map's editor", "inferred"), drawn)
        else:
            self.page.paragraph(f"{kind}, by {author}" if author else kind)

    def body(self, statement: Claim | Rebuttal, indent: int = 4) -> None:
        """Write the text, and where it comes from."""
        if statement.text and statement.title:
            self.page.paragraph(one_line(statement.text), indent=indent)
        self.origin(statement, indent)
        if statement.note:
            self.page.paragraph(("Note: " + one_line(statement.note), "quiet"), indent=indent, hanging=2)

    def origin(self, statement: Claim | Rebuttal, indent: int = 4) -> None:
        """Write the quote and the place in the source, as far as they are given."""
        parts: list[Part] = []
        if statement.quote:
            parts.append((f"“{one_line(statement.quote)}”", "quote"))
        if statement.source:
            cited = one_line(self.works.short(statement.source).text())
            parts.append(f" ({cited})" if parts else cited)
        if parts:
            self.page.paragraph(*parts, indent=indent, hanging=2)

    def grounds(self, statement: Claim | Rebuttal, indent: int = 4) -> None:
        """Write each inference to the statement, with what attacks it."""
        for step in statement.because:
            self.inference(step, indent)

    def challenges(self, statement: Claim | Rebuttal, indent: int = 4) -> None:
        """Write each challenge to the statement itself, with its replies below."""
        self._told.add(statement.id)
        self._thread(self.map.attacks_on.get(statement.id, ()), indent)

    def uses(self, statement: Claim | Rebuttal, indent: int = 4) -> None:
        """Write what the statement is a reason for."""
        for step in self.map.uses_of.get(statement.id, ()):
            conclusion = self.map.statements[step.conclusion]
            author = f"{self.name(conclusion.by)}: " if conclusion.by not in {None, statement.by} else ""
            supplied = Basis.INFERRED in {step.basis, conclusion.basis}
            self.page.entry(
                ("supports ", "support"),
                f"{author}{one_line(conclusion.label)}",
                *([(" (inferred)", "inferred")] if supplied else []),
                key=conclusion.id,
                indent=indent,
            )

    def targets(self, rebuttal: Rebuttal, indent: int = 4) -> None:
        """Write what a rebuttal attacks, and how."""
        for attack in self.map.attacks_by.get(rebuttal.id, ()):
            target = self.map.statement_of(attack.target)
            step = self.map.inferences.get(attack.target)
            what = "the step to " if step else ""
            author = f"{self.name(target.by)}: " if target.by else ""
            self.page.entry(
                (f"{attack.kind.value}s ", "attack"),
                f"{what}{author}{one_line(target.label)}",
                key=attack.target,
                indent=indent,
            )

    def bucket(self, rebuttal: Rebuttal) -> list[Part]:
        """Give the words for where a challenge stands and who owes the reply."""
        bucket = self.standing.buckets.get(rebuttal.id)
        dropped: list[Part] = [", ", words] if (words := self.passed_over(rebuttal.id)) else []
        if bucket is None:
            inferred = rebuttal.basis is Basis.INFERRED
            told = "not counted, since nobody voiced it" if inferred else "reply on the claim's side"
            return [(told, "quiet"), *dropped]
        parts: list[Part] = [bucket_part(bucket)]
        debtors = owed_by(self.map, rebuttal)
        if debtors and awaits_reply(self.map, rebuttal, self.standing):
            parts.append(f", a reply is owed by {and_list(self.name(key) for key in debtors)}")
        elif bucket in NEEDS_REPLY and is_against_hypothetical(self.map, rebuttal):
            parts.append(", nobody is there to reply")
        if rebuttal.marker:
            place = rebuttal.conceded or rebuttal.withdrawn or rebuttal.answered_elsewhere
            parts.append(f": {one_line(self.works.short(place).text())}" if place else "")
        return [*parts, *dropped]

    def passed_over(self, rebuttal: str) -> tuple[str, str] | None:
        """Give the words for where a rebuttal was passed over, and their style; None where it was not."""
        words = in_words(
            one_line(self.works.short(Citation(work=work)).text())
            for work in self.standing.drops.passed_over.get(rebuttal, ())
        )
        return (words, "open") if words else None

    def name(self, key: str | None) -> str:
        """Give a person's name."""
        known = self._names.get(key)
        if known is None:
            known = self._names[key] = one_line(self.map.person_name(key))
        return known

    def inference(self, step: Inference, indent: int) -> None:
        """Write an inference: its premises, its warrant, and what undercuts it."""
        linked = ", jointly" if len(step.premises) > 1 else ""
        scheme = f" ({one_line(step.scheme)})" if step.scheme else ""
        supplied = [(", inferred by the editor", "inferred")] if step.basis is Basis.INFERRED else []
        self.page.paragraph(("because", "support"), f"{linked}{scheme}", *supplied, indent=indent)
        for premise in step.premises:
            statement = self.map.statements[premise]
            author = f"{self.name(statement.by)}: " if statement.by != self._author(step) else ""
            self.page.entry(f"{author}{one_line(statement.label)}", key=premise, indent=indent + 2)
        if step.warrant:
            word = (f"{_warrant_word(step)}: ", "quiet")
            self.page.paragraph(word, one_line(step.warrant), indent=indent + 2, hanging=2)
        self._told.add(step.conclusion)
        self._thread(self.map.attacks_on.get(step.id, ()), indent + 2)

    def _author(self, step: Inference) -> str | None:
        return self.map.statements[step.conclusion].by

    def _thread(self, attacks: Sequence[Attack], indent: int) -> None:
        """Write attacks, each with the replies to it below, level by level."""
        waiting = [(attack, 0) for attack in reversed(attacks)]
        while waiting:
            attack, depth = waiting.pop()
            left = indent + self.page.step(depth)
            self._challenge(attack, left, self.page.level(depth))
            replies = self.map.challenges_to(attack.rebuttal)
            if replies and attack.rebuttal in self._told:
                self.page.paragraph(("(shown above)", "quiet"), indent=left + 2)
                continue
            self._told.add(attack.rebuttal)
            waiting += [(reply, depth + 1) for reply in reversed(replies)]

    def _challenge(self, attack: Attack, indent: int, level: Sequence[Part]) -> None:
        rebuttal = self.map.rebuttals[attack.rebuttal]
        inferred = [(" (inferred)", "inferred")] if attack.basis is Basis.INFERRED else []
        verb = (VERBS[attack.kind.value], "attack")
        self.page.entry(
            *level,
            verb,
            f" by {self.name(rebuttal.by)}: {one_line(rebuttal.label)}",
            *inferred,
            key=rebuttal.id,
            indent=indent,
        )
        if rebuttal.basis is Basis.STATED:
            self.page.paragraph(*self.bucket(rebuttal), indent=indent + 2)
