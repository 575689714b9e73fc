"""Bytes to text: UTF-8, and what can be said of everything else."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.text.unusual import unusual

# Named, not everything but the allowed: the wide complement would take 3 ms to compile at every start.
FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SEPARATOR: Final = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINE_BREAK: Final = re.compile("\r\n|\r|\n")
_MOST_FAULTS: Final = 20
_BOM: Final = b"\xef\xbb\xbf"
_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_KINDS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, which office documents are, too"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format", "a database"),
)
"""What files of other kinds begin with."""

_HEAD: Final = 8192
_MOSTLY: Final = 0.7
_STRANGE: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_STRANGE: Final = 0.02
"""A text has fewer control characters than this, even if some slipped in."""

_INNER_MARK: Final = re.compile("(?:^|(?<=[\r\n]))\ufeff")
_SEVERAL_BYTES: Final = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf](?![\x80-\xbf])|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\xa0-\xbf][\x80-\xbf]"
)
"""What looks like UTF-8; the last is half a character in it, which other programs write."""

_UNDECODED: Final = re.compile("[\udc80-\udcff]+")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_CYRILLIC_WORD: Final = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")


def decode(raw: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """Decode UTF-8 and refuse what no text file holds.

    Args:
        raw: the content of a file.
        name: what to call it in findings.

    Returns:
        The text, with whatever cannot be read replaced, and what is wrong with it. The text is empty
        where nothing can be made of the file.
    """
    start = Location(name, 1, 1)
    if encoding := _wide_encoding(raw):
        return "", [Diagnostic(start, "Y102", f"is {encoding}, not UTF-8", hint="save it as UTF-8")]
    if kind := _binary_kind(raw):
        hint = "a map is made of YAML text files"
        return "", [Diagnostic(start, "Y103", f"looks like {kind}", hint=hint)]
    faults: list[Diagnostic] = []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, faults = _decode_damaged(raw.removeprefix(_BOM), name)
    text, unseen = replace_forbidden(text, name)
    return text, faults + unseen


def replace_forbidden(text: str, name: str) -> tuple[str, list[Diagnostic]]:
    """Take out of a text what no file of a map may hold; see `decode`."""
    faults: list[Diagnostic] = []
    if "\ufeff" in text:
        text = _without_inner_marks(text, name, faults)
    if FORBIDDEN.search(unusual(text)):
        faults += _forbidden_characters(text, name)
        text = FORBIDDEN.sub("\ufffd", text)
    return text, faults


def without_forbidden(text: str) -> str:
    """Replace what no text file of a map may hold; line separators become newlines, the rest U+FFFD."""
    if not FORBIDDEN.search(text):
        return text
    return FORBIDDEN.sub("\ufffd", _SEPARATOR.sub("\n", text))


def split_lines(text: str) -> list[str]:
    """Split a text where YAML and editors see the end of a line, and nowhere else."""
    return _LINE_BREAK.split(text)


def line_starts(text: str) -> list[int]:
    """Give the offset at which each line of a text starts; see `split_lines`."""
    return [0, *(match.end() for match in _LINE_BREAK.finditer(text))]


def place_of(text: str, offset: int, name: str) -> Location:
    """Turn an offset into a text into a line and a column."""
    line, start = 1, 0
    for match in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return Location(name, line, offset - start + 1, line, offset - start + 2)


def _wide_encoding(raw: bytes) -> str:
    """Name an encoding in which every character takes several bytes; nothing where it is none."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return encoding
    odd, even = raw[1:_HEAD:2], raw[:_HEAD:2]
    zeros = max(odd.count(0), even.count(0))
    return "UTF-16" if odd and zeros > _MOSTLY * len(odd) and min(odd.count(0), even.count(0)) == 0 else ""


def _binary_kind(raw: bytes) -> str:
    """Say what a file is that holds no text; nothing where it may be text."""
    known = next((kind for start, kind in _KINDS if raw.startswith(start)), "")
    head = raw[:_HEAD]
    if known or b"\0" not in head:
        return known
    return "a binary file" if len(_STRANGE.findall(head)) > _MOST_STRANGE * len(head) + 1 else ""


def _decode_damaged(raw: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """Decode what is not UTF-8: in the encoding that it seems to have, or else without what is damaged."""
    if not _SEVERAL_BYTES.search(raw):
        return _decode_foreign(raw, name)
    text = raw.decode(errors="surrogateescape")
    return _UNDECODED.sub(lambda match: "\ufffd" * len(match.group()), text), list(_damage(text, name))


def _decode_foreign(raw: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """Decode a file without any character of UTF-8: one finding, at the first letter that shows it."""
    high = _HIGH.findall(raw)
    cyrillic = sum(map(len, _CYRILLIC_WORD.findall(raw)))
    encoding, called = ("cp1251", "Windows-1251") if 2 * cyrillic > len(high) else ("cp1252", "Windows-1252")
    text = raw.decode(encoding, errors="replace")
    place = place_of(text, raw.index(high[0]), name)
    message = f"the file is not UTF-8 from here on, and seems to be {called}"
    return text, [Diagnostic(place, "Y102", message, hint="save it as UTF-8")]


def _damage(text: str, name: str) -> Iterator[Diagnostic]:
    """Find the damaged places of a text that otherwise is UTF-8."""
    for number, match in enumerate(_UNDECODED.finditer(text)):
        if number == _MOST_FAULTS:
            return
        first = ", ".join(f"0x{ord(sign) - 0xDC00:02x}" for sign in match.group()[:4])
        message = f"the byte{'s' if len(match.group()) > 1 else ''} {first} cannot be read as UTF-8"
        hint = "type the character anew, and save the file as UTF-8"
        yield Diagnostic(place_of(text, match.start(), name), "Y102", message, hint=hint)


def _without_inner_marks(text: str, name: str, faults: list[Diagnostic]) -> str:
    """Take out the byte order marks at the start of lines, which a file has where several were joined."""
    for match in list(_INNER_MARK.finditer(text))[:_MOST_FAULTS]:
        message = "a byte order mark (U+FEFF) stands here, which one does not see"
        faults.append(Diagnostic(place_of(text, match.start(), name), "Y103", message, hint="delete it"))
    return _INNER_MARK.sub("", text)


def _forbidden_characters(text: str, name: str) -> list[Diagnostic]:
    faults = []
    for match in FORBIDDEN.finditer(text):
        character = match.group()
        called = unicodedata.name(character, "a control character").lower()
        faults.append(
            Diagnostic(
                place_of(text, match.start(), name),
                "Y103",
                f"the invisible character U+{ord(character):04X} ({called}) is not allowed",
                hint="delete it",
            )
        )
        if len(faults) == _MOST_FAULTS:
            break
    return faults
