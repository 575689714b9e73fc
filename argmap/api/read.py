"""`argmap.read`: maps from files of other programs."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from argmap.api.choosing import one_of
from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.map_text.write_map import write_document
from argmap.formats.base import Imported, Loss
from argmap.formats.merge import merge_maps
from argmap.formats.reading_files import read_data, read_file
from argmap.formats.registry import BY_NAME, IMPORTS
from argmap.report.losses import HEADING, summarise_losses
from argmap.text.clean import harmless

_UNNAMED = "data"


@dataclass(frozen=True, eq=False)
class ReadMap:
    """What `argmap.read` read; as text it is the map in YAML, as the command prints it.

    Args:
        map: the map.
        losses: what could not be carried over.
        faults: what is wrong in parts of the files; all else came in.
    """

    map: ArgumentMap = field(repr=False)
    losses: tuple[Loss, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is wrong, and what was not carried over, as the command says it."""
        return (*map(str, self.faults), *lost(self.losses))

    def __str__(self) -> str:
        return write_document(self.map).removesuffix("\n")

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        """Show in a notebook the map, and above all what is not in it."""
        from argmap.api.notebook import bundle_of_map

        shown = dict(bundle_of_map(self.map))
        shown["text/plain"] = harmless("\n".join((*self.notes, str(shown["text/plain"]))))
        return shown


def read(*files: str | Path | bytes, format: str | None = None) -> ReadMap:  # noqa: A002 — the name of what it is
    """Make a map from files of another program.

    Args:
        *files: files, or what they hold; several become one map.
        format: what they are, by its name; by default it is guessed of each.

    Raises:
        FormatError: a file cannot be read, looks like no known format, or is not in this one.
        ValueError: there is no such format to read, or no file.
    """
    if not files:
        raise ValueError("there is no file to read")
    known = BY_NAME[one_of("format to read", format, [one.name for one in IMPORTS])] if format else None
    found = [
        read_data(file, _UNNAMED, known) if isinstance(file, bytes) else read_file(Path(file), known)
        for file in files
    ]
    if len(files) > 1:
        found = [_located(one, file) for one, file in zip(found, files, strict=True)]
    return ReadMap(
        merge_maps(one.map for one in found),
        tuple(loss for one in found for loss in one.losses),
        tuple(fault for one in found for fault in one.faults),
    )


def lost(losses: tuple[Loss, ...]) -> tuple[str, ...]:
    """Sum up what was not carried over, as the commands do; nothing where all was."""
    return (HEADING, *summarise_losses(losses)) if losses else ()


def _located(imported: Imported, file: str | Path | bytes) -> Imported:
    name = _UNNAMED if isinstance(file, bytes) else Path(file).name
    losses = tuple(replace(loss, where=f"{name}: {loss.where}") for loss in imported.losses)
    return replace(imported, losses=losses)
