"""Text from a file, made harmless for a terminal."""

import re
from typing import Final

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """Fold line breaks to spaces, and drop what could steer a terminal or reorder a line."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()
