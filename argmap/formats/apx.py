"""ASPARTIX: facts ``arg(a).`` and ``att(a,b).`` (Egly, Gaggl and Woltran 2010).

https://www.dbai.tuwien.ac.at/research/argumentation/aspartix/
"""

import re

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, Imported, Loss
from argmap.formats.frameworks import attack_pairs, framework_losses, read_framework, to_map
from argmap.formats.left_out import Kept
from argmap.formats.names import Names

_FACT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*(?:arg|att)\s*\(")
_CONSTANT = re.compile(r"[a-z][A-Za-z0-9_]*|[1-9][0-9]*")


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.apx`` or begins with a fact, comments aside."""
    return file.lower().endswith(".apx") or _FACT.match(head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read a framework.

    Raises:
        FormatError: at the first fault.
    """
    return to_map(read_framework("apx", data, file), file)


def write(argument_map: ArgumentMap) -> Exported:
    """Write the statements and their attacks on one another; ids that are not constants go in quotes."""
    losses = list(framework_losses(argument_map, Kept(), "APX"))
    taken = Names()
    names: dict[str, str] = {}
    for name in argument_map.statements:
        plain = taken.new(name.replace(".", "_"), "argument")
        names[name] = plain if _CONSTANT.fullmatch(plain) else f'"{plain}"'
        if plain != name:
            losses.append(Loss("dot in an id", name, "APX ends facts with dots; it becomes an underscore"))
    facts = [f"arg({name}).\n" for name in names.values()]
    facts += [f"att({names[one]},{names[other]}).\n" for one, other in attack_pairs(argument_map)]
    return Exported("".join(facts), tuple(losses))
