"""`argmap.compare`: a map beside a key."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.alignment import Alignment, Given
from argmap.queries.comparing.compare import Comparison, compare_with_key
from argmap.queries.comparing.faults import Fault
from argmap.queries.comparing.scores import Score
from argmap.report.compare import print_comparison
from argmap.report.compare_json import comparisons_document
from argmap.report.compare_markdown import compare_markdown
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document


@dataclass(frozen=True, eq=False)
class Compared(Answer):
    """What `argmap.compare` found.

    Args:
        comparison: the map beside the key.
        names: what the key and the map are called.
    """

    comparison: Comparison = field(repr=False)
    names: tuple[str, str] = ("the key", "the map")

    @property
    def alignment(self) -> Alignment:
        """Which statement is which."""
        return self.comparison.alignment

    @property
    def scores(self) -> dict[str, Score]:
        """Precision, recall and F1, by what is scored."""
        return self.comparison.scores

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is otherwise than in the key."""
        return self.comparison.faults

    def markdown(self) -> str:
        """Tell it in Markdown, as feedback for the author of the map."""
        key, name = self.names
        return compare_markdown(self.comparison, name=name, key=key)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_comparison(self.comparison, console)

    def _document(self) -> Document:
        """Describe the results."""
        key, name = self.names
        return comparisons_document(key, [(name, 0, self.comparison)])


def compare(
    key: ArgumentMap,
    argument_map: ArgumentMap,
    *,
    align: dict[str, str | None] | None = None,
    names: tuple[str, str] = ("the key", "the map"),
) -> Compared:
    """Compare a map with a key.

    Args:
        key: the key.
        argument_map: the map.
        align: statements of the key to statements of the map, or None where the map has none; it overrides
            what would be recognised.
        names: what the key and the map are called in the answer.

    Raises:
        ValueError: `align` names a statement that is not there, or one of the map twice.
    """
    chosen = align or {}
    theirs = [name for name in chosen.values() if name is not None]
    unknown = [name for name in chosen if name not in key.statements]
    unknown += [name for name in theirs if name not in argument_map.statements]
    if unknown:
        raise ValueError(f"there is no statement `{unknown[0]}`")
    if len(set(theirs)) < len(theirs):
        raise ValueError("a statement of the map stands for two of the key")
    return Compared(compare_with_key(key, argument_map, Given(chosen)), names)
