"""Kialo's text to a map."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, Imported, fault, text_of
from argmap.formats.builder import MapBuilder

ENTRY: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9})*)\.[ \t]+(?:(Pro|Con):[ \t]*)?(.*)")
LINK: Final = re.compile(r"->[ \t]*See[ \t]+(\d{1,9}(?:\.\d{1,9})*)\.?\s*")
TAIL: Final = re.compile(r"Sources:?\s*")
TITLE: Final = re.compile(r"Discussion (?:Title|Name):[ \t]*(.*)")
_SOURCE: Final = re.compile(r"\s*\[?(\d{1,9}(?:\.\d{1,9})*)\]?[.:)]?\s+(.*)")
_ADDRESS: Final = re.compile(r"https?://\S")
_INLINE: Final = re.compile(
    r"\\([!-/:-@\[-`{-~])|\[(?P<words>(?:\\.|[^\[\]\\\n])*)\]\((?P<url>(?:\\.|[^()\s\\]|\([^()\s]*\))+)\)"
    r"|(?P<space>\s?)\[(?P<note>\d+)\]"
)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHOWN: Final = 60

Number = tuple[int, ...]


@dataclass(slots=True)
class _Claim:
    """A numbered line and what follows it.

    Args:
        number: its place in the tree.
        stance: ``Pro``, ``Con`` or nothing.
        lines: its text.
        line: where it begins, from 1.
    """

    number: Number
    stance: str
    lines: list[str]
    line: int

    @property
    def name(self) -> str:
        """Its number as it is printed."""
        return shown(self.number)


@dataclass(slots=True)
class _Discussion:
    title: str = ""
    claims: dict[Number, _Claim] = field(default_factory=dict)
    sources: dict[Number, str] = field(default_factory=dict)
    behind: dict[Number, Number] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)


def shown(number: Number) -> str:
    """Write a number as Kialo does, with a dot after each part."""
    return "".join(f"{part}." for part in number)


def read(data: bytes, file: str) -> Imported:
    """Read a discussion.

    Args:
        data: what the file holds.
        file: its name.

    Raises:
        FormatError: lines before the first claim, a claim or link without its target, a number twice.
    """
    found = _parse(text_of(data, file), file)
    if found.faults:
        raise FormatError(*found.faults)
    return _to_map(found, file)


def _parse(text: str, file: str) -> _Discussion:
    found = _Discussion()
    last: _Claim | None = None
    lines = text.split("\n")
    last_reply = _last_reply(lines)
    for number, line in enumerate(lines, 1):
        if last is not None and number > last_reply and TAIL.fullmatch(line):
            found.sources = dict(_sources(lines[number:]))
            break
        claim = _claim(line, number, found, file)
        if claim is not None:
            found.claims[claim.number] = last = claim
        elif last is not None:
            last.lines.append(line)
        elif (match := TITLE.match(line)) and not found.title:
            found.title = match[1].strip()
        elif line.strip():
            hint = "claims are written `1.`, then `1.1. Pro:` or `1.1. Con:`"
            found.faults.append(fault(file, (number, 1), "text before the first claim", hint))
            break
    if not found.claims and not found.faults:
        found.faults.append(
            fault(file, (1, 1), "there is no claim", "a discussion has at least a line `1. …`")
        )
    _follow(found, file)
    return found


def _last_reply(lines: list[str]) -> int:
    """Give the number of the last line that is Pro or Con; only after it can the sources begin."""
    replies = (
        number for number, line in enumerate(lines, 1) if (match := ENTRY.fullmatch(line)) and match[2]
    )
    return max(replies, default=0)


def _claim(line: str, at: int, found: _Discussion, file: str) -> _Claim | None:
    """Read a line as the beginning of a claim; None where it goes on with the one before."""
    match = ENTRY.fullmatch(line)
    if match is None:
        return None
    number = tuple(int(part) for part in match[1].split("."))
    stance = match[2] or ""
    parent = number[:-1]
    if not stance and (
        number in found.claims or (parent not in found.claims if parent else not _is_next(number, found))
    ):
        return None
    if stance and number in found.claims:
        found.faults.append(fault(file, (at, 1), f"there is a claim {shown(number)} already"))
    elif stance and parent not in found.claims:
        message = f"there is no claim {shown(parent)} above" if parent else "a thesis is neither Pro nor Con"
        found.faults.append(fault(file, (at, 1), message, "the number says to which claim it belongs"))
    return _Claim(number, stance, [match[3]], at)


def _is_next(number: Number, found: _Discussion) -> bool:
    """Tell whether a number without parent is the first, or follows that of another thesis."""
    return not found.claims or (number[0] - 1,) in found.claims


def _sources(lines: list[str]) -> Iterator[tuple[Number, str]]:
    """Read the list of sources: number, with or without brackets, and text, over one or more lines."""
    number: Number = ()
    said: list[str] = []
    for line in [*lines, "[0] "]:
        match = _SOURCE.match(line)
        if match is None:
            said.append(line.strip())
            continue
        if number and (text := " ".join(filter(None, said))):
            yield number, text
        number, said = tuple(int(part) for part in match[1].split(".")), [match[2].strip()]


def _target(claim: _Claim) -> Number | None:
    """Give the number that a link points to; None for a claim with a text."""
    match = LINK.fullmatch("\n".join(claim.lines).strip())
    return tuple(int(part) for part in match[1].split(".")) if match else None


def _follow(found: _Discussion, file: str) -> None:
    """Find the claim behind each link, or what is wrong with it."""
    for claim in found.claims.values():
        walked: list[Number] = []
        number: Number | None = claim.number
        while number is not None and number in found.claims and number not in found.behind:
            found.behind[number] = ()
            walked.append(number)
            target = _target(found.claims[number])
            if target is None:
                found.behind[number] = number
            number = target
        end = found.behind.get(number, ()) if number is not None else found.behind[walked[-1]]
        if not end and walked:
            message = (
                "the link leads back to itself"
                if number in found.claims
                else f"there is no claim {shown(number or ())} to see"
            )
            found.faults.append(fault(file, (claim.line, 1), message))
        found.behind |= dict.fromkeys(walked, end)


def _to_map(found: _Discussion, file: str) -> Imported:
    builder = MapBuilder(file)
    builder.info["title"] = builder.clean(_unescape(found.title), "title")
    works = {number: _work(text, builder) for number, text in found.sources.items()}
    ids: dict[Number, str] = {}
    for number, claim in found.claims.items():
        if _target(claim) is None:
            ids[number] = _add(claim, builder, works)
    for number, claim in found.claims.items():
        above = found.behind.get(number[:-1], ())
        _relate(claim, ids[found.behind[number]], ids.get(above, ""), builder)
    return builder.build()


def _relate(claim: _Claim, source: str, target: str, builder: MapBuilder) -> None:
    if claim.stance == "Pro":
        builder.inference(target, [source], origin=claim.name)
    elif claim.stance == "Con":
        builder.attack(source, target, origin=claim.name)
    elif target:
        builder.lose("place in the tree", claim.name, "it is neither Pro nor Con")


def _add(claim: _Claim, builder: MapBuilder, works: dict[Number, str]) -> str:
    notes: list[Number] = []

    def plain(match: re.Match[str]) -> str:
        if match["note"]:
            note = (int(match["note"][:9]),)
            if note not in works:
                return match.group()
            notes.append(note)
            return ""
        if match["url"]:
            return f"{_unescape(match['words'])} ({_unescape(match['url'])})"
        return match[1]

    text = _INLINE.sub(plain, "\n".join(claim.lines)).strip()
    cited = [works[note] for note in dict.fromkeys(notes)]
    if len(claim.number) > 1 and claim.number in works:
        cited.append(works[claim.number])
    for work in cited[1:]:
        builder.lose("further source", f"{claim.name} {work}", "a statement has one source")
    source = {"work": cited[0]} if cited else None
    return builder.statement("", text=text, origin=claim.name, source=source)


def _work(text: str, builder: MapBuilder) -> str:
    """Add a work: a title, an address, or both."""
    last = text.rsplit(maxsplit=1)[-1]
    match = _ADDRESS.search(last)
    if match is None:
        return builder.source(_unescape(text))
    url = last[match.start() :]
    title = text.rstrip().removesuffix(url).rstrip(" \t:-\u2013,")
    return builder.source(_unescape(title) or url, url=url)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
