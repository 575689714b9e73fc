"""The law of order: no permutation of attacks, of records or of files changes what a map says."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import assemble
from argmap.files.map_text.write_map import write_map
from argmap.files.records.read_text import read_text
from argmap.model import Aim, Rebuttal
from argmap.queries.stats import count
from argmap.queries.unanswered import find_standing
from argmap.semantics.acceptance import Acceptance
from argmap.semantics.participants import Terms
from argmap.semantics.reading import read
from argmap.semantics.status import SEMANTICS, evaluate
from tests.maps import argument_maps


def said(argument_map: ArgumentMap) -> dict[str, object]:
    """Give everything that a map says whatever the order in which it is written."""
    found: dict[str, object] = {}
    for inferred in (False, True):
        terms = Terms(include_inferred=inferred, without=frozenset(), assumed=frozenset())
        reading = read(argument_map, terms)
        found[f"statuses {inferred}"] = dict(
            evaluate(reading, SEMANTICS["grounded"], Acceptance("skeptical")).statuses
        )
        found[f"buckets {inferred}"] = dict(find_standing(argument_map, include_inferred=inferred).buckets)
    found["edges"] = Counter(
        (tail, head, data["kind"], data["basis"]) for tail, head, data in argument_map.graph.edges(data=True)
    )
    stats = count(argument_map)
    found["kinds"] = dict(stats.kinds)
    return found


def with_more_aims(argument_map: ArgumentMap, data: st.DataObject) -> ArgumentMap:
    """Let some rebuttals attack one target several times, with partners, in other ways or as before."""
    rebuttals = {}
    for key, rebuttal in argument_map.rebuttals.items():
        aims = list(rebuttal.aims)
        for aim in rebuttal.aims:
            more = data.draw(st.sampled_from(["nothing", "again", "partner", "scheme", "kind"]))
            partners = tuple(data.draw(st.lists(st.sampled_from(list(argument_map.statements)), max_size=2)))
            if more == "again":
                aims.append(aim.model_copy(update={"id": None}))
            elif more == "partner":
                aims.append(Aim(target=aim.target, kind=aim.kind, jointly=partners))
            elif more == "scheme":
                aims.append(Aim(target=aim.target, kind=aim.kind, scheme="analogy"))
            elif more == "kind" and aim.target in argument_map.statements:
                aims.append(Aim(target=aim.target, kind="undermine"))
        rebuttals[key] = rebuttal.model_copy(update={"aims": tuple(aims)})
    return ArgumentMap(
        argument_map.info, argument_map.people, argument_map.sources, argument_map.claims, rebuttals
    )


@given(argument_maps(), st.data())
def test_the_order_of_attacks_and_records_says_nothing(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    drawn = with_more_aims(argument_map, data)
    permuted = ArgumentMap(
        drawn.info,
        dict(data.draw(st.permutations(list(drawn.people.items())))),
        dict(data.draw(st.permutations(list(drawn.sources.items())))),
        dict(data.draw(st.permutations(list(drawn.claims.items())))),
        {
            key: rebuttal.model_copy(update={"aims": tuple(data.draw(st.permutations(rebuttal.aims)))})
            for key, rebuttal in data.draw(st.permutations(list(drawn.rebuttals.items())))
        },
    )
    assert said(permuted) == said(drawn)


@given(argument_maps(), st.data())
def test_the_order_of_files(argument_map: ArgumentMap, data: st.DataObject) -> None:
    files = [read_text(name, None, text) for name, text in write_map(argument_map).items()]
    loaded = assemble(files)
    turned = assemble(data.draw(st.permutations(files)))
    assert said(turned.map) == said(loaded.map)
    assert turned.diagnostics == loaded.diagnostics


def aims(*written: object) -> Rebuttal:
    return Rebuttal.model_validate({"id": "r", "text": "No.", "attacks": list(written)})


def test_what_makes_an_attack_is_said_in_one_place() -> None:
    rebuttal = aims(
        "a",
        {"target": "a"},
        {"target": "a", "kind": "rebut"},
        {"target": "a", "kind": "undermine"},
        {"target": "a", "id": "two"},
        {"target": "a", "with": ["p", "q"]},
        {"target": "a", "with": ["q", "p"]},
        {"target": "a", "scheme": "analogy"},
        {"target": "a", "origin": "elsewhere#3"},
    )
    kept = [rebuttal.aims.index(aim) for aim in rebuttal.distinct_aims]
    assert kept == [0, 3, 4, 5, 7]
