"""Where a map was in the history of its repository: git tells which files were renamed to those of today."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from argmap.files.disk.listing import is_map_file
from argmap.files.git import Blob, Commit, MapPath, Repository, TakenAway
from argmap.files.git_objects import Objects
from argmap.files.revision import is_of_map


@dataclass(frozen=True, slots=True)
class Stay:
    """A place where a map was.

    Args:
        place: the folder or file.
        earlier: the commits that come before it was moved there.
        later: the commits that come after that, the one that moved it among them; none are told where it was
            always there.
    """

    place: MapPath
    earlier: Collection[str] = ()
    later: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a map was, the last place first.

    Args:
        stays: the places; the map was never moved to the last one.
    """

    stays: tuple[Stay, ...]

    def find(self, repository: Repository | Objects, commit: Commit) -> tuple[Blob, ...]:
        """Find the files of the map at a commit; none where it is not there.

        Args:
            repository: what lists files.
            commit: the commit. On a branch that left before the map was moved, it is where it was.
        """
        for stay in self._at(commit):
            if blobs := _files(repository, commit.id, stay.place):
                return blobs
        return ()

    def _at(self, commit: Commit) -> Iterator[Stay]:
        for stay in self.stays:
            if commit.id not in stay.earlier:
                yield stay
            if commit.id in stay.later:
                return


def follow_moves(repository: Repository, head: str, place: MapPath) -> tuple[Trail, tuple[Commit, ...]]:
    """Find where a map was, and the commits that touched it there.

    Args:
        repository: the repository.
        head: the last commit.
        place: where the map is.

    Returns:
        Its places, and the commits, each behind its parents.
    """
    commits = touching = repository.commits_touching(head, [place])
    places, moves = [place], list[Commit]()
    while found := _last_move(repository, touching, places[-1]):
        move, before = found
        moves.append(move)
        places.append(before)
        touching = repository.commits_touching(f"{move.id}^", [before])
    if moves:
        commits = repository.commits_touching(head, list(dict.fromkeys(places)))
    stays = [
        Stay(one, _behind(commits, move), _ahead(commits, move))
        for one, move in zip(places, moves, strict=False)
    ]
    return Trail((*stays, Stay(places[-1]))), tuple(commits)


def _last_move(
    repository: Repository, commits: Sequence[Commit], place: MapPath
) -> tuple[Commit, MapPath] | None:
    """Find the last commit that moved a map to a place where there was none, and where it was before."""
    changes = repository.taken_away(commits)
    for commit in reversed(commits):
        files = changes.get(commit.id, ())
        came_from = [
            one.old for one in files if one.new and _holds(place, one.new) and is_map_file(one.old.name)
        ]
        if came_from and not _files(repository, f"{commit.id}^", place):
            return commit, _before(repository, commit, files, place, came_from)
    return None


def _before(
    repository: Repository,
    commit: Commit,
    files: Sequence[TakenAway],
    place: MapPath,
    came_from: Sequence[PurePosixPath],
) -> MapPath:
    """Tell where a map was before a commit: in the folder from which most of its files came, or in one file.

    It was one file where that alone has gone, and the map is a file now or others were left behind.
    """
    folder, _ = Counter(path.parent for path in came_from).most_common(1)[0]
    first = next(path for path in came_from if path.parent == folder)
    whole = MapPath(folder, is_folder=True)
    known = {blob.path for blob in _files(repository, f"{commit.id}^", whole)}
    has_gone = known & {one.old for one in files}
    is_file = has_gone == {first} and (not place.is_folder or len(known) > 1)
    return MapPath(first, is_folder=False) if is_file else whole


def _files(repository: Repository | Objects, commit: str, place: MapPath) -> tuple[Blob, ...]:
    """List the files of a map at a commit."""
    return tuple(blob for blob in repository.list_blobs(commit, place.path) if is_of_map(blob, place.path))


def _holds(place: MapPath, path: PurePosixPath) -> bool:
    """Tell whether a file belongs to the map at a place."""
    return path.parent == place.path and is_map_file(path.name) if place.is_folder else path == place.path


def _behind(commits: Sequence[Commit], last: Commit) -> frozenset[str]:
    """Name the commits that one comes from."""
    parents = {commit.id: commit.parents for commit in commits}
    found: set[str] = set()
    waiting = [*parents.get(last.id, ())]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += parents.get(name, ())
    return frozenset(found)


def _ahead(commits: Sequence[Commit], first: Commit) -> frozenset[str]:
    """Name a commit, and those that come from it."""
    found = {first.id}
    for commit in commits:
        if not found.isdisjoint(commit.parents):
            found.add(commit.id)
    return frozenset(found)
