"""A call answers what the command of that name prints, word for word."""

import json
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest

import argmap
from argmap import ArgumentMap, api
from argmap.api.answer import Answer
from argmap.api.strength import GradualName
from argmap.api.weighing import SemanticsName
from argmap.cli.registry import COMMANDS
from argmap.semantics.influence import Gradual
from argmap.semantics.status import SEMANTICS
from tests.conftest import REPOSITORY
from tests.running import run_command

Call = Callable[[ArgumentMap], Answer]

ANSWERS: dict[str, Call] = {
    "unanswered": argmap.unanswered,
    "unanswered --bucket answered --bucket re-opened": lambda one: argmap.unanswered(
        one, bucket=["answered", argmap.Bucket.REOPENED]
    ),
    "unanswered --owed-by ada --owed-by panel": lambda one: argmap.unanswered(one, owed_by=["ada", "panel"]),
    "unanswered --by boris --include-inferred": lambda one: argmap.unanswered(
        one, by="boris", include_inferred=True
    ),
    "dropped": argmap.dropped,
    "dropped --by ada --include-inferred": lambda one: argmap.dropped(one, by="ada", include_inferred=True),
    "show ada": lambda one: argmap.show(one, "ada"),
    "show ada boris --style apa": lambda one: argmap.show(one, "ada", "boris", style="apa"),
    "show a": lambda one: argmap.show(one, "a"),
    "search traffic": lambda one: argmap.search(one, "traffic"),
    "search nothing of the kind": lambda one: argmap.search(one, "nothing", "of", "the", "kind"),
    "list": argmap.statements,
    "list --type rebuttal --by boris": lambda one: argmap.statements(one, type="rebuttal", by="boris"),
    "list --main": lambda one: argmap.statements(one, main=True),
    "status": argmap.status,
    "status ada --semantics preferred --accept credulous": lambda one: argmap.status(
        one, "ada", semantics="preferred", accept="credulous"
    ),
    "status --all-extensions --semantics complete": lambda one: argmap.status(
        one, semantics="complete", all_extensions=True
    ),
    "status --compare": lambda one: argmap.status(one, compare=True),
    "status --without boris --assume ada": lambda one: argmap.status(one, without="boris", assume=["ada"]),
    "why close": lambda one: argmap.why(one, "close"),
    "why ada boris": lambda one: argmap.why(one, "ada", "boris"),
    "why close --semantics preferred --without boris": lambda one: argmap.why(
        one, "close", semantics="preferred", without="boris"
    ),
    "path boris ada": lambda one: argmap.path(one, "boris", "ada"),
    "tree": argmap.tree,
    "tree close --include-inferred": lambda one: argmap.tree(one, "close", include_inferred=True),
    "stats": argmap.stats,
    "strength": argmap.strength,
    "strength ada --semantics df-quad --base 0.7 --include-inferred": lambda one: argmap.strength(
        one, "ada", semantics="df-quad", base=0.7, include_inferred=True
    ),
}

MANUAL: dict[str, Callable[[], Answer]] = {
    "explain": argmap.explain,
    "explain S": lambda: argmap.explain("S"),
    "explain self-attack G401": lambda: argmap.explain("self-attack", "G401"),
}

_CALLED = {"list": "statements", "import": "read", "export": "write"}
_ASK_NOTHING = frozenset(
    [
        *("add", "edit", "fmt", "index", "init", "merge", "mv", "rename", "review", "rm", "set"),
        *("completion", "lsp", "mcp", "schema", "serve", "solve", "watch"),
    ]
)
"""Commands that change files, or do not ask a map anything."""


def said(command: str, *more: str) -> str:
    """Give what a command prints, and then what it says beside it."""
    outcome = run_command([*command.split(), *more])
    return (outcome.stdout + outcome.stderr.replace("argmap: ", "")).removesuffix("\n")


@pytest.mark.parametrize("command", ANSWERS)
def test_a_call_says_what_the_command_says(command: str, debate: Path) -> None:
    assert str(ANSWERS[command](argmap.load(debate))) == said(command, "--map", debate.name)


