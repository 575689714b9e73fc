"""What stands around every reader: whatever goes wrong in it becomes a finding, with the best place known."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.faults.field_errors import Faulty, explain_record
from argmap.formats.base import SYNTAX, FormatError, Imported, fault
from argmap.formats.lines import Lines
from argmap.formats.unfit import Unfit, UnfitError

UNEXPECTED: Final = "there is something in this file that its reader did not expect"
_LONGEST: Final = 1000
_MOST: Final = 20
"""So many records are explained one by one, since each is looked for in the whole file."""


def read_framed(read: Callable[[bytes, str], Imported], data: bytes, file: str) -> Imported:
    """Read a foreign file.

    Args:
        read: the reader of its format.
        data: what the file holds.
        file: its name.

    Raises:
        FormatError: the file cannot be read, for whatever reason.
    """
    try:
        return read(data, file)
    except FormatError:
        raise
    except UnfitError as error:
        raise FormatError(*_explain(error, data, file)) from None
    except RecursionError:
        hint = "write it with fewer brackets in one another"
        raise FormatError(fault(file, (1, 1), "something is nested too deeply to be read", hint)) from None
    except Exception as error:  # other programs write what nobody foresees
        hint = f"please report it with the file: {type(error).__name__}: {error}"
        raise FormatError(fault(file, (1, 1), UNEXPECTED, hint)) from error


def _explain(error: UnfitError, data: bytes, file: str) -> Iterator[Diagnostic]:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    text = data.decode(encoding, errors="replace")
    search = _Search(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    for record in error.records[:_MOST]:
        yield from search.explain(record)
    if more := error.records[_MOST:]:
        yield fault(file, (1, 1), f"{len(more)} more records hold what no map can hold")


class _Search:
    """Finds the places of records in a text: of the faulty value after the first mention of its record."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._lines = Lines(text)

    def explain(self, record: Unfit) -> Iterator[Diagnostic]:
        """Say what is wrong with a record, and where it stands."""
        begin = self._find(record.foreign or record.name, 0)
        faulty = Faulty(
            record.model,
            record.name,
            record.fields,
            record.error.errors(),
            lambda *path, **_: self._place(record, path, max(begin, 0)),
        )
        for finding, _, _ in explain_record(faulty):
            told = finding.message
            message = told if faulty.subject in told else f"{faulty.subject}: {told}"
            yield replace(finding, code=SYNTAX, message=message)

    def _place(self, record: Unfit, path: tuple[int | str, ...], begin: int) -> Location:
        found = self._find(str(_at(record.fields, path)), begin)
        return Location(self._file, *self._lines.place(found if found >= 0 else begin))

    def _find(self, words: str, begin: int) -> int:
        """Find whole words; -1 where there are none."""
        wanted = words.strip()[:_LONGEST]
        match = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)").search(self._text, begin) if wanted else None
        return match.start() if match else -1


def _at(value: Any, path: tuple[int | str, ...]) -> object:  # noqa: ANN401 — any field of a record
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return ""
    return "" if isinstance(value, dict | list | tuple) else value
