"""Files that say which statement is which."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from argmap.cli.shared.context import UNUSABLE, console, usage
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.formats.alignment_file import AlignmentFile
    from argmap.formats.base import FormatError
    from argmap.queries.comparing.alignment import Given

_MOST_BYTES = 64 * 1024 * 1024


def read_alignment(path: Path) -> "AlignmentFile":
    """Read a file that says which statement is which; leave with 2 where it cannot be read."""
    from argmap.files.disk.listing import shown_name
    from argmap.files.disk.reading import read_bytes
    from argmap.formats.alignment_file import AlignmentFile
    from argmap.formats.base import FormatError

    try:
        return AlignmentFile.read(read_bytes(path, _MOST_BYTES), shown_name(path))
    except FormatError as error:
        _refuse(error)
    except OSError as error:
        usage(f"{path} cannot be read: {reason(error)}")


def said_of(alignment: "AlignmentFile", name: str, key: "ArgumentMap", other: "ArgumentMap") -> "Given":
    """Give what a file says of a map; leave with 2 where it names what is not there."""
    from argmap.formats.base import FormatError

    try:
        return alignment.given(name, key, other)
    except FormatError as error:
        _refuse(error)


def _refuse(error: "FormatError") -> NoReturn:
    from argmap.files.yaml.places import Places
    from argmap.report.diagnostics import print_diagnostics

    print_diagnostics(error.diagnostics, Places(), console(stderr=True))
    raise SystemExit(UNUSABLE)
