"""Addresses under which editors open a file at a place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

_BY_PATH: Final = "{scheme}://file{path}:{line}:{column}"
_BY_FILE: Final = "{scheme}://open?file={path}&line={line}&column={column}"
_BY_URL: Final = "{scheme}://open?url=file://{path}&line={line}&column={column}"

EDITORS: Final[Mapping[str, tuple[str, str]]] = {
    "code": ("vscode", _BY_PATH),
    "codium": ("vscodium", _BY_PATH),
    "cursor": ("cursor", _BY_PATH),
    "zed": ("zed", _BY_PATH),
    "idea": ("idea", _BY_FILE),
    "pycharm": ("pycharm", _BY_FILE),
    "sublime": ("subl", _BY_URL),
    "textmate": ("txmt", _BY_URL),
}
"""What an editor is called here -> the scheme of its addresses, and how they are written."""


def editor_address(editor: str, path: Path, line: int, column: int) -> str:
    """Write the address under which an editor opens a place.

    Args:
        editor: one of `EDITORS`.
        path: the file.
        line: counted from 1.
        column: counted from 1.
    """
    scheme, pattern = EDITORS[editor]
    absolute = path.absolute().as_posix()
    rooted = absolute if absolute.startswith("/") else f"/{absolute}"
    return pattern.format(scheme=scheme, path=quote(rooted, safe="/:"), line=line, column=column)
