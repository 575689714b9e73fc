"""Where a picture goes, and in which format."""

import errno
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from argmap.cli.endings import NOT_WRITTEN
from argmap.cli.shared.context import UNUSABLE, usage
from argmap.cli.shared.saying import print_data, say
from argmap.text.reasons import reason

STANDARD_OUTPUT = "-"
_NAME = "argmap"
_DISK = {errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Destination(NamedTuple):
    """A format and a place.

    Args:
        format: the name of the format.
        path: the file; None for standard output.
        announced: whether to say that the file was written, because nobody named it.
    """

    format: str
    path: Path | None
    announced: bool = False


class Known(NamedTuple):
    """What there is to choose from.

    Args:
        endings: file name ending, in small letters -> format.
        default: the format when nothing decides.
        texts: formats that may go to a terminal.
    """

    endings: Mapping[str, str]
    default: str
    texts: frozenset[str]


def choose_destination(wanted: Sequence[str], output: str | None, known: Known) -> Destination:
    """Decide where to write and what.

    Args:
        wanted: the formats asked for by options.
        output: what `-o` names, None without it.
        known: what there is to choose from.

    Returns:
        The destination. Without `-o`, text goes to standard output, and so does a picture unless that is a
        terminal: then it becomes a file in the folder one stands in.

    Raises:
        UsageError: several formats, or a place where this one cannot go.
    """
    formats = list(dict.fromkeys(wanted))
    if len(formats) > 1:
        usage(f"--{formats[0]} and --{formats[1]} are two formats; choose one, or run argmap once for each.")
    given = formats[0] if formats else None
    if output is None:
        return _unnamed(given or known.default, known)
    if output == STANDARD_OUTPUT:
        return _standard_output(given or known.default, known)
    return _file(given, Path(output), known)


def _unnamed(wanted: str, known: Known) -> Destination:
    if wanted in known.texts or not _is_terminal():
        return Destination(wanted, None)
    return Destination(wanted, Path(f"{_NAME}.{wanted}"), announced=True)


def _standard_output(wanted: str, known: Known) -> Destination:
    if wanted not in known.texts and wanted != "svg" and _is_terminal():
        usage(f"{wanted.upper()} is not for a terminal; name a file with -o, or pipe it into a program.")
    return Destination(wanted, None)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _file(given: str | None, path: Path, known: Known) -> Destination:
    found = known.endings.get(path.suffix.lower())
    if path.is_dir():
        usage(f"{path} is a folder; -o names a file.")
    if given and found and given != found:
        usage(
            f"{path} is named like {found.upper()}, not {given.upper()}; drop --{given} or rename the file."
        )
    if not given and not found:
        endings = ", ".join(known.endings)
        usage(f"{path} does not tell the format; end it in {endings}, or say --{known.default}.")
    return Destination(given or found or known.default, path)


def deliver_sheets(sheets: Sequence[bytes], destination: Destination) -> None:
    """Write the sheets of a picture; where there are several, each to a file with its number in the name.

    Leave with 2 or 74 if they cannot be written.

    Raises:
        UsageError: several sheets have only one place to go.
    """
    if len(sheets) == 1:
        return deliver(sheets[0], destination)
    if destination.path is None:
        usage(f"this needs {len(sheets)} sheets of paper: name a file with -o, or make a --pdf of them.")
    from argmap.render.picture import named_sheets

    named = named_sheets(destination.path, sheets)
    write_parts(named)
    paths = list(named)
    say(f"{len(paths)} sheets written, {paths[0]} to {paths[-1].name}")
    return None


def deliver(data: bytes, destination: Destination) -> None:
    """Write data where it should go; leave with 2 or 74 if it cannot be written."""
    if destination.path is None:
        return print_data(data)
    write_output(destination.path, data, named=not destination.announced)
    if destination.announced:
        say(f"{destination.path} written")
    return None


def write_output(path: Path, data: bytes, *, named: bool = True) -> None:
    """Write a file; leave with 2 if the place is wrong, with 74 if writing breaks off.

    Args:
        path: where.
        data: what.
        named: whether the user named just this file.
    """
    from argmap.files.disk.writing import STANDARD_OUTPUT, own_descriptor, write_file

    if named and own_descriptor(path) == STANDARD_OUTPUT:
        return print_data(data)
    try:
        write_file(path, data, named=named)
    except OSError as error:
        refuse_write(path, error)
    return None


def write_parts(parts: Mapping[Path, bytes | None]) -> None:
    """Write files whose names argmap made, all or none; leave with 2 or 74 if that cannot be done."""
    from argmap.files.disk.together import write_together

    try:
        write_together(parts)
    except OSError as error:
        refuse_write(error.filename or next(iter(parts)), error)


def refuse_write(path: Path | str, error: OSError) -> NoReturn:
    """Leave with 2 over a place where nothing can be written, with 74 where the disk is to blame."""
    say(f"{path} cannot be written: {reason(error)}")
    raise SystemExit(NOT_WRITTEN if error.errno in _DISK else UNUSABLE) from error
