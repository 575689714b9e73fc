"""Argdown tokens to a document.

Empty lines part the blocks, so that a fault in one of them does not hide those of the others. Nesting is
followed with a stack: a relation belongs to what is indented less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.formats.argdown.document import (
    Document,
    Entry,
    InferenceLine,
    Relation,
    Section,
    Structure,
)
from argmap.formats.argdown.source import Source
from argmap.formats.argdown.tokens import CONTENT, Kind, Token
from argmap.formats.argdown.wording import explain

_TITLED: Final = {
    Kind.STATEMENT_DEFINITION: (False, False),
    Kind.STATEMENT_REFERENCE: (False, True),
    Kind.ARGUMENT_DEFINITION: (True, False),
    Kind.ARGUMENT_REFERENCE: (True, True),
}
_UNDERCUTS: Final = frozenset(("_", "<_"))


class _Unexpected(Exception):  # noqa: N818 — it never leaves this module
    """Something stands where it cannot."""

    def __init__(self, what: str, token: Token) -> None:
        super().__init__(what)
        self.what = what
        self.token = token


def parse(tokens: Sequence[Token], source: Source) -> Document:
    """Find the blocks of a document and what stands in them.

    Args:
        tokens: what it is made of.
        source: its text, for the places of findings.

    Returns:
        The document; what could not be understood is among its faults.
    """
    return _Parser(tokens, source).run()


def _blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    block: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.EMPTY_LINE:
            block.append(token)
        elif block:
            yield block
            block = []
    if block:
        yield block


@dataclass
class _Level:
    """A depth of nesting: how far its relations are indented, what they belong to, and the one being read."""

    indent: int
    parent: Entry | InferenceLine
    relation: Relation | None = None


class _Parser:
    def __init__(self, tokens: Sequence[Token], source: Source) -> None:
        self._tokens = tokens
        self._source = source
        self._document = Document()
        self._block: list[Token] = []
        self._at = 0
        self._section: Section | None = None
        self._before: Entry | None = None

    def run(self) -> Document:
        for number, block in enumerate(_blocks(self._tokens)):
            self._block, self._at = block, 0
            before, self._before = self._before, None
            try:
                self._parse_block(before, is_first=number == 0)
            except _Unexpected as error:
                self._fault(error)
        return self._document

    def _fault(self, error: _Unexpected) -> None:
        said = explain(error.what, error.token)
        self._document.faults.append(self._source.fault(error.token.offset, *said))

    def _parse_block(self, before: Entry | None, *, is_first: bool) -> None:
        self._skip(Kind.NEWLINE)
        if is_first and (token := self._take(Kind.FRONT_MATTER)):
            self._document.front_matter = token
            self._skip(Kind.NEWLINE)
        kind = self._kind()
        if kind is None:
            return
        if kind is Kind.HEADING:
            self._heading()
        elif kind is Kind.NUMBER:
            self._structure(before)
        elif kind is Kind.LIST_ITEM:
            self._list()
        else:
            entry = self._entry(is_alone=True)
            self._relations(entry, 0)
            self._before = entry if entry.is_argument else None
        if self._at < len(self._block):
            raise self._unexpected("end")

    def _kind(self) -> Kind | None:
        return self._block[self._at].kind if self._at < len(self._block) else None

    def _take(self, *kinds: Kind) -> Token | None:
        if self._kind() not in kinds:
            return None
        self._at += 1
        return self._block[self._at - 1]

    def _skip(self, kind: Kind) -> None:
        while self._take(kind):
            pass

    def _unexpected(self, what: str) -> _Unexpected:
        """Make the fault of what comes next, or of what came last where nothing does."""
        if self._at < len(self._block):
            return _Unexpected(what, self._block[self._at])
        return _Unexpected("nothing" if what == "text" else what, self._block[-1])

    def _content(self, what: str) -> list[Token]:
        """Read a text; where a line ends before it begins, it is empty."""
        begin = self._at
        emphasis: list[Token] = []
        while token := self._take(*CONTENT):
            if token.kind is Kind.EMPHASIS_START:
                emphasis.append(token)
            elif token.kind is Kind.EMPHASIS_END:
                if not emphasis:
                    raise _Unexpected("emphasis start", token)
                emphasis.pop()
        if emphasis:
            raise _Unexpected("emphasis end", emphasis[-1])
        if self._at == begin:
            raise self._unexpected(what)
        content = self._block[begin : self._at]
        while content and content[-1].kind is Kind.NEWLINE:
            content.pop()
        return content

    def _heading(self) -> None:
        start = self._take(Kind.HEADING)
        assert start is not None  # noqa: S101 — the caller looked
        content = self._content("heading")
        section = Section(len(start.text), content, self._take(Kind.DATA), start.offset)
        self._skip(Kind.NEWLINE)
        above = self._section
        while above is not None and above.level >= section.level:
            above = above.parent
        section.parent = above
        self._section = section
        self._document.sections.append(section)

    def _entry(self, *, is_alone: bool = False) -> Entry:
        """Read a statement or an argument, without its relations."""
        first = self._take(*_TITLED)
        is_argument, is_reference = _TITLED[first.kind] if first else (False, False)
        begin = first or self._block[min(self._at, len(self._block) - 1)]
        entry = Entry(is_argument, first.text if first else "", None, [], None, begin.offset, self._section)
        entry.is_alone = is_alone
        self._document.parts.append(entry)
        if is_reference:
            while tag := self._take(Kind.TAG):
                entry.tags.append(tag.tag)
        else:
            entry.content = self._content("text")
        self._skip(Kind.NEWLINE)
        entry.data = self._take(Kind.DATA)
        self._skip(Kind.NEWLINE)
        return entry

    def _relations(self, root: Entry | InferenceLine, indent: int) -> None:
        """Read the relations that follow something and, nested, all that belongs to them."""
        levels = [_Level(indent, root)]
        last = root
        while self._kind() is Kind.RELATION:
            symbol = self._block[self._at]
            if symbol.indent > levels[-1].indent:
                levels.append(_Level(symbol.indent, last))
            while len(levels) > 1 and symbol.indent < levels[-1].indent:
                self._end(levels.pop())
            if len(levels) == 1:
                raise self._unexpected("relation")
            self._end(levels[-1])
            relation = levels[-1].relation = self._related(symbol, levels[-1].parent)
            last = relation.child
        while levels:
            self._end(levels.pop())
        if isinstance(root, Entry):
            self._document.ended.append(root)

    def _end(self, level: _Level) -> None:
        """Take up the relation that was read last at a level, now that all that is nested in it is known."""
        if level.relation is not None:
            self._document.relations.append(level.relation)
            self._document.ended.append(level.relation.child)

    def _related(self, symbol: Token, parent: Entry | InferenceLine) -> Relation:
        if isinstance(parent, InferenceLine) and symbol.text not in _UNDERCUTS:
            raise self._unexpected("undercut")
        self._at += 1
        if symbol.text == "><" and self._kind() in {Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE}:
            raise self._unexpected("contradiction")
        return Relation(symbol.text, parent, self._entry(), symbol.offset)

    def _list(self) -> None:
        first = self._block[self._at]
        while item := self._take(Kind.LIST_ITEM):
            if (item.indent, item.text == "*") != (first.indent, first.text == "*"):
                raise _Unexpected("list", item)
            self._relations(self._entry(is_alone=True), item.indent + 1)

    def _structure(self, before: Entry | None) -> None:
        structure = Structure(before, [], self._block[self._at].offset, self._section)
        self._document.parts.append(structure)
        inference: InferenceLine | None = None
        while (kind := self._kind()) in {Kind.NUMBER, Kind.INFERENCE_START}:
            if kind is Kind.INFERENCE_START:
                if inference is not None or not structure.lines:
                    raise self._unexpected("inference")
                inference = self._inference()
            else:
                structure.lines.append(self._numbered(inference))
                inference = None
        if inference is not None:
            raise self._unexpected("conclusion")
        if self._at == len(self._block) and (not structure.lines or structure.lines[-1][2] is None):
            raise _Unexpected("no inference", self._block[0])

    def _numbered(self, inference: InferenceLine | None) -> tuple[int, Entry, InferenceLine | None]:
        number = self._block[self._at]
        self._at += 1
        if self._kind() in {Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE}:
            raise self._unexpected("argument in structure")
        entry = self._entry()
        self._relations(entry, 0)
        return int(number.text[:9]), entry, inference

    def _inference(self) -> InferenceLine:
        start = self._block[self._at]
        self._at += 1
        rules: list[list[str]] = [[]]
        while token := self._take(Kind.TEXT, Kind.ESCAPE, Kind.SIGN, Kind.NEWLINE, Kind.COMMA):
            if token.kind is Kind.COMMA:
                rules.append([])
            else:
                rules[-1].append(token.text)
        data = self._take(Kind.DATA)
        self._skip(Kind.NEWLINE)
        if self._take(Kind.INFERENCE_END) is None:
            raise _Unexpected("inference end", start)
        self._skip(Kind.NEWLINE)
        names = [" ".join("".join(parts).split()) for parts in rules]
        line = InferenceLine([name for name in names if name], data, start.offset)
        self._relations(line, 0)
        return line
