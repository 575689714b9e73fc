"""What the lines around a syntax error show about its cause, which the parser cannot know.

A parser says where it stumbles; the slip of the pen is often a line before, and looks like something: a dash
without its space, a tab, a quote that ends too early. Each cause here looks for one such thing.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from argmap.files.yaml.document import SECTIONS

SECTION: Final = re.compile(rf"({'|'.join(SECTIONS)})\s*:")
"""The beginning of a section, at the start of a line."""

_ODD_INDENT: Final = re.compile(r" *([^\S ]|[\u200b\u2060\ufeff])")
_ODD_MARK: Final = re.compile(r"\s*([\u2013\u2014\u2212\u2022\u00b7*+])\s+\S")
_TIGHT_MARK: Final = re.compile(r"\s*-([^\s-])[^:]*:")
_ODD_GAP: Final = re.compile(r"\s*-([^\S ])")
_TIGHT_COLON: Final = re.compile(r"\s*(?:- )?([\w-]+):[^\s:/]")
_ODD_COLON: Final = re.compile(r"\s*(?:- )?[\w-]+([\uff1a\ufe55\ua789])")
_ODD_COLON_GAP: Final = re.compile(r"\s*(?:- )?[\w-]+:([^\S \t])")
_EQUALS: Final = re.compile(r"\s*(?:- )?[\w-]+\s*(=)")
_SLASHES: Final = re.compile(r"\s*(//|/\*)")
_KEY: Final = re.compile(r"(\s*)((?:- +)?)([\w-]+)\s*:(?:\s|$)")
_VALUE: Final = re.compile(r"\s*(?:- +)?[\w-]+:[ \t]+")
_ITEM: Final = re.compile(r"(\s*)-(?:\s|$)")
_KEYED_ITEM: Final = re.compile(r"(\s*)- +[\w-]+:(?:\s|$)")
_HASH: Final = re.compile(r"[\s\[{,](#)\w")
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_BLOCK_SIGN: Final = re.compile(r":\s+[|>][-+\d]*\s*$")
_FAR: Final = 200
"""So many lines are looked at for a neighbour at most."""


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where a parser stumbles.

    Args:
        lines: the lines of the text.
        line: the line, from 0.
        column: the column, from 0.
        problem: what the parser says.
        opened: the line and column, from 0, of what it was in the middle of, where it says so.
    """

    lines: Sequence[str]
    line: int
    column: int
    problem: str
    opened: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The line itself."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def before(self) -> Iterator[tuple[int, str]]:
        """Give the lines above that hold more than a comment, the nearest first."""
        return self.before_line(self.line)

    def before_line(self, line: int) -> Iterator[tuple[int, str]]:
        """Give the lines above another line; see `before`."""
        for number in range(line - 1, max(-1, line - _FAR), -1):
            text = self.lines[number]
            if text.strip() and not text.lstrip().startswith("#"):
                yield number, text

    def section_above(self) -> Iterator[tuple[int, str]]:
        """Give those lines above that belong to the same section."""
        for number, line in self.before():
            if SECTION.match(line):
                return
            yield number, line

    @property
    def suspects(self) -> list[tuple[int, str]]:
        """The line itself, and the one before it, which it may go on from."""
        above = next(self.before(), None)
        return [(self.line, self.text), *([above] if above else [])]


@dataclass(frozen=True, slots=True)
class Cause:
    """What a person has to mend, and where.

    Args:
        line: the line, from 0.
        start: the first column, from 0.
        end: the column after the last one.
        message: what is wrong.
        hint: what would be right.
        related: another place, line and column from 0, and what it shows.
        mended: lines as they were probably meant, by number, so that the rest can be read.
    """

    line: int
    start: int
    end: int
    message: str
    hint: str
    related: tuple[int, int, str] | None = None
    mended: Mapping[int, str] = field(default_factory=dict)


def find_cause(stumble: Stumble) -> Cause | None:
    """Find what is really wrong; None where the lines show no more than the parser says."""
    for kinds, find in _CAUSES:
        if re.search(kinds, stumble.problem) and (cause := find(stumble)):
            return cause
    return None


