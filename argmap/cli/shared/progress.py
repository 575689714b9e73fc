"""A sign of life on standard error while something takes long."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

_Thing = TypeVar("_Thing")
_FEW: Final = 5
"""So few maps are soon read."""


@contextmanager
def show_progress(doing: str, *, long: bool) -> Iterator[None]:
    """Say on a terminal what is being done and for how long it has been; nothing of it stays there.

    Graphviz does not tell how far it is.

    Args:
        doing: what is done, such as `laying out 2,000 statements`.
        long: whether it may take long enough to ask oneself.
    """
    if not (long and sys.stderr.isatty()):
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from argmap.cli.shared.saying import styled_stderr

    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
    with Progress(*columns, console=Console(file=styled_stderr()), transient=True) as progress:
        progress.add_task(doing)
        yield


def counting(doing: str, things: Sequence[_Thing]) -> Iterator[_Thing]:
    """Give things one by one, and say on a terminal how many are done; nothing of it stays there.

    Args:
        doing: what is done with them, such as `reading maps`.
        things: what to give.
    """
    if len(things) <= _FEW or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from argmap.cli.shared.saying import styled_stderr

    columns = TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(file=styled_stderr()), transient=True) as progress:
        task = progress.add_task(doing, total=len(things))
        for thing in things:
            yield thing
            progress.advance(task)
