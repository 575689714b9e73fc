"""Framework files: the notations of the argumentation competitions, read and written."""

from collections.abc import Callable
from dataclasses import dataclass

from argmap.semantics.framework import Framework
from argmap.semantics.notation import apx, iccma, tgf
from argmap.semantics.notation.errors import FrameworkSyntaxError

__all__ = ["NOTATIONS", "FrameworkSyntaxError", "Notation", "guess"]


@dataclass(frozen=True, slots=True)
class Notation:
    """One way of writing frameworks: its file extension, its reader and its writer."""

    extension: str
    read: Callable[[bytes, str], Framework]
    write: Callable[[Framework], str]


NOTATIONS = {
    "iccma": Notation(".af", iccma.read, iccma.write),
    "apx": Notation(".apx", apx.read, apx.write),
    "tgf": Notation(".tgf", tgf.read, tgf.write),
}


def guess(data: bytes, file: str) -> str:
    """Return the name of the notation that a file is written in, by its extension, else by its text."""
    for name, notation in NOTATIONS.items():
        if file.lower().endswith(notation.extension):
            return name
    lines = data[:10_000].lstrip(b"\xef\xbb\xbf").split(b"\n")
    starts = [line.split()[0] for line in lines if line.strip()]
    if any(start.startswith((b"arg(", b"att(")) for start in starts):
        return "apx"
    return "tgf" if b"#" in starts and b"p" not in starts else "iccma"
