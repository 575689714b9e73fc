"""What drawing gives, and what goes wrong with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class PictureError(Exception):
    """A picture cannot be made; the message says why, and what to do."""


class Picture(NamedTuple):
    """A finished picture.

    Args:
        data: the content of the file.
        warnings: what the reader of the picture may miss, one sentence each.
        others: the content of further files, where a format has no pages and the picture needs several.
    """

    data: bytes
    warnings: tuple[str, ...] = ()
    others: tuple[bytes, ...] = ()


def named_sheets(path: Path, sheets: Sequence[bytes]) -> dict[Path, bytes]:
    """Name the files of a picture: as asked for or, where there are several, with a number each."""
    if len(sheets) == 1:
        return {path: sheets[0]}
    digits = len(str(len(sheets)))
    paths = [path.with_stem(f"{path.stem}-{page:0{digits}}") for page in range(1, len(sheets) + 1)]
    return dict(zip(paths, sheets, strict=True))