def character_name(character: str) -> str:
    """Name a character that one does not see, such as ``U+00A0 (no-break space)``."""
    name = unicodedata.name(character, "a control character").lower()
    return "a tab" if character == "\t" else f"U+{ord(character):04X} ({name})"


def _odd_indent(at: Stumble) -> Cause | None:
    """A tab, or a space that is none to YAML, before a line or several."""
    run: dict[int, re.Match[str]] = {}
    column = 0
    for number, line in [(at.line, at.text), *at.before()]:
        if match := _ODD_INDENT.match(line):
            run[number] = match
        elif number != at.line:
            above = _KEY.match(line)
            column = above.start(3) if above else len(line) - len(line.lstrip())
            break
    if not run:
        return None
    for number in range(max(run) + 1, min(len(at.lines), at.line + _FAR)):
        match = _ODD_INDENT.match(at.lines[number])
        if not match or not at.lines[number].strip():
            break
        run[number] = match
    number, match = min(run.items())
    odd = match[1]
    what = f"the line is indented with {character_name(odd)}, which is not a space to YAML"
    if odd == "\t":
        what = "a tab where spaces are needed"
    mended = {other: _indented(at.lines[other].strip(), column) for other in run}
    return Cause(number, match.start(1), match.end(1), what, "indent with spaces", mended=mended)


def _indented(line: str, column: int) -> str:
    """Put a field in a column, and what is not a field deeper."""
    return " " * (column if _KEY.match(line) else column + 2) + line


def _odd_item(at: Stumble) -> Cause | None:
    """A list item that does not begin with a hyphen and a space."""
    for number, line in at.suspects:
        if match := _ODD_MARK.match(line):
            start, end, what = match.start(1), match.end(1), f"`{match[1]}` begins no list item"
            meant = "-"
        elif match := _ODD_GAP.match(line):
            start, end = match.span(1)
            what, meant = f"{character_name(match[1])} follows the dash, where a space is needed", " "
        elif match := _TIGHT_MARK.match(line):
            start, end = match.start(1) - 1, match.start(1)
            what, meant = "a space is missing after the dash", "- "
        else:
            continue
        mended = {number: line[:start] + meant + line[end:]}
        return Cause(number, start, end, what, "start the item with `- `", mended=mended)
    return None


def _odd_colon(at: Stumble) -> Cause | None:
    """A key whose colon is missing, is another sign, or has no space after it."""
    for number, line in at.suspects:
        hint, meant = "write `key: value`", ": "
        if match := _ODD_COLON.match(line):
            what = f"`{match[1]}` is another sign than the colon `:`"
        elif match := _ODD_COLON_GAP.match(line):
            what, meant = f"{character_name(match[1])} follows the colon, where a space is needed", " "
        elif match := _SLASHES.match(line):
            what, hint, meant = f"`{match[1]}` begins no comment", "begin a comment with `# `", "# "
        elif match := _EQUALS.match(line):
            what = "`=` stands where a colon is needed"
        elif match := _TIGHT_COLON.match(line):
            what, meant = f"a space is missing after the colon of `{match[1]}`", f"{match[1]}: "
        else:
            continue
        start, end = match.span(1)
        after = line[end:].removeprefix(":") if meant.startswith(match[1]) else line[end:]
        return Cause(number, start, end, what, hint, mended={number: line[:start] + meant + after})
    return None


def _too_deep(at: Stumble) -> Cause | None:
    """A field that is indented deeper than the one above it, and so goes on with its text."""
    here, above = _KEY.match(at.text), next(at.before(), None)
    upper = _KEY.match(above[1]) if above else None
    if not here or here[2] or at.column != here.end(3) or not above or not upper:
        return None
    column = upper.start(3)
    if here.start(3) <= column:
        return None
    what = f"`{here[3]}` is indented deeper than `{upper[3]}` above it, and so goes on with its text"
    hint = f"start it in column {column + 1}, as `{upper[3]}`"
    related = (above[0], column, "the field above")
    mended = {at.line: " " * column + at.text.lstrip()}
    return Cause(at.line, here.start(3), here.end(3), what, hint, related, mended)


