"""The steps of ``argmap import``: find files, read them, say what is missing, write maps."""

import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from argmap.cli.shared.context import console, usage
from argmap.cli.shared.output import refuse_write, write_output, write_parts
from argmap.cli.shared.saying import note, print_data, styled_stderr
from argmap.files.disk.listing import shown_name
from argmap.files.disk.reading import STANDARD_INPUT
from argmap.formats.base import FormatError
from argmap.formats.reading_files import UnknownFormatError, read_file
from argmap.formats.registry import IMPORTS
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.diagnostics import Diagnostic
    from argmap.formats.base import Format, Loss

_MAP_ENDINGS: Final = (".yaml", ".yml")


@dataclass
class Read:
    """What the files gave: the map of each that could be read, and what is wrong with the others.

    Args:
        maps: by the file.
        losses: what could not be carried over.
        faults: what is wrong in parts of files whose map is there.
        failed: what is wrong with files that cannot be read.
    """

    maps: dict[Path, "ArgumentMap"] = field(default_factory=dict)
    losses: list["Loss"] = field(default_factory=list)
    faults: list["Diagnostic"] = field(default_factory=list)
    failed: list["Diagnostic"] = field(default_factory=list)


def find_files(named: Sequence[str], format_: "Format | None") -> list[Path]:
    """List the files to read, those of a folder sorted by name; leave with 2 where there is none.

    Args:
        named: files and folders; ``-`` is standard input.
        format_: which files of a folder count: those with its extensions, or without a format those with
            the extension of any format.
    """
    endings = tuple(end for known in ([format_] if format_ else IMPORTS) for end in known.extensions)
    found = list(dict.fromkeys(path for name in named for path in _files_of(Path(name), endings)))
    if not found:
        wanted = ", ".join(sorted(set(endings)))
        usage(f"There is no file to import in {', '.join(named)}: none ends in {wanted}.")
    return found


