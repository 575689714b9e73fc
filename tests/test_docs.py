"""The docs are true: every command and example in them is run, and nothing that exists is left out."""

import doctest
import re
import shutil
import sys
from pathlib import Path

import pytest

from argmap.cli.registry import COMMANDS
from argmap.model import Aim, Claim, Ground, MapInfo, Person, Rebuttal, Record, Source
from argmap.queries.buckets import Bucket
from docs import make
from tests.pages import blocks, try_out

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the sample map, like a clone of the project."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_prints_what_the_page_says(page: Path, *, rewrite: bool) -> None:
    text = page.read_text(encoding="utf-8")
    wrong, mended = try_out(text)
    if rewrite and wrong:
        page.write_text(mended, encoding="utf-8", newline="\n")
    for expected, actual in [] if rewrite else wrong:
        assert actual.output == expected.output, expected.command


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_python_examples(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    examples = "\n".join(block.body for block in blocks(text) if block.kind == "python")
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    said: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert not failed, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_links_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.parent != ROOT and f"](docs/{page.name})" not in readme] == []


def test_some_pages_hold_examples() -> None:
    kinds = [block.kind for page in PAGES for block in blocks(page.read_text(encoding="utf-8"))]
    assert kinds.count("console") > 10
    assert kinds.count("python") > 5


def test_the_reference_is_current() -> None:
    assert make.REFERENCE.read_text(encoding="utf-8") == make.reference()


def test_the_layout_of_a_store_is_current() -> None:
    page = make.STORES.read_text(encoding="utf-8")
    assert make.with_layout(page) == page


@pytest.mark.skipif(sys.platform != "linux", reason="drawn on Linux; the last digits may differ elsewhere")
@pytest.mark.parametrize("path", make.PICTURES)
def test_the_picture_is_current(path: Path) -> None:
    assert path.read_bytes() == make.picture(make.PICTURES[path])


@pytest.mark.parametrize("path", make.PICTURES)
def test_the_readme_shows_the_picture_and_how_it_was_made(path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    assert f"]({name})" in readme
    assert f"`argmap render {' '.join(make.PICTURES[path])} -o {name}`" in readme


@pytest.mark.parametrize("model", [MapInfo, Person, Source, Claim, Ground, Rebuttal, Aim])
def test_every_field_of_the_yaml_is_described(model: type[Record]) -> None:
    page = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
    fields = [field.alias or key for key, field in model.model_fields.items()]
    assert [field for field in fields if f"| `{field}` |" not in page] == []


def test_every_bucket_is_described() -> None:
    page = (ROOT / "docs" / "buckets.md").read_text(encoding="utf-8")
    assert [b for b in Bucket if f"| `{b.option}` |" not in page] == []


def test_every_document_has_a_schema_and_a_line() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    schemas = {path.name for path in (ROOT / "docs" / "schemas").glob("*.json")}
    assert [schema for schema in schemas if f"(schemas/{schema})" not in page] == []


def test_every_command_is_mentioned_outside_the_reference() -> None:
    pages = [page.read_text(encoding="utf-8") for page in PAGES if page != make.REFERENCE]
    assert [command for command in COMMANDS if f"argmap {command}" not in "".join(pages)] == []
