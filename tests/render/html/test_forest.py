from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given

from argmap.argument_map import ArgumentMap
from argmap.render.html.forest import Branch, grow
from tests.maps import argument_maps
from tests.sketch import sketch


def _all(trees: list[Branch]) -> Iterator[Branch]:
    for tree in trees:
        yield tree
        yield from _all(tree.branches)


def _outline(trees: list[Branch], depth: int = 0) -> list[str]:
    found = []
    for tree in trees:
        mark = " (elsewhere)" if tree.elsewhere else ""
        found.append(f"{'  ' * depth}{tree.bearing + ' ' if tree.bearing else ''}{tree.key}{mark}")
        found += _outline(tree.branches, depth + 1)
    return found


@given(argument_maps())
def test_each_statement_is_told_once(argument_map: ArgumentMap) -> None:
    trees = grow(argument_map, list(argument_map.statements))
    told = Counter(branch.key for branch in _all(trees) if not branch.elsewhere)
    assert told == Counter(list(argument_map.statements))


def test_reasons_challenges_and_replies_stand_under_what_they_bear_on() -> None:
    argument_map = sketch(
        """
        ada: a < p+q < r
        ada: p
        ada: q
        ada: r
        bob: b -> a
        bob: c -| a < p
        ada: d -? b
        """
    )
    assert _outline(grow(argument_map, list(argument_map.statements))) == [
        "a",
        "  supports, with others p",
        "  supports, with others q",
        "  supports r",
        "  rebuts b",
        "    undermines d",
        "  undercuts c",
        "    supports p (elsewhere)",
    ]


def test_theses_stand_before_what_else_their_speaker_says() -> None:
    drawn = sketch("ada: a\nada: b\nbob: c\nada: d < e\nada: e")
    claims = {
        key: claim.model_copy(update={"main": key in {"b", "d", "e"}}) for key, claim in drawn.claims.items()
    }
    trees = grow(replace(drawn, claims=claims), list(claims))
    assert _outline(trees) == ["b", "a", "c", "d", "  supports e"]


def test_circles_end() -> None:
    argument_map = sketch("ada: a < b\nada: b < a\nbob: c -> d\nbob: d -> c")
    assert _outline(grow(argument_map, list(argument_map.statements))) == [
        "a",
        "  supports b",
        "    supports a (elsewhere)",
        "c",
        "  rebuts d",
        "    rebuts c (elsewhere)",
    ]


def test_what_was_said_is_not_told_under_what_only_the_editor_sees() -> None:
    argument_map = sketch("ada: a\nbob: b -> a < p [inferred]\nbob: p")
    assert _outline(grow(argument_map, list(argument_map.statements))) == [
        "a",
        "  rebuts b",
        "    supports p (elsewhere)",
        "p",
    ]


def test_three_hundred_replies_in_a_row_nest_no_deeper_than_browsers_bear() -> None:
    thread = "\n".join(f"ada: r{n} -> {f'r{n - 1}' if n else 'a'}" for n in range(300))
    argument_map = sketch(f"ada: a\n{thread}")
    trees = grow(argument_map, list(argument_map.statements))
    assert max(line.count("  ") for line in _outline(trees)) <= 20
    assert len(trees) > 10
    assert sum(not branch.elsewhere for branch in _all(trees)) == 301


def test_a_restatement_stands_under_what_it_says_again() -> None:
    claims = sketch("ada: a\nbob: b").claims
    again = claims["b"].model_copy(update={"restates": ("a",)})
    argument_map = ArgumentMap(claims={"b": again, "a": claims["a"]})
    assert _outline(grow(argument_map, ["b", "a"])) == ["a", "  restates b"]
