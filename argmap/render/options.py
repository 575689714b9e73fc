"""What can be chosen about a picture of a map, and what means something for which format and view."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from argmap.text.lists import and_list

if TYPE_CHECKING:
    from argmap.citations.bibliography import Bibliography
    from argmap.queries.changes.both import BothVersions
    from argmap.queries.select import Selection
    from argmap.render.colouring import ColourBy
    from argmap.render.dot.boxes import Text
    from argmap.render.dot.style import Direction
    from argmap.render.engine import Program
    from argmap.render.grouping import GroupBy
    from argmap.render.length import Length
    from argmap.render.room import Orientation
    from argmap.render.theme import Theme
    from argmap.render.views import View

Format = Literal["svg", "png", "pdf", "html", "tikz", "dot", "mermaid"]

FORMATS: Final[tuple[Format, ...]] = get_args(Format)
"""Every format that a map can be rendered in."""

_GRAPHVIZ: Final = frozenset[Format]({"svg", "png", "pdf", "html", "tikz", "dot"})
_PICTURES: Final = frozenset[Format]({"svg", "png", "pdf", "html", "tikz"})

_MEANT_FOR: Final[Mapping[str, frozenset[Format]]] = {
    "scale": frozenset[Format]({"png"}),
    "page": frozenset[Format]({"svg", "png", "pdf"}),
    "one_page": frozenset[Format]({"svg", "png", "pdf"}),
    "orientation": _GRAPHVIZ - {"html"},
    "width": _PICTURES - {"html"},
    "transparent": _GRAPHVIZ - {"html"},
    "theme": frozenset(FORMATS) - {"html"},
    "no_title": _GRAPHVIZ - {"html"},
    "no_legend": _GRAPHVIZ - {"html"},
    "colour_by": _GRAPHVIZ - {"html"},
    "works": frozenset[Format]({"html"}),
    "layout": _GRAPHVIZ,
    "text": _GRAPHVIZ,
    "engine": _PICTURES,
    "timeout": _PICTURES,
}
"""The formats that an option means something for, where it does not for all."""

_NOT_FOR: Final[Mapping[str, tuple[str, ...]]] = {
    "people": ("html", "mermaid", "text", "group_by", "colour_by", "status"),
    "flow": ("html", "mermaid", "direction", "group_by", "colour_by", "layout"),
    "overview": ("html", "direction", "group_by", "colour_by", "layout"),
}
"""What means nothing for a view: formats, and other options."""

_ONLY_WITH: Final = (
    ("", "one_page", "page"),
    ("people", "orientation", "page"),
    ("flow", "orientation", "page"),
)
"""A view, or "" for each; what means nothing for it alone; and what it needs beside it."""

_NEVER_WITH: Final = (("width", "page"),)
"""What means nothing beside another option."""


class MeaninglessOptionError(ValueError):
    """An option means nothing for a format or a view.

    Args:
        option: the name of the option, or the format that means nothing for the view.
        view: the view; "" where the format is what does not go with it.
        output: the format; "" where the view is what does not go with it.
        goes_with: the formats that the option goes with, in their order; none where the view is the reason.
        without: the option without which it means nothing; "" where there is none.
        beside: the option beside which it means nothing; "" where there is none.
    """

    def __init__(
        self,
        option: str,
        *,
        view: str = "",
        output: str = "",
        goes_with: tuple[Format, ...] = (),
        without: str = "",
        beside: str = "",
    ) -> None:
        self.option = option
        self.view = view
        self.output = output
        self.goes_with = goes_with
        self.without = without
        self.beside = beside
        super().__init__(f"`{option}` means nothing {self._where()}")

    def _where(self) -> str:
        if self.beside:
            return f"beside `{self.beside}`"
        view = f"for the view `{self.view}`" if self.view else ""
        if self.without:
            return " ".join(filter(None, [view, f"without `{self.without}`"]))
        instead = f"; it goes with {and_list(self.goes_with)}" if self.goes_with else ""
        return f"{view or f'for the format `{self.output}`'}{instead}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How to render a map.

    Args:
        format: of the content of the file.
        view: what to show.
        selection: which part of the map, and whether what only its editor sees counts; by default all that
            was stated.
        group_by: what boxes are framed together by.
        colour_by: what the boxes of a colour have in common; by default the speaker.
        no_title: whether title and description are left out of the drawing.
        no_legend: whether the legend is.
        text: how much text boxes show; by default all, less in a large map.
        direction: where lines lead; by default what suits a screen.
        theme: the colours; by default those of argmap.
        layout: one of `argmap.render.engine.ENGINES`; by default `dot`.
        engine: which Graphviz to run; by default the one that came with argmap, else the one on the PATH.
        scale: of a PNG; 1 gives 96 pixels an inch; by default one that suits the size.
        page: the paper to fit it to, one of `argmap.render.paper.papers.PAPERS`; by default none.
        one_page: whether one sheet of that has to hold everything, however small.
        orientation: whether the picture and its sheets are higher than broad or broader than high; by default
            the picture is made for a screen, and sheets are laid as suits it.
        width: of the picture; its height follows. By default as it comes, as TikZ at most
            `argmap.render.length.LINE`.
        transparent: whether the background is left out.
        status: the semantics under which boxes are marked as in, out or undecided; by default they are not.
        works: the works of the map in the style in which a page cites them; by default in the usual one.
        timeout: seconds that may have gone by when Graphviz ends; by default `argmap.render.engine.TIMEOUT`.
        both: two versions of a map, whose united map is drawn with what came and went marked.
    """

    format: Format = "svg"
    view: "View" = "map"
    selection: "Selection | None" = None
    group_by: "GroupBy" = "none"
    colour_by: "ColourBy | None" = None
    no_title: bool = False
    no_legend: bool = False
    text: "Text | None" = None
    direction: "Direction | None" = None
    theme: "Theme | None" = None
    layout: str | None = None
    engine: "Program | None" = None
    scale: float | None = None
    page: str | None = None
    one_page: bool = False
    orientation: "Orientation | None" = None
    width: "Length | None" = None
    transparent: bool = False
    status: str | None = None
    works: "Bibliography | None" = None
    timeout: float | None = None
    both: "BothVersions | None" = None

    def given(self) -> tuple[str, ...]:
        """Name the options that say something else than nothing."""
        names = dict.fromkeys((*_MEANT_FOR, "group_by", "direction", "status"))
        return tuple(name for name in names if getattr(self, name) not in {None, False, "none"})


