"""Copies of sources: plain text, Markdown, HTML and PDF, found by name, by title or by the map."""

from pathlib import Path

import pytest
from fpdf import FPDF

from argmap.files.copies.running_text import read_running_text
from argmap.files.copies.source_copies import Copies
from argmap.model import Source

TITLE = "Do Empires Have Allies?"
PARAGRAPHS = ("A great power cannot have true allies.", "Between the five, it is a cold war.")


def _pdf() -> bytes:
    document = FPDF()
    document.set_font("helvetica", size=12)
    for paragraph in PARAGRAPHS:
        document.add_page()
        document.multi_cell(0, 8, paragraph)
    return bytes(document.output())


TEXTS = {
    ".txt": f"Global Governance\n{TITLE}\n\n{PARAGRAPHS[0]}\nClub events\n\n{PARAGRAPHS[1]}\n".encode(),
    ".md": (
        f"# {TITLE}\nGlobal Governance\n\n{PARAGRAPHS[0].replace('true', '*true*')}\n\n"
        f"## Club\n\n{PARAGRAPHS[1]}\n"
    ).encode(),
    ".html": (
        f"<html><head><title>{TITLE}</title><style>p {{x: y.}}</style></head><body><h1>{TITLE}</h1>"
        f"<div>Global<p>{PARAGRAPHS[0].replace('true', '<b>true</b>')}</p><h2>Not counted.</h2>"
        f"<script>'No text.'</script><p>Between&nbsp;the five,\n it is a cold war.</div>"
    ).encode(),
    ".pdf": _pdf(),
}


@pytest.mark.parametrize("ending", TEXTS)
def test_paragraphs_are_counted_as_readers_count_them(ending: str) -> None:
    text = read_running_text(TEXTS[ending], ending, TITLE)
    assert tuple(" ".join(paragraph.split()) for paragraph in text.paragraphs) == PARAGRAPHS
    assert text.holds("cannot have true allies")
    assert not text.holds("cannot have false allies")


def test_a_pdf_has_pages() -> None:
    text = read_running_text(TEXTS[".pdf"], ".pdf", TITLE)
    assert [page.strip() for page in text.pages] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("pages", "first"),
    [
        (["Words of one.\n133", "Words of two.\n134", "Words of three.\n135"], 133),
        (["- 7 -\nWords of one.", "8 A Journal\nWords of two."], 7),
        (["A Cover", "Contents\nii", "Words of one.\n1", "Words of two.\n2", "Words of three.\n3"], -1),
        (["Words of 1990", "Words of 2000", "Words of 2010"], 1),
        (["Words of one.", "Words of two."], 1),
        (["Words of one.\n133", ""], 1),
    ],
)
def test_pages_are_known_by_the_numbers_they_bear(pages: list[str], first: int) -> None:
    text = read_running_text("\f".join(pages).encode(), ".txt", "")
    assert text.first_page == first
    assert len(text.pages) == len(pages)


def test_a_quote_runs_on_across_the_number_of_a_page() -> None:
    text = read_running_text(b"Great powers cannot\n7\n\fhave allies.\n8\n", ".txt", "")
    assert text.holds("great powers cannot have allies")
    assert not text.holds("7")


def test_a_pdf_says_what_its_pages_are_called() -> None:
    document = FPDF()
    document.set_font("helvetica", size=12)
    for paragraph in PARAGRAPHS:
        document.add_page(label_start=133, label_style="D") if paragraph == PARAGRAPHS[
            0
        ] else document.add_page()
        document.multi_cell(0, 8, paragraph)
    assert read_running_text(bytes(document.output()), ".pdf", TITLE).first_page == 133


def test_a_wrapped_text_has_blocks_for_paragraphs() -> None:
    wrapped = (
        b"The Title\n\nA great power\ncannot have true\nallies.\n\nBetween the five,\nit is a cold\nwar.\n"
    )
    assert read_running_text(wrapped, ".txt", "").paragraphs == (
        "A great power\ncannot have true\nallies.",
        "Between the five,\nit is a cold\nwar.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert read_running_text("Café’s allies.".encode(encoding), ".txt", "").holds("Café's allies")


@pytest.mark.parametrize(
    "raw", [b"", b"%PDF-1.7\n", b"\0" * 100, b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>"]
)
def test_what_is_no_pdf(raw: bytes) -> None:
    with pytest.raises(ValueError, match="is not a PDF that can be read"):
        read_running_text(raw, ".pdf", "")


def _source(title: str, copy: str | None = None) -> Source:
    return Source(title=title, copy_of=copy)


def test_copies_are_found_by_key_then_by_title(tmp_path: Path) -> None:
    (tmp_path / "valdai.txt").write_bytes(TEXTS[".txt"])
    (tmp_path / "001.html").write_text("<p>Experts Discuss Threats</p>", encoding="utf-8")
    (tmp_path / "README.md").write_text("Experts Discuss Threats and A Third Title", encoding="utf-8")
    sources = {
        "valdai": _source("Anything"),
        "panel": _source("Experts  discuss Threats"),
        "third": _source("A Third Title"),
        "none": _source("Not There"),
    }
    copies = Copies(sources, library=tmp_path)
    found = {key: copy.path.name if (copy := copies.of(key)) else None for key in sources}
    assert found == {"valdai": "valdai.txt", "panel": "001.html", "third": None, "none": None}
    assert copies.of("unknown") is None


def test_a_copy_stays_inside_the_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "data").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("Secret.")
    (project / "text.txt").write_text("Words.")
    (project / "link.txt").symlink_to(tmp_path / "secret.txt")
    (project / "loop.txt").symlink_to(project / "loop.txt")
    outside = "lies outside the project"
    for name, problem in {
        "../text.txt": "",
        "../../secret.txt": outside,
        str(tmp_path / "secret.txt"): outside,
        "../link.txt": outside,
        "missing.txt": "cannot be read: no such file or directory",
        "x\0y": "cannot be read",
        "..": "cannot be read: is a directory",
        "../loop.txt": "cannot be read",
    }.items():
        copies = Copies({"s": _source("T", name)}, project / "data", project)
        copy = copies.of("s")
        assert copy is not None
        assert copy.problem.startswith(problem), name
        assert bool(copy.text) == (not problem)
