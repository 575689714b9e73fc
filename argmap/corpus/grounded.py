"""The grounded labelling (Dung 1995; Modgil and Caminada 2009) as rounds of joins.

An edge says that one argument attacks another, or with ``neg`` that the lack of it does: then the attacker is
in where the argument is out. Each round labels what the round before has decided. Of arguments with a single
attacker, chains are shortened: the attacker is replaced by the head of its chain. What is still open after
many rounds and fits into memory is finished there by the linear algorithm.
"""

from collections.abc import Iterator

from argmap.corpus.chains import follow_chains
from argmap.corpus.engine import Engine
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Label

IN, OUT = int(Label.IN), int(Label.OUT)

_SHORTEN_AFTER = 6
_FINISH_AFTER = 24
_MOST_IN_MEMORY = 4_000_000


def label(engine: Engine, edges: str, forced_out: str, labels: str) -> None:
    """Label the arguments of a framework.

    Args:
        engine: what answers.
        edges: a table ``dst, src, neg``: ``src`` attacks ``dst``, or with ``neg`` 1 the lack of it does.
        forced_out: a table ``node`` of arguments that are out, whatever attacks them.
        labels: the table to make, ``node, label``: 0 undecided, 1 in, 2 out. It has a row for each argument
            that is attacked or forced out; any other is in.
    """
    _Rounds(engine, edges, forced_out).run(labels)


