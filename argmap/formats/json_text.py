"""JSON files, with the line and column of whatever is wrong in them."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, fault, text_of
from argmap.formats.lines import Lines

Path = tuple[str | int, ...]
_MAPPING: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_NODES: Final = re.compile(rb'"(nodes|edges)"\s*:')
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
        return fault(self.file, self._lines.place(self._offsets.of(path)), message, hint)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def _offsets(self) -> "_Offsets":
        return _Offsets(self.text)


def holds_mapping(head: bytes) -> bool:
    """Tell whether a file begins as a JSON mapping does."""
    return _MAPPING.match(head) is not None


def holds_nodes(head: bytes) -> bool:
    """Tell whether a file begins as a JSON mapping, and has nodes or edges at its beginning."""
    return holds_mapping(head) and _NODES.search(head) is not None


def read_json(
    data: bytes, file: str, pairs: Callable[[list[tuple[str, Any]]], dict[str, Any]] | None = None
) -> JsonFile:
    """Read a JSON file.

    Args:
        data: what it holds.
        file: its name.
        pairs: makes a mapping of its keys and values; else the last of equal keys counts.

    Raises:
        FormatError: it is not JSON, or nested too deeply to be read.
    """
    text = text_of(data, file)
    try:
        return JsonFile(file, text, json.loads(text, object_pairs_hook=pairs))
    except JSONDecodeError as error:
        what = "the file is empty" if not text.strip() else f"this is not JSON: {error.msg.lower()}"
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
    return _Offsets(text).of(path)


class _Offsets:
    """Where the values of a JSON text begin; each mapping or list is gone through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, dict[str | int, int]] = {}

    def of(self, path: Path) -> int:
        """Find the value at a path, or the value that encloses it where there is none."""
        offset = _after_blank(self._text, 0)
        for part in path:
            if offset not in self._members:
                self._members[offset] = dict(_members(self._text, offset))
            found = self._members[offset].get(part)
            if found is None:
                break
            offset = found
        return offset


def _members(text: str, offset: int) -> Iterator[tuple[str | int, int]]:
    """Give the keys or positions in the mapping or list at an offset, and where their values begin.

    Of a repeated key the last value counts, as in Python.
    """
    if text[offset : offset + 1] not in {"{", "["}:
        return
    is_mapping = text[offset] == "{"
    offset = _after_blank(text, offset + 1)
    for position in count():
        if text[offset] in "]}":
            return
        name: str | int = position
        if is_mapping:
            name, offset = scanstring(text, offset + 1)
            offset = _after_blank(text, _after_blank(text, offset) + 1)
        yield name, offset
        _, offset = _DECODER.raw_decode(text, offset)
        offset = _after_blank(text, offset)
        if text[offset] == ",":
            offset = _after_blank(text, offset + 1)


def _after_blank(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in _BLANK:
        offset += 1
    return offset
