"""Files of rows: what their columns are called, how DuckDB reads them, and at which line a row begins."""

import csv
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from argmap.corpus.quoting import quoted_text
from argmap.corpus.streamed.columns import STATEMENTS, Sheet
from argmap.corpus.streamed.framework_file import attack_lines, attacks, is_framework, size_of, statements
from argmap.files.disk.listing import shown_name
from argmap.text.lists import and_list

Ask = Callable[[str], Sequence[Sequence[object]]]
"""Answers a query with rows."""

_JSON: Final = (".jsonl", ".ndjson", ".json")
_DELIMITERS: Final = (",", ";", "\t")
_BLANKS: Final = "chr(32) || chr(9) || chr(10) || chr(13)"


class SheetError(Exception):
    """A file cannot be read as rows; the message says where and why, for people."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose columns are known.

    Args:
        sheet: what it is.
        path: where it is.
        select: the SQL that gives its rows, each with its number ``row`` from 1.
        unread: its columns that no map has.
    """

    sheet: Sheet
    path: Path
    select: str
    unread: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name as the user would write it."""
        return shown_name(self.path)

    def lines(self, rows: Collection[int]) -> Mapping[int, int]:
        """Find the lines at which rows begin; the file is read once, as far as needed."""
        if not rows:
            return {}
        found: dict[int, int] = {}
        with _text(self.path) as file:
            for row, line in enumerate(_lines(self.path, file), 1):
                if row in rows:
                    found[row] = line
                if row >= max(rows):
                    break
        return found


def open_sheet(sheet: Sheet, path: Path, ask: Ask) -> Opened:
    """Find out which columns a file has.

    Args:
        sheet: what it is.
        path: where it is.
        ask: answers a query.

    Raises:
        SheetError: it lacks a column that it must have.
        OSError: it cannot be read.
    """
    if is_framework(path):
        return Opened(sheet, path, _of_framework(sheet, path), ())
    names = _json_names(path, ask) if _is_json(path) else _csv_names(path)
    by_name = {name.strip().lower(): name for name in reversed(names)}
    if len(by_name) < len(names):
        raise SheetError(
            f"{shown_name(path)}:1: a column stands there twice; the columns are {', '.join(names)}"
        )
    found: dict[str, str] = {}
    for column, others in sheet.columns.items():
        known = next((name for name in (column, *others) if name in by_name), None)
        if known is not None:
            found[column] = by_name[known]
    missing = [f"`{column}`" for column in sheet.required if column not in found]
    if missing:
        have = ", ".join(names) or "none"
        message = (
            f"{shown_name(path)}:1: {sheet.name} need the column {and_list(missing)}; the columns are {have}"
        )
        raise SheetError(message)
    unread = tuple(name for name in names if name not in found.values())
    return Opened(sheet, path, _select(sheet, path, names, found), unread)


def _of_framework(sheet: Sheet, path: Path) -> str:
    with _text(path) as file:
        size = size_of(file)
    if size is None:
        raise SheetError(f"{shown_name(path)}:1: the file must begin with a line `p af n`")
    inner = statements(size) if sheet is STATEMENTS else attacks(path)
    given = ("id", "title") if sheet is STATEMENTS else ("rebuttal", "target")
    cells = ", ".join(
        _identifier(column) if column in given else f"CAST(NULL AS VARCHAR) AS {_identifier(column)}"
        for column in sheet.columns
    )
    return f"SELECT row, {cells} FROM ({inner}) x"


def find_no_json(path: Path) -> int | None:
    """Find the first line that is no mapping of JSON; None where there is none, or the file is a table."""
    if not _is_json(path):
        return None
    with _text(path) as file:
        for line, text in enumerate(file, 1):
            try:
                if text.strip() and not isinstance(json.loads(text), dict):
                    return line
            except ValueError:
                return line
    return None


def _select(sheet: Sheet, path: Path, names: list[str], found: Mapping[str, str]) -> str:
    cells = ", ".join(
        f"NULLIF(trim({_identifier(found[column])}, {_BLANKS}), '') AS {_identifier(column)}"
        if column in found
        else f"CAST(NULL AS VARCHAR) AS {_identifier(column)}"
        for column in sheet.columns
    )
    kinds = ", ".join(f"{quoted_text(name)}: 'VARCHAR'" for name in names)
    file = quoted_text(str(path))
    if _is_json(path):
        reader = f"read_json({file}, format = 'newline_delimited', columns = {{{kinds}}})"
    else:
        delimiter = quoted_text(_delimiter(path))
        reader = (
            f"read_csv({file}, auto_detect = false, header = true, columns = {{{kinds}}}, "
            f"delim = {delimiter}, quote = '\"', escape = '\"')"
        )
    return f"SELECT row_number() OVER () AS row, {cells} FROM {reader}"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _is_json(path: Path) -> bool:
    return path.suffix.lower() in _JSON


def _text(path: Path) -> TextIO:
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def _delimiter(path: Path) -> str:
    with _text(path) as file:
        head = file.readline()
    return max(_DELIMITERS, key=head.count)


def _csv_names(path: Path) -> list[str]:
    with _text(path) as file:
        return next(csv.reader(file, delimiter=_delimiter(path)), [])


def _json_names(path: Path, ask: Ask) -> list[str]:
    """Name every key of every row."""
    keys = (
        f"SELECT DISTINCT unnest(json_keys(json)) AS name FROM read_ndjson_objects({quoted_text(str(path))})"
    )
    return [str(row[0]) for row in ask(f"SELECT name FROM ({keys}) x ORDER BY name")]


def _lines(path: Path, file: TextIO) -> Iterator[int]:
    if is_framework(path):
        return attack_lines(file)
    return _json_lines(file) if _is_json(path) else _csv_lines(file)


def _csv_lines(file: TextIO) -> Iterator[int]:
    reader, begin = csv.reader(file), 1
    for number, row in enumerate(reader):
        if number and row:
            yield begin
        begin = reader.line_num + 1


def _json_lines(file: TextIO) -> Iterator[int]:
    yield from (line for line, text in enumerate(file, 1) if text.strip())
