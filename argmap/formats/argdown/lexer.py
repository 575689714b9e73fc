"""Argdown text to tokens.

What begins a line decides what the line is; brackets, marks of emphasis, links and tags count anywhere.
Comments are taken out here. Every rule follows the language's own lexer, in its order of precedence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from argmap.formats.argdown.ahead import Ahead
from argmap.formats.argdown.shortcodes import SIGNS
from argmap.formats.argdown.tokens import Kind, Token

_LINE_START: Final = re.compile(
    r"""(?P<indent>[ \t]*)(?:
        (?P<inference>--)
      | (?P<relation>\+>|->|<\+|\+|<-|-|><|_>|<_|_(?=\s))
      | (?P<heading>\#+)[ ]
      | \((?P<number>\d+)\)
      | (?P<item>\d+\.|\*)(?=\s)
    )""",
    re.VERBOSE,
)
_EMPTY_LINES: Final = re.compile(r"(?:[ \t]*\n){2,}")
_NEWLINE: Final = re.compile(r"[ \t]*\n")
_ONE_NEWLINE: Final = re.compile(r"[ \t]*\n(?![ \t]*\n)")
_NEWLINES: Final = re.compile(r"(?:[ \t]*\n)*")
_LINE_ENDS: Final = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")
_BLANK: Final = re.compile(r"[ \t]+")
_ESCAPE: Final = re.compile(r"\\(.)( *)")
_SIGN: Final = re.compile(r"([.:])\S+?\1[ \t]?")
_TAG: Final = re.compile(r"#[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+")
_EMPHASIS: Final = re.compile(r"\*\*|__|\*|_")
_EMPHASIS_CLOSED_BY: Final = re.compile(r"([ \t])|(?=[\n)}_.,!?;:*-])|\Z")
_PLAIN: Final = re.compile(r"[^\\@#*_\[\],.:;</>\-\n(){}]+")
_MARK: Final = re.compile(r".[ \t]?", re.DOTALL)
_INFERENCE_END: Final = re.compile(r"-{2,}")
_DATA_END: Final = re.compile(r"\}\s[^,}]")
_DATA_GOES_ON: Final = re.compile(r"\s*[,}]")

_BY_NAME: Final = {
    "inference": Kind.INFERENCE_START,
    "relation": Kind.RELATION,
    "heading": Kind.HEADING,
    "number": Kind.NUMBER,
    "item": Kind.LIST_ITEM,
}
_BRACKETS: Final = {
    "[": ("]", Kind.STATEMENT_DEFINITION, Kind.STATEMENT_REFERENCE),
    "<": (">", Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE),
}


@dataclass(slots=True)
class Tokens:
    """The tokens of a text.

    Args:
        tokens: in order.
        comments: where each comment begins.
    """

    tokens: list[Token] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)


def tokenize(text: str) -> Tokens:
    """Take a text apart.

    Args:
        text: the text of a file; its lines end with newlines.
    """
    return _Lexer(text).run()


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead = Ahead(text)
        self._data_end = -1
        self._found = Tokens()
        self._tokens = self._found.tokens
        self._open: list[str] = []
        self._skipped_to = 0
        self._in_inference = False
        self._by_sign: dict[str, Callable[[int], int]] = {
            "\\": self._escape,
            "#": self._tag,
            "*": self._emphasis,
            "_": self._emphasis,
            "[": self._bracket,
            "<": self._bracket,
            "@": self._mention,
            "=": self._front_matter,
            ",": self._comma,
        }

    def run(self) -> Tokens:
        position, end = 0, len(self._text)
        while position < end:
            position = self._inference(position) if self._in_inference else self._next(position)
        return self._found

    def _next(self, at: int) -> int:
        sign = self._text[at]
        if sign in "/<" and (after := self._comment(at)):
            return after
        if sign == "{" and (after := self._data(at)):
            return after
        if sign in ".:" and (after := self._sign(at)):
            return after
        if sign in " \t\n" and (after := self._line_end(at)):
            return after
        if self._is_line_start() and (after := self._line_start(at)):
            return after
        if after := self._by_sign.get(sign, _nothing)(at):
            return after
        return self._plain(at)

    def _inference(self, at: int) -> int:
        """Read on inside the line of an inference."""
        sign = self._text[at]
        if sign in "/<" and (after := self._comment(at)):
            return after
        if sign == "-" and (match := _INFERENCE_END.match(self._text, at)):
            self._in_inference = False
            return self._add(Kind.INFERENCE_END, match.group(), at, match.end())
        if sign == "{" and (after := self._data(at)):
            return after
        if sign in " \t\n":
            self._in_inference = _EMPTY_LINES.match(self._text, at) is None
            return self._line_end(at)
        handlers = {"\\": self._escape, ",": self._comma, ".": self._sign, ":": self._sign}
        return handlers.get(sign, _nothing)(at) or self._plain(at)

    def _add(self, kind: Kind, text: str, at: int, end: int, *, indent: int = 0, space: str = "") -> int:
        self._tokens.append(Token(kind, text, at, indent, space))
        return end

    def _last(self) -> Kind | None:
        return self._tokens[-1].kind if self._tokens else None

    def _is_line_start(self) -> bool:
        last = self._last()
        return last is None or last is Kind.NEWLINE or last is Kind.EMPTY_LINE

    def _line_start(self, at: int) -> int:
        match = _LINE_START.match(self._text, at)
        name = match and match.lastgroup
        if match is None or name is None:
            return 0
        indent = len(match["indent"])
        start = match.start() + indent
        if name == "inference" and self._last() is Kind.EMPTY_LINE:
            return self._add(Kind.RELATION, "-", start, start + 1, indent=indent)
        self._in_inference = name == "inference"
        return self._add(_BY_NAME[name], match[name], start, match.end(), indent=indent)

    def _line_end(self, at: int) -> int:
        """Read an empty line, the end of a line, or blanks."""
        if self._last() is not Kind.EMPTY_LINE and (match := _EMPTY_LINES.match(self._text, at)):
            self._open.clear()
            return self._add(Kind.EMPTY_LINE, "", at, match.end())
        if match := _NEWLINE.match(self._text, at):
            if self._last() is Kind.EMPTY_LINE:
                return match.end()
            return self._add(Kind.NEWLINE, "\n", at, match.end())
        if not self._in_inference and self._is_line_start() and (after := self._line_start(at)):
            return after
        match = _BLANK.match(self._text, at)
        self._skipped_to = match.end() if match else 0
        return self._skipped_to

    def _comment(self, at: int) -> int:
        end = self._comment_end(at)
        if not end:
            return 0
        self._found.comments.append(at)
        if self._last() is Kind.EMPTY_LINE:
            rest = _NEWLINES.match(self._text, end)
        elif self._last() is Kind.NEWLINE:
            rest = _ONE_NEWLINE.match(self._text, end)
        else:
            rest = None
        return rest.end() if rest else end

    def _comment_end(self, at: int) -> int:
        for start, close in (("//", "\n"), ("/*", "*/"), ("<!--", "-->")):
            if self._text.startswith(start, at):
                end = self._ahead.find(close, at + len(start))
                if close == "\n":
                    return end
                return end + len(close) if end < len(self._text) else 0
        return 0

    def _front_matter(self, at: int) -> int:
        if not self._text.startswith("===", at):
            return 0
        start = at
        while self._text.startswith("=", start):
            start += 1
        close = self._ahead.find("===", start)
        end = close
        while self._text.startswith("=", end):
            end += 1
        if end == close:
            return 0
        return self._add(Kind.FRONT_MATTER, self._text[start:close], at, end, indent=start - at)

    def _data(self, at: int) -> int:
        """Read ``{…}``: it ends at a ``}`` with white space behind it that no ``,`` or ``}`` follows."""
        if self._ahead.find("}", at + 1) == len(self._text):
            return 0
        if self._data_end < at:
            match = _DATA_END.search(self._text, at)
            self._data_end = match.start() if match else len(self._text)
        close = self._text.rfind("}", at, self._data_end + 1)
        while close > at and _DATA_GOES_ON.match(self._text, close + 1):
            close = self._text.rfind("}", at, close)
        if close <= at:
            return 0
        return self._add(Kind.DATA, self._text[at : close + 1], at, close + 1)

    def _escape(self, at: int) -> int:
        match = _ESCAPE.match(self._text, at)
        return self._add(Kind.ESCAPE, match[1] + match[2], at, match.end()) if match else 0

    def _sign(self, at: int) -> int:
        match = _SIGN.match(self._text, at)
        if match is None:
            return 0
        sign = SIGNS.get(match.group().strip())
        if sign is None:
            return self._add(Kind.TEXT, match.group(), at, match.end())
        return self._add(Kind.SIGN, sign + match.group()[len(match.group().rstrip()) :], at, match.end())

    def _tag(self, at: int) -> int:
        if self._text.startswith("(", at + 1):
            close = self._ahead.find(")", at + 2)
            if close in {at + 2, len(self._text)}:
                return 0
            end = close + 1
        else:
            match = _TAG.match(self._text, at)
            if match is None:
                return 0
            end = match.end()
        space = self._blank(end)
        return self._add(Kind.TAG, _LINE_ENDS.sub(" ", self._text[at:end]), at, end + len(space), space=space)

    def _emphasis(self, at: int) -> int:
        """Read the end of the emphasis that was opened last, else the beginning of another."""
        match = _EMPHASIS.match(self._text, at)
        mark = match.group() if match else ""
        last = self._open[-1] if self._open else ""
        if mark.startswith(last) and last and self._skipped_to != at:
            closed = _EMPHASIS_CLOSED_BY.match(self._text, at + len(last))
            if closed:
                self._open.pop()
                return self._add(Kind.EMPHASIS_END, last, at, closed.end(), space=closed[1] or "")
        for wanted in (mark, mark[:1]):
            following = self._text[at + len(wanted) : at + len(wanted) + 1]
            if following and not following.isspace():
                self._open.append(wanted)
                return self._add(Kind.EMPHASIS_START, wanted, at, at + len(wanted))
        return 0

    def _bracket(self, at: int) -> int:
        """Read a link, or the title of a statement or argument."""
        opening = self._text[at]
        closing, definition, reference = _BRACKETS[opening]
        if opening == "[" and (after := self._link(at)):
            return after
        line_end = self._ahead.line_end(at + 1)
        close = self._ahead.find(f"{closing}:", at + 2)
        if close < line_end:
            return self._add(definition, self._text[at + 1 : close], at, close + 2)
        close = self._ahead.find(closing, at + 2)
        if close < line_end and self._text[at + 1] != "-":
            return self._add(reference, self._text[at + 1 : close], at, close + 1)
        return 0

    def _link(self, at: int) -> int:
        close = self._ahead.find("]", at + 1)
        if close == at + 1 or not self._text.startswith("](", close):
            return 0
        end = self._ahead.find(")", close + 2)
        if end in {close + 2, len(self._text)}:
            return 0
        words = " ".join(self._text[at + 1 : close].split())
        space = self._blank(end + 1)
        content = f"{words}\n{self._text[close + 2 : end].strip()}"
        return self._add(Kind.LINK, content, at, end + 1 + len(space), space=space)

    def _mention(self, at: int) -> int:
        opening = self._text[at + 1 : at + 2]
        if opening not in _BRACKETS:
            return 0
        close = self._ahead.find(_BRACKETS[opening][0], at + 3)
        if close >= self._ahead.line_end(at + 1):
            return 0
        space = self._blank(close + 1)
        return self._add(Kind.MENTION, self._text[at : close + 1], at, close + 1 + len(space), space=space)

    def _blank(self, at: int) -> str:
        """Give the blank at a position, if there is one."""
        sign = self._text[at : at + 1]
        return sign if sign in {" ", "\t"} else ""

    def _comma(self, at: int) -> int:
        match = _MARK.match(self._text, at)
        return self._add(Kind.COMMA, match.group(), at, match.end()) if match else 0

    def _plain(self, at: int) -> int:
        match = _PLAIN.match(self._text, at) or _MARK.match(self._text, at)
        end = match.end() if match else at + 1
        return self._add(Kind.TEXT, self._text[at:end], at, end)


def _nothing(_at: int) -> int:
    return 0
