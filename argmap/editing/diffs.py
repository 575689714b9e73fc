"""What would change in a file, as programs that apply changes read it."""

import re
from difflib import unified_diff
from typing import Final

_NO_NEWLINE: Final = "\n\\ No newline at end of file\n"
_NOWHERE: Final = "/dev/null"


def diff_of(name: str, old: str | None, new: str) -> str:
    """Write a unified diff.

    Args:
        name: what to call the file.
        old: what it holds; None where there is no such file.
        new: what it shall hold.
    """
    before, after = (re.findall("[^\n]*\n|[^\n]+", text or "") for text in (old, new))
    lines = unified_diff(before, after, _NOWHERE if old is None else f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}{_NO_NEWLINE}" for line in lines)
