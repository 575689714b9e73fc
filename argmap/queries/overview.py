"""What a map comes to: its theses, which of them support which, and the challenges that reach them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Claim
from argmap.queries.among import Among
from argmap.queries.beneath import beneath
from argmap.queries.roots import find_roots

MOST_ROOTS = 12
"""How many theses a map is given at most whose editor marked none."""


@dataclass(frozen=True, slots=True)
class Thesis:
    """A thesis, with all that bears on it.

    Args:
        id: of the claim.
        grounds: all that it rests on, at however many removes, other theses included.
        challenges: the rebuttals of it, of its grounds, and of the inferences between them.
    """

    id: str
    grounds: Among
    challenges: Among


@dataclass(frozen=True, slots=True)
class Support:
    """A way from a thesis to another by inferences, past no third thesis.

    Args:
        tail: the thesis that supports.
        head: the thesis that is supported.
        inferred: whether each such way has a step that only the map's editor sees.
    """

    tail: str
    head: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Challenge:
    """A rebuttal that reaches a thesis.

    Args:
        id: of the rebuttal.
        heads: the theses that it reaches past no other thesis.
        bases: the theses that it rests on past no other thesis.
    """

    id: str
    heads: tuple[str, ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a map comes to.

    Args:
        theses: in the map's order.
        supports: between theses.
        challenges: in the map's order.
        left_out: the theses for which there was no room; only where the editor marked none.
        inside: the statements that count, of which theses have their grounds and challenges.
    """

    theses: tuple[Thesis, ...]
    supports: tuple[Support, ...]
    challenges: tuple[Challenge, ...]
    left_out: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


def overview(argument_map: ArgumentMap, chosen: Sequence[str], *, include_inferred: bool = False) -> Overview:
    """Contract a map to its theses.

    The theses are the claims that are marked as `main`; where none is, the claims with which the trees of the
    map begin, and of many those with most beneath or against them.

    Args:
        argument_map: the map.
        chosen: the statements that count.
        include_inferred: whether conflicts inferred by the editor count.
    """
    web = _Web(argument_map, chosen, include_inferred=include_inferred)
    marked = [key for key in web.chosen if _is_main(argument_map, key)]
    roots = [] if marked else _roots(argument_map, web.chosen)
    theses = web.theses(marked or roots)
    if roots:
        theses = _weightiest(theses)
    keys = {thesis.id: place for place, thesis in enumerate(theses)}
    return Overview(
        tuple(theses),
        tuple(support for key in keys for support in web.supports(key, keys)),
        tuple(web.challenges(keys)),
        tuple(key for key in roots if key not in keys),
        tuple(web.chosen),
    )


def _is_main(argument_map: ArgumentMap, key: str) -> bool:
    claim = argument_map.claims.get(key)
    return isinstance(claim, Claim) and claim.main


def _roots(argument_map: ArgumentMap, chosen: Collection[str]) -> list[str]:
    roots = find_roots(argument_map, list(chosen))
    return [key for key in roots if key in argument_map.claims] or roots


def _weightiest(theses: Sequence[Thesis]) -> list[Thesis]:
    ranked = sorted(theses, key=lambda thesis: -len(thesis.grounds) - len(thesis.challenges))
    kept = {thesis.id for thesis in ranked[:MOST_ROOTS]}
    return [thesis for thesis in theses if thesis.id in kept]


class _Web:
    """The chosen part of a map, walked from conclusions to premises."""

    def __init__(self, argument_map: ArgumentMap, chosen: Sequence[str], *, include_inferred: bool) -> None:
        wanted = set(chosen)
        inside = (key for key in argument_map.statements if key in wanted)
        self.chosen = {key: place for place, key in enumerate(inside)}
        self._map = argument_map
        self._against: dict[str, list[str]] = {}
        for attack in argument_map.attacks:
            counts = include_inferred or attack.basis is Basis.STATED
            if counts and attack.rebuttal in self.chosen:
                target = argument_map.statement_of(attack.target).id
                self._against.setdefault(target, []).append(attack.rebuttal)

    def theses(self, keys: Sequence[str]) -> list[Thesis]:
        """Gather all that bears on some theses."""
        premises = {key: list(self._premises(key)) for key in self.chosen}
        found = beneath(tuple(self.chosen), premises, self._against, keys)
        return [Thesis(key, *found[key]) for key in keys]

    def _premises(self, key: str) -> Iterator[str]:
        steps = self._map.statements[key].because
        return (each for step in steps for each in step.premises if each in self.chosen)

    def supports(self, key: str, theses: Mapping[str, int]) -> Iterator[Support]:
        """Yield the nearest theses beneath a thesis."""
        stated = self._walk(key, stops=theses, stated=True)
        nearest = self._walk(key, stops=theses)
        for other in _in_order(nearest - {key}, theses):
            yield Support(other, key, inferred=other not in stated)

    def challenges(self, theses: Mapping[str, int]) -> Iterator[Challenge]:
        """Yield what challenges a thesis, or what lies between it and the nearest others."""
        heads: dict[str, dict[str, None]] = {}
        for key in theses:
            for ground in self._walk(key, stops=theses):
                if ground == key or ground not in theses:
                    for rebuttal in self._against.get(ground, ()):
                        heads.setdefault(rebuttal, {})[key] = None
        for rebuttal in _in_order(heads, self.chosen):
            bases = _in_order(self._walk(rebuttal, stops=theses) - {rebuttal}, theses)
            yield Challenge(rebuttal, tuple(heads[rebuttal]), bases)

    def _walk(self, start: str, stops: Mapping[str, int] | None = None, *, stated: bool = False) -> set[str]:
        """Find a statement and its grounds: not past other theses, nor by what the editor infers."""
        found, waiting = {start}, [start]
        while waiting:
            key = waiting.pop()
            if stops and key in stops and key != start:
                continue
            for step in self._map.statements[key].because:
                if stated and step.basis is Basis.INFERRED:
                    continue
                new = [each for each in step.premises if each in self.chosen and each not in found]
                found.update(new)
                waiting += new
        return found


def _in_order(keys: Iterable[str], places: Mapping[str, int]) -> tuple[str, ...]:
    """Put those that have a place in its order; all others are left out."""
    return tuple(sorted((key for key in keys if key in places), key=places.__getitem__))