def _files_of(path: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    if path == STANDARD_INPUT or not path.is_dir():
        yield path
        return
    inside = (entry for entry in sorted(path.rglob("*")) if entry.name.lower().endswith(endings))
    hidden = path.parts
    yield from (
        entry
        for entry in inside
        if entry.is_file() and not any(part.startswith(".") for part in entry.parts[len(hidden) :])
    )


def read_files(files: Sequence[Path], format_: "Format | None", named: Container[Path] = ()) -> Read:
    """Read every file, with a progress bar on a terminal; a faulty one does not hide the others.

    Args:
        files: the files.
        format_: what they are; None to guess it of each.
        named: those that were asked for by name. Of the others some may not be maps at all, which is no
            fault; they are named as left out.
    """
    from argmap.formats.base import Loss

    read = Read()
    many = len(files) > 1
    hidden = not (many and sys.stderr.isatty())
    with click.progressbar(files, label="Reading", file=styled_stderr(), hidden=hidden) as progress:
        for path in progress:
            try:
                imported = read_file(path, format_)
            except FormatError as error:
                if isinstance(error, UnknownFormatError) and path not in named:
                    read.losses.append(
                        Loss("file", shown_name(path), "it is empty or looks like no known format")
                    )
                else:
                    read.failed.extend(error.diagnostics)
            else:
                read.maps[path] = imported.map
                read.faults.extend(imported.faults)
                read.losses.extend(_located(imported.losses, path) if many else imported.losses)
    return read


def _located(losses: Iterable["Loss"], path: Path) -> list["Loss"]:
    from argmap.formats.base import Loss

    return [Loss(loss.what, f"{path.name}: {loss.where}", loss.why) for loss in losses]


def print_faults(faults: Sequence["Diagnostic"]) -> None:
    """Print what is wrong with the files on standard error."""
    from argmap.files.yaml.places import Places
    from argmap.report.diagnostics import print_diagnostics

    print_diagnostics(faults, Places(), console(stderr=True))


def print_losses(losses: Sequence["Loss"], *, every: bool) -> None:
    """Sum up on standard error what was not carried over; nothing where all was."""
    from argmap.report.losses import HEADING, summarise_losses

    if losses:
        note(HEADING)
        for line in summarise_losses(losses, every=every):
            note(line, indent=2)


def print_map(read: Read) -> None:
    """Print the map of all files as one document."""
    from argmap.files.map_text.write_map import write_document
    from argmap.formats.merge import merge_maps

    print_data(write_document(merge_maps(read.maps.values())).encode())


def write_one(read: Read, output: Path, *, force: bool) -> None:
    """Write the map of all files, into a folder or, if its name ends so, a YAML file."""
    from argmap.files.map_text.write_map import write_document
    from argmap.formats.merge import merge_maps

    argument_map = merge_maps(read.maps.values())
    _check_free([output], force=force)
    if output.suffix in _MAP_ENDINGS:
        write_output(output, write_document(argument_map).encode())
    else:
        _write({output: argument_map})
    _sum_up(len(read.maps), [argument_map], output)


def write_each(read: Read, output: Path, *, force: bool) -> None:
    """Write the map of each file into a folder of its own, named after the file without its ending."""
    from argmap.formats.names import Names

    names = Names()
    folders = {path: output / names.new(path.name.partition(".")[0], "map") for path in read.maps}
    _check_free(folders.values(), force=force)
    _write({folders[path]: argument_map for path, argument_map in read.maps.items()})
    _sum_up(len(read.maps), list(read.maps.values()), output)


def _check_free(outputs: Iterable[Path], *, force: bool) -> None:
    """Leave with 2, before anything is written, where a map would be overwritten or mixed up."""
    from argmap.files.map_text.write_map import CLAIMS_FILE, REBUTTALS_FILE

    for output in outputs:
        if output.suffix in _MAP_ENDINGS:
            if output.exists() and not force:
                usage(f"{output} exists; --force overwrites it.")
            continue
        if output.exists() and not output.is_dir():
            usage(f"{output} is a file; -o names a folder or a .yaml file.")
        there = sorted(path.name for path in output.glob("*") if path.suffix in _MAP_ENDINGS)
        if there and not force:
            usage(f"{output} holds a map already ({', '.join(there)}); --force overwrites it.")
        if strange := [name for name in there if name not in {CLAIMS_FILE, REBUTTALS_FILE}]:
            also = ", ".join(strange)
            usage(f"{output} also holds {also}, which would become part of the map; choose another folder.")


def _write(maps: Mapping[Path, "ArgumentMap"]) -> None:
    """Write maps into folders, all of them or none; leave with 2 or 74 where that cannot be done."""
    from argmap.files.disk.folders import made_folders

    files = {path: content for folder, one in maps.items() for path, content in _files(one, folder)}
    try:
        with made_folders(maps):
            write_parts(files)
    except OSError as error:
        refuse_write(error.filename or next(iter(maps)), error)


def _files(argument_map: "ArgumentMap", folder: Path) -> Iterator[tuple[Path, bytes | None]]:
    """Give the files of a map with what they shall hold; None for one that is to go."""
    from argmap.files.map_text.write_map import CLAIMS_FILE, REBUTTALS_FILE, write_map

    files = write_map(argument_map)
    for name in (CLAIMS_FILE, REBUTTALS_FILE):
        yield folder / name, files[name].encode() if name in files else None


def _sum_up(files: int, maps: Sequence["ArgumentMap"], output: Path) -> None:
    counts = {
        "claim": sum(len(each.claims) for each in maps),
        "rebuttal": sum(len(each.rebuttals) for each in maps),
        "inference": sum(len(each.inferences) for each in maps),
        "attack": sum(len(each.attacks) for each in maps),
        "person/people": sum(len(each.people) for each in maps),
        "source": sum(len(each.sources) for each in maps),
    }
    listed = (count(number, *names.split("/")) for names, number in counts.items() if number)
    told = ", ".join(listed) or "nothing"
    note(f"{count(files, 'file')} imported to {output}: {told}.")
