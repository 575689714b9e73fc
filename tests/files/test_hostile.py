"""Files that want to do harm: each gives findings, in bounded time and memory, and runs nothing."""

import os
import resource
import sys
from pathlib import Path

import pytest

from argmap.files.assembling import Loaded
from argmap.files.load import read_map
from argmap.files.settings import Settings
from argmap.rules.engine.linter import check_map

FILES = {
    "alias bomb": (
        "claims:\n  - &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"  - &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)),
        "Y107",
    ),
    "recursive alias": ("claims: &a [*a]\n", "Y107"),
    "nested lists": ("claims: " + "[" * 10_000, "Y110"),
    "nested and closed": ("claims: " + "[" * 10_000 + "]" * 10_000, "Y110"),
    "nested mappings": ("claims: " + "{a: " * 10_000, "Y110"),
    "nested blocks": ("claims:\n" + "".join(" " * n + "-\n" for n in range(1, 1_000)), "Y110"),
    "nested dashes": ("claims:\n" + "- " * 10_000, "Y110"),
    "nested keys": ("? " * 10_000, "Y110"),
    "merge key": ("people:\n  a: {name: A}\n  b: {<<: {name: B}}\n", "F202"),
    "merge alias": ("people:\n  a: &a {name: A}\n  b: {<<: *a}\n", "Y107"),
    "a key that is a list": ("[a]: b\n? {c: d}\n: e\n", "Y111"),
    "a section again and again": ("claims: [{id: a}]\n" * 20_000, "Y109"),
    "python tag": ("claims: !!python/object/apply:os.system ['touch owned']\n", "Y108"),
    "python name": ("claims:\n  - {id: a, text: !!python/name:os.system }\n", "Y108"),
    "local tag": ("claims: !boom []\n", "Y108"),
    "tag directive": ("%TAG !e! tag:example.org,2000:\n---\nclaims: !e!x []\n", "Y108"),
    "several documents": ("claims: []\n---\nclaims: []\n", "Y106"),
    "document end": ("claims: []\n...\nclaims: []\n", "Y105"),
    "tabs": ("claims:\n\t- id: a\n", "Y105"),
    "nul": ("claims:\n  - {id: a, text: x\0y}\n", "Y103"),
    "escape sequence": ("claims:\n  - {id: a, text: \x1b[31mred}\n", "Y103"),
    "line separator": ("claims:\n  - {id: a, text: x\u2028y}\n", "Y103"),
    "no character": ("claims:\n  - {id: a, text: x\ufffey}\n", "Y103"),
    "escaped nul": ('claims:\n  - {id: a, text: "x\\0y"}\n', "Y103"),
    "escaped escape": ('claims:\n  - {id: a, "te\\e[31mxt": "x\\x1by"}\n', "Y103"),
    "escaped override": ('map: {title: "x\\u0085y\\N"}\n', "Y103"),
    "escaped surrogate": ('claims:\n  - {id: a, text: "x\\ud800y"}\n', "Y105"),
    "two keys": ("claims: []\nclaims: []\n", "Y109"),
    "a hundred thousand keys": ("people:\n" + "  a: {name: A}\n" * 100_000, "Y109"),
    "long key": (f"claims:\n  - {{? {'k' * 100_000} : v}}\n", "F202"),
    "long id": (f"claims:\n  - {{id: {'k' * 100_000}, text: A}}\n", "F205"),
    "long unknown name": (f"claims:\n  - {{id: a, text: A, because: {'k' * 100_000}}}\n", "F205"),
    "a list": ("- a\n- b\n", "F201"),
    "a text": ("just words\n", "F201"),
    "a claim as a ground": ("claims: [{id: a, text: A, because: {id: b, text: B}}]\n", "F204"),
    "an open quote": ('claims:\n  - {id: a, text: "' + "x\n" * 10_000, "Y105"),
    "broken everywhere": ("claims:\n" + "  - {id: a, text: b: c}\n" * 2_000, "Y105"),
    "colons": (":" * 100_000, "F201"),
    "question marks": ("claims:\n" + "  ? a\n" * 10_000, "F204"),
    "an empty item at the end": ("claims:\n- ", "F204"),
    "an empty item before another": ("claims:\n- \n- id: a\n", "F204"),
    "only a comment": ("# argmap: ignore G401\n", "C902"),
    "a long comment": ("claims: #" + "#" * 1_000_000 + "\nclaim: []\n", "F201"),
}
BYTES = {
    "invalid UTF-8": (b"claims:\n  - {id: a, text: \xff\xfe\x80}\n", "Y102"),
    "encoded surrogate": (b"claims:\n  - {id: a, text: \xed\xa0\x80}\n", "Y102"),
    "overlong": (b"claims:\n  - {id: a, text: \xc0\xaf}\n", "Y102"),
    "UTF-16": ("claims: []\n".encode("utf-16"), "Y102"),
    "UTF-16 without a mark": ("claims: []\n".encode("utf-16-le"), "Y102"),
    "UTF-32": ("claims: []\n".encode("utf-32"), "Y102"),
    "noise": (bytes(range(256)) * 64, "Y103"),
    "a million bad bytes": (b"claims:\n" + b"\xff" * 1_000_000, "Y102"),
}


