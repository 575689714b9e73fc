"""`argmap.diff`: what is different between two versions of a map."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.argument_map import ArgumentMap
from argmap.queries.changes.compare import Changes, compare
from argmap.report.console import PaintingConsole
from argmap.report.diff import print_diff
from argmap.report.diff_json import diff_document
from argmap.report.diff_markdown import diff_markdown
from argmap.report.documents import Document


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
