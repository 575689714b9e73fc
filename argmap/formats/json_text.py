"""JSON files, with the line and column of whatever is wrong in them."""

import json
from dataclasses import dataclass
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, fault, place_after, text_of

Path = tuple[str | int, ...]
_BLANK: Final = " \t\n\r"
_DECODER: Final = json.JSONDecoder()


@dataclass(frozen=True)
class JsonFile:
    """A JSON file.

    Args:
        file: its name.
        text: what it holds.
        value: what that means.
    """

    file: str
    text: str
    value: Any

    def fault(self, path: Path, message: str, hint: str = "") -> Diagnostic:
        """Make a finding about the value at a path of keys and positions."""
        return fault(self.file, place_after(self.text[: offset_of(self.text, path)]), message, hint)


def read_json(data: bytes, file: str) -> JsonFile:
    """Read a JSON file.

    Args:
        data: what it holds.
        file: its name.

    Raises:
        FormatError: it is no JSON, or nested too deeply to be read.
    """
    text = text_of(data, file)
    try:
        return JsonFile(file, text, json.loads(text))
    except JSONDecodeError as error:
        what = "the file is empty" if not text.strip() else f"this is no JSON: {error.msg.lower()}"
        raise FormatError(fault(file, (error.lineno, error.colno), what)) from None
    except ValueError:
        raise FormatError(fault(file, (1, 1), "a number has too many digits")) from None
    except RecursionError:
        raise FormatError(fault(file, (1, 1), "brackets are nested too deeply")) from None


def write_json(document: object) -> str:
    """Write a JSON document, indented, in UTF-8."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def offset_of(text: str, path: Path) -> int:
    """Find where the value at a path begins; where there is none, the value that encloses it.

    Args:
        text: valid JSON.
        path: keys and list positions, from the outside inwards.
    """
    offset = _after_blank(text, 0)
    for part in path:
        found = _member(text, offset, part)
        if found is None:
            break
        offset = found
    return offset


def _member(text: str, offset: int, part: str | int) -> int | None:
    """Find the value of a key, or the item at a position, in the mapping or list that begins at an offset."""
    if text[offset] not in ("{" if isinstance(part, str) else "["):
        return None
    found: int | None = None
    position, offset = 0, _after_blank(text, offset + 1)
    while text[offset] not in "]}":
        name: str | int = position
        if isinstance(part, str):
            name, offset = scanstring(text, offset + 1)
            offset = _after_blank(text, _after_blank(text, offset) + 1)
        if name == part:
            found = offset  # of a repeated key the last value counts, as in Python
        _, offset = _DECODER.raw_decode(text, offset)
        offset = _after_blank(text, offset)
        if text[offset] == ",":
            offset = _after_blank(text, offset + 1)
        position += 1
    return found


def _after_blank(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in _BLANK:
        offset += 1
    return offset
