"""Kialo's text: trees of claims with links, in and out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats import kialo
from argmap.formats.base import FormatError, Imported
from argmap.formats.registry import guess_format
from argmap.model import Claim, Rebuttal, Source
from tests.examples import examples
from tests.maps import words

DISCUSSION = """\
Discussion Title: Should we \\(really\\) go?

1. We should go.
1.1. Pro: It is fun, see [the guide](https://example.org/go_(fast)). [1]
It goes on

after a blank line.
1.1.1. Con: -> See 2.1.
1.2. Con: It costs \\[much\\].
2. We should stay.
2.1. Pro: It rains.
2. no claim, but a list
2.1.1. Con: -> See 1.2.
1.3. Con: -> See 2.

Sources:
[1] The guide, https://example.org/go
[2] Another
"""


def read(text: str) -> Imported:
    return kialo.read(text.encode(), "talk.txt")


def relations(argument_map: ArgumentMap) -> dict[str, Any]:
    def text(name: str) -> str:
        statement = argument_map.statements[name]
        return " ".join((statement.text or statement.title or "").split())

    return {
        "claims": sorted(text(name) for name in argument_map.statements),
        "pro": sorted(
            (text(premise), text(step.conclusion))
            for step in argument_map.inferences.values()
            for premise in step.premises
        ),
        "con": sorted((text(each.rebuttal), text(each.target)) for each in argument_map.attacks),
    }


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(FormatError) as error:
        read(text)
    return [(each.location.line, each.message) for each in error.value.diagnostics]


def test_claims_links_theses_and_sources() -> None:
    found = read(DISCUSSION)
    fun = "It is fun, see the guide (https://example.org/go_(fast)). It goes on after a blank line."
    rain = "It rains. 2. no claim, but a list"
    assert found.map.info.title == "Should we (really) go?"
    assert relations(found.map) == {
        "claims": sorted(["We should go.", fun, "It costs [much].", "We should stay.", rain]),
        "pro": sorted([(fun, "We should go."), (rain, "We should stay.")]),
        "con": sorted(
            [
                (rain, fun),
                ("It costs [much].", "We should go."),
                ("It costs [much].", rain),
                ("We should stay.", "We should go."),
            ]
        ),
    }
    assert {key: work.url for key, work in found.map.sources.items()} == {
        "the-guide": "https://example.org/go",
        "another": None,
    }
    assert [str(each.source) for each in found.map.claims.values() if each.source] == ["the-guide"]
    assert found.losses == ()


def test_what_came_in_goes_out() -> None:
    found = read(DISCUSSION).map
    again = read(str(kialo.write(found).text)).map
    assert relations(again) == relations(found)
    assert again.info == found.info


def test_ids_tell_the_place() -> None:
    places = [str(each.origin) for each in read(DISCUSSION).map.statements.values()]
    assert sorted(places) == [f"talk.txt#{number}" for number in ("1.", "1.1.", "1.2.", "2.", "2.1.")]


def test_a_claim_without_stance_below_another_keeps_its_text_and_loses_its_place() -> None:
    found = read("1. What to do?\n1.1. This.\n1.2. That.\n1.2.1. Pro: Good.\n")
    assert relations(found.map)["pro"] == [("Good.", "That.")]
    assert [(loss.what, loss.where) for loss in found.losses] == [
        ("place in the tree", "1.1."),
        ("place in the tree", "1.2."),
    ]


def test_every_fault_is_told() -> None:
    assert faults("") == [(1, "there is no claim")]
    assert faults("Hello\n\n1. A\n") == [(1, "text before the first claim")]
    assert faults("1. A\n1.2.1. Pro: B\n1.1. Con: C\n1.1. Con: D\n1.3. Pro: -> See 9.\n2. Pro: E\n") == [
        (2, "there is no claim 1.2. above"),
        (4, "there is a claim 1.1. already"),
        (6, "a thesis is neither Pro nor Con"),
        (5, "there is no claim 9. to see"),
    ]
    assert faults("1. A\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.\n")[0] == (
        2,
        "the link leads back to itself",
    )


def test_losses_of_an_export_are_told() -> None:
    argument_map = ArgumentMap(
        sources={"w": Source(title="W", url="http://w.w"), "v": Source(title="V")},
        claims={
            "a": Claim.model_validate({"id": "a", "title": "A", "text": "Text of a", "source": "w, p. 3"}),
            "b": Claim(id="b", text="B"),
            "c": Claim.model_validate(
                {"id": "c", "text": "C", "because": [{"id": "s", "premises": ["a", "b"], "scheme": "x"}]}
            ),
        },
        rebuttals={
            "r": Rebuttal.model_validate(
                {"id": "r", "text": "R", "attacks": ["s"], "kind": "undercut", "tags": ["t"]}
            )
        },
    )
    exported = kialo.write(argument_map)
    assert exported.text == (
        "1. C\n1.1. Pro: Text of a [1]\n1.2. Pro: B\n2. R\n\nSources:\n[1] W http://w.w\n"
    )
    assert sorted((loss.what, loss.where) for loss in exported.losses) == [
        ("linked premises", "s"),
        ("locator of a statement", "a"),
        ("scheme of an inference", "s"),
        ("source", "v"),
        ("tags of a statement", "r"),
        ("title of a statement", "a"),
        ("undercut", "r on s"),
    ]


@st.composite
def trees(draw: st.DrawFn) -> ArgumentMap:
    """Maps of what Kialo can say, cycles included."""
    texts = draw(st.lists(words, min_size=1, max_size=6, unique_by=lambda text: " ".join(text.split())))
    names = [f"s{number}" for number in range(len(texts))]
    pairs = st.sets(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=6)
    pro, con = draw(pairs), draw(pairs)
    statements: dict[str, Any] = {
        name: {
            "id": name,
            "text": text,
            "because": [premise for premise, conclusion in sorted(pro) if conclusion == name],
            "attacks": [target for attacker, target in sorted(con) if attacker == name],
        }
        for name, text in zip(names, texts, strict=True)
    }
    claims = {
        name: Claim.model_validate({key: value for key, value in each.items() if key != "attacks"})
        for name, each in statements.items()
        if not each["attacks"]
    }
    rebuttals = {name: Rebuttal.model_validate(each) for name, each in statements.items() if each["attacks"]}
    return ArgumentMap(claims=claims, rebuttals=rebuttals)


@settings(max_examples=examples(150), deadline=None)
@given(trees())
def test_what_kialo_can_say_comes_back(argument_map: ArgumentMap) -> None:
    exported = kialo.write(argument_map)
    assert exported.losses == ()
    back = relations(read(str(exported.text)).map)
    assert back == relations(argument_map)


def test_deep_and_endless_texts_do_no_harm() -> None:
    deep = "1. A\n" + "".join("1." * depth + " Pro: x\n" for depth in range(2, 800))
    assert len(read(deep).map.inferences) == 798
    for piece in ("[", "[a](", "\\(", "Sources:\n", "1. "):
        assert len(read("1. A" + piece * 20_000).map.statements) == 1
    chain = "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, 3000))
    assert len(read(f"1. A\n{chain}1.3000. Pro: end\n").map.claims) == 2


def test_a_file_is_recognised() -> None:
    for head in (b"Discussion Title: X\n\n1. A\n", b"1. A\n1.1. Con: B\n"):
        found = guess_format("talk.txt", head)
        assert found is not None
        assert found.name == "kialo"
