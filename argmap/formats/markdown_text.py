"""Text that means itself in Markdown.

What is escaped are the signs of CommonMark (https://spec.commonmark.org/0.31.2/#backslash-escapes), of GitHub
(https://github.github.com/gfm/), of pandoc (https://pandoc.org/MANUAL.html#pandocs-markdown), and where asked
for those of Obsidian (https://help.obsidian.md/obsidian-flavored-markdown).
"""

import re
from typing import Final

from argmap.text.paragraphs import fold

_SIGNS: Final = r"[\\`*_\[\]{<>#|~$^@&]|:(?=//)|(?<=www)\."
_SPECIAL: Final = re.compile(_SIGNS, re.IGNORECASE)
_TYPESET: Final = r"""['"]|-(?=-)|\.(?=\.\.)"""
"""What pandoc would replace as a typesetter does: quotes, dashes and dots."""

_SPECIAL_FOR_PANDOC: Final = re.compile(f"{_SIGNS}|{_TYPESET}", re.IGNORECASE)
_SPECIAL_IN_CITATION: Final = re.compile(f"{_SIGNS}|{_TYPESET}|;", re.IGNORECASE)
_SPECIAL_IN_OBSIDIAN: Final = re.compile(f"{_SIGNS}|[=%]", re.IGNORECASE)
_MARK: Final = re.compile(r"[-+=:%]")
"""What begins a list, a quotation, an underline or a definition."""

_NUMBER: Final = re.compile(r"(\(?(?:\d{1,9}|[a-zA-Z]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9}))(?=[.)](?:\s|$))")
"""What begins a numbered list, pandoc's letters and Roman numbers included."""

_EDGES: Final = re.compile(r"^(?:[^\S ]|\ufeff)|(?:[^\S ]|\ufeff)$")
_FOUND: Final = re.compile(r"\\[@#](?=\w)|:(?=[a-z0-9_+\\-]{1,60}:)(?!\d\d?:)|\bGH-(?=\d)", re.IGNORECASE)


def escape(text: str) -> str:
    """Make a text mean itself, on one line and inside a paragraph."""
    return _escaped(fold(text), _SPECIAL)


def escape_for_pandoc(text: str) -> str:
    """Make a text mean itself inside a paragraph where quotes, dashes and dots would be typeset."""
    return _escaped(fold(text), _SPECIAL_FOR_PANDOC)


def escape_in_citation(text: str) -> str:
    """Make a text mean itself where ``;`` parts the citations of pandoc."""
    return _escaped(fold(text), _SPECIAL_IN_CITATION)


def escape_for_obsidian(text: str) -> str:
    """Make a text mean itself inside a paragraph where ``==`` highlights and ``%%`` begins a comment."""
    return _escaped(fold(text), _SPECIAL_IN_OBSIDIAN)


def begin(escaped: str) -> str:
    """Let an escaped text begin a paragraph, and neither a list nor a quotation."""
    if _MARK.match(escaped):
        return f"\\{escaped}"
    return _NUMBER.sub(r"\1\\", escaped, count=1) if _NUMBER.match(escaped) else escaped


def unlinked(escaped: str) -> str:
    """Keep GitHub from finding people, issues and pictograms in an escaped text.

    GitHub looks for them in what is left when escapes are undone, so that only a comment parts them.
    """
    return _FOUND.sub(lambda match: f"{match[0]}<!-- -->", escaped)


def _escaped(line: str, special: re.Pattern[str]) -> str:
    """Escape a line; white space at its ends, which a reader would strip, is written as a number."""
    words = special.sub(lambda match: f"\\{match[0]}", line)
    return _EDGES.sub(lambda match: f"&#{ord(match[0])};", words)
