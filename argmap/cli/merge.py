"""``argmap merge``."""

from pathlib import Path
from typing import Final

import click

from argmap.cli.shared.context import FINDINGS, UNUSABLE
from argmap.cli.shared.saying import print_data, say
from argmap.text.reasons import reason

_FILE: Final = click.Path(path_type=Path, dir_okay=False, exists=True)
_Contents = tuple[bytes, bytes, bytes]
_NAMES: Final = ("ours", "theirs")


@click.command("merge")
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.option("--path", "shown", metavar="NAME", help="What messages call the file: git's %P.")
@click.option("--marker-size", type=click.IntRange(1, 200), default=7, help="Signs of a mark: git's %L.")
@click.option("--print", "prints", is_flag=True, help="Print the result, and leave OURS as it is.")
def command(
    base: Path, ours: Path, theirs: Path, shown: str | None, marker_size: int, *, prints: bool
) -> None:
    r"""Merge two changed versions of a file of a map, by record and field.

    BASE is the version from which both come. The result is written to OURS, as git wants it of a merge
    driver. Exit code 0: merged; 1: there are conflicts, with git's marks around them; 2: it could not be
    done.

    Additions of both sides stay, in their order, with their comments. A record that was changed in different
    fields has both changes. Where both sides took the same id, theirs gets another. If one side changed the
    line ends, all lines end so. What is no map is merged by lines.

    \b
    Once for each clone:
      git config merge.argmap.driver "argmap merge %O %A %B --path %P --marker-size %L"
    In .gitattributes, which everybody shares:
      data/*.yaml merge=argmap
    """
    name = shown or ours.as_posix()
    contents = _read(base), _read(ours), _read(theirs)
    content, told, has_conflicts = _merged(contents, marker_size)
    for line in told:
        say(f"{name}: {line}")
    if prints:
        print_data(content)
    elif content != contents[1]:
        _write(ours, content)
    if has_conflicts:
        raise SystemExit(FINDINGS)


def _read(file: Path) -> bytes:
    from argmap.files.disk.reading import read_bytes
    from argmap.files.load import MAX_BYTES

    try:
        return read_bytes(file, MAX_BYTES)
    except OSError as error:
        say(f"{file} cannot be read: {reason(error)}")
        raise SystemExit(UNUSABLE) from None


def _merged(contents: _Contents, size: int) -> tuple[bytes, list[str], bool]:
    """Merge by records, or where that cannot be, by lines."""
    from argmap.merging.merge import merge_texts
    from argmap.merging.version import UnmergeableError, UnprovedError

    try:
        base, ours, theirs = (content.decode() for content in contents)
        found = merge_texts(base, ours, theirs, names=_NAMES, size=size)
    except UnicodeDecodeError:
        return _by_lines(contents, size, "a version is not UTF-8")
    except UnprovedError as error:
        content, told, _ = _by_lines(contents, size, str(error))
        return content, [*told, "conflict: whether this says what both sides mean is for you to see"], True
    except UnmergeableError as error:
        return _by_lines(contents, size, str(error))
    told = [*found.notes, *(f"conflict: {words}" for words in found.conflicts)]
    return found.text.encode(), told, bool(found.conflicts)


def _by_lines(contents: _Contents, size: int, why: str) -> tuple[bytes, list[str], bool]:
    from argmap.files.git import GitError
    from argmap.merging.by_lines import merge_lines

    try:
        content, has_conflicts = merge_lines(contents, names=_NAMES, size=size)
    except (GitError, OSError) as error:
        told = reason(error) if isinstance(error, OSError) else error
        say(f"{why}, and by lines it cannot be merged: {told}")
        raise SystemExit(UNUSABLE) from None
    return content, [f"merged by lines: {why}"], has_conflicts


def _write(path: Path, content: bytes) -> None:
    from argmap.cli.endings import NOT_WRITTEN
    from argmap.files.disk.writing import write_file

    try:
        write_file(path, content, named=True)
    except OSError as error:
        say(f"{path} cannot be written: {reason(error)}")
        raise SystemExit(NOT_WRITTEN) from None
