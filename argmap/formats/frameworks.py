"""Abstract frameworks and maps: every argument is a statement, every attack an attack."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.argument_map import ArgumentMap
from argmap.formats.base import FormatError, Imported, Loss
from argmap.formats.builder import MapBuilder
from argmap.formats.left_out import Kept, left_out
from argmap.model import AttackKind
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Label
from argmap.semantics.notation import NOTATIONS, FrameworkSyntaxError
from argmap.semantics.status import STATUSES, statuses


def read_framework(notation: str, data: bytes, file: str) -> Framework:
    """Read a framework file.

    Args:
        notation: a name of `argmap.semantics.notation.NOTATIONS`.
        data: what the file holds.
        file: its name.

    Raises:
        FormatError: at the first fault.
    """
    try:
        return NOTATIONS[notation].read(data, file)
    except FrameworkSyntaxError as error:
        raise FormatError(error.diagnostic) from None


def to_map(
    framework: Framework,
    file: str,
    titles: Mapping[str, str] | None = None,
    labels: Mapping[tuple[str, str], str] | None = None,
) -> Imported:
    """Make a map of a framework.

    Args:
        framework: its arguments become statements, called what they are called there.
        file: the name of the file that it comes from.
        titles: what arguments say, by name; others are titled with their names.
        labels: what attacks are labelled with, by the names of both ends: a kind of attack or a scheme.
    """
    builder = MapBuilder(file)
    ids: list[str] = []
    for argument in range(framework.size):
        name = framework.name(argument)
        plain = name[1:-1] if name[0] == name[-1] == '"' and len(name) > 1 else name
        ids.append(builder.statement(plain, title=(titles or {}).get(name) or plain, origin=name))
    for attacker, attacked in framework.attacks():
        label = (labels or {}).get((framework.name(attacker), framework.name(attacked)), "")
        kind = AttackKind(label) if label in set(AttackKind) else AttackKind.REBUT
        scheme = label if label and label not in set(AttackKind) else None
        builder.attack(ids[attacker], ids[attacked], kind, scheme=scheme)
    return builder.build()


def attack_pairs(argument_map: ArgumentMap) -> dict[tuple[str, str], AttackKind]:
    """Give the attacks of statements on statements, each pair once, with their kind."""
    known = argument_map.statements
    pairs: dict[tuple[str, str], AttackKind] = {}
    for attack in argument_map.attacks:
        if attack.target in known:
            pairs.setdefault((attack.rebuttal, attack.target), attack.kind)
    return pairs


def framework_losses(argument_map: ArgumentMap, kept: Kept, notation: str) -> Iterator[Loss]:
    """Name what of a map is not an abstract framework: words, people, support, and attacks on inferences.

    Where a status of the map is another one in the framework, that is named as well.

    Args:
        argument_map: the map that is exported.
        kept: what the notation carries.
        notation: its name, for the reason.
    """
    why = f"{notation} knows only arguments and attacks"
    yield from left_out(argument_map, kept, why)
    yield from _lost_attacks(argument_map, notation)
    yield from _changed_statuses(argument_map)


def _lost_attacks(argument_map: ArgumentMap, notation: str) -> Iterable[Loss]:
    seen: set[tuple[str, str]] = set()
    for attack in argument_map.attacks:
        pair = attack.rebuttal, attack.target
        where = f"{attack.rebuttal} on {attack.denies or attack.target}"
        if attack.target not in argument_map.statements:
            yield Loss("attack on an inference", where, f"{notation} has no inferences")
        elif pair in seen:
            yield Loss("second attack of the same pair", where, f"{notation} has each pair once")
        elif attack.denies:
            yield Loss("undercut of one attack", where, "it is written as an attack on who makes it")
        seen.add(pair)


def _changed_statuses(argument_map: ArgumentMap) -> Iterator[Loss]:
    """Name the statements that `argmap status` weighs otherwise than the framework that is written."""
    framework = Framework.from_names(argument_map.statements, attack_pairs(argument_map))
    plain = closure(framework)
    for key, status in statuses(argument_map).items():
        found = STATUSES[Label(plain[framework.index[key]])]
        if found is not status:
            why = f"as an argument among mere attacks it is {found}"
            yield Loss(f"status {status} of a statement", key, why)
