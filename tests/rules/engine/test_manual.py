"""Every rule's manual page holds: its failing example has the finding, its passing example has none."""

import re
from collections import Counter
from pathlib import Path

import pytest

from argmap.diagnostics import Severity
from argmap.files.disk.journal import Step, digest, digest_of, encode
from argmap.files.disk.names import JOURNAL
from argmap.files.load import read_map
from argmap.files.settings import find_settings, read_settings
from argmap.rules.engine.linter import Checked, check_map, with_command_line
from argmap.rules.engine.manual import Snippet, read_page
from argmap.rules.engine.registry import BY_NAME, RULES
from argmap.rules.rule import FAMILIES, Rule

PACKAGE = Path(__file__).parents[3] / "argmap"


def write(snippet: Snippet, folder: Path) -> None:
    path = folder / snippet.file
    if snippet.label == "loop":
        path.symlink_to(path.name)
    elif snippet.label == "interrupted":
        interrupt(path, snippet.text.encode())
    elif snippet.label == "huge":
        with path.open("wb") as file:
            file.truncate(256 * 1024 * 1024 + 1)
    elif snippet.label == "bytes":
        path.write_bytes(snippet.text.encode("latin-1").decode("unicode_escape").encode("latin-1"))
    else:
        path.write_text(snippet.text, encoding="utf-8")


def interrupt(path: Path, content: bytes) -> None:
    """Leave a change behind that is decided but not in place."""
    path.write_bytes(b"claims: []\n")
    staged = path.parent / ".argmap-0123456789abcdef-1.new"
    staged.write_bytes(content)
    step = Step(path, staged, None, digest_of(path), digest(content))
    (path.parent / JOURNAL).write_bytes(encode(path.parent, [step]))


def check(snippets: tuple[Snippet, ...], folder: Path) -> Checked:
    folder.mkdir()
    for snippet in snippets:
        write(snippet, folder)
    if not any(snippet.language != "toml" for snippet in snippets):
        write(Snippet("yaml", "", "claims: []\n"), folder)
    settings = read_settings(find_settings(folder))
    return check_map(read_map(folder), with_command_line(settings, select=("all",)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_failing_example_has_the_finding_and_the_passing_one_is_clean(rule: Rule, tmp_path: Path) -> None:
    page = read_page(rule)
    failing = check(page.fails, tmp_path / "fails").findings
    assert rule.code in {finding.code for finding in failing}
    levels = {finding.severity for finding in failing if finding.code == rule.code}
    assert levels == {rule.severity}
    passing = check(page.passes, tmp_path / "passes").findings
    assert rule.code not in {finding.code for finding in passing}
    assert not [finding for finding in passing if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_page_says_what_and_why(rule: Rule) -> None:
    page = read_page(rule)
    assert page.summary.endswith(".")
    assert min(len(page.what), len(page.why)) > 20
    assert rule.code[0] in FAMILIES
    assert re.fullmatch(r"[a-z0-9-]+", rule.name)


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert max(Counter(codes).values()) == 1
    assert len(BY_NAME) == len(RULES)
    families = list(FAMILIES)
    assert codes == sorted(codes, key=lambda code: (families.index(code[0]), code))


def test_every_code_that_is_emitted_anywhere_has_a_page() -> None:
    sources = [*PACKAGE.glob("files/**/*.py"), *PACKAGE.glob("rules/**/*.py"), *PACKAGE.glob("cli/**/*.py")]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    emitted = set(re.findall(rf'"([{"".join(FAMILIES)}]\d{{3}})"', written))
    assert emitted == {rule.code for rule in RULES}
