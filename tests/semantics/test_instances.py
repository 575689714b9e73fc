"""Instances of the argumentation competition, with answers on which independent solvers agree."""

import json
from functools import cache
from pathlib import Path

import pytest

from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Problem, Semantics
from argmap.semantics.labels import Extension
from argmap.semantics.notation import iccma
from argmap.semantics.reasoning import credulous, skeptical, some_extension

FOLDER = Path(__file__).parents[3] / "shared" / "af"
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8")) if FOLDER.exists() else {}
CASES = [(name, task) for name, instance in EXPECTED.items() for task in instance["tasks"]]


@cache
def instance(name: str) -> Framework:
    path = FOLDER / f"{name}.af"
    return iccma.read(path.read_bytes(), path.name)


def assert_sound(framework: Framework, semantics: Semantics, extension: Extension) -> None:
    """Check what can be checked fast: no conflict, and defence or an attack on all outside."""
    attacked = {target for member in extension for target in framework.targets[member]}
    assert not extension & attacked
    if semantics is Semantics.STABLE:
        assert len(extension) + len(attacked) == framework.size
    elif semantics is not Semantics.STAGE:
        assert all(attacked.issuperset(framework.attackers[member]) for member in extension)


@pytest.mark.skipif(not CASES, reason="the competition instances are not here")
@pytest.mark.parametrize(("name", "task"), CASES)
def test_the_answer_is_the_agreed_one(name: str, task: str) -> None:
    expected = EXPECTED[name]["tasks"][task]
    framework = instance(name)
    code, _, query = task.partition(" -a ")
    problem, semantics = Problem(code[:2]), Semantics(code[3:])
    if problem is Problem.SOME:
        witness = some_extension(framework, semantics)
        answer = "NO" if witness is None else f"|{len(witness)}|"
        assert expected["answers"] == [answer] or ("exists" in expected["answers"] and witness is not None)
        members = [argument + 1 for argument in sorted(witness or ())]
        assert members == expected.get("extension", members)
    else:
        decide = credulous if problem is Problem.CREDULOUS else skeptical
        verdict = decide(framework, semantics, int(query) - 1)
        witness = verdict.witness
        assert expected["answers"] == ["YES" if verdict.accepted else "NO"]
        assert witness is None or (int(query) - 1 in witness) is verdict.accepted
    if witness is not None:
        assert_sound(framework, semantics, witness)
