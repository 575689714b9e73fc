"""From the tables of a store to a framework: the reading of `argmap.semantics.reading`, as joins.

What `participants` calls fallen is forced out here, so that what falls with it follows from the labelling:
under the grounded semantics that comes to the same. Each argument has a number: eight times that of its
statement, inference or attack, and what it is. The lack of a premise is no argument of its own but an edge
with ``neg``. What takes no part is kept from bearing on anything; that it gets a label itself does no harm.
"""

from functools import partial

from argmap.corpus.engine import Engine
from argmap.semantics.participants import MARKED

_MARKED = ", ".join(f"'{marker}'" for marker in MARKED)
_SPACE = 8
_SELF, _GROUNDLESS, _BEARING = 0, 1, 2


def number_of_node(column: str) -> str:
    """Write the SQL for the argument that a statement or an inference is."""
    return f"({column} * {_SPACE} + {_SELF})"


def number_of_bearing(column: str) -> str:
    """Write the SQL for the argument that an attack is, where it is one."""
    return f"({column} * {_SPACE} + {_BEARING})"


def counts(column: str, *, include_inferred: bool) -> str:
    """Write the SQL for whether something takes part.

    Args:
        column: tells whether only the editor supplied it.
        include_inferred: whether such things take part.
    """
    return "TRUE" if include_inferred else f"NOT {column}"


def read(engine: Engine, *, include_inferred: bool = False) -> None:
    """Read the tables of a store as a framework.

    Makes ``fw_edges`` (``dst, src, neg``) and ``fw_forced`` (``node``) for `argmap.corpus.grounded.label`,
    ``fw_live`` (``attack, rebuttal``) of the attacks whose partners all take part, and ``fw_bearings``
    (``attack, map, rebuttal, name``) of those that are arguments.

    Args:
        engine: what answers; it knows the tables of a store.
        include_inferred: whether what only the editor supplied takes part.
    """
    taken = partial(counts, include_inferred=include_inferred)
    engine.keep(
        "fw_forced",
        f"SELECT {number_of_node('s.node')} AS node FROM statements s "
        f"WHERE s.marker IN ({_MARKED}) AND {taken('s.inferred')}",
    )
    _attacks(engine, include_inferred=include_inferred)
    _reasons(engine, include_inferred=include_inferred)
    engine.view("fw_edges", " UNION ALL ".join((*_supports(include_inferred=include_inferred), *_strikes())))


def forget(engine: Engine) -> None:
    """Drop what `read` made."""
    engine.forget("fw_edges", "fw_forced", "fw_reasons", "fw_denials", "fw_bearings", "fw_live", "fw_attacks")


def _attacks(engine: Engine, *, include_inferred: bool) -> None:
    """Find the attacks whose rebuttal and partners all take part, and those that are arguments."""
    taken = partial(counts, include_inferred=include_inferred)
    engine.keep("fw_lone", f"SELECT DISTINCT attack FROM partners WHERE NOT ({taken('inferred')})")
    engine.view(
        "fw_attacks",
        "SELECT a.attack, a.map, a.rebuttal, a.target, a.hit, a.hits_rebuttal, a.kind, a.name, a.denies, "
        "a.is_joint FROM attacks a LEFT JOIN fw_lone m ON a.attack = m.attack "
        f"WHERE m.attack IS NULL AND {taken('a.inferred')}",
    )
    engine.view("fw_live", "SELECT attack, rebuttal FROM fw_attacks")
    # A denial grants a rebuttal and keeps all its attacks, or the one that it names, from bearing.
    engine.keep(
        "fw_denials",
        "SELECT attack, map, target AS rebuttal, denies FROM fw_attacks "
        "WHERE denies IS NOT NULL OR (kind = 'undercut' AND hits_rebuttal AND hit = target)",
    )
    engine.keep(
        "fw_bearings",
        "SELECT DISTINCT a.attack, a.map, a.rebuttal, a.name FROM fw_attacks a "
        "LEFT JOIN (SELECT DISTINCT rebuttal FROM fw_denials WHERE denies IS NULL) w "
        "ON a.rebuttal = w.rebuttal "
        "LEFT JOIN (SELECT DISTINCT map, denies FROM fw_denials WHERE denies IS NOT NULL) n "
        "ON a.map = n.map AND a.name = n.denies "
        "WHERE a.is_joint OR w.rebuttal IS NOT NULL OR n.denies IS NOT NULL",
    )


