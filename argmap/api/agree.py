"""`argmap.agree`: how far the makers of several maps agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.agree import Agreement, Coefficients, Difference, PairAgreement
from argmap.queries.comparing.agree import agree as find_agreement
from argmap.report.agree import print_agreement
from argmap.report.agree_json import agreement_document
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document


@dataclass(frozen=True, eq=False)
class Agreed(Answer):
    """What `argmap.agree` found.

    Args:
        agreement: how far the annotators agree.
        names: what the maps are called.
    """

    agreement: Agreement = field(repr=False)
    names: tuple[str, ...]

    @property
    def respects(self) -> Mapping[str, Coefficients]:
        """The coefficients of all maps together: `roles`, `relations` and `kinds`."""
        return self.agreement.respects

    @property
    def pairs(self) -> Sequence[PairAgreement]:
        """The coefficients of each two maps."""
        return self.agreement.pairs

    @property
    def differences(self) -> Sequence[Difference]:
        """What the annotators do not agree about."""
        return self.agreement.differences

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_agreement(self.agreement, self.names, console)

    def _document(self) -> Document:
        """Describe the results."""
        return agreement_document(self.agreement, self.names)


def agree(*maps: ArgumentMap, names: Sequence[str] = ()) -> Agreed:
    """Tell how far the makers of several maps of the same material agree.

    Args:
        *maps: the maps.
        names: what they are called in the answer.

    Raises:
        ValueError: there are fewer than two maps, or another number of names.
    """
    if len(maps) < 2:  # noqa: PLR2004 — one cannot agree
        raise ValueError("it takes two maps at least to agree")
    called = tuple(names) or tuple(f"map {number}" for number in range(1, len(maps) + 1))
    if len(called) != len(maps):
        raise ValueError("each map needs a name, or none")
    return Agreed(find_agreement(maps), called)
