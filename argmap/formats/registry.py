"""The formats: what the command line, its help and the page on formats know of them."""

from collections.abc import Iterable
from typing import Final

from argmap.formats.base import Format

_ICCMA: Final = "https://argumentationcompetition.org/2023/rules.html"
_TGF: Final = "https://docs.yworks.com/yfiles/doc/developers-guide/tgf.html"
_APX: Final = "https://www.dbai.tuwien.ac.at/research/argumentation/aspartix/"

FORMATS: Final[tuple[Format, ...]] = (
    Format("iccma", "ICCMA p af", _ICCMA, (".af",)),
    Format("apx", "ASPARTIX (APX)", _APX, (".apx",)),
    Format("tgf", "Trivial Graph Format", _TGF, (".tgf",)),
)
"""Every format, the most particular first: a file is taken for the first that it looks like."""

BY_NAME: Final = {format_.name: format_ for format_ in FORMATS}
IMPORTS: Final = tuple(format_ for format_ in FORMATS if format_.reads)
EXPORTS: Final = tuple(format_ for format_ in FORMATS if format_.writes)


def guess_format(file: str, head: bytes) -> Format | None:
    """Tell what format a file has, by its name and content; None where it looks like no known one.

    Args:
        file: its name.
        head: its first 64 KB.
    """
    return next((format_ for format_ in IMPORTS if format_.guess(file, head)), None)


def describe_formats(formats: Iterable[Format]) -> str:
    """List formats with their names, titles and file extensions, for a help page."""
    listed = [(format_.name, f"{format_.title} ({', '.join(format_.extensions)})") for format_ in formats]
    width = max((len(name) for name, _ in listed), default=0)
    return "\b\nFormats:\n" + "\n".join(f"  {name:{width}}  {about}" for name, about in listed)
