"""BibTeX and BibLaTeX, read by bibtexparser: the works, under their citation keys.

https://www.bibtex.org/Format/, https://ctan.org/pkg/biblatex
"""

import logging
import re
from collections.abc import Iterator
from typing import Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.middlewares.names import NameParts
from pylatexenc.latex2text import LatexNodes2Text

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported, FormatError, Imported, fault, text_of
from argmap.formats.builder import MapBuilder
from argmap.formats.csl_json import bibliography_losses
from argmap.model import Name, Source

_CONTAINERS: Final = ("journal", "journaltitle", "booktitle", "series", "howpublished")
_PUBLISHERS: Final = ("publisher", "institution", "school", "organization")
_FIELDS: Final = (
    ("container", _CONTAINERS),
    ("publisher", _PUBLISHERS),
    ("place", ("address", "location")),
    ("accessed", ("urldate",)),
    ("note", ("note", "annote")),
)
_VERBATIM: Final = ("url", "doi")
_DATES: Final = ("date", "year", "month")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATEX: Final = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
_BARE: Final = re.compile(r"(?<!\\)([&%#])")
_ESCAPED: Final = re.compile(r"\\([&%#_$~])")
_SIGNS: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%#_${}"},
}
# The parser of LaTeX does not know the first two, and the third as another sign.
_UNKNOWN: Final = {r"\textbraceleft{}": r"\{", r"\textbraceright{}": r"\}", r"\textasciicircum{}": "^"}
_LIGATURE: Final = re.compile(
    r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)"
)
"""Between signs that LaTeX sets as another one."""

_ACTIVE: Final = re.compile(r"[{}\\]")
_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file is called ``.bib``, or begins with an entry."""
    return file.lower().endswith(".bib") or re.match(rb"\s*@\w+\s*\{", head) is not None


def read(data: bytes, file: str) -> Imported:
    """Read the entries as sources; LaTeX becomes plain text.

    Raises:
        FormatError: with the line of each entry that cannot be parsed.
    """
    # The parser reports a broken entry twice: as a value, and in the log.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text_of(data, file), append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    if library.failed_blocks:
        raise FormatError(
            *(
                fault(file, ((block.start_line or 0) + 1, 1), "this entry cannot be read", _why(block.error))
                for block in library.failed_blocks
            )
        )
    if not library.entries:
        raise FormatError(
            fault(file, (1, 1), "there is no entry in this file", "an entry begins like @book{key,")
        )
    return _sources(library, file)


def write(argument_map: ArgumentMap) -> Exported:
    """Write the sources; claims and rebuttals are no part of a bibliography."""
    entries = (_entry(key, source) for key, source in argument_map.sources.items())
    return Exported("\n".join(entries), tuple(bibliography_losses(argument_map, "BibTeX")))


def _why(error: Exception) -> str:
    return " ".join(str(error).split()) or "check its braces and commas"


def _sources(library: Library, file: str) -> Imported:
    builder = MapBuilder(file)
    for entry in library.entries:
        fields = {field.key.lower(): field.value for field in entry.fields}
        plain = _Plain(builder, entry.key)
        used: set[str] = {"title", "author", "editor", *_DATES, *_VERBATIM}
        found: dict[str, str] = {}
        for ours, theirs in _FIELDS:
            name = next((name for name in theirs if fields.get(name)), None)
            if name:
                found[ours] = plain(str(fields[name]))
                used.add(name)
        found |= {name: _address(str(fields[name])) for name in _VERBATIM if fields.get(name)}
        key = builder.source(
            plain(str(fields.get("title") or entry.key)),
            key=entry.key,
            authors=tuple(map(plain, _names(fields))),
            date=_date({name: plain(str(fields[name])) for name in _DATES if fields.get(name)}),
            **found,
        )
        if key != entry.key:
            builder.lose(
                "citation key", entry.key, f"it became {key}, as keys are letters, digits, -, _ and ."
            )
        for name in fields:
            if name not in used:
                builder.lose(f"field {name}", entry.key, "a source has no place for it")
    return builder.build()


def _names(fields: dict[str, object]) -> Iterator[str]:
    """Give the authors, or the editors where there is none."""
    people = fields.get("author") or fields.get("editor") or []
    for person in people if isinstance(people, list) else [people]:
        if isinstance(person, NameParts):
            yield " ".join((*person.first, *person.von, *person.last, *person.jr))
        else:
            yield str(person)


def _date(fields: dict[str, str]) -> str | None:
    if fields.get("date"):
        return fields["date"]
    year, month = fields.get("year"), fields.get("month", "").lower()[:3]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdecimal() else None
    return f"{year}-{number:02}" if year and number else year


class _Plain:
    """Turns LaTeX into plain text; what cannot be read stays as it stands, and is told.

    Args:
        builder: takes up what could not be read.
        key: of the entry.
    """

    def __init__(self, builder: MapBuilder, key: str) -> None:
        self._builder, self._key = builder, key

    def __call__(self, latex: str) -> str:
        """Give the text of a field."""
        for command, sign in _UNKNOWN.items():
            latex = latex.replace(command, sign)
        try:
            text: str = _LATEX.latex_to_text(_BARE.sub(r"\\\1", latex))
        except Exception:  # noqa: BLE001 — the library fails in many ways on odd commands
            return self._as_it_stands(latex)
        return " ".join(text.split())

    def _as_it_stands(self, latex: str) -> str:
        self._builder.lose("LaTeX of a field", self._key, "it cannot be read and stays as it is")
        return " ".join(latex.split())


def _address(value: str) -> str:
    return _ESCAPED.sub(r"\1", value.replace("{", "").replace("}", "")).strip()


def _entry(key: str, source: Source) -> str:
    fields = {
        "title": f"{{{_latex(source.title)}}}",
        "author": " and ".join(_author(author) for author in source.authors),
        "journal": _latex(source.container),
        "publisher": _latex(source.publisher),
        "address": _latex(source.place),
        **_written(source.date),
        "url": _verbatim(source.url),
        "doi": _verbatim(source.doi),
        "urldate": _latex(source.accessed),
        "note": _latex(source.note),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{'article' if source.container else 'misc'}{{{key},\n{''.join(lines)}}}\n"


def _written(date: str | None) -> dict[str, str]:
    """Give the fields of a date: BibLaTeX reads the first, in ISO form only, and BibTeX the second."""
    if date and _DATE.fullmatch(date):
        return {"date": date, "year": date[:4]}
    return {"year": _latex(date)}


def _author(name: Name) -> str:
    parts = name.parts
    if not parts.family:
        return f"{{{_latex(str(name))}}}"
    family = f"{parts.particle} {parts.family}".strip()
    return ", ".join(_latex(part) for part in (family, parts.suffix, parts.given) if part)


def _latex(text: str | None) -> str:
    """Escape a text; braces that do not come in pairs would be counted by BibTeX, and get names."""
    escaped = _LIGATURE.sub("{}", "".join(_SIGNS.get(sign, sign) for sign in text or ""))
    if text and not _pairs(text):
        escaped = escaped.replace(r"\{", r"\textbraceleft{}").replace(r"\}", r"\textbraceright{}")
    return escaped


def _pairs(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _verbatim(address: str | None) -> str:
    """Write an address, which is not escaped, without what BibTeX would count or LaTeX would run."""
    return _ACTIVE.sub(lambda match: f"%{ord(match[0]):02X}", address or "")
