"""BibTeX and BibLaTeX: works under their citation keys, as reference managers and databases write them.

https://www.bibtex.org/Format/, https://ctan.org/pkg/biblatex

A field of an entry becomes the field of a source that says the same. What the source has no field for, and
what would be written in another way (braces that protect words, a finer type), is kept under `kept` and
comes back; what other programs note for themselves is named as lost. A kept field that no longer says what
the source says gives way to it.
"""

import re

from argmap.formats.bibtex.reading import read
from argmap.formats.bibtex.writing import write

__all__ = ["guess", "read", "write"]


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.bib``, or begins with an entry."""
    return file.lower().endswith(".bib") or re.match(rb"\s*@\w+\s*\{", head) is not None
