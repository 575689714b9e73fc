"""What becomes of the challenges that were replied to: which stand, and which are defeated.

A map is weighed for this as `argmap status` weighs it: by the grounded labelling (Dung 1995; Caminada 2006)
of its evidential reading. Only the part that bears on the challenges in question is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Label
from argmap.semantics.participants import Terms
from argmap.semantics.reading import Reading, denies, read


@dataclass(frozen=True)
class Outcomes:
    """What became of some rebuttals; neither word holds of one that nothing decides.

    Args:
        standing: those that stand, and at least one of whose attacks does.
        defeated: those that are out, and those none of whose attacks is left.
    """

    standing: frozenset[str]
    defeated: frozenset[str]


def find_outcomes(argument_map: ArgumentMap, rebuttals: Iterable[str], *, include_inferred: bool) -> Outcomes:
    """Weigh what bears on some rebuttals.

    Args:
        argument_map: the map.
        rebuttals: those in question.
        include_inferred: whether what only the editor supplied takes part.

    Returns:
        What became of these rebuttals, and of all that attack them, directly or through others.
    """
    part = _bearing_on(argument_map, rebuttals)
    if not part.rebuttals:
        return Outcomes(frozenset(), frozenset())
    reading = read(part, Terms(include_inferred=include_inferred))
    labels = closure(reading.framework)
    counted = [key for key in part.rebuttals if key in reading.participants.statements]
    void = {key for key in counted if _is_void(reading, labels, key)}
    standing = {key for key in counted if key not in void and _is(reading, labels, key, Label.IN)}
    defeated = {key for key in counted if key in void or _is(reading, labels, key, Label.OUT)}
    return Outcomes(frozenset(standing), frozenset(defeated))


def _bearing_on(argument_map: ArgumentMap, rebuttals: Iterable[str]) -> ArgumentMap:
    """Take from a map what the fate of some rebuttals hangs on: attackers, grounds and partners."""
    statements = argument_map.statements
    found = dict.fromkeys(rebuttals)
    targets: dict[str, None] = {}
    queue = list(found)
    for key in queue:
        hits, own = argument_map.challenges_to(key), argument_map.attacks_by.get(key, ())
        near = [attack.rebuttal for attack in hits]
        near += [partner for attack in (*hits, *own) for partner in attack.jointly]
        near += [premise for step in statements[key].because for premise in step.premises]
        new = dict.fromkeys(other for other in near if other not in found and other in statements)
        found.update(new)
        queue += new
        if any(denies(argument_map, attack) for attack in hits) or any(attack.jointly for attack in own):
            # Such attacks are weighed themselves, for which they need their targets.
            targets.update((argument_map.statement_of(attack.target).id, None) for attack in own)
    kept = {**found, **targets}
    return ArgumentMap(
        claims={key: argument_map.claims[key] for key in kept if key in argument_map.claims},
        rebuttals={key: argument_map.rebuttals[key] for key in kept if key in argument_map.rebuttals},
    )


def _is(reading: Reading, labels: bytearray, key: str, label: Label) -> bool:
    found = Label.OUT if key in reading.fallen else labels[reading.index[key]]
    return found == label


def _is_void(reading: Reading, labels: bytearray, key: str) -> bool:
    """Tell whether each attack that a rebuttal makes is denied, or lacks a partner."""
    numbers = reading.bearings.get(key, ())
    if not numbers and not reading.fallen:
        return False
    denied = {reading.arguments[number].attack for number in numbers if labels[number] == Label.OUT}
    known = reading.participants.statements.keys()
    attacks = [one for one in reading.map.attacks_by.get(key, ()) if known >= set(one.jointly)]
    lost = (attack in denied or not reading.fallen.keys().isdisjoint(attack.jointly) for attack in attacks)
    return bool(attacks) and all(lost)