def _stray_line(at: Stumble) -> Cause | None:
    """A line before a field that is none and belongs to none."""
    here, above = _KEY.match(at.text), next(at.before(), None)
    if not here or at.column != here.end(3) or above is None or _KEY.match(above[1]):
        return None
    number, line = above
    start = len(line) - len(line.lstrip())
    if start < here.start(1) or re.search(r":\s", line):
        return None
    what = "the line is not a field, and no text goes on with it"
    hint = "write `key: value`, begin a comment with `# `, or delete it"
    return Cause(number, start, len(line.rstrip()), what, hint, mended={number: ""})


def _quoted(at: Stumble, start: int) -> Mapping[int, str]:
    """Put quotes around the text that starts in a column of the line and may go on in those below."""
    column = len(at.text) - len(at.text.lstrip(" -"))
    last = at.line
    for number in range(at.line + 1, min(len(at.lines), at.line + _FAR)):
        line = at.lines[number]
        if len(line) - len(line.lstrip()) <= column or _ITEM.match(line):
            break
        last = number
    mended = {number: at.lines[number].replace("'", "''") for number in range(at.line + 1, last + 1)}
    mended[at.line] = at.text[:start] + "'" + at.text[start:].replace("'", "''")
    return {**mended, last: mended[last].rstrip() + "'"}


def _sign_at_start(at: Stumble) -> Cause | None:
    """A text that begins with a sign that means something else to YAML."""
    match = _VALUE.match(at.text)
    start = match.end() if match else len(at.text) - len(at.text.lstrip())
    sign = at.text[start : start + 1]
    if not sign or start > at.column:
        return None
    if sign not in "*&?-,!%@`}]" and not (sign == "|" and not match):
        return None
    what = f"plain text cannot start with {'a backtick' if sign == '`' else f'`{sign}`'}"
    return Cause(
        at.line,
        start,
        start + 1,
        what,
        "put quotes around the text",
        mended=_quoted(at, start) if match else {},
    )


def _text_after_block_sign(at: Stumble) -> Cause | None:
    """A text on the line of the sign that announces it below."""
    match = _VALUE.match(at.text)
    if not match or at.text[match.end() : match.end() + 1] not in ("|", ">"):
        return None
    start = match.end()
    what = f"the text may not begin on the same line as its `{at.text[start]}`"
    hint = "begin the text on the next line, indented, or put quotes around it"
    return Cause(at.line, start, start + 1, what, hint, mended=_quoted(at, start))


def _text_after_closing(at: Stumble) -> Cause | None:
    """A text that begins with something in quotes or brackets, and goes on after them."""
    match = _VALUE.match(at.text)
    start = match.end() if match else 0
    sign = at.text[start : start + 1]
    if not match or start >= at.column or sign not in ('"', "'", "[", "{"):
        return None
    if sign in "[{":
        what, hint = (
            "the text goes on after a closing bracket",
            f"put quotes around text that begins with `{sign}`",
        )
    elif sign == "'":
        what = "the text goes on after its closing quote"
        hint = 'write an apostrophe twice, or put "…" around the text'
    else:
        what, hint = "the text goes on after its closing quote", "put '…' around the whole text"
    return Cause(at.line, at.column, at.column + 1, what, hint, mended=_quoted(at, start))


def _colon_in_text(at: Stumble) -> Cause | None:
    """A text with a colon in it, perhaps in printer's quotes, which quote nothing here."""
    match = _VALUE.match(at.text)
    if not match or match.end() > at.column:
        return None
    start = match.end()
    mended = _quoted(at, start)
    if at.column == len(at.text.rstrip()) - 1:
        mended = {at.line: at.text.rstrip()[:-1]}
    if (sign := at.text[start]) in "\u201c\u201d\u201e\u2018\u2019\u00ab":
        what = f"`{sign}` is not a quotation mark to YAML, so the colon further on starts a new key"
        hint = "put straight quotes, \"…\" or '…', around the text"
        return Cause(at.line, start, start + 1, what, hint, mended=mended)
    what = "a colon followed by a space starts a new key here"
    hint = "put quotes around the text, or write it as a block after `>-`"
    return Cause(at.line, at.column, at.column + 1, what, hint, mended=mended)


