"""`argmap.strength`: how strong statements are, as numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, Unpack, get_args

from argmap.api.answer import Answer
from argmap.api.choosing import Names, Part, as_names, as_selection, one_of
from argmap.argument_map import ArgumentMap
from argmap.queries.weighing import asked_for, find_terms
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import left_to_the_editor
from argmap.report.strength import print_strengths, strength_document
from argmap.semantics.influence import Gradual
from argmap.semantics.strength import Strengths, measure

GradualName: TypeAlias = Literal["quadratic-energy", "df-quad", "euler", "h-categoriser"]


@dataclass(frozen=True, eq=False)
class StrengthTable(Answer):
    """What `argmap.strength` computed.

    Args:
        strengths: the strength of each statement that was asked for, by id; None where it did not settle.
        measured: all numbers of the map, and how they were found.
    """

    strengths: Mapping[str, float | None]
    measured: Strengths = field(repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_strengths(self.measured, tuple(self.strengths), console)

    def _document(self) -> Document:
        """Describe the results."""
        return strength_document(self.measured, tuple(self.strengths))


def strength(
    argument_map: ArgumentMap,
    *names: str,
    semantics: GradualName = "quadratic-energy",
    base: float = 0.5,
    without: Names = (),
    assume: Names = (),
    **part: Unpack[Part],
) -> StrengthTable:
    """Compute how strong statements are, as numbers between 0 and 1.

    Args:
        argument_map: the map.
        *names: only the statements that they mean.
        semantics: by which formula.
        base: the base score of statements without a weight of their own.
        without: what to set aside.
        assume: what to grant, whatever speaks against it.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        NoMatchError: a name means nothing in this map.
        ContradictoryTermsError: something is to be set aside and assumed at once.
        ValueError: there is no such formula, or the base score does not lie between 0 and 1.
    """
    how = Gradual(one_of("semantics", semantics, get_args(GradualName)))
    if not 0 <= base <= 1:
        raise ValueError(f"the base score lies between 0 and 1, and {base} does not")
    selection = as_selection(part)
    terms = find_terms(
        argument_map, as_names(without), as_names(assume), include_inferred=selection.include_inferred
    )
    measured = measure(argument_map, terms, how, base)
    asked = asked_for(argument_map, measured.statements, selection, names)
    found = {key: measured.statements[key] for key in asked.keys}
    return StrengthTable(found, measured, notes=tuple(left_to_the_editor(asked.left_out)))
