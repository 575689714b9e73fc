"""What is asked of a map that is weighed: on which terms, and about which of its statements."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.queries.find import Thing, find
from argmap.queries.select import Selection, select, statements_meant, statements_named
from argmap.semantics.participants import Terms


class ContradictoryTermsError(ValueError):
    """Something is to be set aside and assumed at once; the message names it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The statements that a question is about.

    Args:
        keys: those that take part in the weighing, in the order in which they were asked for.
        left_out: how many others were named, which only the editor supplied.
    """

    keys: tuple[str, ...]
    left_out: int = 0


def find_terms(
    argument_map: ArgumentMap,
    without: Iterable[str] = (),
    assume: Iterable[str] = (),
    *,
    include_inferred: bool = False,
) -> Terms:
    """Find what names of things to set aside or to assume mean, inferences themselves included.

    Raises:
        NoMatchError: a name means nothing.
        ContradictoryTermsError: something is to be both.
    """
    aside = frozenset(key for name in without for key in _meant(argument_map, name))
    granted = frozenset(key for name in assume for key in _meant(argument_map, name))
    if both := sorted(aside & granted):
        raise ContradictoryTermsError(f"`{both[0]}` cannot be set aside and assumed at once.")
    return Terms(include_inferred=include_inferred, without=aside, assumed=granted)


def named_in(argument_map: ArgumentMap, participants: Collection[str], names: Sequence[str]) -> Asked:
    """Give the statements that names mean, as far as they take part.

    Raises:
        NoMatchError: a name means nothing.
    """
    meant = statements_meant(argument_map, names)
    known = tuple(key for key in meant if key in participants)
    return Asked(known, len(meant) - len(known))


def asked_for(
    argument_map: ArgumentMap, participants: Collection[str], selection: Selection, names: Sequence[str]
) -> Asked:
    """Give the statements that a selection and, where there are any, names agree on, in the map's order.

    Raises:
        NoMatchError: a name means nothing.
    """
    chosen = [key for key in select(argument_map, selection) if key in participants]
    if not names:
        return Asked(tuple(chosen))
    named = named_in(argument_map, participants, names)
    meant = frozenset(named.keys)
    return Asked(tuple(key for key in chosen if key in meant), named.left_out)


def _meant(argument_map: ArgumentMap, name: str) -> list[str]:
    steps = [match.id for match in find(argument_map, name) if match.thing is Thing.INFERENCE]
    return steps or statements_named(argument_map, name)
