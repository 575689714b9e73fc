"""What libyaml says, in words that help."""

import re
from typing import Final

from yaml import MarkedYAMLError

from argmap.diagnostics import Diagnostic, Location, Related
from argmap.files.faults.line_causes import Cause, Stumble, find_cause
from argmap.files.yaml.decoding import split_lines
from argmap.files.yaml.document import SyntaxFaultError

_ADVICE: Final = (
    (
        r"mapping values are not allowed",
        "a colon followed by a space starts a new key here",
        "put quotes around the text, or write it as a block after `>-`",
    ),
    (
        r"could not find expected ':'",
        "a key without its colon, or text that continues at the wrong depth",
        "write `key: value`, and indent the lines that continue a text",
    ),
    (
        r"found character '(?:@|`)' that cannot start any token|found character that cannot start any token",
        "plain text cannot start with this character",
        "put quotes around the text",
    ),
    (
        r"found unexpected end of stream",
        "a quote is opened here and never closed",
        "close it; inside '…' a single quote is written twice",
    ),
    (
        r"did not find expected ',' or '[\]}]'",
        "a bracket is opened here and the list inside breaks off",
        "close the bracket, and separate its items with commas",
    ),
    (
        r"did not find expected '-' indicator",
        "this line does not fit the list around it",
        "start each item with `- ` in the same column",
    ),
    (
        r"did not find expected key",
        "this line does not fit the fields around it",
        "start it in the same column as the other keys, and put quotes around text that begins with a quote",
    ),
    (
        (
            r"block (?:sequence entries|mapping keys|collections) are not allowed|"
            r"sequence entries are not allowed"
        ),
        "a list item or key cannot start here",
        "begin it on a line of its own, or put quotes around the text",
    ),
    (
        r"found a tab character|found character '\\t'|tab",
        "a tab where spaces are needed",
        "indent with spaces",
    ),
    (
        r"found undefined (?:tag|alias)|undefined alias",
        "text that starts with `*`, `&` or `!` must be quoted",
        "put quotes around the text",
    ),
    (
        r"found unknown escape character",
        "an unknown escape after a backslash",
        "use single quotes, where a backslash is only a backslash",
    ),
    (
        r"did not find expected <document start>",
        "text after the end of the map",
        "start the line in the same column as the other sections, or indent it to belong to one",
    ),
)
"""What libyaml's wording matches, what it means here, and what would be right."""

_OWN_WORDS: Final = (
    (r"expected '<document start>'", "did not find expected <document start>"),
    (r"expected (',' or '.'), but got", r"did not find expected \1"),
    (r"expected a comment or a line break", "did not find expected comment or line break"),
    (
        r"(sequence entries|mapping keys|mapping values) are not allowed here",
        r"\1 are not allowed in this context",
    ),
)
_OPENED: Final = re.compile(r"quoted scalar|flow (?:sequence|mapping|node)|simple key")


def explain_syntax_error(error: MarkedYAMLError, file: str, text: str) -> SyntaxFaultError:
    """Turn libyaml's error into a finding at the place that a person has to mend.

    Args:
        error: what the parser raised.
        file: the name of the file, for locations.
        text: what was read, whose lines may show more than the parser says.
    """
    mark = error.problem_mark or error.context_mark
    opened = (error.context_mark.line, error.context_mark.column) if error.context_mark else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    stumble = Stumble(split_lines(text), line, column, _problem(error), opened)
    return _found(find_cause(stumble) or _said(error, stumble), file)


def _problem(error: MarkedYAMLError) -> str:
    """Give the problem as libyaml words it, also where PyYAML's own parser stands in for it."""
    said = error.problem or ""
    if said.startswith("expected <block end>"):
        is_mapping = "mapping" in (error.context or "")
        return "did not find expected key" if is_mapping else "did not find expected '-' indicator"
    for pattern, words in _OWN_WORDS:
        if match := re.match(pattern, said):
            return match.expand(words)
    return said


def _found(cause: Cause, file: str) -> SyntaxFaultError:
    place = Location(file, cause.line + 1, cause.start + 1, cause.line + 1, cause.end + 1)
    related: tuple[Related, ...] = ()
    if cause.related:
        line, column, shown = cause.related
        related = (Related(Location(file, line + 1, column + 1), shown),)
    fault = Diagnostic(place, "Y105", cause.message, hint=cause.hint, related=related)
    return SyntaxFaultError(fault, cause.line, cause.mended)


def _said(error: MarkedYAMLError, stumble: Stumble) -> Cause:
    """Say what the parser says, at the place where what it was reading was opened."""
    message, hint = _advice(stumble.problem)
    if stumble.opened is None or not _OPENED.search(error.context or ""):
        return Cause(stumble.line, stumble.column, stumble.column + 1, message, hint)
    line, column = stumble.opened
    is_elsewhere = line != stumble.line and bool(stumble.text.strip())
    related = (stumble.line, stumble.column, "the reader stumbles here") if is_elsewhere else None
    return Cause(line, column, column + 1, message, hint, related)


def _advice(problem: str) -> tuple[str, str]:
    for pattern, message, hint in _ADVICE:
        if re.search(pattern, problem):
            return message, hint
    return f"not YAML: {problem}", "compare the line with its neighbours"
