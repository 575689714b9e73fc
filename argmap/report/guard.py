"""The last gate before a terminal or a log: nothing raw passes, whoever writes."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, TextIO, cast

from argmap.text.clean import harmless, tamed

_BUILD_SERVERS: Final = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
_STYLING: Final = re.compile(
    r"(\x1b\[[0-9;?]{0,40}[A-Za-z]|\x1b\]8;[\w=:.-]{0,80};(?:(?:https?|file|mailto):[!-~]{1,4000})?\x1b\\|\r)"
)
"""What rich writes: colours, movements of the cursor, and links."""


class _Guarded:
    """A text stream that passes no control characters but line breaks and tabs.

    Args:
        stream: where to.
        styled: whether colours, links and movements of the cursor pass; for consoles, which clean texts.
    """

    def __init__(self, stream: TextIO, *, styled: bool = False) -> None:
        self.inner = stream
        self._styled = styled
        self._tame = any(os.environ.get(name) for name in _BUILD_SERVERS)

    def write(self, text: str) -> int:
        """Write a text without what could do harm."""
        self.inner.write(self._clean(text))
        return len(text)

    def writelines(self, lines: Iterator[str]) -> None:
        """Write lines without what could do harm."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 — whatever the stream has
        return getattr(self.inner, name)

    def _clean(self, text: str) -> str:
        if self._tame:
            text = tamed(text)
        if not self._styled or "\x1b" not in text:
            return harmless(text)
        # Every second part is a sequence that may pass.
        parts = _STYLING.split(text)
        return "".join(part if at % 2 else harmless(part) for at, part in enumerate(parts))


@contextmanager
def guarded_streams() -> Iterator[None]:
    """Guard standard output and standard error as long as it lasts."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast("TextIO", _Guarded(bare(stream))) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def bare(stream: TextIO) -> TextIO:
    """Give the stream behind the guard, for what is not text for people."""
    return stream.inner if isinstance(stream, _Guarded) else stream


def styled(stream: TextIO) -> TextIO:
    """Give the stream for a console, whose colours pass."""
    return cast("TextIO", _Guarded(bare(stream), styled=True))
