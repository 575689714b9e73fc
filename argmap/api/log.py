"""`argmap.log`: what has happened to a map in the history of its repository."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from argmap.api.answer import Answer
from argmap.api.choosing import as_names
from argmap.files.find import find_map
from argmap.files.history import MapHistory
from argmap.queries.changes.history import History, follow, narrow
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.log import log_notes, print_log
from argmap.report.log_json import log_document


@dataclass(frozen=True, eq=False)
class Log(Answer):
    """What `argmap.log` found.

    Args:
        history: each commit with what happened in it, and since when what is open has been so.
        until: the moment until which it is told how long something has been open.
        is_shallow: whether the clone lacks the beginning of its history.
    """

    history: History = field(repr=False)
    until: datetime
    is_shallow: bool = False

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_log(self.history, console, now=self.until)

    def _document(self) -> Document:
        """Describe the results."""
        return log_document(self.history, is_shallow=self.is_shallow)


def log(
    path: str | Path,
    *names: str,
    since: str | None = None,
    until: datetime | None = None,
    include_inferred: bool = False,
) -> Log:
    """Tell when challenges were raised, answered and re-opened, and how long they have been open.

    Args:
        path: the folder or file of a map in a repository of git.
        names: people, claims, rebuttals, sources or tags, or ids that something had once; all if there are
            none.
        since: a revision, whose own changes do not count, or a date.
        until: the moment until which to tell how long something has been open; now, if there is none.
        include_inferred: whether conflicts inferred by the editor count.

    Raises:
        NoMatchError: a name means nothing.
        GitError: the map is in no repository, no commit holds it, or git cannot tell.
    """
    found = MapHistory.of(find_map(Path(path), Path.cwd()).path)
    counts = None if since is None else found.since(since)
    history = narrow(follow(found.read(), include_inferred=include_inferred), as_names(names), counts)
    is_shallow = found.repository.is_shallow
    notes = tuple(log_notes(history, is_shallow=is_shallow))
    return Log(history, until or datetime.now().astimezone(), is_shallow, notes=notes)
