"""Files that argmap makes, named after maps, and that people go on with: never written over."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path, PurePath
from typing import Final

from argmap.cli.shared.context import UNUSABLE
from argmap.cli.shared.saying import say

_NAMELESS: Final = "map"


def file_names(maps: Sequence[str]) -> list[str]:
    """Name a file after each of several maps, without an ending and each otherwise.

    Args:
        maps: the paths of the maps.
    """
    parts = [[part for part in PurePath(name).parts if part.strip("./\\")] or [_NAMELESS] for name in maps]
    stems = [PurePath(each[-1]).stem for each in parts]
    shared = Counter(stem.casefold() for stem in stems)
    taken: set[str] = set()
    names = []
    for each, stem in zip(parts, stems, strict=True):
        name = stem if shared[stem.casefold()] == 1 else "-".join([*each[:-1], stem])
        numbered = (f"{name}-{number}" for number in count(2))
        free = next(one for one in chain([name], numbered) if one.casefold() not in taken)
        taken.add(free.casefold())
        names.append(free)
    return names


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files, all or none; leave with 2 where one is there and holds something else."""
    from argmap.cli.shared.output import refuse_write, write_parts

    new = {path: content for path, content in files.items() if not _holds(path, content)}
    if there := next((path for path in new if path.exists()), None):
        say(f"{there} is there already and is not written over; move it, or name another place")
        raise SystemExit(UNUSABLE)
    for folder in dict.fromkeys(path.parent for path in new):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            refuse_write(folder, error)
    write_parts(dict(new))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:
        return False
