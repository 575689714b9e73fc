"""The report by person: what each one says, with grounds and challenges."""

from collections.abc import Iterator

from argmap.formats.markdown.ending import about_person
from argmap.formats.markdown.wording import Wording, in_brackets, remarks_on
from argmap.model import Basis, Claim, Rebuttal
from argmap.text.lists import and_list


def by_person(wording: Wording) -> Iterator[str]:
    """Write a section for each author, and in it one for each statement.

    Returns:
        Blocks, to be parted by blank lines.
    """
    said: dict[str | None, list[Claim | Rebuttal]] = {}
    for statement in wording.map.statements.values():
        said.setdefault(statement.by, []).append(statement)
    silent = (key for key in wording.map.people if key not in said and about_person(wording, key))
    for author in (*said, *silent):
        yield f"## {wording.name(author)}"
        if author:
            yield from about_person(wording, author)
        for statement in said.get(author, ()):
            yield from _statement(wording, statement)


def _statement(wording: Wording, statement: Claim | Rebuttal) -> Iterator[str]:
    inferred = in_brackets(remarks_on(statement))
    yield wording.anchor(statement.id)
    yield f"### {wording.heading(statement)}{inferred}"
    yield from wording.body(statement)
    points = [
        *wording.attacks(statement.id),
        *wording.restates(statement.id),
        *_grounds(wording, statement),
        *_challenges(wording, statement),
    ]
    if points:
        yield "\n".join(f"- {point}" for point in points)


def _grounds(wording: Wording, statement: Claim | Rebuttal) -> Iterator[str]:
    for step in statement.because:
        premises = and_list(wording.said(premise) for premise in step.premises)
        warrant = f"; {wording.warrant_word(step)}: {wording.words(step.warrant)}" if step.warrant else ""
        yield f"because {premises}{wording.step(step)}{warrant}"


def _challenges(wording: Wording, statement: Claim | Rebuttal) -> Iterator[str]:
    for attack in wording.map.challenges_to(statement.id):
        rebuttal = wording.map.rebuttals[attack.rebuttal]
        inferred = ["inferred"] if attack.basis is Basis.INFERRED else []
        remarks = "".join(f", {remark}" for remark in (*wording.ends(rebuttal), *inferred))
        yield f"{attack.kind}{wording.attack(attack)} by {wording.said(attack.rebuttal)}{remarks}"
