"""What an action is before anybody chooses it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lsprotocol.types import CodeActionKind, WorkspaceEdit

from argmap.diagnostics import Diagnostic
from argmap.lsp.checking import Verdict
from argmap.lsp.state import Document

QUICK_FIX = CodeActionKind.QuickFix
REFACTOR = CodeActionKind.Refactor
EXTRACT = CodeActionKind.RefactorExtract
FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.argmap"


@dataclass(frozen=True, eq=False)
class Offer:
    """Something that can be done.

    Args:
        title: what it does, in a few words.
        kind: what sort of action it is, in the words of the protocol.
        make: gives the edit; it may refuse with `EditRefusedError` or `RefusedError`.
        mends: the finding that it mends, if any.
        is_preferred: whether it is what would be meant, and safe.
    """

    title: str
    kind: str
    make: Callable[[], WorkspaceEdit]
    mends: Diagnostic | None = None
    is_preferred: bool = False


@dataclass(frozen=True, eq=False)
class Asked:
    """Where something can be done.

    Args:
        document: the document.
        verdict: what is wrong with its map.
        start: line and column at which the selection begins, counted from 1.
        end: line and column at which it ends.
    """

    document: Document
    verdict: Verdict
    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def findings(self) -> Sequence[Diagnostic]:
        """The findings on the lines of the selection."""
        name, first, last = self.document.name, self.start[0], self.end[0]
        return [
            one
            for one in self.verdict.findings
            if one.location.file == name
            and one.location.line <= last
            and max(one.location.end_line, one.location.line) >= first
        ]
