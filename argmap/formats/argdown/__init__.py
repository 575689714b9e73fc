"""Argdown, the language, as it is defined at https://argdown.org/syntax/ .

What becomes of what:

- A statement, that is all occurrences of a title, becomes a claim; its text is the one marked canonical, else
  the last. A paragraph without a title and without a relation is commentary and stays behind.
- An argument without a premise-conclusion structure becomes a claim too, with its description as text: what
  supports is a premise, what attacks a rebuttal.
- An argument with a structure becomes an inference that bears its name, its statements premises and
  conclusion. Of several steps the last one is the argument. Its description is the warrant; its speaker,
  source and tags hold for those of its statements that have no title. Where others support or attack the
  argument as a whole, they bear on a premise that says just that: it is sound.
- Support is an inference from one premise, attack a rebuttal. An undercut hits the inference; of an argument
  without a structure, all that it bears on. A contradiction is two rebuttals of each other, with the scheme
  ``contradictory``; in strict mode statements are ``contrary`` or linked by ``entailment``.
- Headings and tags become tags; a lone heading of the first level the title. Data say who and where.

Exports keep ids, people, sources and whatever else Argdown has no word for as data, so that the whole map can
be read back. Argdown's own program reads the same relations from them. Where the reading differs from that of
the program, and why, is told in docs/formats.md.
"""

import re
from typing import Final

from argmap.formats.argdown.reader import read
from argmap.formats.argdown.writer import write

__all__ = ["guess", "read", "write"]

_SIGNS: Final = re.compile(
    rb"\A\s*===+[ \t]*$"
    rb"|^[ \t]*\[[^\]\n]+\]:[ \t]+(?!\S+://|[</#.\n])"
    rb"|^[ \t]*<[^>\n]+>(?::[ \t]|[ \t]*\n\s*\(\d+\)[ \t])"
    rb"|^[ \t]+(?:[+_-]>?|<[+_-]|><)[ \t]+(?:\[(?![ xX]\])[^\]\n]+\](?!\()|<[^>/\n]+>)",
    re.MULTILINE,
)


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.argdown`` or ``.ad``, or some line looks like Argdown.

    Links, tasks and nested lists of Markdown do not, nor does what holds tags or is not text.
    """
    if file.lower().endswith((".argdown", ".ad")):
        return True
    is_other = b"\0" in head or b"</" in head or head.lstrip().startswith((b"{", b"<?", b"<!", b"%"))
    return not is_other and _SIGNS.search(head.replace(b"\r\n", b"\n")) is not None
