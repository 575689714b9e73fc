"""Maps that are arguments of a command beside others, as the key and the maps of `compare`."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.shared.context import usage

if TYPE_CHECKING:
    from argmap.files.find import FoundMap


def find_maps(paths: Sequence[Path]) -> "list[FoundMap]":
    """Find maps; leave with 2 where there is nothing of such a name.

    Args:
        paths: what was typed; what stands twice is one map.
    """
    from argmap.files.find import find_map

    for path in paths:
        if str(path) != "-" and not os.path.lexists(path):
            usage(f"There is no file or folder `{path}`.")
    return [find_map(path, Path.cwd()) for path in dict.fromkeys(paths)]
