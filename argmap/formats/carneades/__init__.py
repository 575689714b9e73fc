"""Carneades 4 argument graphs in YAML; see https://github.com/carneades/carneades-4 (USAGE.md).

What becomes of what:

- A statement becomes a claim, an assumption one with the tag ``assumption``; ``¬p`` gets the id ``not-p``.
- An argument becomes an inference of its name; one without premises starts from a presumption that is made up
  for it. Its undercutter undercuts the inference.
- The positions of an issue rebut one another, with the scheme ``issue NAME``, or ``issue NAME (STANDARD)``.
- References become sources. Exports keep the other fields of a map as metadata.

Exports write a rebuttal of another kind as an argument for the negation of its target, with an issue between
both, so that Carneades computes with it; metadata tell the reader what it was.
"""

import re
from typing import Final

from argmap.formats.carneades.reading import read
from argmap.formats.carneades.writing import write

__all__ = ["guess", "read", "write"]

_SECTIONS: Final = re.compile(
    rb"^(?:statements|arguments|issues|assumptions|argument_schemes):", re.MULTILINE
)
_OURS: Final = re.compile(rb"^(?:claims|rebuttals):", re.MULTILINE)


def guess(file: str, head: bytes) -> bool:
    """Tell whether a YAML file has sections of Carneades at its top level, and none of this program's own."""
    named = file.lower().endswith((".yml", ".yaml")) or file == "stdin"
    return named and bool(_SECTIONS.search(head)) and not _OURS.search(head)
