"""Text that looks like markup, in any field, stays text in every output."""

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.running import Outcome, run_command

EXAMPLES: Final = int(os.environ.get("ARGMAP_FUZZ", "10"))
TOKENS: Final = (
    *(
        "[bold red]",
        "[/]",
        "[link=http://e.org]x[/link]",
        ":smile:",
        "<b>",
        "</b>",
        "<script>boom()</script>",
    ),
    *(
        "</svg>",
        "<!--",
        "-->",
        "]]>",
        "&amp;",
        "&#0;",
        "&",
        "<TABLE>",
        "</TD>",
        "<BR/>",
        '"',
        "'",
        "\\",
        "\\n",
    ),
    *(
        "{",
        "}",
        "|",
        "->",
        "--",
        "; a -> b [color=red]",
        "/*",
        "%%{init: {}}%%",
        "end",
        "subgraph x",
        "click a",
    ),
    *(
        "$$x$$",
        "`code`",
        "#quot;",
        "javascript:boom()",
        "\u202e",
        "\u2066",
        "e\u0301",
        "日本語",
        "👩\u200d👧",
        "%s",
    ),
)
STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LONG: Final = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

words = st.lists(
    st.one_of(st.sampled_from(TOKENS), st.text("ab <&", min_size=1, max_size=5)), min_size=1, max_size=5
)
texts = words.map(" ".join).filter(str.strip)


@st.composite
def hostile_maps(draw: st.DrawFn) -> dict[str, object]:
    def statement(name: str) -> dict[str, object]:
        fields = {key: draw(texts) for key in ("title", "text", "quote", "note")}
        return {
            "id": name,
            "by": "ada",
            "source": {"work": "w", "locator": draw(texts)},
            "tags": [draw(texts)],
            **fields,
        }

    step = {"id": "step", "premises": ["b"], "scheme": draw(texts), "warrant": draw(texts)}
    return {
        "map": {"title": draw(texts), "description": draw(texts)},
        "people": {"ada": {"name": draw(texts), "aka": [draw(texts)], "affiliation": draw(texts)}},
        "sources": {"w": {"title": draw(texts), "date": draw(texts), "url": draw(texts)}},
        "claims": [{**statement("a"), "because": [step]}, statement("b")],
        "rebuttals": [
            {**statement("c"), "attacks": "a"},
            {**statement("d"), "attacks": "step", "kind": "undercut"},
        ],
    }


def run(folder: Path, content: dict[str, object], *arguments: str) -> Outcome:
    (folder / "map.yaml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return run_command(["--map", str(folder), *arguments])


@LONG
@given(content=hostile_maps())
@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["show", "a"],
        ["show", "ada"],
        ["tree"],
        ["unanswered"],
        ["search", "a"],
        ["check", "--select", "all"],
    ],
    ids=" ".join,
)
def test_terminals_are_not_steered(command: list[str], content: dict[str, object], tmp_path: Path) -> None:
    outcome = run(tmp_path, content, *command)
    assert outcome.exit_code in {0, 1}
    assert not STEERING.search(outcome.output)


@LONG
@given(content=hostile_maps())
def test_colour_is_the_only_escape(content: dict[str, object], tmp_path: Path) -> None:
    outcome = run(tmp_path, content, "--color", "always", "show", "a")
    assert not STEERING.search(re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^;]*;[^\x1b]*\x1b\\", "", outcome.output))


@settings(parent=LONG, max_examples=max(10, EXAMPLES // 4))
@given(content=hostile_maps())
def test_drawings_are_well_formed_and_run_nothing(content: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    assert run(tmp_path, content, "render", "-o", str(path)).exit_code == 0
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 — this project's own output
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in {"script", "b", "foreignObject"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not (name.endswith("href") and value.lower().startswith("javascript"))


@LONG
@given(content=hostile_maps())
def test_json_holds_the_texts_as_they_are(content: dict[str, object], tmp_path: Path) -> None:
    outcome = run(tmp_path, content, "list", "--json")
    claims = content["claims"]
    assert isinstance(claims, list)
    listed = {one["id"]: one for one in json.loads(outcome.stdout)["statements"]}
    assert [listed[claim["id"]]["text"] for claim in claims] == [claim["text"].strip() for claim in claims]
