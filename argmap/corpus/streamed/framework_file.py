"""The ``p af`` files of ICCMA as rows: numbered arguments are statements, and each line is an attack."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from argmap.corpus.quoting import quoted_text

_HEADER: Final = re.compile(r"p\s+af\s+(\d+)")
_NO_SIGN: Final = quoted_text("\x1f")
"""Stands in no line, so that a line is one cell."""


def is_framework(path: Path) -> bool:
    """Tell whether a file is one of ICCMA, by its ending."""
    return path.suffix.lower() == ".af"


def size_of(file: TextIO) -> int | None:
    """Give how many arguments the header declares; None where the file does not begin with one."""
    first = next(_content(file), (0, ""))[1]
    header = _HEADER.fullmatch(first)
    return int(header[1]) if header else None


def attack_lines(file: TextIO) -> Iterator[int]:
    """Give the number of each line that is an attack."""
    lines = _content(file)
    next(lines, None)
    yield from (line for line, _ in lines)


def statements(size: int) -> str:
    """Write the query for the arguments, each called and titled by its number."""
    name = "CAST(i AS VARCHAR)"
    return f"SELECT i AS row, {name} AS id, {name} AS title FROM range(1, {size + 1}) t (i)"


def attacks(path: Path) -> str:
    """Write the query for the attacks."""
    lines = (
        f"read_csv({quoted_text(str(path))}, auto_detect = false, header = false, "
        f"columns = {{'line': 'VARCHAR'}}, delim = {_NO_SIGN}, quote = '', escape = '', strict_mode = false)"
    )
    words = f"SELECT trim(line, chr(32) || chr(9) || chr(13)) AS line FROM {lines}"
    content = f"SELECT line FROM ({words}) w WHERE line <> '' AND line NOT LIKE '#%' AND line NOT LIKE 'p%'"
    parts = (
        f"SELECT row_number() OVER () AS row, regexp_split_to_array(line, '\\s+') AS parts FROM ({content}) c"
    )
    target = "NULLIF(array_to_string(parts[2:], ' '), '')"
    return f"SELECT row, parts[1] AS rebuttal, {target} AS target FROM ({parts}) p"


def _content(file: TextIO) -> Iterator[tuple[int, str]]:
    """Give the lines that are neither blank nor comments, with their numbers."""
    stripped = ((number, line.strip()) for number, line in enumerate(file, 1))
    return ((number, line) for number, line in stripped if line and not line.startswith("#"))
