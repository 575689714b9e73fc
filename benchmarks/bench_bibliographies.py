"""How much of real bibliographies comes back: percentages of fields after a way through a map.

    python benchmarks/bench_bibliographies.py FOLDER

FOLDER has files that end in .bib or .json. Each is read, written in the same format, and compared with the
original field by field, as a reader of its own reads it here, so that a fault of argmap's is not on both
sides. Of names the words are compared, of LaTeX what pylatexenc makes of it.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pylatexenc.latex2text import LatexNodes2Text

from argmap.formats.base import FormatError
from argmap.formats.registry import BY_NAME

_LATEX: Final = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
_BARE: Final = re.compile(r"(?<!\\)([&%#])")
_ENTRY: Final = re.compile(r"^[^\S\n]*@\s*(\w+)\s*[{(]\s*([^\s,{}=()\"]*)[^\S\n]*,", re.MULTILINE)
_STRING: Final = re.compile(r"@string\s*([{(])\s*(\w+)\s*=\s*[{\"]([^{}\"]*)", re.IGNORECASE)
_FIELD: Final = re.compile(r"[\s,]*([^\s={}(),\"#%@][^={}(),\"#%@\n]*)=\s*")
_WORD: Final = re.compile(r"[^\s,{}#]+")
_JOINT: Final = re.compile(r"\s*#\s*")
_END: Final = re.compile(r"[\s,]*[})]")
_BIBTEX: Final = {
    "authors": ("author",),
    "editors": ("editor",),
    "pages": ("pages",),
    "volumes": ("volume",),
    "numbers": ("number", "issue"),
    "book titles": ("booktitle", "journal", "journaltitle"),
    "ISBNs": ("isbn",),
    "titles": ("title", "subtitle"),
    "dates": ("date", "year", "month"),
    "publishers": ("publisher", "institution", "school", "organization"),
}
_CSL: Final = {
    "authors": ("author",),
    "editors": ("editor",),
    "pages": ("page",),
    "volumes": ("volume",),
    "numbers": ("number", "issue"),
    "book titles": ("container-title",),
    "ISBNs": ("ISBN",),
    "titles": ("title",),
    "dates": ("issued",),
    "publishers": ("publisher",),
}


@dataclass
class Measured:
    """What came back.

    Args:
        there: how many of each kind of field the files have.
        back: how many of them came back.
        refused: files that could not be read.
        missing: what did not come back: file, entry, field, and both values.
    """

    there: Counter[str] = field(default_factory=Counter)
    back: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def shares(self) -> dict[str, float]:
        """The share that came back, by the kind of field."""
        return {what: self.back[what] / number for what, number in self.there.items()}

    def note(self, what: str, where: str, before: object, after: object) -> None:
        """Note a field, and whether it is the same as before."""
        self.there[what] += 1
        if before == after:
            self.back[what] += 1
        else:
            self.missing.append(f"{where} {what}: {before!r} → {after!r}")


def measure(folder: Path) -> Measured:
    """Measure all bibliographies of a folder."""
    measured = Measured()
    for path in sorted(folder.iterdir()):
        name = "bibtex" if path.suffix == ".bib" else "csl-json" if path.suffix == ".json" else ""
        if not name:
            continue
        data = path.read_bytes()
        try:
            imported = BY_NAME[name].read(data, path.name)
        except FormatError as error:
            measured.refused.append(f"{path.name}: {error}")
            continue
        written = str(BY_NAME[name].write(imported.map).text)
        items, shown = (_entries, _BIBTEX) if name == "bibtex" else (_items, _CSL)
        _compare(
            measured, path.name, list(items(data.decode("utf-8-sig", "replace"))), list(items(written)), shown
        )
    return measured


def _compare(
    measured: Measured,
    file: str,
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    shown: Mapping[str, tuple[str, ...]],
) -> None:
    """Compare entries in their order; one more or less is looked for by its title."""
    for number, item in enumerate(before):
        again = after[number] if len(before) == len(after) else _found(item, after)
        where = f"{file} {item.get('id', '')}"
        measured.note("entries", where, "there", "there" if again else "missing")
        measured.note("types", where, item.get("type"), again.get("type"))
        for what, names in shown.items():
            if any(name in item for name in names):
                values = [{name: one[name] for name in names if name in one} for one in (item, again)]
                if shown is _BIBTEX and values[0] != values[1]:
                    values = [{name: _words(name, value) for name, value in one.items()} for one in values]
                measured.note(what, where, *(sorted(map(str, one.values())) for one in values))


def _found(item: dict[str, Any], items: list[dict[str, Any]]) -> dict[str, Any]:
    same = (one for one in items if one.get("id") == item.get("id"))
    return next(same, next((one for one in items if one.get("title") == item.get("title")), {}))


def _entries(text: str) -> Iterator[dict[str, Any]]:
    """Give the entries of a file: what begins a line with `@`, has a key, and closes its braces."""
    text = text.replace("\r\n", "\n")
    strings = {name.lower(): value for _, name, value in _STRING.findall(text)}
    for match in _ENTRY.finditer(text):
        if match[1].lower() in {"comment", "string", "preamble"}:
            continue
        said: dict[str, Any] = {}
        at = match.end()
        while found := _FIELD.match(text, at):
            value, at = _value(text, found.end(), strings)
            said.setdefault(found[1].strip().lower(), value)
        if _END.match(text, at):
            yield {
                **{name: value for name, value in said.items() if value},
                "type": match[1].lower(),
                "id": match[2],
            }


def _value(text: str, at: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """Read braces, quotes, and names of strings, joined by `#`."""
    parts = []
    while True:
        start, depth = at, 0
        if text[at : at + 1] in {"{", '"'}:
            closing = "}" if text[at] == "{" else '"'
            depth, at = (1, at + 1) if closing == "}" else (0, at + 1)
            while at < len(text) and not (depth == (1 if closing == "}" else 0) and text[at] == closing):
                depth += (text[at] == "{") - (text[at] == "}")
                at += 1
            parts.append(text[start + 1 : at])
            at += 1
        else:
            word = _WORD.match(text, at)
            at = word.end() if word else at
            parts.append(strings.get(word[0].lower(), word[0]) if word else "")
        joint = _JOINT.match(text, at)
        if not joint:
            return " ".join("".join(parts).split()), at
        at = joint.end()


def _words(name: str, latex: str) -> object:
    """Give what is compared of a field: of names their words, in any order."""
    try:
        text = " ".join(_LATEX.latex_to_text(_BARE.sub(r"\\\1", latex)).split())
    except Exception:  # noqa: BLE001 — the library fails in many ways on odd commands
        text = latex
    if name in {"author", "editor"}:
        return sorted(re.sub(r"[{},~=]", " ", text).split())
    if name == "pages":
        return re.sub(r"\s*[-\u2010-\u2014]+\s*", "-", text)
    return text.casefold()[:3] if name == "month" else text


def _items(text: str) -> Iterator[dict[str, Any]]:
    found = json.loads(text)
    while isinstance(found, dict):
        found = next((found[name] for name in ("message", "items", "references") if name in found), [found])
    for item in found:
        yield {name: _plain(value) for name, value in item.items() if value not in (None, "", [], {})}


def _plain(value: object) -> object:
    """Give a value with numbers as texts, a list of one text as that text, and keys in one order."""
    if isinstance(value, list):
        listed = [_plain(each) for each in value]
        return listed[0] if len(value) == 1 and isinstance(value[0], str) else listed
    if isinstance(value, dict):
        silent = ("sequence", "affiliation", "ORCID", "authenticated-orcid")
        kept = {
            name: each for name, each in value.items() if name not in silent and each not in ("", [], None)
        }
        if "date-parts" in kept:
            kept["date-parts"] = [[str(part) for part in parts] for parts in kept["date-parts"]]
            return {name: str(kept[name]) for name in sorted(kept)}
        return {name: _plain(kept[name]) for name in sorted(kept)}
    return (
        str(value) if isinstance(value, int | float) else value.strip() if isinstance(value, str) else value
    )


def main() -> None:
    """Print the percentages."""
    measured = measure(Path(sys.argv[1]))
    for name in measured.refused:
        print(f"refused: {name}")
    for what, share in measured.shares.items():
        print(f"{what:12} {measured.back[what]:6} of {measured.there[what]:6}  {share:7.2%}")
    if "-v" in sys.argv:
        print("\n".join(measured.missing))


if __name__ == "__main__":
    main()
