"""What is told to be different is different, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.changes.compare import Changes, compare
from argmap.queries.changes.debate import Debt
from argmap.queries.changes.records import FieldChange
from argmap.queries.changes.turns import Turn
from argmap.references import NewNames, renamed
from argmap.semantics.status import Status
from tests.maps import argument_maps

BASE = """
people:
  ada: {name: Ada}
  boris: {name: Boris}
sources:
  minutes: {title: Minutes, date: 2020}
claims:
  - {id: close, by: ada, text: Close the street to cars., tags: [street], because: [air, [safe, calm]]}
  - {id: air, by: ada, text: The air will be cleaner., source: minutes}
  - {id: safe, by: ada, text: Children will be safe.}
  - {id: calm, by: ada, text: Drivers are calm.}
rebuttals:
  - {id: detour, by: boris, attacks: close/2, kind: undercut, text: Cars will take the next street.}
  - {id: wind, by: boris, attacks: air, text: The wind carries it in.}
  - {id: calm-wind, by: ada, attacks: wind, text: There is no wind.}
"""


def read(text: str) -> ArgumentMap:
    records = argmap.read_text("map.yaml", None, text)
    loaded = argmap.assemble([records])
    assert not loaded.errors, loaded.errors
    return loaded.map


def change(*replacements: tuple[str, str], base: str = BASE) -> Changes:
    text = base
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return compare(read(base), read(text))


@given(argument_maps())
def test_a_map_has_not_changed_against_itself(argument_map: ArgumentMap) -> None:
    changes = compare(argument_map, _copied(argument_map))
    assert not changes
    assert not changes.debate
    assert not changes.statuses


def _copied(argument_map: ArgumentMap) -> ArgumentMap:
    return ArgumentMap(
        info=argument_map.info.model_copy(),
        people={key: one.model_copy(deep=True) for key, one in argument_map.people.items()},
        sources={key: one.model_copy(deep=True) for key, one in argument_map.sources.items()},
        claims={key: one.model_copy(deep=True) for key, one in argument_map.claims.items()},
        rebuttals={key: one.model_copy(deep=True) for key, one in argument_map.rebuttals.items()},
    )


@given(argument_maps(), st.data())
def test_nothing_is_lost_between_two_maps(old: ArgumentMap, data: st.DataObject) -> None:
    new = data.draw(argument_maps())
    changes = compare(old, new)
    found = changes.statements
    kept = {changes.matches.statements.get(key, key) for key in old.statements if key not in found.removed}
    assert kept | set(found.added) == set(new.statements)
    assert not kept & set(found.added)
    assert set(changes.statuses) <= kept
    for debt in changes.debate.owed:
        assert debt.challenge in new.rebuttals


def test_new_names_are_told_as_new_names_and_as_nothing_else() -> None:
    old = read(BASE)
    names = NewNames(
        {"ada": "lovelace"}, {"minutes": "record"}, {"close": "shut", "wind": "gale"}, {"street": "road"}
    )
    new = ArgumentMap(
        people={names.people.get(key, key): renamed(one, names) for key, one in old.people.items()},
        sources={names.sources.get(key, key): renamed(one, names) for key, one in old.sources.items()},
        claims={names.node(key): renamed(one, names) for key, one in old.claims.items()},
        rebuttals={names.node(key): renamed(one, names) for key, one in old.rebuttals.items()},
    )
    changes = compare(old, new)
    assert changes.statements.renamed == {"close": "shut", "wind": "gale"}
    assert (changes.people.renamed, changes.sources.renamed) == ({"ada": "lovelace"}, {"minutes": "record"})
    assert changes.matches.tags == {"street": "road"}
    assert not changes.statements.changed
    assert not (changes.statements.added + changes.statements.removed)
    assert not changes.debate
    assert not changes.statuses


@pytest.mark.parametrize(
    ("old", "new", "turn", "key"),
    [
        (
            "text: There is no wind.}",
            "text: There is no wind.}\n  - {id: yes, by: boris, attacks: calm-wind, text: Yes.}",
            Turn.REOPENED,
            "wind",
        ),
        (
            "  - {id: calm-wind, by: ada, attacks: wind, text: There is no wind.}\n",
            "",
            Turn.NEWLY_OPEN,
            "wind",
        ),
        ("text: Cars will", "conceded: minutes, text: Cars will", Turn.CONCEDED, "detour"),
        ("text: Cars will", "withdrawn: minutes, text: Cars will", Turn.WITHDRAWN, "detour"),
        (
            "text: Cars will",
            "answered-elsewhere: minutes, text: Cars will",
            Turn.ANSWERED_ELSEWHERE,
            "detour",
        ),
        (
            "text: There is no wind.}",
            "text: There is no wind.}\n  - {id: no, by: ada, attacks: detour, text: No.}",
            Turn.NEWLY_ANSWERED,
            "detour",
        ),
        (
            "text: There is no wind.}",
            "text: There is no wind.}\n  - {id: no, by: ada, attacks: safe, text: No.}",
            Turn.NEWLY_CHALLENGED,
            "safe",
        ),
        ("attacks: air,", "attacks: safe,", Turn.NO_LONGER_CHALLENGED, "air"),
    ],
)  # fmt: skip — a case a line
def test_turns_of_the_debate(old: str, new: str, turn: Turn, key: str) -> None:
    assert key in change((old, new)).debate.turns[turn]


def test_a_challenge_that_comes_with_its_answer_was_never_open() -> None:
    both = (
        "text: There is no wind.}\n  - {id: q, by: boris, attacks: safe, text: Q.}"
        "\n  - {id: a, by: ada, attacks: q, text: A.}"
    )
    changes = change(("text: There is no wind.}", both))
    assert not changes.debate.turns[Turn.NEWLY_OPEN]
    assert not changes.debate.turns[Turn.NEWLY_ANSWERED]


def test_debts_and_statuses() -> None:
    changes = change(("  - {id: calm-wind, by: ada, attacks: wind, text: There is no wind.}\n", ""))
    assert changes.debate.owed == (Debt("ada", "wind"),)
    assert changes.statuses["air"] == (Status.IN, Status.OUT)
    back = compare(changes.new, changes.old)
    assert back.debate.settled == (Debt("ada", "wind"),)


def test_a_reworded_statement_keeps_its_id() -> None:
    found = change(("The air will be cleaner.", "The air will be much cleaner.")).statements
    assert found.changed["air"].fields == (
        FieldChange("text", "The air will be cleaner.", "The air will be much cleaner."),
    )
    assert not (found.added + found.removed)
    assert not found.renamed


def test_a_statement_that_is_reworded_and_renamed_is_found() -> None:
    found = change(
        ("id: detour", "id: cars"),
        ("Cars will take the next street.", "Cars will take the very next street."),
    ).statements
    assert found.renamed == {"detour": "cars"}
    assert [one.field for one in found.changed["cars"].fields] == ["text"]


def test_another_statement_under_another_id_is_another_statement() -> None:
    found = change(
        ("{id: calm, by: ada, text: Drivers are calm.}", "{id: rage, by: ada, text: Nobody hurries.}"),
        ("[safe, calm]", "[safe, rage]"),
    ).statements
    assert (found.added, found.removed) == (("rage",), ("calm",))


def test_a_reason_before_others_does_not_move_the_attack_on_them() -> None:
    changes = change(
        ("because: [air, [safe, calm]]", "because: [calm, air, [safe, calm]]"), ("close/2", "close/3")
    )
    assert list(changes.statements.changed) == ["close"]
    (turnover,) = changes.statements.changed["close"].reasons
    assert turnover.old is None


def test_an_attack_that_hits_another_step_under_the_same_name_is_told() -> None:
    changes = change(("because: [air, [safe, calm]]", "because: [[safe, calm], air]"))
    assert not changes.statements.changed["detour"].fields
    (turnover,) = [one for one in changes.statements.changed["detour"].attacks if one.new is not None]
    assert turnover.new is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claims:", "# a comment\nclaims:"),
        ("[air, [safe, calm]]", "[air, [calm, safe]]"),
        ("tags: [street]", "tags: street"),
    ],
)
def test_comments_order_and_style_are_no_change(old: str, new: str) -> None:
    assert not change((old, new))


def test_a_claim_that_became_a_rebuttal_is_told() -> None:
    old = "  - {id: calm, by: ada, text: Drivers are calm.}\n"
    changes = change(
        (old, ""),
        ("rebuttals:\n", "rebuttals:\n  - {id: calm, by: ada, text: Drivers are calm., attacks: wind}\n"),
    )
    assert changes.statements.changed["calm"].fields[0] == FieldChange("type", "claim", "rebuttal")
