"""What drawing gives, and what goes wrong with it."""

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
