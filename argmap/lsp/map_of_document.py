"""Which map a document of the editor belongs to."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from pygls.uris import from_fs_path, to_fs_path

from argmap.files.disk.listing import is_map_file
from argmap.files.find import find_map, holds_map
from argmap.files.yaml.heads import HEAD_BYTES, begins_with_section


def path_of(uri: str) -> Path | None:
    """Give the path of a document; None for one that is not a file, or not yet."""
    if urlsplit(uri).scheme != "file":
        return None
    name = to_fs_path(uri)
    return Path(name) if name and "\0" not in name else None


def uri_of(path: Path) -> str:
    """Give the address of a file."""
    return from_fs_path(str(path.absolute())) or path.absolute().as_uri()


def name_of(uri: str) -> str:
    """Give what findings call a document that is not a file."""
    return unquote(urlsplit(uri).path).rpartition("/")[2] or "untitled"


def home_of(path: Path | None, text: str) -> Path | None:
    """Find the map that a document belongs to.

    Args:
        path: its file; None where it has none.
        text: what it says.

    Returns:
        The folder or file that `argmap check` would read as the map; None where it belongs to no map.
    """
    if path is None or not is_map_file(path.name):
        return None
    begins = begins_as_map(text)
    folder = path.parent
    if not holds_map(folder):
        return folder if begins else None
    found = find_map(folder, folder).path
    if found in {folder, path}:
        return found
    return folder if begins else None


def begins_as_map(text: str) -> bool:
    """Tell whether a text begins with a section of a map."""
    return begins_with_section(text[:HEAD_BYTES].encode("utf-8", "replace"))
