"""An Argdown file to what it means, and from there to a map."""

from argmap.formats.argdown.assembling import Reading, assemble
from argmap.formats.argdown.content import read_content
from argmap.formats.argdown.data import DataReader
from argmap.formats.argdown.document import Document, Entry, InferenceLine, Section
from argmap.formats.argdown.front_matter import is_strict
from argmap.formats.argdown.lexer import tokenize
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.relations import Meaning, resolve
from argmap.formats.argdown.source import Source, read_source
from argmap.formats.base import FormatError, Imported
from argmap.formats.foreign_yaml import YamlMap, texts

Data = dict[Entry | InferenceLine | Section, YamlMap]


def read(data: bytes, file: str) -> Imported:
    """Read a file and whatever it includes.

    Args:
        data: what it holds.
        file: its name.

    Raises:
        FormatError: with every fault of the text, or of the YAML in it.
    """
    source = read_source(data, file)
    found = tokenize(source.text)
    document = parse(found.tokens, source)
    if document.faults:
        raise FormatError(*document.faults)
    front_matter, said = _read_data(document, source)
    meaning = _resolve(document, source, front_matter, said)
    entries = [part for part in document.parts if isinstance(part, Entry)]
    parts: list[Entry | Section] = [*entries, *document.sections]
    return assemble(
        Reading(
            meaning=meaning,
            front_matter=front_matter,
            contents={part: read_content(part.content or ()) for part in parts},
            data=said,
            places={part: _line(source, part.offset) for part in entries},
            sections=document.sections,
            comments=[_line(source, comment) for comment in found.comments],
        ),
        file,
    )


def _read_data(document: Document, source: Source) -> tuple[YamlMap, Data]:
    """Read all YAML: the front matter, and the data of each part."""
    reader = DataReader(source)
    front_matter = reader.read(document.front_matter)
    said: Data = {section: reader.read(section.data) for section in document.sections}
    for part in document.parts:
        if isinstance(part, Entry):
            said[part] = reader.read(part.data)
            continue
        for _, _, line in part.lines:
            if line is not None:
                said[line] = reader.read(line.data)
    if reader.faults:
        raise FormatError(*reader.faults)
    return front_matter, said


def _resolve(document: Document, source: Source, front_matter: YamlMap, said: Data) -> Meaning:
    uses = {
        line: [int(number) for number in texts(data.get("uses")) if number.isdecimal()]
        for line, data in said.items()
        if isinstance(line, InferenceLine | Entry) and "uses" in data
    }
    meaning = resolve(document, is_strict=is_strict(front_matter), uses=uses)
    if meaning.repeated:
        hint = "give one of them to an argument of its own"
        message = "the argument above has a premise-conclusion structure already"
        raise FormatError(*(source.fault(structure.offset, message, hint) for structure in meaning.repeated))
    return meaning


def _line(source: Source, offset: int) -> str:
    file, (line, _) = source.place(offset)
    return f"line {line}" if file == source.parts[0].file else f"{file}, line {line}"
