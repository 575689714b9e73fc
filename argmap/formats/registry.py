"""The formats: what the command line, its help and the page on formats know of them."""

from typing import Final

from argmap.formats.base import Format

FORMATS: Final[tuple[Format, ...]] = ()
"""Every format, the most particular first: a file is taken for the first that it looks like."""

BY_NAME: Final = {format_.name: format_ for format_ in FORMATS}
IMPORTS: Final = tuple(format_.name for format_ in FORMATS if format_.reads)
EXPORTS: Final = tuple(format_.name for format_ in FORMATS if format_.writes)


def guess_format(file: str, head: bytes) -> Format | None:
    """Tell what format a file has, by its name and content; None where it looks like no known one.

    Args:
        file: its name.
        head: its first 64 KB.
    """
    return next((format_ for format_ in FORMATS if format_.reads and format_.guess(file, head)), None)
