"""The YAML inside an Argdown document: front matter, and the data of statements, arguments and rules."""

import re
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.source import Source
from argmap.formats.argdown.tokens import Kind, Token
from argmap.formats.base import FormatError
from argmap.formats.foreign_yaml import YamlMap, read_yaml

_BLOCK: Final = re.compile(r"\{[ \t]*\n")


class DataReader:
    """Reads the YAML of a document and remembers what is wrong in it.

    Args:
        source: the document.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.faults: list[Diagnostic] = []

    def read(self, token: Token | None) -> YamlMap:
        """Read front matter, or data in braces: in blocks where a newline follows the brace, else inline.

        Returns:
            The keys and their values; empty where there is no data or something is wrong.
        """
        if token is None:
            return YamlMap()
        begin, text = token.offset, token.text
        if token.kind is Kind.FRONT_MATTER:
            begin += token.indent
        elif match := _BLOCK.match(text):
            begin, text = begin + match.end(), text[match.end() :].rstrip().removesuffix("}")
        file, place = self._source.place(begin)
        try:
            value = read_yaml(text, file, place)
        except FormatError as error:
            self.faults.extend(error.diagnostics)
            return YamlMap()
        if value is None or isinstance(value, YamlMap):
            return value or YamlMap()
        hint = "write `key: value`; if this is mere text, put a backslash before the brace"
        self.faults.append(self._source.fault(token.offset, "data must be keys with values", hint))
        return YamlMap()
