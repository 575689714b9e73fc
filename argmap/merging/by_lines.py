"""Two changed versions of a file to one, by lines: for what is no map, and what could not be proved."""

from pathlib import Path
from tempfile import TemporaryDirectory

from argmap.files.disk.writing import write_file
from argmap.files.git import merge_file
from argmap.merging.line_ends import OneWay, has_lone_returns


def merge_lines(
    contents: tuple[bytes, bytes, bytes], *, names: tuple[str, str], size: int
) -> tuple[bytes, bool]:
    """Merge two versions of a file by lines, as git does, but with one way to end them.

    Args:
        contents: the version from which both come, ours and theirs.
        names: what the two sides are called in marks.
        size: how many signs a mark has.

    Returns:
        The content, and whether it has conflicts.

    Raises:
        GitError: git is not there or could not do it.
        OSError: there is no room for it.
    """
    base, ours, theirs = contents
    if theirs in (base, ours):
        return ours, False
    if ours == base:
        return theirs, False
    one_way = _one_way(contents)
    texts = [text.encode() for text in one_way.texts] if one_way else contents
    with TemporaryDirectory(prefix="argmap-merge-") as folder:
        paths = [Path(folder, name) for name in ("base", "ours", "theirs")]
        for path, content in zip(paths, texts, strict=True):
            write_file(path, content, named=True)
        found, has_conflicts = merge_file(paths[0], paths[1], paths[2], names=names, size=size)
    return (one_way.written(found.decode()).encode() if one_way else found), has_conflicts


def _one_way(contents: tuple[bytes, bytes, bytes]) -> OneWay | None:
    """Give the versions as texts; None where they are not, or it is not known what ends a line."""
    try:
        base, ours, theirs = (content.decode() for content in contents)
    except UnicodeDecodeError:
        return None
    return None if has_lone_returns((base, ours, theirs)) else OneWay.of(base, ours, theirs)
