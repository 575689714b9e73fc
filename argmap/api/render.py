"""`argmap.render`: a map, or a part of it, as a picture, a page or a text that draws it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack, get_args

from argmap.api.choosing import Part, as_selection, one_of
from argmap.api.citing import Style, works_of
from argmap.api.fitting import fitting
from argmap.argument_map import ArgumentMap
from argmap.files.disk.together import write_together
from argmap.queries.select import Selection
from argmap.render.engine import Program
from argmap.render.length import read_length
from argmap.render.options import FORMATS, Format, MeaninglessOptionError, RenderOptions, is_meant_for
from argmap.render.picture import Picture, named_sheets
from argmap.render.room import ORIENTATIONS
from argmap.render.service import render as draw
from argmap.render.theme import Theme
from argmap.render.themes import BUILT_IN
from argmap.render.views import View
from argmap.semantics.status import SEMANTICS
from argmap.text.clean import harmless

if TYPE_CHECKING:
    from argmap.api.weighing import SemanticsName
    from argmap.render.colouring import ColourBy
    from argmap.render.dot.boxes import Text
    from argmap.render.dot.style import Direction
    from argmap.render.grouping import GroupBy
    from argmap.render.room import Orientation

_BYTES: Final = frozenset[Format]({"png", "pdf"})
_FRAME_HEIGHT: Final = 640


class Options(TypedDict, total=False):
    """How to draw; see `argmap.render.options.RenderOptions`."""

    view: "View"
    group_by: "GroupBy"
    colour_by: "ColourBy | None"
    no_title: bool
    no_legend: bool
    text: "Text | None"
    direction: "Direction | None"
    layout: str | None
    engine: "Program | None"
    scale: float | None
    page: str | None
    one_page: bool
    orientation: "Orientation | None"
    width: str | None
    transparent: bool
    timeout: float | None


class _Choices(Part, Options, total=False):
    pass


@dataclass(frozen=True, eq=False)
class Drawing:
    """What `argmap.render` drew.

    As text it is the content of its file, where that is text.

    Args:
        format: of the file.
        sheets: the content of the file, or of one for each sheet of paper.
        notes: what the reader of the picture may miss.
    """

    format: Format
    sheets: tuple[bytes, ...] = field(repr=False)
    notes: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """The content of the file; of several, the first."""
        return self.sheets[0]

    def save(self, path: str | Path) -> tuple[Path, ...]:
        """Write the file, or one for each sheet of paper, all or none.

        Args:
            path: where; several files get numbers in their names.

        Returns:
            The files.

        Raises:
            OSError: they cannot be written.
        """
        files = named_sheets(Path(path), self.sheets)
        write_together(files)
        return tuple(files)

    def __str__(self) -> str:
        if self.format in _BYTES:
            return f"{self.format.upper()}, {len(self.data):,} bytes"
        return self.data.decode()

    def _repr_mimebundle_(self, **_: object) -> Mapping[str, object]:
        """Show the drawing in a notebook: a picture as one, the page in a frame, and the rest as text."""
        shown = _SHOWN.get(self.format)
        return {"text/plain": harmless(str(self))} if shown is None else shown(self.data)


def _framed(page: bytes) -> Mapping[str, object]:
    """Put a page into a frame of its own, in which its scripts see nothing of the notebook."""
    style = f"width:100%;height:{_FRAME_HEIGHT}px;border:1px solid #ccc;border-radius:4px"
    inner = escape(page.decode())
    frame = f'<iframe sandbox="allow-scripts allow-popups" style="{style}" srcdoc="{inner}"></iframe>'
    return {"text/html": frame, "text/plain": "the map as a page"}


_SHOWN: Final[Mapping[Format, Callable[[bytes], Mapping[str, object]]]] = {
    "svg": lambda data: {"image/svg+xml": fitting(data), "text/plain": "a picture of the map"},
    "png": lambda data: {"image/png": data, "text/plain": "a picture of the map"},
    "pdf": lambda data: {"application/pdf": data, "text/plain": "a picture of the map, as PDF"},
    "html": _framed,
    "mermaid": lambda data: {"text/vnd.mermaid": data.decode(), "text/plain": harmless(data.decode())},
}


def render(
    argument_map: ArgumentMap,
    *,
    format: Format = "svg",  # noqa: A002 — the name of what it is
    theme: Theme | str | None = None,
    style: Style | None = None,
    status: "SemanticsName | bool | None" = None,
    **options: Unpack[_Choices],
) -> Drawing:
    """Draw a map, or a part of it.

    Args:
        argument_map: the map.
        format: svg, png, pdf, html, tikz, dot or mermaid.
        theme: the colours, or the name of a built-in theme.
        style: how the page cites, by default chicago.
        status: the semantics under which boxes are marked as in, out or undecided; True for grounded.
        **options: `view`, `by`, `tag` and all others, as of the command; `orientation` is `portrait` or
            `landscape`.

    Raises:
        TypeError: there is no such argument.
        ValueError: there is no such format, view, theme, semantics or length, or an option means nothing.
        CslError: there is no such style, or it cannot be used.
        Exception: what `argmap.render.service.render` raises, which see.
    """
    output = one_of("format", format, FORMATS)
    drawing, part = _parted(options)
    if "view" in drawing:
        one_of("view", str(drawing["view"]), get_args(View))
    if width := drawing.get("width"):
        drawing["width"] = read_length(width)
    if orientation := drawing.get("orientation"):
        one_of("orientation", orientation, ORIENTATIONS)
    wanted = RenderOptions(
        format=output,
        selection=as_selection(part),
        theme=as_theme(theme),
        works=works_of(argument_map, style) if style or is_meant_for("works", output) else None,
        status=_semantics(status),
        **drawing,
    )
    picture = _drawn(argument_map, wanted)
    return Drawing(output, (picture.data, *picture.others), picture.warnings)


def _drawn(argument_map: ArgumentMap, wanted: RenderOptions) -> Picture:
    """Draw; what is refused is called by the name of the argument."""
    try:
        return draw(argument_map, wanted)
    except MeaninglessOptionError as error:
        if error.option != "works":
            raise
        raise MeaninglessOptionError(
            "style", view=error.view, output=error.output, goes_with=error.goes_with
        ) from None


def _parted(options: _Choices) -> tuple[dict[str, Any], Part]:
    """Tell how to draw from what to draw."""
    names = Selection.__dataclass_fields__
    part: Part = {name: value for name, value in options.items() if name in names}  # type: ignore[assignment]
    return {name: value for name, value in options.items() if name not in names}, part


def as_theme(theme: Theme | str | None) -> Theme | None:
    """Find a theme by its name.

    Raises:
        ValueError: no built-in theme is called so.
    """
    return BUILT_IN[one_of("theme", theme, tuple(BUILT_IN))] if isinstance(theme, str) else theme


def _semantics(status: str | bool | None) -> str | None:  # noqa: FBT001 — True is the usual one
    if isinstance(status, str):
        return one_of("semantics", status, tuple(SEMANTICS))
    return next(iter(SEMANTICS)) if status else None
