"""What is left of a damaged map is a sound map, and everything that was cut is told."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import Loaded, assemble
from argmap.files.map_text.write_map import write_document
from argmap.files.records.read_text import read_text
from argmap.queries.remainder import remainder_of
from tests.maps import argument_maps


def read(text: str) -> Loaded:
    return assemble([read_text("map.yaml", None, text)])


@given(argument_maps(), st.data())
def test_what_is_left_reads_without_errors(argument_map: ArgumentMap, data: st.DataObject) -> None:
    text = write_document(argument_map)
    ids = [*argument_map.statements, *argument_map.inferences, *argument_map.people]
    assume(ids)
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(ids))
        spots = [match.end() for match in re.finditer(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", text)]
        if spots:
            spot = data.draw(st.sampled_from(spots))
            text = f"{text[:spot]}x{text[spot:]}"
    loaded = read(text)
    left = remainder_of(loaded)
    again = read(write_document(left.map))
    assert not [error for error in again.errors if error.code in {"R301", "R304"}]
    assert set(left.map.statements) | set(left.left_out) == set(loaded.map.statements)
    assert set(left.doubtful) <= set(left.map.statements)
    assert not set(left.left_out) & set(left.map.claims)


def test_of_a_sound_map_nothing_is_left_out() -> None:
    loaded = read(
        "claims:\n  - {id: a, text: A., because: [b]}\n  - {id: b, text: B.}\n"
        "rebuttals:\n  - {id: c, attacks: a/1, kind: undercut, text: C.}\n  - {id: d, attacks: c, text: D.}\n"
    )
    left = remainder_of(loaded)
    assert (left.map, left.left_out, left.doubtful) == (loaded.map, (), ())


def test_what_hangs_on_a_lost_target_goes_however_long_the_chain_is() -> None:
    chain = "".join(f"  - {{id: r{n}, attacks: r{n - 1}, text: R.}}\n" for n in range(1, 60))
    loaded = read(
        f"claims: [{{id: a, text: A.}}]\nrebuttals:\n  - {{id: r0, attacks: aa, text: R.}}\n{chain}"
    )
    left = remainder_of(loaded)
    assert list(left.map.statements) == ["a"]
    assert left.left_out == tuple(f"r{n}" for n in range(60))
    assert left.doubtful == ("a",)


def test_one_lost_aim_of_several_leaves_the_others() -> None:
    left = remainder_of(
        read(
            "claims: [{id: a, text: A.}, {id: bird, text: B.}]\n"
            "rebuttals:\n  - {id: c, attacks: [a, birt], text: C.}\n"
            "  - {id: d, attacks: {target: a, with: [x]}, text: D.}\n"
        )
    )
    assert [aim.target for aim in left.map.rebuttals["c"].aims] == ["a"]
    assert left.left_out == ("d",)
    assert set(left.doubtful) == {"a", "bird", "c"}