def _reasons(engine: Engine, *, include_inferred: bool) -> None:
    """Find the steps that take part, each with how many there are to its conclusion.

    A step of the editor's takes part once somebody has challenged it.
    """
    if include_inferred:
        taken = "SELECT node, conclusion FROM inferences"
    else:
        taken = (
            "SELECT i.node, i.conclusion FROM inferences i LEFT JOIN (SELECT DISTINCT target FROM attacks "
            "WHERE hit <> target AND NOT inferred) c ON i.node = c.target "
            "WHERE NOT i.inferred OR c.target IS NOT NULL"
        )
    engine.keep(
        "fw_reasons",
        f"SELECT node, conclusion, COUNT(*) OVER (PARTITION BY conclusion) AS reasons FROM ({taken}) t",
    )


def _edge(dst: str, src: str, neg: int) -> str:
    return f"SELECT {dst} AS dst, {src} AS src, CAST({neg} AS BIGINT) AS neg"


def _supports(*, include_inferred: bool) -> tuple[str, ...]:
    """A step is attacked by the lack of a premise, a statement with reasons by the lack of all of them."""
    step, conclusion = number_of_node("i.node"), number_of_node("i.conclusion")
    groundless = f"(i.conclusion * {_SPACE} + {_GROUNDLESS})"
    return (
        (
            f"{_edge(number_of_node('p.inference'), number_of_node('p.premise'), 1)} FROM premises p "
            f"WHERE {counts('p.inferred', include_inferred=include_inferred)}"
        ),
        f"{_edge(conclusion, step, 1)} FROM fw_reasons i WHERE i.reasons = 1",
        f"{_edge(groundless, step, 0)} FROM fw_reasons i WHERE i.reasons > 1",
        (
            f"{_edge(conclusion, groundless, 0)} FROM "
            "(SELECT DISTINCT conclusion FROM fw_reasons WHERE reasons > 1) i"
        ),
    )


def _strikes() -> tuple[str, ...]:
    """An attack strikes its target, or a denial what it denies; a bearing needs all who attack."""
    rebuttal, attack = number_of_node("a.rebuttal"), number_of_bearing("a.attack")
    source = f"CASE WHEN own.attack IS NULL THEN {rebuttal} ELSE {attack} END"
    bearing = number_of_bearing("b.attack")
    denied = (
        f"{_edge(bearing, source, 0)} FROM fw_denials d JOIN fw_attacks a ON d.attack = a.attack "
        "LEFT JOIN fw_bearings own ON a.attack = own.attack"
    )
    return (
        (
            f"{_edge(number_of_node('a.target'), source, 0)} FROM fw_attacks a "
            "LEFT JOIN fw_bearings own ON a.attack = own.attack "
            "LEFT JOIN fw_denials d ON a.attack = d.attack WHERE d.attack IS NULL"
        ),
        f"{_edge(bearing, number_of_node('b.rebuttal'), 1)} FROM fw_bearings b",
        (
            f"{_edge(bearing, number_of_node('p.partner'), 1)} FROM fw_bearings b "
            "JOIN partners p ON b.attack = p.attack"
        ),
        f"{denied} JOIN fw_bearings b ON d.rebuttal = b.rebuttal WHERE d.denies IS NULL",
        f"{denied} JOIN fw_bearings b ON d.map = b.map AND d.denies = b.name WHERE d.denies IS NOT NULL",
    )
