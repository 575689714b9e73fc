"""Which boxes stand side by side: a level for each node, so that lines lead from higher to lower levels.

Boxes have even levels, joints odd ones: the joint of an inference lies half-way to its conclusion. Levels
follow the longest path (Eades and Sugiyama 1990), then lines are made short.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.render.dot.tightening import Span, tighten

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
    found = _longest_paths(web)
    for part in components(web):
        if len(part) <= _MOST_TIGHTENED:
            _tighten(web, part, found)
        lowest = min(found[node] for node in part)
        lowest -= lowest % 2
        for node in part:
            found[node] -= lowest
    return found


def _tighten(web: Web, part: Sequence[str], found: dict[str, int]) -> None:
    """Shorten the lines of a part, leaving out those that close a circle."""
    rising = Web(part, web.joints)
    rising.connect((node, head) for node in part for head in web.heads[node] if found[head] < found[node])
    for nodes in components(rising):
        number = {node: at for at, node in enumerate(nodes)}
        level = [found[node] for node in nodes]
        lines = ((node, head) for node in nodes for head in rising.heads[node])
        tighten(level, [Span(number[a], number[b], web.distance(a, b)) for a, b in lines])
        found.update(zip(nodes, level, strict=True))


def _longest_paths(web: Web) -> dict[str, int]:
    """Rank by longest path from the ends; where only circles are left, their first node counts as an end."""
    open_heads = {node: len(web.heads[node]) for node in web.nodes}
    ready = deque(node for node in web.nodes if not open_heads[node])
    found: dict[str, int] = {}
    stuck = iter(web.nodes)
    while len(found) < len(web.nodes):
        node = ready.popleft() if ready else next(left for left in stuck if left not in found)
        if node in found:
            continue
        found[node] = _lowest(web, node, found)
        for tail in web.tails[node]:
            open_heads[tail] -= 1
            if not open_heads[tail]:
                ready.append(tail)
    return found


def _lowest(web: Web, node: str, found: Mapping[str, int]) -> int:
    below = (found[head] + web.distance(node, head) for head in web.heads[node] if head in found)
    return max(below, default=1 if node in web.joints else 0)
