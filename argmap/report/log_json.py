"""The document of ``argmap log --json``."""

from argmap.files.git import Commit
from argmap.model import Rebuttal
from argmap.queries.changes.history import Event, History, Step
from argmap.queries.owing import owed_by
from argmap.report.documents import Document, document


def log_document(history: History, *, is_shallow: bool) -> Document:
    """Describe what has happened to a map.

    Args:
        history: what has happened.
        is_shallow: whether the clone lacks the beginning of its history.
    """
    return document(
        "log",
        shallow=is_shallow,
        now=_commit(history.now) if history.now else None,
        current=history.is_current,
        commits=[_step(step) for step in history.steps],
        open=[
            {
                "id": key,
                "bucket": history.standing.buckets[key].value,
                "since": _commit(commit),
                "owed_by": list(owed_by(history.map, history.map.rebuttals[key])),
            }
            for key, commit in history.open_since.items()
        ],
    )


def _commit(commit: Commit) -> Document:
    return {
        "commit": commit.id,
        "date": commit.date.isoformat(),
        "author": commit.author,
        "subject": commit.subject,
    }


def _step(step: Step) -> Document:
    return {
        **_commit(step.commit),
        "has_map": step.has_map,
        "errors": [
            {
                "code": error.code,
                "message": error.message,
                "file": error.location.file,
                "line": error.location.line,
                "column": error.location.column,
            }
            for error in step.errors
        ],
        "events": [_event(event) for event in step.events],
    }


def _event(event: Event) -> Document:
    statement = event.statement
    return {
        "event": event.what.value,
        "id": event.key,
        "was": event.was or None,
        "type": "rebuttal" if isinstance(statement, Rebuttal) else "claim",
        "by": statement.by,
        "title": statement.title,
        "text": statement.text,
        "bucket": event.bucket,
        "before": event.before,
        "replies": list(event.replies),
        "open_since": _commit(event.open_since) if event.open_since else None,
    }
