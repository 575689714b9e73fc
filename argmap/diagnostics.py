"""Places in files, and what is wrong there."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error makes the map unusable, a warning makes it doubtful."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst, rising as it matters less."""
        return list(Severity).index(self)


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file.

    Lines and columns count from 1, columns in characters. The end is exclusive; ``end_line`` 0 means
    that only the start is known.
    """

    file: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Related:
    """Another place that a finding is about, with what stands there."""

    location: Location
    message: str


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """One finding: where, which rule (a stable code), what is wrong, and what would be right."""

    location: Location
    code: str
    message: str
    severity: Severity = Severity.ERROR
    hint: str = ""
    related: tuple[Related, ...] = ()

    def __str__(self) -> str:
        return f"{self.location}: {self.code} {self.message}"


class UnreadableMapError(Exception):
    """A map has errors that forbid using it.

    Args:
        diagnostics: every finding, errors and warnings, sorted by place.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        errors = [finding for finding in diagnostics if finding.severity is Severity.ERROR]
        super().__init__("\n".join(str(error) for error in errors))
        self.diagnostics = diagnostics
