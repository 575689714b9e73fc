"""Why a change that was asked for is not made."""

from collections.abc import Sequence

from argmap.queries.select import NoMatchError


class UnfitRequestError(ValueError):
    """What was asked for makes no sense as it is put; the message is a sentence."""


class RefusedRequestError(Exception):
    """What was asked for would leave the map unsound.

    Args:
        message: why, as the end of a line.
        details: what stands in the way, one line each.
    """

    def __init__(self, message: str, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.details = tuple(details)


class NotDeclaredError(NoMatchError):
    """A person or source is named that the map does not have, and nobody asked for it to be added."""
