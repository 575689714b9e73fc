"""Look the quote of one statement up in the copy of its source."""

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import Loaded
from argmap.files.settings import Settings
from argmap.model import Claim, Rebuttal
from argmap.rules.engine.linter import copies_of
from argmap.rules.engine.registry import RULES
from argmap.rules.subject import Subject


def check_quote(loaded: Loaded, settings: Settings, statement: Claim | Rebuttal) -> list[str]:
    """Check the quote of a statement that may not be in the map yet.

    Args:
        loaded: the map, whose sources have the copies.
        settings: where else copies are.
        statement: the statement.

    Returns:
        What is wrong with the quote or its place, or that it could not be looked up; nothing where it stands
        where it should.
    """
    if not statement.quote or not statement.source:
        return []
    copies = copies_of(loaded, settings)
    work = statement.source.work
    copy = copies.of(work)
    if copy is None:
        return [f"the quote was not looked up: there is no copy of `{work}`"]
    found = ArgumentMap(
        sources={work: loaded.map.sources[work]},
        claims={statement.id: statement} if isinstance(statement, Claim) else {},
        rebuttals={statement.id: statement} if isinstance(statement, Rebuttal) else {},
    )
    subject = Subject(found, settings.check, copies=copies)
    rules = (rule for rule in RULES if rule.needs_copies)
    return [
        f"{finding.message}{f'; {finding.hint}' if finding.hint else ''}"
        for rule in rules
        for finding in rule.check(subject)
    ]
