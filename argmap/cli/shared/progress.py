"""A sign of life on standard error while something takes long."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


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
