"""Dialogues: complete enough to convince, never circular where something is decided."""

from hypothesis import given

from argmap.argument_map import ArgumentMap
from argmap.semantics.dialogue import Move, Role, tell
from argmap.semantics.explain import Explainer
from argmap.semantics.kinds import Semantics
from argmap.semantics.labelled import Labelled
from argmap.semantics.reading import read
from argmap.semantics.status import Status, evaluate
from tests.semantics.drawings import drawings
from tests.semantics.test_reading import WORKED
from tests.sketch import sketch


def told(text: str, key: str) -> list[str]:
    moves = tell(Labelled.grounded(read(sketch(text))), key)
    return [_line(move) for move in moves]


def _line(move: Move) -> str:
    return f"{'  ' * move.depth}{move.role} {move.id} {move.status}{' again' if move.repeated else ''}"


def test_the_worked_example_is_told_by_its_standing_reason() -> None:
    assert told(WORKED, "c") == [
        "thesis c in",
        "  reason r1c in",
        "    premise r1 in",
        "    attack u out",
        "      attack d in",
    ]


def test_without_the_defence_each_reason_has_its_fault() -> None:
    assert told(WORKED.replace("ada: d -> u", ""), "c") == [
        "thesis c out",
        "  reason r1c out",
        "    attack u in",
        "  reason r2c out",
        "    premise r2 out",
        "      attack a1 in",
    ]


def test_the_shortest_defence_is_told() -> None:
    text = "ada: a\nbob: b -> a\nada: long -> b\nbob: x -> long\nada: y -> x\nada: short -> b"
    assert told(text, "a") == ["thesis a in", "  attack b out", "    attack short in", "    besides long in"]


def test_the_other_standing_challenges_are_named() -> None:
    assert told("ada: a\nbob: b -> a\nbob: c -> a", "a") == [
        "thesis a out",
        "  attack b in",
        "  besides c in",
    ]


def test_what_is_withdrawn_ends_the_dialogue() -> None:
    assert told("ada: a < b\nada: d\nbob: b -> d [withdrawn]", "a") == [
        "thesis a out",
        "  reason a/1 out",
        "    premise b out",
    ]


def test_a_circle_is_told_once_around() -> None:
    assert told("ada: a\nbob: b -> a,c\nada: c -> b", "a") == [
        "thesis a undecided",
        "  attack b undecided",
        "    attack c undecided",
        "      attack b undecided again",
    ]
    assert told("ada: a < b\nada: b < a", "a") == [
        "thesis a undecided",
        "  reason a/1 undecided",
        "    premise b undecided",
        "      reason b/1 undecided",
        "        premise a undecided again",
    ]


def test_partners_and_denials_are_told() -> None:
    drawn = sketch("ada: a\nada: p\nbob: q -> p\nada: u -| r\nbob: r -> a")
    aim = drawn.rebuttals["r"].aims[0].model_copy(update={"jointly": ("p",)})
    joint = drawn.rebuttals["r"].model_copy(update={"aims": (aim,)})
    whole = ArgumentMap(claims=drawn.claims, rebuttals={**drawn.rebuttals, "r": joint})
    lines = [_line(move) for move in tell(Labelled.grounded(read(whole)), "a")]
    assert lines == ["thesis a in", "  attack r in", "    attack u in"]
    rest = {key: one for key, one in whole.rebuttals.items() if key != "u"}
    lines = [
        _line(move)
        for move in tell(Labelled.grounded(read(ArgumentMap(claims=whole.claims, rebuttals=rest))), "a")
    ]
    assert lines == ["thesis a in", "  attack r in", "    partner p out", "      attack q in"]


def test_a_long_thread_is_told_without_recursion() -> None:
    thread = "\n".join(f"bob: r{number} -> r{number - 1}" for number in range(1, 3001))
    assert len(told(f"ada: r0\n{thread}", "r0")) == 3001


@given(drawings())
def test_every_attack_on_what_is_in_is_met(drawn: ArgumentMap) -> None:
    labelled = Labelled.grounded(read(drawn))
    framework, index = labelled.reading.framework, labelled.reading.index
    for key in labelled.reading.participants.statements:
        moves = tell(labelled, key)
        for number, move in enumerate(moves):
            answers = [other for other in moves if other.parent == number]
            assert move.parent is None or move.parent < number
            assert move.status is labelled.status(move.id)
            if move.repeated or move.role is Role.BESIDES or move.id in labelled.reading.fallen:
                continue
            if move.status is Status.IN and move.attack is None:
                assert len(answers) >= len(set(framework.attackers[index[move.id]]))
            if move.status is Status.OUT:
                assert answers


@given(drawings())
def test_a_decided_dialogue_gets_ever_shorter(drawn: ArgumentMap) -> None:
    """Ranks fall along every line: a strategy of the grounded game wins in finitely many moves."""
    labelled = Labelled.grounded(read(drawn))
    index = labelled.reading.index
    for key in labelled.reading.participants.statements:
        moves = tell(labelled, key)
        for move in moves:
            if move.parent is None or move.id not in index:
                continue
            parent = moves[move.parent]
            plain = parent.attack is None and move.attack is None
            if plain and parent.id in index and move.status is not Status.UNDECIDED:
                assert labelled.ranks[index[move.id]] < labelled.ranks[index[parent.id]]


@given(drawings())
def test_what_extensions_decide_has_a_witness(drawn: ArgumentMap) -> None:
    reading = read(drawn)
    for semantics in (Semantics.GROUNDED, Semantics.PREFERRED, Semantics.STAGE):
        evaluation = evaluate(reading, semantics)
        explainer = Explainer(evaluation)
        for key, status in evaluation.statuses.items():
            found = explainer.explain(key)
            if found.witness is not None:
                assert key in found.witness.members
            if found.counter is not None:
                assert key not in found.counter.members
            if status is Status.IN and semantics is Semantics.STAGE and key not in reading.fallen:
                assert found.witness is not None
                assert found.counter is None
