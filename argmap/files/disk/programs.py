"""Programs on the PATH, and only where nobody else can have put them."""

import os
import shutil
from pathlib import Path


def find_program(name: str) -> Path | None:
    """Find the first program of a name on the PATH, or None.

    Only absolute folders count: Windows also looks into the current one, which may be somebody else's.

    Args:
        name: without the ending that Windows wants.
    """
    file = f"{name}.exe" if os.name == "nt" else name
    folders = (folder for folder in map(Path, os.get_exec_path()) if folder.is_absolute())
    places = (shutil.which(str(folder / file)) for folder in folders)
    return next((Path(place) for place in places if place), None)
