"""The public test suite of CSL: its cases read, carried out and compared."""

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.csl import Cite, Processor, Style, load_style

_SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n?(.*?)\n?<<=+ \1 =+<<", re.DOTALL)

_OUTSIDE = {"experiments", "off-spec", "testers"}
"""Folders of cases that are not part of CSL."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the suite.

    Args:
        name: its name.
        sections: what it consists of, by name.
    """

    name: str
    sections: dict[str, str]

    @property
    def expected(self) -> str:
        """What must be printed, with marks that mean the same written alike."""
        return _alike(self.sections["RESULT"])

    def actual(self) -> str:
        """What is printed."""
        style = load_style(self.sections["CSL"].encode())
        items = {str(item.get("id", at)): item for at, item in enumerate(json.loads(self.sections["INPUT"]))}
        mode = self.sections["MODE"].strip()
        if mode == "bibliography":
            shown = json.loads(self.sections.get("BIBENTRIES", "[]"))
            wanted = {str(key) for key in shown[-1]} if shown else set(items)
            used = {key: item for key, item in items.items() if key in wanted}
            if "CITATIONS" in self.sections and not shown:
                cited = [
                    each["id"]
                    for cluster in json.loads(self.sections["CITATIONS"])
                    for each in cluster[0]["citationItems"]
                ]
                used = {str(key): items[str(key)] for key in dict.fromkeys(map(str, cited))}
            entries = Processor(style, used, None).bibliography()
            lines = "".join(
                f'  <div class="csl-entry">{entry.formatted.html()}</div>\n'
                for entry in entries
                if entry.formatted.runs
            )
            return _alike(f'<div class="csl-bib-body">\n{lines}</div>')
        if "CITATIONS" in self.sections:
            return _alike(self._sequence(style, items))
        if "CITATION-ITEMS" in self.sections:
            clusters = json.loads(self.sections["CITATION-ITEMS"])
        else:
            clusters = [[{"id": key} for key in items]]
        keys = dict.fromkeys(str(each["id"]) for cluster in clusters for each in cluster)
        processor = Processor(style, {key: items[key] for key in keys})
        return _alike(
            "\n".join(processor.cite([_cite(each) for each in cluster]).html() for cluster in clusters)
        )

    def _sequence(self, style: Style, items: dict[str, Any]) -> str:
        clusters = {}
        order: list[str] = []
        for citation, before, after in json.loads(self.sections["CITATIONS"]):
            key = citation["citationID"]
            clusters[key] = citation
            order = [*(each[0] for each in before), key, *(each[0] for each in after)]
        cited = dict.fromkeys(str(each["id"]) for key in order for each in clusters[key]["citationItems"])
        processor = Processor(style, {key: items[key] for key in cited})
        seen: dict[str, str] = {}
        last: list[Any] = []
        lines = {}
        for key in order:
            cites = []
            inside = clusters[key]["citationItems"]
            for at, each in enumerate(inside):
                position = "first"
                previous = inside[at - 1] if at else last[0] if len(last) == 1 else None
                locator = str(each.get("locator", "") or "")
                if str(each["id"]) in seen:
                    position = "subsequent"
                    if previous is not None and str(previous["id"]) == str(each["id"]):
                        had = str(previous.get("locator", "") or "")
                        same = had == locator and previous.get("label", "page") == each.get("label", "page")
                        position = "ibid" if same else "ibid-with-locator" if locator else "subsequent"
                seen[str(each["id"])] = key
                cites.append(_cite(each, position))
            last = inside
            lines[key] = processor.cite(cites).html()
        results = re.findall(r"(?:\.\.|>>)\[(\d+)\] ?(.*)", self.sections["RESULT"])
        marks = re.findall(r"(\.\.|>>)\[", self.sections["RESULT"])
        return "\n".join(
            f"{mark}[{number}] {lines[key]}"
            for (number, _), mark, key in zip(results, marks, order, strict=False)
        )


def _cite(each: dict[str, Any], position: str = "") -> Cite:
    return Cite(
        str(each["id"]),
        str(each.get("locator") or ""),
        str(each.get("label") or "page").replace("sub verbo", "sub-verbo"),
        each.get("prefix") or "",
        each.get("suffix") or "",
        bool(each.get("suppress-author")),
        position or ["first", "subsequent", "ibid", "ibid-with-locator"][int(each.get("position") or 0)],
    )


def _alike(text: str) -> str:
    """Write alike what looks alike: neighbours of one look, references, blocks that are spaces here."""
    text = re.sub(r"</?a\b[^>]*>", "", text).replace("</i><i>", "").replace("</b><b>", "")
    if "csl-entry" in text:
        entries = text.split('<div class="csl-entry">')[1:]
        text = "\n".join(
            " ".join(re.sub(r"</?div\b[^>]*>", " ", entry).split(" ")).strip() for entry in entries
        )
        text = re.sub(r"[ \n]*\n[ \n]*", "\n", re.sub(r" +", " ", text))
    return html.unescape(text).strip()


def read_cases(folder: Path) -> list[Case]:
    """Read the cases of the suite."""
    return [
        Case(path.stem, dict(_SECTION.findall(path.read_text(encoding="utf-8"))))
        for path in sorted(folder.rglob("*.txt"))
        if not _OUTSIDE & set(path.relative_to(folder).parts)
    ]
