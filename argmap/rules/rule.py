"""What a rule is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Never

from argmap.diagnostics import Diagnostic, Severity
from argmap.files.yaml.places import ReadFile
from argmap.model import Claim, Rebuttal
from argmap.references import Named
from argmap.rules.finding import Finding
from argmap.rules.subject import Subject

FAMILIES: Final = {
    "Y": "Reading",
    "F": "Fields",
    "R": "References",
    "G": "Structure",
    "S": "Sources",
    "P": "People",
    "T": "Tags and style",
    "D": "Dialogue",
    "C": "Checking itself",
}
"""The first letter of a code, and what its family is about."""


_WORDS: Final = frozenset({"title", "text", "quote", "note"})
BUT_WORDS: Final = frozenset({*Claim.model_fields, *Rebuttal.model_fields}) - _WORDS
"""The fields of statements but those that hold nothing but words for people."""

STRUCTURE: Final = frozenset({"because", "aims", "kind"})
"""The fields that say what supports and attacks what."""

Check = Callable[[Subject], Iterable[Finding]]
FileCheck = Callable[[ReadFile], Iterable[Diagnostic]]


def _never(_: object) -> Iterable[Never]:
    return ()


@dataclass(frozen=True, slots=True)
class OfEach:
    """A check that looks at each statement alone, so that of one that is the same it need not be asked again.

    Args:
        look: finds what is wrong with a statement, whatever else is in the map.
        rest: finds what is wrong elsewhere.
    """

    look: Callable[[Claim | Rebuttal], Iterable[Finding]]
    rest: Check = _never

    def __call__(self, subject: Subject) -> Iterator[Finding]:
        """Find everything, as any other check does."""
        for one in subject.statements():
            yield from self.look(one)
        yield from self.rest(subject)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, or what the reader itself finds.

    Args:
        code: a letter for the family and a number; never changes.
        name: what is wrong, in words that read well after "ignore".
        manual: the page that explains it, which is the docstring of its module.
        severity: how much it matters unless the settings say otherwise.
        check: what finds it; nothing for faults that the reader finds while it reads.
        misses: the fields whose absence it finds; where one had a fault of its own, that is enough.
        check_file: what finds it in the text of a file, whatever the records are.
        heeds: the fields of statements, beside their ids, on which it depends; it finds the same as long as
            they and all that is not a statement stay. None where it looks at all, or not at the map alone.
        refers_to: what the name stands for of which it finds that nothing has it.
        needs_copies: whether it sees only those quotes and places whose source has a local copy.
    """

    code: str
    name: str
    manual: str
    severity: Severity = Severity.ERROR
    check: Check = _never
    misses: frozenset[str] = frozenset()
    check_file: FileCheck = _never
    needs_copies: bool = False
    heeds: frozenset[str] | None = None
    refers_to: Named | None = None

    @property
    def family(self) -> str:
        """What the family of the rule is about."""
        return FAMILIES[self.code[0]]

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.strip().splitlines()[0]