@pytest.mark.parametrize("command", ANSWERS)
def test_a_document_is_what_the_command_prints_as_json(command: str, debate: Path) -> None:
    printed = run_command([*command.split(), "--json", "--map", debate.name]).stdout
    document = ANSWERS[command](argmap.load(debate)).document()
    assert json.loads(json.dumps(document)) == json.loads(printed)


@pytest.mark.parametrize("command", MANUAL)
def test_the_document_of_a_rule_is_what_the_command_prints(command: str) -> None:
    printed = run_command([*command.split(), "--json"]).stdout
    assert json.loads(json.dumps(MANUAL[command]().document())) == json.loads(printed)


@pytest.mark.parametrize("command", MANUAL)
def test_a_rule_is_explained_as_by_the_command(command: str) -> None:
    assert str(MANUAL[command]()) == said(command)


@pytest.mark.parametrize("command", ["unanswered", "show istomin", "status --include-inferred", "tree"])
def test_on_the_sample_map_as_well(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    sample = argmap.load("data")
    calls: dict[str, Call] = {
        "unanswered": argmap.unanswered,
        "show istomin": lambda one: argmap.show(one, "istomin"),
        "status --include-inferred": lambda one: argmap.status(one, include_inferred=True),
        "tree": argmap.tree,
    }
    assert str(calls[command](sample)) == said(command, "--map", "data")


def test_every_answer_has_a_document() -> None:
    names = [name for _, name, _ in pkgutil.iter_modules(api.__path__, "argmap.api.")]
    classes = {
        one
        for name in names
        for one in vars(import_module(name)).values()
        if isinstance(one, type) and issubclass(one, Answer) and one is not Answer
    }
    assert {one.__name__ for one in classes if "_document" not in vars(one)} == set()


def test_every_command_that_answers_has_a_call() -> None:
    called = {_CALLED.get(name, name) for name in COMMANDS if name not in _ASK_NOTHING}
    assert called <= set(argmap.__all__)


def test_an_option_that_is_a_word_is_one_of_those_that_there_are() -> None:
    assert get_args(SemanticsName) == tuple(SEMANTICS)
    assert get_args(GradualName) == tuple(Gradual)


def test_a_diff_says_what_the_command_says(debate: Path) -> None:
    other = debate.with_name("other.yaml")
    other.write_text(debate.read_text("utf-8").replace("Close", "Shut"), encoding="utf-8")
    found = argmap.diff(argmap.load(debate), argmap.load(other), names=("debate.yaml", "other.yaml"))
    assert found
    assert str(found) == said("diff debate.yaml other.yaml")
    assert "~~" in found.markdown()
    printed = run_command(["diff", "debate.yaml", "other.yaml", "--json"]).stdout
    assert json.loads(json.dumps(found.document())) == json.loads(printed)
    assert "~ reworded" in found.render("svg", depth=0).data.decode()
    assert not argmap.diff(argmap.load(debate), argmap.load(debate))


REFUSED: dict[str, tuple[Callable[[ArgumentMap], Any], type[Exception], str]] = {
    "a name": (lambda one: argmap.show(one, "borris"), argmap.NoMatchError, "Did you mean `boris`?"),
    "a person": (
        lambda one: argmap.unanswered(one, owed_by="nobody-here"),
        argmap.NoMatchError,
        "`argmap list` names the statements",
    ),
    "a bucket": (
        lambda one: argmap.unanswered(one, bucket="opn"),
        ValueError,
        "there is no bucket `opn`; did you mean `open`?",
    ),
    "a type": (
        lambda one: argmap.statements(one, type="thesis"),  # type: ignore[arg-type]
        ValueError,
        "there is no type `thesis`; it is claim or rebuttal",
    ),
    "a semantics": (
        lambda one: argmap.why(one, "close", semantics="prefered"),  # type: ignore[arg-type]
        ValueError,
        "did you mean `preferred`?",
    ),
    "terms": (
        lambda one: argmap.status(one, without="close", assume="close"),
        argmap.ContradictoryTermsError,
        "`ada-close` cannot be set aside and assumed at once.",
    ),
    "a base": (lambda one: argmap.strength(one, base=2), ValueError, "between 0 and 1"),
    "an argument": (
        lambda one: argmap.tree(one, bye="ada"),  # type: ignore[call-arg]
        TypeError,
        "'bye'",
    ),
    "a rule": (
        lambda _: argmap.explain("self-atack"),
        argmap.UnknownRuleError,
        "did you mean `self-attack`?",
    ),
    "a style": (
        lambda one: argmap.show(one, "ada", style="apaa"),
        argmap.CslError,
        "no style called apaa",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_means_nothing_is_refused_in_the_words_of_the_command(what: str, debate: Path) -> None:
    call, kind, words = REFUSED[what]
    with pytest.raises(kind) as caught:
        call(argmap.load(debate))
    assert words in str(caught.value)


def test_a_name_is_refused_in_just_the_words_of_the_command(debate: Path) -> None:
    with pytest.raises(argmap.NoMatchError) as caught:
        argmap.why(argmap.load(debate), "borris")
    assert str(caught.value) == said("why borris", "--map", debate.name)


def test_results_are_typed(debate: Path) -> None:
    one = argmap.load(debate)
    assert set(argmap.unanswered(one).members) == set(argmap.Bucket)
    assert set(argmap.status(one).statuses.values()) <= set(argmap.Status)
    assert argmap.status(one, without="boris").changes
    assert not argmap.status(one).changes
    assert all(0 <= (value or 0) <= 1 for value in argmap.strength(one).strengths.values())
    assert [match.id for match in argmap.show(one, "ada").matches] == ["ada"]
    assert [each.id for each in argmap.statements(one, by="ada")] == list(
        argmap.statements(one, by="ada").ids
    )
    assert argmap.tree(one).roots
    chain = argmap.path(one, "boris", "ada").chain
    assert chain is not None
    assert chain.nodes
    assert argmap.search(one, "traffic").query == "traffic"


def test_a_comparison_says_what_the_command_says(debate: Path) -> None:
    other = debate.with_name("other.yaml")
    other.write_text(debate.read_text("utf-8").replace("kind: undermine", "kind: rebut"), encoding="utf-8")
    key = argmap.load(debate)
    found = argmap.compare(key, argmap.load(other), names=("debate.yaml", "other.yaml"))
    assert str(found) == said("compare debate.yaml other.yaml")
    printed = run_command(["compare", "debate.yaml", "other.yaml", "--json"]).stdout
    assert json.loads(json.dumps(found.document())) == json.loads(printed)
    run_command(["compare", "debate.yaml", "other.yaml", "--markdown", "feedback"])
    assert (debate.parent / "feedback" / "other.md").read_text("utf-8") == found.markdown()
    assert not argmap.compare(key, key).faults
    assert argmap.compare(key, key, align={"ada-close": None}).alignment.missing == ("ada-close",)
    with pytest.raises(ValueError, match="there is no statement `nothing`"):
        argmap.compare(key, key, align={"ada-close": "nothing"})
    with pytest.raises(ValueError, match="stands for two"):
        argmap.compare(key, key, align={"ada-close": "ada-close", "boris-buses": "ada-close"})


def test_agreement_is_told_as_by_the_command(debate: Path) -> None:
    other = debate.with_name("other.yaml")
    other.write_text(debate.read_text("utf-8").replace("kind: undermine", "kind: rebut"), encoding="utf-8")
    found = argmap.agree(argmap.load(debate), argmap.load(other), names=("debate.yaml", "other.yaml"))
    assert str(found) == said("agree debate.yaml other.yaml")
    printed = run_command(["agree", "debate.yaml", "other.yaml", "--json"]).stdout
    assert json.loads(json.dumps(found.document())) == json.loads(printed)
    assert {one.ratings for one in found.differences} == {("undermine", "rebut")}
    assert found.respects["kinds"].agreed < found.respects["kinds"].units
    assert found.pairs[0].shared == 1
