"""A map as it was at a revision of its git repository."""

from pathlib import Path, PurePosixPath

from argmap.diagnostics import Diagnostic, Location
from argmap.files.assembling import Loaded, assemble
from argmap.files.disk.listing import is_map_file
from argmap.files.git import Blob, Repository
from argmap.files.load import MAX_BYTES
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes
from argmap.files.yaml.places import ReadFile


def read_revision(repository: Repository, commit: str, path: PurePosixPath, shown: str) -> Loaded | None:
    """Read a map as it was at a commit; faults are data and never stop the reading.

    Args:
        repository: the repository.
        commit: the name of the commit.
        path: the folder or file of the map inside the repository.
        shown: what findings call the commit.

    Returns:
        The map; None where the commit has no YAML file there.

    Raises:
        GitError: git cannot tell.
    """
    blobs = repository.list_blobs(commit, path)
    blobs = tuple(blob for blob in blobs if is_of_map(blob, path))
    if not blobs:
        return None
    readable = [
        blob
        for blob, size in zip(blobs, repository.sizes(blobs), strict=True)
        if not blob.is_link and size <= MAX_BYTES
    ]
    contents = dict(zip(readable, repository.read(readable), strict=True))
    records = [
        read_bytes(f"{shown}:{blob.path}", None, contents[blob])
        if blob in contents
        else unread(blob, f"{shown}:{blob.path}")
        for blob in blobs
    ]
    return assemble(records, Path())


def is_of_map(blob: Blob, path: PurePosixPath) -> bool:
    """Tell whether a file belongs to the map of a path."""
    return blob.path == path or is_map_file(blob.path.name)


def unread(blob: Blob, name: str) -> FileRecords:
    """Tell of a file that is not read.

    Args:
        blob: the file: a link, or one that is too large.
        name: what findings call it.
    """
    why = "is a link, which is not followed in a revision" if blob.is_link else "is too large"
    return FileRecords(ReadFile(name, "", ""), faults=[Diagnostic(Location(name, 1, 1), "Y101", why)])
