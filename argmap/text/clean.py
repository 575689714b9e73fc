"""Text from a file or a command line, made harmless for a terminal or a log.

What steers a terminal are the control characters of C0 and C1; what makes a line look like another are the
controls of writing direction (Unicode Annex 9: embeddings, overrides, isolates) and of annotations. Letters
of any script, the marks of one character and the joiners of emoji are left alone.
"""

import re
import unicodedata
from typing import Final

from argmap.text.unusual import unusual

REPLACED: Final = "\ufffd"

_DIRECTION: Final = "\u202a-\u202e\u2066-\u206f"
_OTHERS: Final = "\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff"
_HARMFUL: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}{_OTHERS}]")
_SPACE: Final = re.compile("[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
_COMMAND: Final = re.compile(r"^([^\S\n]*:)(?=:)|(##)(?=\[|vso\[|teamcity\[)", re.MULTILINE)
_NOTHING: Final = "\u200b"
_UNESCAPED: Final = re.compile(f"[\x7f-\x9f{_DIRECTION}{_OTHERS}]|##(?=\\[|vso\\[|teamcity\\[)")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")
_FLAGS: Final = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{1,9}\U000e007f)")


def one_line(text: str) -> str:
    """Fold line breaks to spaces, and drop what could steer a terminal or reorder a line."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _HARMFUL.sub("", _SPACE.sub(" ", text)).strip()


def visible(text: str) -> str:
    """Put a space for a tab and U+FFFD for what has no look of its own; every character keeps its place."""
    if text.isprintable():
        return text
    # Every second part is a flag, such as that of Scotland, which ends with unseen letters.
    parts = enumerate(_FLAGS.split(text))
    return "".join(part if at % 2 else "".join(map(_shown, part)) for at, part in parts)


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if unicodedata.category(character) in _UNSEEN and character != "\t":
        return REPLACED
    return " "


def harmless(text: str) -> str:
    """Put U+FFFD for what could steer a terminal or reorder a line; line breaks and tabs stay."""
    if text.isprintable() or not _HARMFUL.search(unusual(text)):
        return text
    return _HARMFUL.sub(REPLACED, text)


def tamed(text: str) -> str:
    """Break what a build server would take for a command to it.

    GitHub obeys ``::command::`` and like Azure ``##[command]``, TeamCity ``##teamcity[…]``; an invisible
    character makes text of it.
    """
    return _COMMAND.sub(lambda match: match.group() + _NOTHING, text)


def escaped_json(text: str) -> str:
    r"""Write as ``\u…`` what stands raw in a JSON document and could steer a terminal; it means the same."""
    if "##" not in text and not _UNESCAPED.search(unusual(text)):
        return text
    return _UNESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return "#\\u0023" if match.group() == "##" else f"\\u{ord(match.group()):04x}"
