"""A report in Markdown (CommonMark), to be read, printed or turned into a document by pandoc.

https://spec.commonmark.org/0.31.2/, https://pandoc.org/MANUAL.html#pandocs-markdown

What a statement says stands in one place, before which there is an anchor; elsewhere a link leads to it.
"""

import json
from typing import Final, Literal

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.formats.base import Exported
from argmap.formats.left_out import Kept, left_out
from argmap.formats.markdown.by_argument import by_argument
from argmap.formats.markdown.by_person import by_person
from argmap.formats.markdown.citing import bibliography
from argmap.formats.markdown.ending import not_in_entries, open_challenges, people, sources
from argmap.formats.markdown.wording import Wording
from argmap.formats.markdown_text import escape
from argmap.model import Source
from argmap.queries.unanswered import find_standing

_KEPT: Final = Kept(
    info=("title", "description", "editors", "license"),
    people=("name", "aka", "affiliation", "hypothetical", "members", "url", "note"),
    sources=tuple(Source.model_fields),
    statements=(
        *("by", "main", "title", "text", "source", "quote", "basis", "note", "kind", "restates"),
        *("conceded", "withdrawn", "answered_elsewhere"),
    ),
    inferences=("scheme", "warrant", "basis"),
    attacks=("kind", "jointly", "scheme"),
)
_NOTE: Final = (
    "The bibliography has no place on standard output: `argmap export bibtex -o FILE.bib` writes it, and "
    "`pandoc --citeproc --bibliography FILE.bib` reads it."
)


def write(
    argument_map: ArgumentMap,
    *,
    arrange: Literal["argument", "person"] = "argument",
    cite: Literal["plain", "pandoc"] = "plain",
    stem: str | None = None,
    works: Bibliography | None = None,
) -> Exported:
    """Write the map as a report.

    Args:
        argument_map: any map.
        arrange: by argument, what is disputed most first, each statement below what it bears on; or by
            person.
        cite: places in works in words, or as citations that pandoc turns into those of a style.
        stem: the name of the report's file without its ending; None where it goes into no file.
        works: the works of the map, as they are cited; by default in the usual style.
    """
    is_for_pandoc = cite == "pandoc"
    works = works or Bibliography(argument_map)
    wording = Wording(argument_map, find_standing(argument_map), works, is_for_pandoc=is_for_pandoc)
    blocks = [f"# {wording.words(wording.title)}", *_about(wording)]
    if arrange == "argument":
        blocks += [*by_argument(wording), *open_challenges(wording), *people(wording)]
    else:
        blocks += [*by_person(wording), *open_challenges(wording)]
    blocks += sources(wording)
    losses = [*left_out(argument_map, _KEPT, "the report leaves it out")]
    if not is_for_pandoc:
        losses += not_in_entries(wording)
    text = "\n\n".join(blocks) + "\n"
    if not (is_for_pandoc and argument_map.sources):
        return Exported(text, tuple(losses))
    if stem is None:
        return Exported(_header() + text, tuple(losses), note=_NOTE)
    beside = ((".bib", bibliography(argument_map)),)
    return Exported(_header(f"{stem}.bib") + text, tuple(losses), beside=beside)


def _about(wording: Wording) -> list[str]:
    info = wording.map.info
    editors = ", ".join(map(wording.words, info.editors))
    return [
        *wording.paragraphs(info.description),
        *([f"Edited by {editors}."] if editors else []),
        *([f"License: {wording.words(info.license)}"] if info.license else []),
    ]


def _header(file: str = "") -> str:
    """Write pandoc's metadata, whose texts are Markdown as well; works that nothing cites are listed, too."""
    named = f"bibliography: {json.dumps(escape(file), ensure_ascii=False)}\n" if file else ""
    return f'---\n{named}nocite: "@*"\n---\n\n'
