"""Files of other programs to maps: which format a file has, and what is wrong where it cannot be read."""

from pathlib import Path
from typing import Final

from argmap.files.disk.listing import shown_name
from argmap.files.disk.reading import STANDARD_INPUT, read_bytes
from argmap.formats.base import Format, FormatError, Imported, fault
from argmap.formats.registry import BY_NAME, IMPORTS, guess_format
from argmap.text.reasons import reason

_HEAD: Final = 1 << 20
_MOST_BYTES: Final = 256 * 1024 * 1024


class UnknownFormatError(FormatError):
    """A file looks like no known format."""


def read_file(path: Path, format_: Format | None = None) -> Imported:
    """Read a file.

    Args:
        path: the file; ``-`` is standard input.
        format_: what it is; None to guess it.

    Raises:
        UnknownFormatError: it is empty, or looks like no known format.
        FormatError: it cannot be read, or is not in this format.
    """
    name = "stdin" if path == STANDARD_INPUT else shown_name(path)
    try:
        data = read_bytes(path, _MOST_BYTES, pipes=True)
    except (OSError, ValueError) as error:
        raise FormatError(fault(name, (1, 1), f"cannot be read: {reason(error)}", _hint(path))) from None
    return read_data(data, name, format_)


def read_data(data: bytes, name: str, format_: Format | None = None) -> Imported:
    """Read what a file holds.

    Args:
        data: what it holds.
        name: its name, for findings and origins.
        format_: what it is; None to guess it.

    Raises:
        UnknownFormatError: it is empty, or looks like no known format.
        FormatError: it is not in this format.
    """
    known = format_ or guess_format(name, data[:_HEAD])
    if known is None and not data.strip():
        raise UnknownFormatError(fault(name, (1, 1), "the file is empty"))
    if known is None:
        hint = "name it: argmap import FORMAT FILE; the formats are " + ", ".join(
            each.name for each in IMPORTS
        )
        raise UnknownFormatError(fault(name, (1, 1), "looks like no known format", hint))
    return known.read(data, name)


def _hint(path: Path) -> str:
    from argmap.text.nearest import nearest, quoted

    if path.exists() or path.name != str(path):
        return ""
    return quoted(nearest(str(path), BY_NAME), "did you mean the format")