def _check(folder: Path) -> tuple[Loaded, set[str]]:
    loaded = read_map(folder)
    codes = {finding.code for finding in check_map(loaded, Settings()).findings}
    return loaded, codes


@pytest.mark.parametrize("name", FILES)
def test_hostile_text(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text, code = FILES[name]
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    loaded, codes = _check(tmp_path)
    assert code in codes
    assert len(loaded.diagnostics) <= 200_000
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize("name", BYTES)
def test_hostile_bytes(name: str, tmp_path: Path) -> None:
    raw, code = BYTES[name]
    (tmp_path / "map.yaml").write_bytes(raw)
    loaded, codes = _check(tmp_path)
    assert code in codes
    assert len(loaded.diagnostics) < 50


@pytest.mark.parametrize(
    ("start", "newline"), [("\ufeff", "\n"), ("", "\r\n"), ("", "\r"), ("\ufeff", "\r\n")]
)
def test_byte_order_mark_and_line_ends_are_no_fault(start: str, newline: str, tmp_path: Path) -> None:
    text = start + newline.join(["claims:", "  - id: a", "    text: One.", "    sauce: b", ""])
    (tmp_path / "map.yaml").write_bytes(text.encode())
    (finding,) = read_map(tmp_path).diagnostics
    assert (finding.code, finding.location.line, finding.location.column) == ("F202", 4, 5)


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert _check(tmp_path)[1] == {"Y101"}


def test_a_loop_of_folders(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("claims: []\n")
    (tmp_path / "inner").symlink_to(tmp_path)
    assert _check(tmp_path)[1] == set()


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "map.yaml").write_text("claims:\n  - {id: a, text: A.}\n")
    loaded, codes = _check(tmp_path)
    assert codes == {"Y101"}
    assert list(loaded.map.claims) == ["a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "map.yaml")
    assert _check(tmp_path)[1] == {"Y101"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("claims: []\n")
    (tmp_path / "map.yaml").chmod(0)
    assert _check(tmp_path)[1] == {"Y101"}


def test_a_device(tmp_path: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    (tmp_path / "map.yaml").symlink_to("/dev/zero")
    assert _check(tmp_path)[1] == {"Y101"}


def test_a_file_that_changes_after_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("claims:\n  - {id: a, text: A.}\n")
    loaded = read_map(tmp_path)
    path.write_text("nothing is where it was\n" * 3)
    findings = check_map(loaded, Settings()).findings
    assert findings == ()
    assert loaded.places.find("claims", "a", "text").line == 2


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux does")
def test_a_scalar_of_200_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "map.yaml").open("w") as file:
        file.write("claims:\n  - {id: a, text: ")
        for _ in range(200):
            file.write("x" * 1_000_000)
        file.write("}\n")
    loaded = read_map(tmp_path)
    assert [finding.code for finding in loaded.diagnostics] == ["F205"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 3_000_000


def test_a_section_that_stands_three_times_in_two_shapes(tmp_path: Path) -> None:
    text = (
        "claims:\n- {id: a, text: A.}\nclaims:\n  id: b\n  text: B.\nclaims:\n- {id: c, text: C., sauce: d}\n"
    )
    (tmp_path / "map.yaml").write_text(text)
    loaded = read_map(tmp_path)
    assert list(loaded.map.claims) == ["a", "c"]
    assert [(one.code, one.location.line) for one in loaded.diagnostics] == [
        ("Y109", 3),
        ("Y109", 6),
        ("F202", 7),
    ]


def test_an_empty_section_does_not_hide_its_repetition(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("claims:\nclaims:\n- {id: a, text: A.}\n")
    loaded = read_map(tmp_path)
    assert list(loaded.map.claims) == ["a"]
    assert [one.code for one in loaded.diagnostics] == ["Y109"]


def test_a_large_file_with_several_errors_is_read_all_the_same(tmp_path: Path) -> None:
    record = "  - id: c{}\n    title: One: two\n    text: " + "word " * 2_000 + "\n"
    sound = record.replace("One: two", "One and two")
    parts = [(record if number < 5 else sound).format(number) for number in range(1_200)]
    (tmp_path / "map.yaml").write_text("claims:\n" + "".join(parts))
    loaded = read_map(tmp_path)
    assert [one.code for one in loaded.diagnostics] == ["Y105"] * 5
    assert len(loaded.map.claims) == 1_200
