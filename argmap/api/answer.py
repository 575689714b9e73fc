"""What every call gives back: something that prints as the command does, and shows itself in a notebook."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.report.console import PaintingConsole, TextConsole
from argmap.report.documents import Document, plain
from argmap.text.clean import one_line


@dataclass(frozen=True, eq=False)
class Answer:
    """What is reported on a map.

    As text it is what the command prints: its results, then what it says beside them.

    Args:
        notes: what is said beside the results, one line each.
    """

    notes: tuple[str, ...] = field(default=(), kw_only=True, repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results.

        Args:
            console: where to.
        """
        raise NotImplementedError

    def document(self) -> Document:
        """Give the results as the command prints them with `--json`; docs/json.md describes them."""
        return {key: plain(value) for key, value in self._document().items()}

    def _document(self) -> Document:
        """Describe the results."""
        raise NotImplementedError

    def __str__(self) -> str:
        console = TextConsole()
        self.print_to(console)
        said = "".join(f"{one_line(note)}\n" for note in self.notes)
        return (console.text() + said).removesuffix("\n")

    def _repr_mimebundle_(self, **_: object) -> Mapping[str, object]:
        """Show the answer in a notebook."""
        return {"text/plain": str(self)}
