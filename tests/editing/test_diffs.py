"""Diffs: what `patch` makes of them, and how long they take."""

import shutil
import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.editing.diffs import diff_of
from argmap.editing.line_matching import matching_blocks
from tests.examples import examples

PATCH = shutil.which("patch")
LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n", "\n", "é\n"]), max_size=30)


@given(LINES, LINES)
def test_what_is_common_is_equal_and_in_order(old: list[str], new: list[str]) -> None:
    at = other = 0
    for start, other_start, size in matching_blocks(old, new):
        assert size > 0
        assert start >= at
        assert other_start >= other
        assert old[start : start + size] == new[other_start : other_start + size]
        at, other = start + size, other_start + size


@pytest.mark.skipif(PATCH is None, reason="patch is not installed")
@settings(
    max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES, LINES, st.sampled_from(["", "e"]))
def test_patch_makes_the_new_text_of_the_old(
    tmp_path: Path, old: list[str], new: list[str], end: str
) -> None:
    before, after = "".join(old) or "x\n", "".join(new) + end
    (tmp_path / "file").write_text(before, encoding="utf-8")
    diff = diff_of("file", before, after or "x\n")
    if not diff:
        assert before == (after or "x\n")
        return
    subprocess.run(
        [str(PATCH), "-s", "-p1"], input=diff, text=True, encoding="utf-8", cwd=tmp_path, check=True
    )
    assert (tmp_path / "file").read_text(encoding="utf-8") == (after or "x\n")


def test_a_diff_of_one_line_is_that_of_difflib() -> None:
    old, new = "a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nX\ne\nf\ng\nh\n"
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), "a/f", "b/f")
    assert diff_of("f", old, new) == "".join(lines)


def test_a_new_file_comes_from_nowhere() -> None:
    assert diff_of("f", None, "a\n") == "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n"
