"""``check --fix`` and ``review`` lose no word: what they cannot change safely they leave."""

import os
from pathlib import Path

import pytest

from argmap.files.load import read_map
from tests.running import run_command

HEAD = """\
claims:
  - id: a
    text: A claim.
    because: [p]
  - {id: p, text: A premise.}
rebuttals:
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "map.yaml"


def fixed(path: Path, text: str) -> str:
    path.write_bytes(text.encode())
    run_command(["--map", str(path), "check", "--fix"])
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    "attacks",
    [
        "[{target: a, kind: rebut}, {target: a, kind: undercut}]",
        "[a, {target: a, with: [p]}]",
        "[a, {target: a, scheme: analogy}]",
        "[a, {target: a, origin: elsewhere#2}]",
        "\n      - target: a\n        with: [p]\n        scheme: analogy\n      - a",
        "\n      - target: a\n        with: [p]\n      - target: a\n        with: [p]\n        scheme: s",
    ],
)
def test_attacks_that_differ_stay(path: Path, attacks: str) -> None:
    text = f"{HEAD}  - id: r\n    text: No.\n    attacks: {attacks}\n"
    assert fixed(path, text) == text


def test_a_named_attack_that_another_rebuttal_attacks_stays(path: Path) -> None:
    text = (
        HEAD
        + "  - {id: r, text: No., attacks: [a, {target: a, id: two}]}\n"
        + "  - {id: s, text: That does not bear on it., attacks: two, kind: undercut}\n"
    )
    assert fixed(path, text) == text


@pytest.mark.parametrize(
    ("attacks", "left"),
    [
        ("[a, p, a]", "[a, p]"),
        ("[a, {target: a}]", "[a]"),
        ("\n      - target: a\n        with: [p]\n      - target: a\n        with: [p]", None),
        ("\n      - a  # kept\n      - a\n    # kept, too", "\n      - a  # kept\n    # kept, too"),
    ],
)
def test_an_attack_that_stands_twice_goes_once(path: Path, attacks: str, left: str | None) -> None:
    text = f"{HEAD}  - id: r\n    text: No.\n    attacks: {{}}\n"
    expected = left or "\n      - target: a\n        with: [p]"
    assert fixed(path, text.replace("{}", attacks)) == text.replace("{}", expected)


@pytest.mark.parametrize("attacks", ["\n      - a\n      - a  # said twice", "[a, # one\n      a]"])
def test_what_carries_a_comment_stays(path: Path, attacks: str) -> None:
    text = f"{HEAD}  - id: r\n    text: No.\n    attacks: {attacks}\n"
    after = fixed(path, text)
    assert after == text or after.count("#") == text.count("#")


@pytest.mark.parametrize("raw", [b"\xff", "\u00e9".encode("cp1252"), "\u0434\u0430".encode("cp1251")])
def test_a_file_that_is_not_utf_8_is_never_written(path: Path, raw: bytes) -> None:
    content = f"{HEAD}  - {{id: r, text: '?', attacks: [a, a]}}\n".encode().replace(b"?", raw)
    path.write_bytes(content)
    run_command(["--map", str(path), "check", "--fix"])
    assert path.read_bytes() == content


def test_review_of_an_inference_without_a_name_can_be_read(path: Path) -> None:
    path.write_text(HEAD + "  - {id: r, text: No., attacks: a/1, kind: undercut}\n", encoding="utf-8")
    assert run_command(["--map", str(path), "review", "--all"]).stdout == "r\n"
    loaded = read_map(path)
    assert not loaded.errors
    assert list(loaded.map.rebuttals["r"].seen) == ["a/1"]
    assert "D703" not in run_command(["--map", str(path), "check"]).stdout


def test_review_keeps_the_comments_in_what_was_seen(path: Path) -> None:
    block = "    seen:  # by ada\n      # the claim\n      a: 00000000  # old\n      p: 00000000\n"
    flow = "    seen: {a: 00000000,  # old\n      p: 00000000}\n"
    for seen in (block, flow):
        text = HEAD + "  - id: r\n    text: No.\n    attacks: [a, p]\n" + seen
        path.write_text(text, encoding="utf-8")
        assert run_command(["--map", str(path), "review", "--all"]).exit_code == 0
        after = path.read_text(encoding="utf-8")
        marks = read_map(path).map.rebuttals["r"].seen
        assert after == text.replace("a: 00000000", f"a: {marks['a']}").replace(
            "p: 00000000", f"p: {marks['p']}"
        )
        assert "00000000" not in after


def test_a_target_that_is_attacked_no_more_leaves_what_was_seen(path: Path) -> None:
    text = HEAD + "  - {id: r, text: No., attacks: a, seen: {p: 00000000, a: 00000000}}\n"
    path.write_text(text, encoding="utf-8")
    run_command(["--map", str(path), "review", "--all"])
    assert list(read_map(path).map.rebuttals["r"].seen) == ["a"]


def test_a_file_is_written_where_it_was_read(path: Path, tmp_path: Path) -> None:
    from argmap.rules.engine.reviewing import review

    path.write_text(HEAD + "  - {id: r, text: No., attacks: a}\n", encoding="utf-8")
    loaded = read_map("map.yaml")
    (tmp_path / "elsewhere").mkdir()
    os.chdir(tmp_path / "elsewhere")
    assert review(loaded, {"r"}) == ["r"]
    assert "seen" in path.read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    from argmap.editing.refusal import EditRefusedError
    from argmap.rules.engine.reviewing import review

    path.write_text(HEAD + "  - {id: r, text: No., attacks: a}\n", encoding="utf-8")
    loaded = read_map(path)
    newer = HEAD + "  - {id: r, text: No!, attacks: a}\n"
    path.write_text(newer, encoding="utf-8")
    with pytest.raises(EditRefusedError, match="it has changed since it was read"):
        review(loaded, {"r"})
    assert path.read_text(encoding="utf-8") == newer
