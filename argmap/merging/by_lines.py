"""Merging by lines, as git does it, for what is no map."""

import subprocess
import tempfile
from pathlib import Path

from argmap.files.git import GitError

_PATIENCE = 120


def merge_lines(
    base: bytes, ours: bytes, theirs: bytes, *, names: tuple[str, str], size: int
) -> tuple[bytes, bool]:
    """Merge two versions of a file by lines.

    Args:
        base: the version from which both come.
        ours: our version.
        theirs: the other version.
        names: what the two sides are called in marks.
        size: how many signs a mark has.

    Returns:
        The content, and whether it has conflicts.

    Raises:
        GitError: git is not there or could not do it.
    """
    with tempfile.TemporaryDirectory(prefix="argmap-merge-") as folder:
        files = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, content in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(content)
        labels = [word for name in (names[0], "base", names[1]) for word in ("-L", name)]
        command = ["git", "merge-file", "-p", "-q", f"--marker-size={size}", *labels, *map(str, files)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603 — git
        except (FileNotFoundError, subprocess.TimeoutExpired) as error:
            raise GitError("git, which merges by lines, does not answer") from error
    if done.returncode < 0 or done.returncode > 127:  # noqa: PLR2004 — as git says that it failed
        raise GitError(done.stderr.decode(errors="replace").strip() or "git could not merge the file")
    return done.stdout, bool(done.returncode)