def _shallow_text(at: Stumble) -> Cause | None:
    """A line of a text that is not indented deeper than the key of the text."""
    number, column = at.opened or (at.line, at.column)
    line = at.lines[number] if number < len(at.lines) else ""
    above = next(at.before_line(number), None)
    field = next((match for _, upper in at.before_line(number) if (match := _KEY.match(upper))), None)
    if not above or not field or not line.strip() or _KEY.match(line):
        return None
    is_block = bool(_BLOCK_SIGN.search(above[1]))
    if column > field.start(3) or (column == field.start(3) and not is_block):
        return None
    what = f"the line goes on with `{field[3]}`, but is not indented deeper than it"
    hint = f"start it in column {field.start(3) + 3}"
    mended = {number: " " * (field.start(3) + 2) + line.lstrip()}
    return Cause(number, column, len(line), what, hint, mended=mended)


def _fence(at: Stumble) -> Cause | None:
    """What surrounds code in Markdown."""
    if not re.fullmatch(r"\s*(?:```|~~~)\s*\w*\s*", at.text):
        return None
    what = "this line surrounds code in Markdown, and is not YAML"
    return Cause(at.line, 0, len(at.text), what, "delete the line", mended={at.line: ""})


def _misplaced_section(at: Stumble) -> Cause | None:
    """A section that does not start at the beginning of its line."""
    match = re.match(r"\s+" + SECTION.pattern, at.text)
    if not match:
        return None
    what = f"the section `{match[1]}` does not start at the beginning of its line"
    mended = {at.line: at.text.lstrip()}
    return Cause(at.line, match.start(1), match.end(1), what, "delete the spaces before it", mended=mended)


def _document_end(at: Stumble) -> Cause | None:
    """The mark that ends a document, with more below it."""
    number = next((number for number, line in at.before() if re.match(r"\.\.\.(?:\s|$)", line)), None)
    if number is None:
        return None
    what = "`...` ends the map here, and more follows"
    return Cause(number, 0, 3, what, "delete the line", mended={number: ""})


def _misplaced_item(at: Stumble) -> Cause | None:
    """A list item in another column than those before it."""
    here = _ITEM.match(at.text)
    if not here:
        return None
    column = len(here[1])
    alike = _KEYED_ITEM if _KEYED_ITEM.match(at.text) else _ITEM
    others = ((number, alike.match(line)) for number, line in at.section_above())
    columns = [(number, len(item[1])) for number, item in others if item]
    if not columns or any(other == column for _, other in columns):
        return None
    number, other = min(columns, key=lambda pair: (abs(pair[1] - column), -pair[0]))
    what = f"this item starts in column {column + 1}, the one before it in column {other + 1}"
    hint, related = f"start it in column {other + 1}", (number, other, "the item before it")
    return Cause(at.line, column, column + 1, what, hint, related, _shifted(at, column, other))


def _shifted(at: Stumble, column: int, other: int) -> Mapping[int, str]:
    """Move an item to another column, with the lines below that are in line with it."""
    moved = {at.line: " " * other + at.text.lstrip()}
    below = at.lines[at.line + 1] if at.line + 1 < len(at.lines) else ""
    if len(below) - len(below.lstrip()) != column + 2:
        return moved
    for number in range(at.line + 1, min(len(at.lines), at.line + _FAR)):
        line = at.lines[number]
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent <= column:
            break
        moved[number] = " " * (indent + other - column) + line.lstrip()
    return moved


def _misplaced_field(at: Stumble) -> Cause | None:
    """A field in another column than the one above it."""
    here = _KEY.match(at.text)
    if not here or here[2]:
        return None
    column = here.start(3)
    fields = ((number, _KEY.match(line)) for number, line in at.before())
    number, above = next(((number, upper) for number, upper in fields if upper), (0, None))
    if above is None or above.start(3) == column:
        return None
    other = above.start(3)
    what = f"`{here[3]}` starts in column {column + 1}, `{above[3]}` above it in column {other + 1}"
    related = (number, other, "the field above")
    mended = {at.line: " " * other + at.text.lstrip()}
    return Cause(at.line, column, here.end(3), what, f"start it in column {other + 1}", related, mended)


