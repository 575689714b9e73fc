"""`argmap.write`: a map in YAML, or in the format of another program."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, Unpack

from argmap.api.choosing import Part, as_selection, one_of
from argmap.api.citing import Style, works_of
from argmap.api.read import lost
from argmap.argument_map import ArgumentMap
from argmap.files.disk.together import write_together
from argmap.files.map_text.write_map import write_document
from argmap.formats.base import Exported, Format, Loss
from argmap.formats.registry import BY_NAME, EXPORTS, refuse_meaningless
from argmap.queries.part import part_of
from argmap.queries.select import select
from argmap.report.notes import NOTHING_FITS, selected_of
from argmap.text.clean import harmless

OWN: Final = "yaml"
"""What argmap's own format is called here."""


@dataclass(frozen=True, eq=False)
class Written:
    """What `argmap.write` wrote; as text it is the content of the file.

    Args:
        exported: the content, and of further files where the format has several.
        notes: what the command says beside it, one line each.
    """

    exported: Exported = field(repr=False)
    notes: tuple[str, ...] = ()

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What could not be carried over."""
        return self.exported.losses

    @property
    def data(self) -> bytes:
        """The content of the file."""
        return self.exported.data

    def save(self, path: str | Path) -> tuple[Path, ...]:
        """Write the file, and those of the format beside it, all or none.

        Args:
            path: where; a file that is there is overwritten.

        Returns:
            The files.

        Raises:
            OSError: they cannot be written.
        """
        place = Path(path)
        files = self.exported.parts_named(place)
        if not files:
            files = {place: self.data, **self.exported.beside_named(place)}
        write_together(files)
        return tuple(files)

    def __str__(self) -> str:
        text = self.exported.text
        return text.decode(errors="replace") if isinstance(text, bytes) else text

    def _repr_mimebundle_(self, **_: object) -> Mapping[str, object]:
        """Show the text in a notebook, and what is not in it."""
        return {"text/plain": harmless("\n".join((*self.notes, str(self))))}


def write(
    argument_map: ArgumentMap,
    format: str = OWN,  # noqa: A002 — the name of what it is
    *,
    arrange: Literal["argument", "person"] | None = None,
    cite: Literal["plain", "pandoc"] | None = None,
    style: Style | None = None,
    stem: str | None = None,
    **part: Unpack[Part],
) -> Written:
    """Write a map, or a part of it, in YAML or in the format of another program.

    Args:
        argument_map: the map.
        format: its name, as `argmap export` has it; `yaml` is argmap's own.
        arrange: of a report, whether it goes by argument or by person.
        cite: of a report, how it names places in works.
        style: of a report, how it cites, by default chicago.
        stem: the name of the file without its ending, where a report names the one beside it.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        ExportError: the format cannot hold such a map.
        LookupError: no statement fits, or a name means nothing in this map.
        ValueError: there is no such format, or it leaves nothing of the kind to choose.
        CslError: there is no such style, or it cannot be used.
    """
    kind = one_of("format to write", format, [OWN, *(one.name for one in EXPORTS)])
    chosen = {name: value for name, value in (("arrange", arrange), ("cite", cite)) if value is not None}
    whole, notes = _part(argument_map, part)
    if kind == OWN:
        return Written(Exported(write_document(whole)), notes)
    known = BY_NAME[kind]
    refuse_meaningless(known, (*chosen, *(() if style is None else ("style",))))
    _refuse_values(known, chosen)
    works = works_of(whole, style) if known.cites_works else None
    exported = known.write(whole, stem=stem, works=works, **chosen)
    said = (exported.note,) if exported.note else ()
    return Written(exported, (*notes, *lost(exported.losses), *said))


def _part(argument_map: ArgumentMap, part: Part) -> tuple[ArgumentMap, tuple[str, ...]]:
    selection = as_selection(part)
    if selection.is_everything:
        return argument_map, ()
    found = part_of(argument_map, select(argument_map, selection))
    if not found.map.statements:
        raise LookupError(NOTHING_FITS)
    return found.map, (selected_of(found, argument_map),)


def _refuse_values(known: Format, chosen: Mapping[str, str]) -> None:
    for choice in known.choices:
        if choice.name in chosen:
            one_of(choice.name, chosen[choice.name], choice.values)
