"""The sample map against its two articles: quotes, locators, references, and no borrowed sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.articles import WORKS, article_lines, needs_articles

REPO = Path(__file__).parents[2]
MAX_QUOTE_WORDS = 12
MAX_TITLE_LENGTH = 48
BORROWED_WORDS = 8
PROSE = frozenset({".md", ".py", ".yaml", ".svg", ".html", ".js"})
SENTENCE_END = re.compile(r"[.?!][\"\u201d\u2019)]*$")

Record = dict[str, Any]


@cache
def sample_map() -> Record:
    merged: Record = {}
    for name in ("claims.yaml", "rebuttals.yaml"):
        merged |= yaml.safe_load((REPO / "data" / name).read_text(encoding="utf-8"))
    return merged


def statements() -> list[Record]:
    return [*sample_map()["claims"], *sample_map()["rebuttals"]]


def grounds(statement: Record) -> list[Record]:
    """The inferences to a statement, each as a mapping with an id and a list of premises."""
    found = []
    for number, item in enumerate(statement.get("because", []), start=1):
        written = item if isinstance(item, dict) else {"premises": [item] if isinstance(item, str) else item}
        found.append({"id": f"{statement['id']}/{number}", **written})
    return found


def inferences() -> list[Record]:
    return [ground for statement in statements() for ground in grounds(statement)]


def targets(rebuttal: Record) -> list[str]:
    attacked = rebuttal["attacks"]
    return [attacked] if isinstance(attacked, str) else list(attacked)


@cache
def paragraphs(work: str) -> tuple[str, ...]:
    """The running text of an article: its lines that end as sentences do, without its title."""
    title = sample_map()["sources"][work]["title"]
    return tuple(line for line in article_lines(work) if SENTENCE_END.search(line) and line != title)


def cited_paragraph(statement: Record) -> str:
    work, locator = statement["source"].split(", ", maxsplit=1)
    number = re.fullmatch(r"para\. (\d+)", locator)
    assert number, f"{statement['id']}: {locator!r} is not a paragraph"
    return paragraphs(work)[int(number[1]) - 1]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['\u2019]", "", text.lower()))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    listed = words(text)
    return zip(*(listed[start:] for start in range(BORROWED_WORDS)), strict=False)


def written_files() -> Iterator[Path]:
    """Every file of the project that is prose, code or an expected output."""
    yield from REPO.glob("*.md")
    for folder in ("argmap", "benchmarks", "data", "docs", "tests"):
        found = (REPO / folder).rglob("*")
        yield from (path for path in found if path.suffix in PROSE or path.name == "transcript")


def own_words() -> Iterator[tuple[str, str]]:
    """Every sentence that the editor wrote, with the name of the record it stands in."""
    for record in [*statements(), *inferences()]:
        for field in ("title", "text", "note", "warrant"):
            if field in record:
                yield record["id"], record[field]
    for section in ("people", "sources"):
        for key, record in sample_map()[section].items():
            if "note" in record:
                yield key, record["note"]
    yield "map", sample_map()["map"]["description"]


@needs_articles
def test_locators_count_the_paragraphs_that_a_reader_counts() -> None:
    phrases = {
        ("russia-matters-2019", 2): "according to MGIMO",
        ("russia-matters-2019", 5): "A third speaker",
        ("valdai-2020", 12): "agreed-to five years",
        ("valdai-2020", 13): "excessive academic oversimplification",
        ("valdai-2020", 21): "Over the past few years",
    }
    for (work, number), phrase in phrases.items():
        assert phrase in paragraphs(work)[number - 1]


@needs_articles
@pytest.mark.parametrize("statement", statements(), ids=lambda record: record["id"])
def test_quotes_stand_word_for_word_in_the_paragraph_cited(statement: Record) -> None:
    paragraph = cited_paragraph(statement)
    if "quote" in statement:
        assert re.search(rf"(?<!\w){re.escape(statement['quote'])}(?!\w)", paragraph)


@needs_articles
def test_no_sentence_is_borrowed_from_the_articles() -> None:
    published = {run for work in WORKS for run in runs("\n".join(paragraphs(work)))}
    borrowed = {name: " ".join(run) for name, text in own_words() for run in runs(text) if run in published}
    assert borrowed == {}


@needs_articles
def test_no_other_file_of_the_project_borrows_more_than_the_quotes() -> None:
    published = {run for work in WORKS for run in runs("\n".join(paragraphs(work)))}
    published -= {run for statement in statements() for run in runs(statement.get("quote", ""))}
    borrowed = {
        str(path.relative_to(REPO)): " ".join(run)
        for path in written_files()
        for run in runs(path.read_text(encoding="utf-8"))
        if run in published
    }
    assert borrowed == {}


def test_quotes_are_short() -> None:
    long = [s["id"] for s in statements() if len(s.get("quote", "").split()) > MAX_QUOTE_WORDS]
    assert long == []


def test_titles_fit_into_a_box() -> None:
    long = [s["id"] for s in statements() if len(s["title"]) > MAX_TITLE_LENGTH]
    assert long == []


def test_ids_are_unique() -> None:
    count = Counter(record["id"] for record in [*statements(), *inferences()])
    assert [name for name, times in count.items() if times > 1] == []


def test_ids_begin_with_the_speaker() -> None:
    strangers = [s["id"] for s in statements() if not s["id"].startswith(f"{s['by']}-")]
    assert strangers == []


def test_speakers_members_works_and_tags_are_declared() -> None:
    whole = sample_map()
    voices = {s["by"] for s in statements()}
    members = {key for person in whole["people"].values() for key in person.get("members", [])}
    assert voices | members == set(whole["people"])
    assert {s["source"].split(",")[0] for s in statements()} == set(whole["sources"])
    assert {tag for s in statements() for tag in s["tags"]} == set(whole["map"]["tags"])


def test_premises_and_targets_exist() -> None:
    named = {s["id"] for s in statements()}
    steps = {ground["id"] for ground in inferences()}
    assert {premise for ground in inferences() for premise in ground["premises"]} <= named
    for rebuttal in sample_map()["rebuttals"]:
        attackable = steps if rebuttal["kind"] == "undercut" else named
        assert set(targets(rebuttal)) <= attackable, rebuttal["id"]


def test_nobody_in_the_sources_challenges_sushentsov_or_bordachev() -> None:
    claims = {claim["id"]: claim["by"] for claim in sample_map()["claims"]}
    owners = claims | {
        ground["id"]: claim["by"] for claim in sample_map()["claims"] for ground in grounds(claim)
    }
    stated = [r for r in sample_map()["rebuttals"] if r.get("basis", "stated") == "stated"]
    challenged = {owners[target] for r in stated for target in targets(r) if target in owners}
    assert challenged.isdisjoint({"sushentsov", "bordachev"})
    assert {"istomin", "baykov"} <= challenged


def test_challenges_by_the_discussants_are_left_without_a_reply() -> None:
    rebuttals = sample_map()["rebuttals"]
    discussed = {r["id"] for r in rebuttals if r["by"] in {"toft", "papa"}}
    assert discussed
    assert discussed.isdisjoint(target for r in rebuttals for target in targets(r))
