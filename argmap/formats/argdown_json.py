"""Argdown JSON, as ``argdown json`` writes it; see https://argdown.org/guide/ .

Its list of relations holds what the text says, after those of arguments were moved to their conclusions; what
the map adds follows from shared premises and conclusions, and so it does here. See `argmap.formats.argdown`
for what becomes of what.
"""

from argmap.formats.argdown.json_reader import read

__all__ = ["guess", "read"]


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is JSON with the types of Argdown's data."""
    del file
    return head.lstrip().startswith(b"{") and b'"equivalence-class"' in head.replace(b" ", b"")
