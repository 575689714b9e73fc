"""Whether an id still stands for what it stood for when somebody decided on a change."""

from typing import Final

from argmap.model import Statement

_LONGEST: Final = 80


def other_than(before: Statement, now: Statement) -> str:
    """Say what an id stands for now, where neither title nor text of the statement are what they were.

    An id that was given to another statement is so never taken for the old one. Of a statement that is only
    worded otherwise it is told as well, unless its title or its text has stayed.

    Args:
        before: the statement that somebody saw.
        now: the one that has its id.

    Returns:
        A sentence; nothing where it is the same.
    """
    if any(word is not None and word == getattr(now, name) for name, word in _words(before)):
        return ""
    label = now.label if len(now.label) <= _LONGEST else f"{now.label[: _LONGEST - 1]}…"
    return f"Meanwhile `{now.id}` says something else: “{label}”."


def _words(one: Statement) -> tuple[tuple[str, str | None], ...]:
    return ("title", one.title), ("text", one.text)
