"""What ``argmap log`` prints: each commit with what happened in it, then what is open and how long."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from argmap.files.git import Commit
from argmap.model import Rebuttal
from argmap.queries.changes.history import Event, Happening, History, Step
from argmap.queries.changes.turns import Turn
from argmap.queries.owing import owed_by
from argmap.report.console import Console
from argmap.report.page import Page
from argmap.text.ages import age
from argmap.text.clean import one_line
from argmap.text.lists import and_list
from argmap.text.plurals import count

_LENGTH: Final = 10
"""So many digits of the name of a commit are shown."""

_TURNS: Final = {
    Turn.NEWLY_OPEN: "open",
    Turn.NEWLY_MUTUAL: "mutual",
    Turn.NEWLY_ANSWERED: "answered",
    Turn.NEWLY_CHALLENGED: "challenged for the first time",
}
"""Turns that a history tells in other words than a comparison."""


def print_log(history: History, console: Console, *, now: datetime) -> None:
    """Print what happened, commit by commit, and what is open now.

    Args:
        history: what has happened.
        console: where to.
        now: until when it is told how long something has been open.
    """
    page = Page(console)
    if not history.steps:
        page.paragraph("Nothing of the kind is recorded in the history.")
    for number, step in enumerate(history.steps):
        if number:
            page.blank()
        _print_step(step, page)
    _print_open(history, page, now)


def log_notes(history: History, *, is_shallow: bool) -> Iterator[str]:
    """Say what of a history could not be looked at.

    Args:
        history: what has happened.
        is_shallow: whether the clone lacks the beginning of its history.
    """
    if is_shallow:
        yield "the clone is shallow, so that its beginning is not told; `git fetch --unshallow` gets it"
    lost = sum(bool(step.errors) for step in history.steps)
    if lost:
        revisions, those = count(lost, "revision"), "it" if lost == 1 else "they"
        yield f"{revisions} could not be read; what {those} changed is told with the next that can"


def named(commit: Commit) -> str:
    """Name a commit for people."""
    return commit.id[:_LENGTH]


def _print_step(step: Step, page: Page) -> None:
    commit = step.commit
    said = f"{one_line(commit.author)}: {one_line(commit.subject)}"
    page.entry((f"{commit.date:%Y-%m-%d}", "heading"), "  ", said, key=named(commit))
    if step.errors:
        first, rest = step.errors[0], len(step.errors) - 1
        more = f" (and {count(rest, 'error')} more)" if rest else ""
        words = f"the map does not load: {first.location}: {first.code} {one_line(first.message)}{more}"
        page.paragraph((words, "attack"), indent=2, hanging=2)
    elif not step.has_map:
        page.paragraph("the map is not there", indent=2)
    for event in step.events:
        _print_event(event, commit, page)


def _print_event(event: Event, commit: Commit, page: Page) -> None:
    statement = event.statement
    author = f"{one_line(event.author)}: " if event.author else ""
    page.entry(
        (f"{_happened(event)}: ", "quiet"),
        author,
        (one_line(statement.label), "name"),
        _kind(statement),
        key=event.key,
        indent=2,
    )
    if about := _about(event, commit):
        page.paragraph(about, indent=4, hanging=2)


def _happened(event: Event) -> str:
    if event.what is Happening.RAISED and event.bucket and event.bucket.words != "open":
        return f"raised, {event.bucket.words}"
    return _TURNS.get(event.what, event.what.words) if isinstance(event.what, Turn) else event.what.words


def _about(event: Event, commit: Commit) -> str:
    parts = []
    if event.was:
        parts.append(f"was {event.was}")
    if event.replies:
        parts.append(f"by {and_list(event.replies)}")
    if event.open_since:
        start = event.open_since
        parts.append(
            f"after {age(start.date, commit.date)}, open since {start.date:%Y-%m-%d} ({named(start)})"
        )
    return "; ".join(parts)


def _print_open(history: History, page: Page, now: datetime) -> None:
    if not history.open_since or history.now is None:
        return
    page.blank()
    when = "now" if history.is_current else f"at {named(history.now)}, the last revision that could be read"
    page.paragraph((f"Open {when} ({len(history.open_since):,})", "heading"))
    for key, commit in history.open_since.items():
        rebuttal = history.map.rebuttals[key]
        author = f"{one_line(history.map.person_name(rebuttal.by))}: " if rebuttal.by else ""
        page.entry(author, (one_line(rebuttal.label), "name"), _kind(rebuttal), key=key, indent=2)
        debtors = and_list(one_line(history.map.person_name(one)) for one in owed_by(history.map, rebuttal))
        owed = f"; reply owed by {debtors}" if debtors else ""
        since = f"open for {age(commit.date, now)}, since {commit.date:%Y-%m-%d} ({named(commit)})"
        page.paragraph(since + owed, indent=4, hanging=2)


def _kind(statement: object) -> str:
    return f" ({statement.kind.value})" if isinstance(statement, Rebuttal) else ""
