"""Exit codes that have nothing to do with what a command found."""

from typing import Final

NOT_WRITTEN: Final = 74
"""Not everything could be written: the disk is full, or standard output is closed; as in sysexits.h."""

READER_LEFT: Final = 141
"""The reader left the pipe, as shells count it: 128 and SIGPIPE."""


def stopped_by(number: int) -> int:
    """Give the exit code of a program that a signal stopped, as shells count it."""
    return 128 + number
