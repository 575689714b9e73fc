"""Sections of which every record goes."""

import re
from dataclasses import replace
from typing import Final

from argmap.editing.intention import Intention
from argmap.editing.nodes import Node, document_node
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile

_RECORD: Final = 2
"""The length of a record's path."""

_BARE: Final = re.compile(r"[^\s#]+:[ \t]*")


def with_emptied_sections(file: ReadFile, intention: Intention) -> Intention:
    """Let a section go with its last record, as adding its first one began it.

    One with a comment of its own stays, empty, and so does the only section of a file. A section that
    stood empty beside others before a record was added is not told from one that was begun with it.

    Args:
        file: the file.
        intention: what is meant.
    """
    emptied = {(name,) for name in file.starts if _is_emptied(file, name, intention)}
    if not emptied or len(emptied) == len(file.starts):
        return intention
    root = document_node(file.text)
    going = {path for path in emptied if root is not None and _is_bare(file, root, path)}
    removed = {path for path in intention.removed if path[:1] not in going}
    return replace(intention, removed=removed | going) if going else intention


def _is_emptied(file: ReadFile, section: str, intention: Intention) -> bool:
    """Tell whether all records of a section go, each with its comments, and none comes."""
    gone = sum(1 for path in intention.with_comments if len(path) == _RECORD and path[0] == section)
    return bool(gone) and gone == len(file.starts[section].items) and (section,) not in intention.inserted


def _is_bare(file: ReadFile, root: Node, section: Path) -> bool:
    """Tell whether nothing is said of a section itself; comments at the top of a file are the file's."""
    at = root.position(section[0])
    if at is None or root.style:
        return False
    line = file.line_at(root.keys[at].start)
    above = line - 1
    while above and file.line(above).startswith("#"):
        above -= 1
    return bool(_BARE.fullmatch(file.line(line))) and above in {0, line - 1}
