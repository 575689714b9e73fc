"""`argmap.diff`: what is different between two versions of a map."""

from dataclasses import dataclass, field
from typing import Final

from argmap.api.answer import Answer
from argmap.api.choosing import one_of
from argmap.api.render import Drawing, as_theme
from argmap.argument_map import ArgumentMap
from argmap.queries.changes.both import both_versions
from argmap.queries.changes.compare import Changes, compare
from argmap.render.change_overlay import options_for
from argmap.render.options import Format
from argmap.render.service import render as draw
from argmap.render.theme import Theme
from argmap.report.console import PaintingConsole
from argmap.report.diff import print_diff
from argmap.report.diff_json import diff_document
from argmap.report.diff_markdown import diff_markdown
from argmap.report.documents import Document

_PICTURES: Final[tuple[Format, ...]] = ("svg", "png", "pdf", "html")


@dataclass(frozen=True, eq=False)
class Difference(Answer):
    """What `argmap.diff` found.

    Args:
        changes: what is different, and what that means for the debate.
        old: what the older version is called.
        new: what the newer version is called.
    """

    changes: Changes = field(repr=False)
    old: str
    new: str

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.changes)

    def markdown(self) -> str:
        """Tell it in Markdown, as for a pull request."""
        return diff_markdown(self.changes, old=self.old, new=self.new)

    def render(
        self,
        format: Format = "svg",  # noqa: A002 — as `argmap.render` calls it
        *,
        depth: int | None = None,
        theme: Theme | str | None = None,
    ) -> Drawing:
        """Draw both versions as one, with what came and went marked.

        Args:
            format: svg, png, pdf or html.
            depth: how many steps around what is different to go; by default everything is drawn.
            theme: the colours, or the name of a built-in theme.

        Raises:
            ValueError: there is no such format or theme.
            Exception: what `argmap.render.service.render` raises, which see.
        """
        output = one_of("format", format, _PICTURES)
        both = both_versions(self.changes, old=self.old, new=self.new)
        picture = draw(both.map, options_for(both, output, depth=depth, theme=as_theme(theme)))
        return Drawing(output, (picture.data, *picture.others), picture.warnings)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_diff(self.changes, console, old=self.old, new=self.new)

    def _document(self) -> Document:
        """Describe the results."""
        return diff_document(self.changes, old=self.old, new=self.new)


def diff(
    old: ArgumentMap,
    new: ArgumentMap,
    *,
    names: tuple[str, str] = ("old", "new"),
    include_inferred: bool = False,
) -> Difference:
    """Tell what has changed in a map, and what that means for the debate.

    Args:
        old: the older version.
        new: the newer version.
        names: what the versions are called in the answer.
        include_inferred: whether conflicts inferred by the editor count.
    """
    return Difference(compare(old, new, include_inferred=include_inferred), *names)
