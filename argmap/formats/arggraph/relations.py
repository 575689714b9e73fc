"""Inferences and attacks as relations between argument units."""

from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.formats.arggraph.reading import EXAMPLE
from argmap.formats.arggraph.units import origin_names
from argmap.formats.base import Loss
from argmap.model import Attack, AttackKind


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation with its additions.

    Args:
        key: by which other relations name it as their target.
        sources: the ids of statements, the first of the relation itself, others of its additions.
        target: the id of a statement, or the key of a relation.
        type: sup, exa, reb or und.
        names: the ids that the edges had in the file that they came from, if known.
    """

    key: str
    sources: tuple[str, ...]
    target: str
    type: str
    names: tuple[str, ...] = ()


def find_relations(argument_map: ArgumentMap, losses: list[Loss]) -> list[Relation]:
    """List the relations of a map.

    Args:
        argument_map: the map.
        losses: to which is added what relations cannot say.
    """
    return [*_supports(argument_map, losses), *_attacks(argument_map, losses)]


def _supports(argument_map: ArgumentMap, losses: list[Loss]) -> list[Relation]:
    found = []
    for step in argument_map.inferences.values():
        if step.scheme and step.scheme != EXAMPLE:
            losses.append(Loss("scheme of an inference", step.id, "the format knows only examples"))
        kind = "exa" if step.scheme == EXAMPLE else "sup"
        premises = tuple(dict.fromkeys(step.premises))
        found.append(Relation(step.id, premises, step.conclusion, kind, origin_names(step)))
    return found


def _attacks(argument_map: ArgumentMap, losses: list[Loss]) -> list[Relation]:
    # A blank keeps the keys of attacks apart from the ids of statements and inferences.
    keys = [f"{number} {attack.rebuttal}" for number, attack in enumerate(argument_map.attacks)]
    named: dict[str, str] = {}
    made: dict[str, list[str]] = {}
    for attack, key in zip(argument_map.attacks, keys, strict=True):
        named.setdefault(attack.id, key)
        made.setdefault(attack.rebuttal, []).append(key)
    found = []
    for attack, key in zip(argument_map.attacks, keys, strict=True):
        target, kind = attack.target, "reb"
        if attack.kind is AttackKind.UNDERCUT and target not in argument_map.claims:
            kind = "und"
            if attack.denies:
                target = named[attack.denies]
            elif target in argument_map.rebuttals:
                target = made[target][0]
                if len(made[attack.target]) > 1:
                    why = "it undercuts only the first attack of the rebuttal"
                    losses.append(Loss("undercut of several attacks", _where(attack), why))
        elif attack.kind is not AttackKind.REBUT:
            losses.append(Loss(f"{attack.kind} as such", _where(attack), "it is written as a rebuttal (reb)"))
        sources = tuple(dict.fromkeys((attack.rebuttal, *attack.jointly)))
        names = origin_names(attack) or ((attack.id,) if attack.id else ())
        found.append(Relation(key, sources, target, kind, names))
    return found


def _where(attack: Attack) -> str:
    return attack.id or f"{attack.rebuttal} on {attack.target}"
