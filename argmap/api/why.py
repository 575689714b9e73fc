"""`argmap.why`: the dialogue behind a status."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.api.choosing import Names
from argmap.api.weighing import AcceptanceName, SemanticsName, weigh
from argmap.argument_map import ArgumentMap
from argmap.queries.weighing import named_in
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import extensions_not_shown, left_to_the_editor
from argmap.report.why import MOST_EXPLAINED, print_why, why_document
from argmap.semantics.explain import Explainer, Explanation
from argmap.semantics.solver_missing import SolverMissingError
from argmap.semantics.status import Evaluation


@dataclass(frozen=True, eq=False)
class Reasons(Answer):
    """What `argmap.why` found.

    Args:
        ids: the statements that were asked for.
        explanations: why each has its status; none where too many were asked for.
        evaluation: the map as it was weighed.
    """

    ids: tuple[str, ...]
    explanations: tuple[Explanation, ...] = field(repr=False)
    evaluation: Evaluation = field(repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_why(Explainer(self.evaluation), self.ids, self.explanations, console)

    def _document(self) -> Document:
        """Describe the results."""
        return why_document(self.evaluation, self._all())

    def _all(self) -> tuple[Explanation, ...]:
        """Give all explanations, also those that are too many to be printed."""
        explainer = Explainer(self.evaluation)
        return self.explanations or tuple(explainer.explain(key) for key in self.ids)


def why(
    argument_map: ArgumentMap,
    name: str,
    *names: str,
    semantics: SemanticsName = "grounded",
    accept: AcceptanceName = "skeptical",
    without: Names = (),
    assume: Names = (),
    include_inferred: bool = False,
) -> Reasons:
    """Explain why statements are in, out or undecided, as a dialogue.

    Args:
        argument_map: the map.
        name: what one of them is called.
        *names: what others are called.
        semantics: which extensions count.
        accept: where there are several extensions, what all accept, or what any accepts.
        without: what to set aside.
        assume: what to grant, whatever speaks against it.
        include_inferred: whether conflicts inferred by the editor take part.

    Raises:
        NoMatchError: a name means nothing in this map.
        ContradictoryTermsError: something is to be set aside and assumed at once.
        TooManyExtensionsError: the map has too many extensions.
        ValueError: there is no such semantics or acceptance.
    """
    weighed = weigh(argument_map, semantics, accept, without, assume, include_inferred=include_inferred)
    asked = named_in(argument_map, weighed.statuses, (name, *names))
    explainer = Explainer(weighed)
    few = asked.keys if len(asked.keys) <= MOST_EXPLAINED else ()
    explanations = tuple(explainer.explain(key) for key in few)
    notes = left_to_the_editor(asked.left_out)
    if any(one.is_cut for one in explanations):
        notes.append(extensions_not_shown(SolverMissingError()))
    return Reasons(asked.keys, explanations, weighed, notes=tuple(notes))
