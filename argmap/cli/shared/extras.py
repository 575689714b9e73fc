"""What only some commands need, and pip installs when it is asked to."""

from collections.abc import Iterator
from contextlib import contextmanager

from argmap.cli.shared.context import UNUSABLE
from argmap.cli.shared.saying import say


@contextmanager
def needing(told: str, hint: str) -> Iterator[None]:
    """Import what an extra brings; leave with 2 where a library is missing.

    A module of argmap's own that is missing is a fault of argmap, and passes.

    Args:
        told: what to say then; ``{library}`` stands for what is missing.
        hint: how to install it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        library = error.name or "a library"
        if library.partition(".")[0] == "argmap":
            raise
        say(told.format(library=library), hint)
        raise SystemExit(UNUSABLE) from error
