"""Trivial Graph Format: ``id label`` lines, a line ``#``, then ``from to label`` lines.

https://docs.yworks.com/yfiles/doc/developers-guide/tgf.html
"""

from itertools import takewhile

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, Imported, Loss, text_of
from argmap.formats.frameworks import attack_pairs, framework_losses, read_framework, to_map
from argmap.formats.left_out import Kept
from argmap.model import AttackKind

_ENDS = 2
_LOOK = 20


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.tgf``, or has nodes, one line ``#``, and edges between those nodes."""
    if file.lower().endswith(".tgf"):
        return True
    nodes, mark, edges = (b"\n" + head.replace(b"\r", b"\n") + b"\n").partition(b"\n#\n")
    known = {line.split()[0] for line in nodes.split(b"\n") if line.strip()}
    pairs = [line.split()[:_ENDS] for line in edges.split(b"\n") if line.strip()]
    return bool(known and mark) and all(
        len(pair) == _ENDS and known.issuperset(pair) for pair in pairs[:_LOOK]
    )


def read(data: bytes, file: str) -> Imported:
    """Read a framework; labels of nodes become titles, those of edges kinds of attack or schemes.

    Raises:
        FormatError: at the first fault.
    """
    framework = read_framework("tgf", data, file)
    lines = [line.strip() for line in text_of(data, file).split("\n")]
    nodes = list(takewhile(lambda line: line != "#", lines))
    titles = {name: label for name, label in (_split(line, 1) for line in nodes if line) if label}
    edges = (_split(line, _ENDS) for line in lines[len(nodes) + 1 :] if line)
    labels = {(ends.split()[0], ends.split()[1]): label for ends, label in edges if label}
    return to_map(framework, file, titles, labels)


def write(argument_map: ArgumentMap) -> Exported:
    """Write the statements with their titles, or texts where they have none, and the attacks among them."""
    losses = list(
        framework_losses(argument_map, Kept(statements=("title", "kind"), attacks=("kind",)), "TGF")
    )
    nodes: list[str] = []
    for name, statement in argument_map.statements.items():
        label = " ".join((statement.title or "").split())
        if label != (statement.title or ""):
            losses.append(Loss("white space in a title", name, "TGF has one line for each node"))
        nodes.append(f"{name} {label}\n" if label and label != name else f"{name}\n")
    edges = [
        f"{one} {other}\n" if kind is AttackKind.REBUT else f"{one} {other} {kind}\n"
        for (one, other), kind in attack_pairs(argument_map).items()
    ]
    return Exported("".join([*nodes, "#\n", *edges]), tuple(losses))


def _split(line: str, words: int) -> tuple[str, str]:
    """Part the first words of a line from the label after them."""
    parts = line.split(maxsplit=words)
    return " ".join(parts[:words]), " ".join(parts[words:])
