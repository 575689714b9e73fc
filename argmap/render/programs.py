"""Where the Graphviz programs are: the embedded one that pip installs, and a native `dot`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from argmap.files.disk.programs import find_program

_EMBEDDED = "graphviz-pure.exe" if os.name == "nt" else "graphviz-pure"
_METADATA = "graphviz_pure-*.dist-info"


def embedded_program() -> Path | None:
    """Return the `dot` that the package `graphviz-pure` installed for this interpreter, or None.

    Only folders that belong to this interpreter are searched, never the PATH.
    """
    return next((place for folder in _script_folders() if (place := folder / _EMBEDDED).is_file()), None)


def native_program() -> Path | None:
    """Return the first `dot` on the PATH, or None."""
    return find_program("dot")


def _script_folders() -> Iterator[Path]:
    """Yield where pip puts programs: for this environment, for this user, and for `pip install --target`."""
    import sysconfig

    yield Path(sysconfig.get_path("scripts"))
    yield Path(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))
    here = Path.cwd()
    for entry in map(Path, filter(None, sys.path)):
        if entry != here and any(entry.glob(_METADATA)):
            yield entry / "bin"
            yield entry / "Scripts"
