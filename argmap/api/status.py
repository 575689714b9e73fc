"""`argmap.status`: what is in, out or undecided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Unpack

from argmap.api.answer import Answer
from argmap.api.choosing import Names, Part, as_selection
from argmap.api.weighing import AcceptanceName, SemanticsName, weigh
from argmap.argument_map import ArgumentMap
from argmap.queries.weighing import asked_for
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import left_to_the_editor
from argmap.report.status import changes, print_status, status_document
from argmap.semantics.explain import Explainer
from argmap.semantics.kinds import Semantics
from argmap.semantics.status import Evaluation, Status
from argmap.semantics.status import compare as compare_all
from argmap.semantics.status import extensions as list_extensions


@dataclass(frozen=True, eq=False)
class Statuses(Answer):
    """What `argmap.status` found.

    Args:
        statuses: the status of each statement that was asked for, by id.
        evaluation: the map as it was weighed.
        before: the same without what is set aside or assumed, where something is.
        comparison: the same under every semantics, where asked for; None for one with too many extensions.
        extensions: the statements of every extension, where asked for.
    """

    statuses: Mapping[str, Status]
    evaluation: Evaluation = field(repr=False)
    before: Evaluation | None = field(default=None, repr=False)
    comparison: Mapping[Semantics, Evaluation | None] | None = field(default=None, repr=False)
    extensions: Sequence[tuple[str, ...]] | None = None

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_status(
            Explainer(self.evaluation),
            tuple(self.statuses),
            console,
            before=self.before,
            comparison=self.comparison,
            extensions=self.extensions,
        )

    def _document(self) -> Document:
        """Describe the results."""
        return status_document(
            Explainer(self.evaluation),
            tuple(self.statuses),
            before=self.before,
            comparison=self.comparison,
            extensions=self.extensions,
        )

    @property
    def changes(self) -> Mapping[str, tuple[Status, Status]]:
        """What setting aside and assuming changes: statement to its status before and after."""
        return {} if self.before is None else changes(self.before, self.evaluation, tuple(self.statuses))


def status(  # noqa: PLR0913 — one for each option
    argument_map: ArgumentMap,
    *names: str,
    semantics: SemanticsName = "grounded",
    accept: AcceptanceName = "skeptical",
    all_extensions: bool = False,
    limit: int = 1000,
    compare: bool = False,
    without: Names = (),
    assume: Names = (),
    **part: Unpack[Part],
) -> Statuses:
    """Say what is in, out or undecided once every attack and reply is weighed.

    Args:
        argument_map: the map.
        *names: only the statements that they mean.
        semantics: which extensions count.
        accept: where there are several extensions, what all accept, or what any accepts.
        all_extensions: whether to list every extension.
        limit: the most extensions to list.
        compare: whether to weigh the map under every semantics.
        without: what to set aside.
        assume: what to grant, whatever speaks against it.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        NoMatchError: a name means nothing in this map.
        ContradictoryTermsError: something is to be set aside and assumed at once.
        TooManyExtensionsError: the map has too many extensions.
        ValueError: there is no such semantics or acceptance.
    """
    selection = as_selection(part)
    inferred = selection.include_inferred
    weighed = weigh(argument_map, semantics, accept, without, assume, include_inferred=inferred)
    terms = weighed.reading.terms
    before = None
    if terms.without or terms.assumed:
        before = weigh(argument_map, semantics, accept, (), (), include_inferred=inferred)
    asked = asked_for(argument_map, weighed.statuses, selection, names)
    return Statuses(
        {key: weighed.statuses[key] for key in asked.keys},
        weighed,
        before,
        compare_all(weighed.reading, weighed.acceptance) if compare else None,
        list_extensions(weighed.reading, weighed.semantics, limit) if all_extensions else None,
        notes=tuple(left_to_the_editor(asked.left_out)),
    )
