"""Which boxes stand side by side: a level for each node, so that lines lead from higher to lower levels.

Boxes have even levels, joints odd ones: the joint of an inference lies half-way to its conclusion. Cycles
are cut, levels follow the longest path (Eades and Sugiyama 1990), then lines are made short.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.render.dot.acyclic import make_acyclic
from argmap.render.dot.network_simplex import Span, tighten

_MOST_TIGHTENED = 3_000


@dataclass
class Web:
    """Nodes and the lines between them, without loops.

    Args:
        nodes: ids, in the order of the diagram.
        joints: those of the nodes that are joints.
        heads: node -> where its lines lead.
        tails: node -> where lines to it come from.
    """

    nodes: Sequence[str]
    joints: Collection[str]
    heads: dict[str, list[str]] = field(default_factory=dict)
    tails: dict[str, list[str]] = field(default_factory=dict)

    def connect(self, lines: Iterable[tuple[str, str]]) -> None:
        """Add lines, each from tail to head; a loop is left out, and so is the second of two alike."""
        for node in self.nodes:
            self.heads.setdefault(node, [])
            self.tails.setdefault(node, [])
        for tail, head in dict.fromkeys(lines):
            if tail != head:
                self.heads[tail].append(head)
                self.tails[head].append(tail)

    def part(self, nodes: Sequence[str]) -> "Web":
        """Return some of the nodes, with the lines between them."""
        part = Web(nodes, self.joints)
        inside = set(nodes)
        part.connect((node, head) for node in nodes for head in self.heads[node] if head in inside)
        return part

    def distance(self, one: str, other: str) -> int:
        """Return how many levels two connected nodes must lie apart."""
        return 2 if (one in self.joints) == (other in self.joints) else 1


def components(web: Web) -> list[list[str]]:
    """Split the nodes into connected parts, parts and nodes in the order of the diagram."""
    place = {node: index for index, node in enumerate(web.nodes)}
    seen: set[str] = set()
    parts = []
    for start in web.nodes:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for node in part:
            new = [other for other in (*web.heads[node], *web.tails[node]) if other not in seen]
            seen.update(new)
            part.extend(dict.fromkeys(new))
        parts.append(sorted(part, key=place.__getitem__))
    return parts


def levels(web: Web) -> dict[str, int]:
    """Give every node a level, with 0 the lowest in each connected part.

    Returns:
        Node -> level. A tail is higher than its head, except for lines that close a circle.
    """
    falling = Web(web.nodes, web.joints)
    kept = make_acyclic(web.nodes, web.heads, web.tails)
    falling.connect((node, head) for node in web.nodes for head in kept[node])
    found = _longest_paths(falling)
    for part in components(falling):
        if len(part) <= _MOST_TIGHTENED:
            _tighten(falling, part, found)
    for part in components(web):
        lowest = min(found[node] for node in part)
        lowest -= lowest % 2
        for node in part:
            found[node] -= lowest
    return found


def _tighten(falling: Web, part: Sequence[str], found: dict[str, int]) -> None:
    """Shorten the lines of a connected part."""
    number = {node: at for at, node in enumerate(part)}
    level = [found[node] for node in part]
    lines = ((node, head) for node in part for head in falling.heads[node])
    tighten(level, [Span(number[a], number[b], falling.distance(a, b)) for a, b in lines])
    found.update(zip(part, level, strict=True))


def _longest_paths(falling: Web) -> dict[str, int]:
    """Rank nodes without circles by the longest path from the ends."""
    open_heads = {node: len(falling.heads[node]) for node in falling.nodes}
    ready = [node for node in falling.nodes if not open_heads[node]]
    found: dict[str, int] = {}
    for node in ready:
        found[node] = _lowest(falling, node, found)
        for tail in falling.tails[node]:
            open_heads[tail] -= 1
            if not open_heads[tail]:
                ready.append(tail)
    return found


def _lowest(web: Web, node: str, found: Mapping[str, int]) -> int:
    below = (found[head] + web.distance(node, head) for head in web.heads[node])
    return max(below, default=1 if node in web.joints else 0)