def _in_brackets(at: Stumble) -> Cause | None:
    """What is not a comment, or is one, inside brackets."""
    if at.opened is None:
        return None
    first, column = at.opened
    for number in range(first, min(at.line + 1, len(at.lines), first + _FAR)):
        line = at.lines[number]
        if match := _SLASHES.match(line):
            what, hint = f"`{match[1]}` begins no comment", "begin a comment with `# `, or delete it"
            mended = {number: line[: match.start(1)] + "# " + line[match.end(1) :]}
            return Cause(number, match.start(1), match.end(1), what, hint, mended=mended)
        if match := _HASH.search(line, column if number == first else 0):
            what = "`#` starts a comment here, which hides the rest of the line"
            hint = "put quotes around text that starts with `#`"
            return Cause(number, match.start(1), match.end(1), what, hint)
    return _missing_comma(at)


def _missing_comma(at: Stumble) -> Cause | None:
    """Two items of a list with no comma between them."""
    ahead = at.text[at.column : at.column + 1]
    parts = [(at.line, at.text[: at.column]), *at.before()]
    number, line = next(((number, part.rstrip()) for number, part in parts if part.strip()), (0, ""))
    if not ahead or ahead in ",:]}" or not line.endswith(("}", "]", '"', "'")):
        return None
    end = len(line)
    mended = {number: line + "," + at.lines[number][end:]}
    what, hint = "a comma is missing after this", "separate the items of a list with commas"
    return Cause(number, end - 1, end, what, hint, mended=mended)


def _empty_item(at: Stumble) -> Cause | None:
    """Two commas with nothing between them."""
    if at.text[at.column : at.column + 1] != ",":
        return None
    mended = {at.line: at.text[: at.column] + " " + at.text[at.column + 1 :]}
    what, hint = "nothing stands before this comma", "delete it"
    return Cause(at.line, at.column, at.column + 1, what, hint, mended=mended)


def _never_closed(at: Stumble) -> Cause | None:
    """A bracket that is open at the end of the file."""
    if at.text.strip():
        return None
    for number, line in at.before():
        openers = [match.start() for match in re.finditer(r"[\[{]", line)]
        if len(openers) > len(re.findall(r"[\]}]", line)):
            start = openers[-1]
            return Cause(number, start, start + 1, "a bracket is opened here and never closed", "close it")
    return None


def _half_character(at: Stumble) -> Cause | None:
    """A character outside the basic plane, escaped in two halves as in JSON."""
    match = _HALF.search(at.text)
    if not match:
        return None
    what = f"`{match.group()}` is the escape of half a character"
    mended = {at.line: _HALF.sub(r"\\ufffd", at.text)}
    return Cause(at.line, match.start(), match.end(), what, "write the character itself", mended=mended)


_LAYOUT: Final = (
    r"mapping values are not allowed|could not find expected ':'|'-' indicator|did not find expected key"
    r"|cannot start any token|expected <document start>|block (?:sequence|mapping)|tab"
)
_MISFIT: Final = r"'-' indicator|did not find expected key|expected <document start>"
_CAUSES: Final[tuple[tuple[str, Callable[[Stumble], Cause | None]], ...]] = (
    (r"cannot start any token", _fence),
    (_LAYOUT, _odd_indent),
    (_LAYOUT + "|alphabetic or numeric", _odd_item),
    (r"could not find expected ':'|mapping values are not allowed|expected key", _odd_colon),
    (r"could not find expected ':'", _shallow_text),
    (r"mapping values are not allowed", _too_deep),
    (r"mapping values are not allowed", _stray_line),
    (r"mapping values are not allowed", _colon_in_text),
    (r"expected <document start>", _document_end),
    (_MISFIT, _misplaced_section),
    (_MISFIT, _misplaced_item),
    (r"did not find expected (?:key|<document start>)|'-' indicator", _text_after_closing),
    (r"comment or line break", _text_after_block_sign),
    (
        r"cannot start any token|alphabetic or numeric|node content|not allowed in this|tag|directive",
        _sign_at_start,
    ),
    (r"'-' indicator|did not find expected key", _misplaced_field),
    (r"expected ',' or|node content|cannot start", _in_brackets),
    (r"node content", _empty_item),
    (r"node content|expected ',' or", _never_closed),
    (r"Unicode character", _half_character),
)
"""Which of the parser's words let one think of which cause; the first that is found is told."""
