"""Whether a file is part of a map, told by how it begins."""

import re
from typing import Final

from argmap.files.yaml.document import SECTIONS

HEAD_BYTES: Final = 16 * 1024
"""So much of a file is looked at; the comments before its first section are shorter."""

_BEFORE: Final = re.compile(r"(?:\s+|(?:#|%|<{7})[^\r\n]*|---(?=\s|$))*")
"""What may stand before the first section: comments, directives, a merge conflict, the document's start."""

_NAMES: Final = "|".join(SECTIONS)
_SECTION: Final = re.compile(rf"(?:\{{\s*)?(?:(?:{_NAMES})\s*:(?:\s|$)|(['\"])(?:{_NAMES})\1\s*:)")


def begins_with_section(head: bytes) -> bool:
    """Tell whether a file begins with a section of a map, after comments and the like.

    Args:
        head: its first bytes.
    """
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    before = _BEFORE.match(text)
    return _SECTION.match(text, before.end() if before else 0) is not None
