"""What the editor infers, but without which something that somebody stated would hang in the air."""

from collections.abc import Iterable, Iterator

from argmap.argument_map import ArgumentMap
from argmap.model import Basis


def context_of(argument_map: ArgumentMap, keys: Iterable[str]) -> set[str]:
    """Find the inferred statements that stated rebuttals attack, directly or through one another.

    A stated rebuttal may attack an inferred statement, an inference to or from one, or the attack that an
    inferred rebuttal makes; so what an inferred rebuttal of the context attacks belongs to it as well.

    Args:
        argument_map: the map.
        keys: the statements that are looked at, stated and inferred.

    Returns:
        Ids of some of the inferred statements.
    """
    among, statements = dict.fromkeys(keys), argument_map.statements
    inferred = {key for key in among if statements[key].basis is Basis.INFERRED}
    if not inferred:
        return set()
    queue = [key for key in argument_map.rebuttals if key in among and key not in inferred]
    context: set[str] = set()
    while queue:
        new = {key for key in targets_of(argument_map, queue.pop()) if key in inferred} - context
        context |= new
        queue += new
    return context


def is_inferred(argument_map: ArgumentMap, key: str) -> bool:
    """Tell whether nobody voiced a statement."""
    return argument_map.statements[key].basis is Basis.INFERRED


def targets_of(argument_map: ArgumentMap, key: str) -> Iterator[str]:
    """Name the statements that a statement attacks, and both ends of the inferences that it attacks."""
    for attack in argument_map.attacks_by.get(key, ()):
        yield from ends_of(argument_map, attack.target)


def ends_of(argument_map: ArgumentMap, target: str) -> Iterator[str]:
    """Name the statement that an attack hits, and for an inference its premises as well."""
    yield argument_map.statement_of(target).id
    step = argument_map.inferences.get(target)
    if step is not None:
        yield from step.premises
