"""Short names for statements and inferences in running text."""

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Inference
from argmap.text.clean import one_line
from argmap.text.graphemes import cut_before
from argmap.text.lists import and_list

_LONGEST = 72


def title(argument_map: ArgumentMap, key: str) -> str:
    """Give a statement's title, or the beginning of its text, in «angle quotes»."""
    words = one_line(argument_map.statements[key].label)
    return f"«{words if len(words) <= _LONGEST else cut_before(words, _LONGEST - 1).rstrip() + '…'}»"


def said(argument_map: ArgumentMap, key: str, noun: str) -> str:
    """Name a statement by its author and title: ``Monica Toft's challenge «…»``.

    Args:
        argument_map: the map.
        key: the statement.
        noun: what it is: a claim, a challenge, a reply.
    """
    author = argument_map.statements[key].by
    whose = f"{one_line(argument_map.person_name(author))}'s" if author else "the"
    return f"{whose} {noun} {title(argument_map, key)}"


def noun(argument_map: ArgumentMap, attack: Attack) -> str:
    """Say what an attack is: a reply when it aims at a rebuttal or at a reason for one, else a challenge."""
    target = argument_map.statement_of(attack.target).id
    return "reply" if target in argument_map.rebuttals else "challenge"


def attacker(argument_map: ArgumentMap, attack: Attack) -> str:
    """Name an attack by its rebuttal, and its partners where it has any."""
    whole = said(argument_map, attack.rebuttal, noun(argument_map, attack))
    partners = [title(argument_map, key) for key in attack.jointly if key != attack.rebuttal]
    return f"{whole}, together with {and_list(partners)}," if partners else whole


def premises(argument_map: ArgumentMap, step: Inference) -> str:
    """Name the premises of an inference."""
    return and_list([title(argument_map, premise) for premise in dict.fromkeys(step.premises)])
