"""How a map is weighed, as `argmap.status` and `argmap.why` are told."""

from typing import Literal, TypeAlias, get_args

from argmap.api.choosing import Names, as_names, one_of
from argmap.argument_map import ArgumentMap
from argmap.queries.weighing import find_terms
from argmap.semantics.acceptance import Acceptance
from argmap.semantics.reading import read
from argmap.semantics.status import SEMANTICS, Evaluation, evaluate

SemanticsName: TypeAlias = Literal[
    "grounded", "complete", "preferred", "stable", "semi-stable", "stage", "ideal", "eager"
]
AcceptanceName: TypeAlias = Literal["skeptical", "credulous"]


def weigh(
    argument_map: ArgumentMap,
    semantics: SemanticsName,
    accept: AcceptanceName,
    without: Names,
    assume: Names,
    *,
    include_inferred: bool,
) -> Evaluation:
    """Weigh a map.

    Raises:
        NoMatchError: a name means nothing in this map.
        ContradictoryTermsError: something is to be set aside and assumed at once.
        TooManyExtensionsError: the map has too many extensions.
        ValueError: there is no such semantics or acceptance.
    """
    how = SEMANTICS[one_of("semantics", semantics, tuple(SEMANTICS))]
    acceptance = Acceptance(one_of("acceptance", accept, get_args(AcceptanceName)))
    terms = find_terms(argument_map, as_names(without), as_names(assume), include_inferred=include_inferred)
    return evaluate(read(argument_map, terms), how, acceptance)
