"""`argmap.explain`: the manual of the rules of `argmap.check`."""

from dataclasses import dataclass

from argmap.api.answer import Answer
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.explanations import print_manual, rules_document
from argmap.rules.engine.linter import RulesMeant, rules_meant


@dataclass(frozen=True, eq=False)
class Manual(Answer):
    """What `argmap.explain` found.

    Args:
        meant: the rules.
    """

    meant: RulesMeant

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_manual(self.meant, console)

    def _document(self) -> Document:
        """Describe the results."""
        return rules_document(self.meant.rules)


def explain(*rules: str) -> Manual:
    """Explain rules: what they find, why, and an example; without a name it lists all.

    Args:
        *rules: codes, names, or the beginnings of codes.

    Raises:
        UnknownRuleError: one of them stands for no rule.
    """
    return Manual(rules_meant(rules))
