"""ICCMA ``p af``: numbered arguments and attacks.

https://argumentationcompetition.org/2023/rules.html
"""

import re

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.formats.base import Exported, FormatError, Imported, Loss, fault
from argmap.formats.frameworks import attack_pairs, framework_losses, read_framework, to_map
from argmap.formats.left_out import Kept
from argmap.text.line_ends import place_after

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|#[^\n]*\n)*p af\s")

_SIZE = re.compile(rb"^((?:\xef\xbb\xbf)?[^\S\n]*+p\s+af\s+)(?=[0-9])", re.MULTILINE)
_MOST_FREE = 100_000


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.af`` or begins with the header, comments aside."""
    return file.lower().endswith(".af") or _HEADER.match(head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read a framework; its arguments are called by their numbers.

    Raises:
        FormatError: at the first fault, or because it would be a map of mere numbers without relations.
    """
    framework = read_framework("iccma", data, file)
    free = framework.size - len({*framework.sources, *framework.destinations})
    if free > max(_MOST_FREE, len(data)):
        raise FormatError(_too_many(free, data, file))
    return to_map(framework, file)


def write(argument_map: ArgumentMap) -> Exported:
    """Write the statements and their attacks on one another; a comment says which number is which id."""
    ids = _in_order(list(argument_map.statements))
    numbers = {name: number for number, name in enumerate(ids, 1)}
    losses = list(framework_losses(argument_map, Kept(), "p af"))
    names = [f"# {number} {name}\n" for name, number in numbers.items() if name != str(number)]
    why = "p af has only numbers; a comment keeps it"
    losses += [
        Loss("id of a statement", name, why) for name, number in numbers.items() if name != str(number)
    ]
    pairs = [f"{numbers[one]} {numbers[other]}\n" for one, other in attack_pairs(argument_map)]
    return Exported("".join([f"p af {len(ids)}\n", *names, *pairs]), tuple(losses))


def _too_many(free: int, data: bytes, file: str) -> Diagnostic:
    before, mark, _ = _SIZE.split(data, maxsplit=1)
    place = place_after((before + mark).decode("utf-8-sig"))
    message = f"{free:,} of the declared arguments take part in no attack, and would be statements of nothing"
    return fault(
        file, place, message, "declare the arguments that there are; `argmap solve` takes it as it is"
    )


def _in_order(ids: list[str]) -> list[str]:
    """Order ids that are just the numbers 1 to n by number, so that each keeps its own."""
    numbers = [str(number) for number in range(1, len(ids) + 1)]
    return numbers if set(numbers) == set(ids) else ids