class _Rounds:
    def __init__(self, engine: Engine, edges: str, forced_out: str) -> None:
        self._engine = engine
        self._known: list[str] = []
        self._shortcuts: list[str] = []
        self._circles: list[str] = []
        self._number = 0
        self._left = engine.keep(
            "gr_edges_0",
            f"SELECT e.dst, e.src, e.neg FROM {edges} e "
            f"WHERE NOT EXISTS (SELECT 1 FROM {forced_out} f WHERE f.node = e.dst)",
        )
        self._edges = "gr_edges_0"
        self._add_known(
            f"SELECT node, CAST({OUT} AS BIGINT) AS label FROM {forced_out} UNION ALL "
            f"SELECT DISTINCT e.src AS node, CAST({IN} AS BIGINT) AS label FROM {self._edges} e "
            f"WHERE NOT EXISTS (SELECT 1 FROM {self._edges} d WHERE d.dst = e.src) "
            f"AND NOT EXISTS (SELECT 1 FROM {forced_out} f WHERE f.node = e.src)"
        )

    def run(self, labels: str) -> None:
        shorten_at = _SHORTEN_AFTER
        while self._step():
            if self._number >= _FINISH_AFTER and self._left <= _MOST_IN_MEMORY:
                self._finish()
                break
            if self._number >= shorten_at:
                self._shorten()
                shorten_at *= 2
        found = [f"SELECT node, label FROM {one}" for one in (*self._known, *self._circles)]
        found.append(f"SELECT DISTINCT dst AS node, CAST(0 AS BIGINT) AS label FROM {self._edges}")
        self._expand(labels, " UNION ALL ".join(found))
        self._engine.forget(*self._known, *self._shortcuts, *self._circles, self._edges)

    def _step(self) -> bool:
        """Follow what was decided last; tell whether that decided anything, and anything is left."""
        last = self._known[-1]
        self._engine.keep(
            "gr_struck",
            f"SELECT e.dst, MAX(CASE WHEN (k.label = {IN}) = (e.neg = 0) THEN 1 ELSE 0 END) AS stands "
            f"FROM {self._edges} e JOIN {last} k ON e.src = k.node GROUP BY e.dst",
        )
        self._number += 1
        edges = f"gr_edges_{self._number}"
        left = self._engine.keep(
            edges,
            f"SELECT e.dst, e.src, e.neg FROM {self._edges} e "
            "WHERE NOT EXISTS (SELECT 1 FROM gr_struck s WHERE s.dst = e.dst AND s.stands = 1) "
            f"AND NOT EXISTS (SELECT 1 FROM {last} k WHERE k.node = e.src)",
        )
        self._replace_edges(edges, left)
        found = self._add_known(
            f"SELECT s.dst AS node, CAST(CASE WHEN s.stands = 1 THEN {OUT} ELSE {IN} END AS BIGINT) AS label "
            f"FROM gr_struck s LEFT JOIN (SELECT DISTINCT dst FROM {edges}) d ON s.dst = d.dst "
            "WHERE s.stands = 1 OR d.dst IS NULL"
        )
        self._engine.forget("gr_struck")
        return bool(found and left)

    def _shorten(self) -> None:
        """Replace attackers that have a single attacker themselves by the heads of their chains."""
        jump = "gr_jump"
        follow_chains(
            self._engine,
            f"SELECT dst AS node, MIN(src) AS ptr, MIN(1 - neg) AS par FROM {self._edges} "
            "GROUP BY dst HAVING MIN(src) = MAX(src) AND MIN(neg) = MAX(neg)",
            jump,
        )
        shortcuts = f"gr_shortcuts_{self._number}"
        # What still leads on hangs on a circle, which the grounded labelling leaves undecided.
        self._engine.keep(shortcuts, f"SELECT node, ptr, par FROM {jump} WHERE more = 0")
        self._shortcuts.append(shortcuts)
        circles = f"gr_circles_{self._number}"
        self._engine.keep(circles, f"SELECT node, CAST(0 AS BIGINT) AS label FROM {jump} WHERE more = 1")
        self._circles.append(circles)
        edges = f"gr_short_{self._number}"
        left = self._engine.keep(
            edges,
            f"SELECT DISTINCT e.dst, COALESCE(s.ptr, e.src) AS src, (e.neg + COALESCE(s.par, 0)) % 2 AS neg "
            f"FROM {self._edges} e LEFT JOIN {jump} j ON e.dst = j.node "
            f"LEFT JOIN {shortcuts} s ON e.src = s.node WHERE j.node IS NULL",
        )
        self._replace_edges(edges, left)
        self._engine.forget(jump)

    def _finish(self) -> None:
        """Label what is left in memory."""
        pairs = [
            (int(d), int(s), int(n)) for d, s, n in self._numbers(f"SELECT dst, src, neg FROM {self._edges}")
        ]
        known = [(int(n), int(k)) for n, k in self._numbers(f"SELECT node, label FROM {self._known[-1]}")]
        self._number += 1
        table = f"gr_known_{self._number}"
        self._engine.load(table, ("node", "label"), _labelled(pairs, dict(known)))
        self._known.append(table)
        edges = f"gr_edges_{self._number}"
        self._engine.load(edges, ("dst", "src", "neg"), ())
        self._replace_edges(edges, 0)

    def _numbers(self, select: str) -> Iterator[tuple[int, ...]]:
        return (tuple(int(value or 0) for value in row) for row in self._engine.rows(select))

    def _expand(self, labels: str, found: str) -> None:
        """Keep what was found, and give the inner arguments of chains what follows from their heads."""
        for number, shortcuts in enumerate(reversed(self._shortcuts)):
            heads = f"gr_heads_{number}"
            self._engine.keep(heads, found)
            found = (
                f"SELECT node, label FROM {heads} UNION ALL SELECT s.node, "
                f"CASE WHEN l.label = 0 OR s.par = 0 THEN l.label ELSE {IN + OUT} - l.label END AS label "
                f"FROM {shortcuts} s JOIN {heads} l ON s.ptr = l.node"
            )
        self._engine.keep(labels, found)
        self._engine.forget(*(f"gr_heads_{number}" for number in range(len(self._shortcuts))))

    def _add_known(self, select: str) -> int:
        table = f"gr_known_{self._number}"
        self._known.append(table)
        return self._engine.keep(table, select)

    def _replace_edges(self, edges: str, left: int) -> None:
        self._engine.forget(self._edges)
        self._edges, self._left = edges, left


def _labelled(edges: list[tuple[int, int, int]], known: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Label the arguments of edges that the labels of others, known already, bear on."""
    nodes = sorted({node for dst, src, _ in edges for node in (dst, src)})
    index = {node: number for number, node in enumerate(nodes)}
    size = len(nodes)
    lacks: dict[int, int] = {}
    pairs: list[tuple[int, int]] = []
    for dst, src, neg in edges:
        source = index[src]
        if neg:
            if src not in lacks:
                lacks[src] = size + len(lacks)
                pairs.append((source, lacks[src]))
            source = lacks[src]
        pairs.append((source, index[dst]))
    attacked = {dst for dst, _, _ in edges}
    blocked = [node for node in nodes if node not in attacked and node not in known]
    # What lost its attackers to a circle attacks itself here: nothing decides it.
    pairs += [(index[node], index[node]) for node in blocked]
    ground = size + len(lacks)
    pairs += [(ground, index[node]) for node in nodes if known.get(node) == OUT]
    found = closure(Framework.from_pairs(ground + 1, pairs))
    return ((node, found[index[node]]) for node in sorted(attacked))