def is_meant_for(option: str, output: str) -> bool:
    """Tell whether an option of `RenderOptions` means something for a format."""
    return output in _MEANT_FOR.get(option, FORMATS)


def refuse_meaningless(output: str, view: str, given: Iterable[str]) -> None:
    """Refuse what means nothing for a format or a view.

    Args:
        output: the format.
        view: the view.
        given: the names of the options of `RenderOptions` that were given.

    Raises:
        MeaninglessOptionError: one of them means nothing there, or the format means nothing for the view.
    """
    names = set(given)
    for option, formats in _MEANT_FOR.items():
        if option in names and output not in formats:
            goes_with = tuple(each for each in FORMATS if each in formats)
            raise MeaninglessOptionError(option, output=output, goes_with=goes_with)
    for option in _NOT_FOR.get(view, ()):
        if option == output or option in names:
            raise MeaninglessOptionError(option, view=view)
    for where, option, needed in _ONLY_WITH:
        if where in {"", view} and option in names and needed not in names:
            raise MeaninglessOptionError(option, view=where, without=needed)
    for option, other in _NEVER_WITH:
        if {option, other} <= names:
            raise MeaninglessOptionError(option, beside=other)


def with_defaults(options: RenderOptions) -> RenderOptions:
    """Fill in what a view does unless the options say otherwise."""
    if options.view != "dialogue":
        return options
    text = (options.text or "short") if is_meant_for("text", options.format) else None
    return replace(options, direction=options.direction or "BT", text=text)
