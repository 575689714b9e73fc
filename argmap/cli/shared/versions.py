"""Two versions of a map, as they are named on the command line."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import UNUSABLE, maps_meant, read_found, usable, usage
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.files.git import Repository

_LAST, _NOW = "HEAD", "the working tree"


@dataclass(frozen=True)
class Version:
    """A version of a map.

    Args:
        loaded: the map.
        shown: what people call the version.
    """

    loaded: "Loaded"
    shown: str


def read_versions(old: str | None, new: str | None) -> tuple[Version, Version]:
    """Read two versions of a map; leave with 2 where one of them cannot be used.

    Args:
        old: a revision of git, a folder or a file; also ``A..B`` and ``A...B``, which are both versions in
            one word. The last commit where nothing is said.
        new: the same; the map as it is on the disk where nothing is said.
    """
    from argmap.files.git import GitError, NoRepositoryError

    try:
        older, newer = _Reader().both(old, new)
    except NoRepositoryError as error:
        say(str(error), "name two maps, as in `argmap diff OLD NEW`")
        raise SystemExit(UNUSABLE) from None
    except GitError as error:
        say(str(error), error.hint)
        raise SystemExit(UNUSABLE) from None
    return older, newer


def read_older(name: str) -> Version:
    """Read the version of a map with which the map at hand is compared; leave with 2 where that fails.

    Args:
        name: a revision of git, a folder or a file.
    """
    from argmap.files.git import GitError, NoRepositoryError

    try:
        return _Reader().older(name)
    except NoRepositoryError as error:
        say(str(error), "name an older folder or file")
        raise SystemExit(UNUSABLE) from None
    except GitError as error:
        say(str(error), error.hint)
        raise SystemExit(UNUSABLE) from None


class _Reader:
    """Reads versions, and asks git for a repository only where one is needed."""

    def __init__(self) -> None:
        self._found: FoundMap | None = None
        self._repository: Repository | None = None

    def both(self, old: str | None, new: str | None) -> tuple[Version, Version]:
        if old and new is None and ".." in old and not Path(old).exists():
            old, new = self._range(old)
        return self._version(_LAST if old is None else old, "new"), self._version(new, "gone")

    def older(self, name: str) -> Version:
        return self._version(name, "new")

    def _range(self, words: str) -> tuple[str, str]:
        """Part ``A..B`` and ``A...B``, which begins where the two parted, as git does."""
        dots = "..." if "..." in words else ".."
        one, _, other = words.partition(dots)
        one, other = one or _LAST, other or _LAST
        if dots == "..":
            return one, other
        repository = self._repository_here()
        commits = [repository.commit(name) or _no_version(name) for name in (one, other)]
        base = repository.merge_base(*commits)
        if base is None:
            usage(f"{one} and {other} have no commit in common.")
        return base, other

    def _version(self, name: str | None, fate: str) -> Version:
        """Read a version; where it has no map, everything has a fate."""
        if name is None:
            found = self._map_here()
            return Version(_usable(read_found(found)), _NOW)
        if not name:
            # In a script, a variable that is not set; a path of no letters would be the folder one stands in.
            _no_version(name)
        if Path(name).exists():
            from argmap.files.find import find_map

            if _is_revision_too(name):
                usage(
                    f"`{name}` is a path and a revision; write `./{name}` for the path, else its full name."
                )

            found = find_map(Path(name), Path.cwd())
            return Version(_usable(read_found(found)), found.shown)
        commit = self._repository_here().commit(name)
        if commit is None and name == _LAST:
            usage("the repository has no commit yet; name two folders or files.")
        return self._at(commit or _no_version(name), name, fate)

    def _at(self, commit: str, name: str, fate: str) -> Version:
        """Read the map at a commit."""
        from argmap.files.assembling import assemble
        from argmap.files.revision import read_revision

        repository, path = self._repository_here(), self._map_here().path
        shown = commit[:10] if name == commit else name
        inner = repository.inner(path)
        loaded = read_revision(repository, commit, inner, shown) or self._moved(commit, inner, shown)
        if loaded is None:
            where = "the repository" if inner == PurePosixPath() else f"`{inner}`"
            say(f"{shown} has no map in {where}, so that everything is {fate}")
            loaded = assemble([])
        return Version(_usable(loaded), shown)

    def _moved(self, commit: str, inner: PurePosixPath, shown: str) -> "Loaded | None":
        """Read the map at a commit where it was before it was moved to its place of today."""
        from argmap.files.git import MapPath
        from argmap.files.moves import follow_moves
        from argmap.files.revision import read_revision

        repository = self._repository_here()
        head = repository.commit(_LAST)
        if head is None:
            return None
        trail, _ = follow_moves(repository, head, MapPath(inner, is_folder=self._map_here().path.is_dir()))
        for stay in trail.stays[1:]:
            loaded = read_revision(repository, commit, stay.place.path, shown)
            if loaded is not None:
                say(f"{shown} has the map in `{stay.place.path}`, from where it was moved")
                return loaded
        return None

    def _repository_here(self) -> "Repository":
        from argmap.files.git import Repository

        if self._repository is None:
            path = self._map_here().path
            self._repository = Repository.around(path if path.is_dir() else path.parent)
        return self._repository

    def _map_here(self) -> "FoundMap":
        if self._found is None:
            self._found = maps_meant(judges=True)[0]
        return self._found


def _is_revision_too(name: str) -> bool:
    from argmap.files.git import GitError, Repository

    try:
        return Repository.around(Path.cwd()).commit(name) is not None
    except GitError:
        return False


def _usable(loaded: "Loaded") -> "Loaded":
    found = usable(loaded)
    if found is None:
        raise SystemExit(UNUSABLE)
    return found


def _no_version(name: str) -> str:
    context = click.get_current_context()
    usage(f"`{name}` is no revision, folder or file. See `{context.command_path} --help`.")
