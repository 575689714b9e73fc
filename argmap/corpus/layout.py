"""How a store is told from other folders; asked of every map, so nothing heavy is imported here."""

from pathlib import Path
from typing import Final

LIST_NAME: Final = "argmap-store.json"
"""The file that lists the parts of a store."""


def is_store(path: Path) -> bool:
    """Tell whether a folder is a store."""
    return (path / LIST_NAME).is_file()
