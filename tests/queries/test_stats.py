from argmap.queries.stats import count
from argmap.queries.tally import Counts
from tests.sketch import sketch


def test_counts() -> None:
    stats = count(sketch("ada: a < p\nada: p\nbob: b -> a\nbob: c -? p [inferred]\nada: d -> b\n: n"))
    assert (stats.claims, stats.rebuttals, stats.inferences, stats.inferred) == (3, 3, 1, 1)
    assert stats.kinds == {"rebut": 2, "undermine": 1}
    assert stats.buckets["answered"] == 1
    assert stats.buckets["unchallenged"] == 2
    assert stats.components == (5, 1)
    assert stats.by_person == (
        Counts("ada", claims=2, challenged=1, made=1),
        Counts("bob", made=1, inferred_rebuttals=1),
    )


def test_an_empty_map() -> None:
    stats = count(sketch(""))
    assert stats.components == ()
    assert set(stats.buckets.values()) == {0}
