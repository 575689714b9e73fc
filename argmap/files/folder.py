"""Which files make up a map."""

import os
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location

_ENDINGS: Final = (".yaml", ".yml")
STANDARD_INPUT: Final = Path("-")


def list_files(path: Path) -> tuple[list[Path], list[Diagnostic]]:
    """List the YAML files of a map, sorted by name.

    Args:
        path: a folder, whose own files count and not those of folders inside it; or one file;
            or ``-`` for standard input.

    Returns:
        The files, and what is wrong with the folder.
    """
    if path == STANDARD_INPUT:
        return [path], []
    if not path.is_dir():
        return [path], []
    place = Location(shown_name(path), 1, 1)
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        return [], [Diagnostic(place, "Y101", f"cannot be read: {(error.strerror or str(error)).lower()}")]
    files = [entry for entry in entries if entry.suffix in _ENDINGS and not entry.name.startswith(".")]
    if not files:
        hint = "a map is a folder of .yaml files with a `claims:` section"
        return [], [Diagnostic(place, "Y113", "the folder holds no YAML file", hint=hint)]
    return files, []


def shown_name(path: Path) -> str:
    """Name a file as the user would: relative to the working directory where it lies below it."""
    if path == STANDARD_INPUT:
        return "<stdin>"
    try:
        shown = os.path.relpath(path)
    except ValueError:  # another drive
        return path.as_posix()
    return path.as_posix() if shown.startswith("..") else Path(shown).as_posix()
