"""How the lines of a merged file end: all in one way, that of the side that changed it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_LINE_END: Final = re.compile("\r\n|\r|\n")
_LF: Final = "\n"
_NAMES: Final = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


@dataclass(frozen=True)
class OneWay:
    """Three versions of a file whose lines end in one way.

    Args:
        texts: the versions, with LF at the end of each line.
        end: how the lines of the merged file are to end.
        note: what was decided, where the sides differ.
    """

    texts: tuple[str, str, str]
    end: str
    note: str = ""

    @classmethod
    def of(cls, base: str, ours: str, theirs: str) -> "OneWay":
        """Find how the lines of the merged file are to end.

        If one side changed how they end, as it did; if both did so otherwise, as ours do. Where a version has
        several line ends, the most frequent one counts.
        """
        before, our, their = (_usual(text) for text in (base, ours, theirs))
        is_theirs = our is None or (our == before and their is not None)
        end = (their if is_theirs else our) or before or _LF
        note = ""
        if None not in (our, their) and our != their:
            note = f"the lines end with {_NAMES[end]}, as {'theirs' if is_theirs else 'ours'} do"
        return cls((_with(base, _LF), _with(ours, _LF), _with(theirs, _LF)), end, note)

    def written(self, text: str) -> str:
        """Give a merged text the line ends that it is to have."""
        return text if self.end == _LF else text.replace(_LF, self.end)


def has_lone_returns(texts: Sequence[str]) -> bool:
    """Tell whether a text has carriage returns that end no line but in YAML."""
    return any("\r" in text.replace("\r\n", "") for text in texts)


def _usual(text: str) -> str | None:
    """Give the line end that a text has most often, of equals the first; None where it has none."""
    found = Counter(_LINE_END.findall(text))
    return max(found, key=found.__getitem__, default=None)


def _with(text: str, end: str) -> str:
    return _LINE_END.sub(end, text) if "\r" in text else text
