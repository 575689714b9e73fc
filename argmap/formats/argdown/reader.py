"""An Argdown document to a map; see the package for what becomes of what."""

from collections.abc import Iterator
from typing import Any, Final

from argmap.formats.argdown.content import Content, read_content
from argmap.formats.argdown.data import DataReader, joined, mapping, text, texts
from argmap.formats.argdown.document import Document, Entry, InferenceLine, Section
from argmap.formats.argdown.fields import NO_FIELD, NOT_IN_MAP, FieldReader
from argmap.formats.argdown.front_matter import is_strict, read_front_matter
from argmap.formats.argdown.lexer import Tokens, tokenize
from argmap.formats.argdown.links import LinkAdder
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.relations import Meaning, Node, RelationKind, resolve
from argmap.formats.argdown.source import Source, read_source
from argmap.formats.base import FormatError, Imported
from argmap.formats.builder import MapBuilder
from argmap.formats.foreign_yaml import YamlMap

_OF_LINE: Final = {"id", "uses", "scheme", "warrant", "basis"}
_OF_ARGUMENT: Final = {"id", "scheme", "warrant", "basis", "isCanonical"}


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
    return _Reader(source, found, document, MapBuilder(file)).run()


class _Reader:
    def __init__(self, source: Source, found: Tokens, document: Document, builder: MapBuilder) -> None:
        self._source = source
        self._comments = found.comments
        self._document = document
        self._builder = builder
        self._fields = FieldReader(builder)
        self._data: dict[Entry | InferenceLine | Section, YamlMap] = {}
        self._contents: dict[Entry, Content] = {}
        self._ids: dict[Node, str] = {}
        self._tags: dict[Section, tuple[str, ...]] = {}

    def run(self) -> Imported:
        front_matter = self._read_data()
        meaning = self._resolve(front_matter)
        read_front_matter(front_matter, self._builder, self._fields)
        self._read_sections()
        for comment in self._comments:
            self._builder.lose("comment", self._line(comment), "a map has no comments")
        self._add_statements(meaning)
        self._add_links(meaning)
        return self._builder.build()

    def _read_data(self) -> YamlMap:
        """Read all YAML, and give the front matter."""
        reader = DataReader(self._source)
        front_matter = reader.read(self._document.front_matter)
        for section in self._document.sections:
            self._data[section] = reader.read(section.data)
        for part in self._document.parts:
            if isinstance(part, Entry):
                self._data[part] = reader.read(part.data)
                self._contents[part] = read_content(part.content or ())
                continue
            for _, _, line in part.lines:
                if line is not None:
                    self._data[line] = reader.read(line.data)
        if reader.faults:
            raise FormatError(*reader.faults)
        return front_matter

    def _resolve(self, front_matter: YamlMap) -> Meaning:
        uses = {
            line: [int(number) for number in texts(data.get("uses")) if number.isdecimal()]
            for line, data in self._data.items()
            if isinstance(line, InferenceLine | Entry) and "uses" in data
        }
        meaning = resolve(self._document, is_strict=is_strict(front_matter), uses=uses)
        if meaning.repeated:
            hint = "give one of them to an argument of its own"
            message = "the argument above has a premise-conclusion structure already"
            raise FormatError(
                *(self._source.fault(structure.offset, message, hint) for structure in meaning.repeated)
            )
        return meaning

    def _line(self, offset: int) -> str:
        file, (line, _) = self._source.place(offset)
        return f"line {line}" if file == self._source.parts[0].file else f"{file}, line {line}"

    def _read_sections(self) -> None:
        """Make tags of the headings, but the title of the map of the only one at the top."""
        sections = self._document.sections
        top = [section for section in sections if section.level == 1]
        is_title = len(top) == 1 and top[0] is sections[0] and not self._builder.info.get("title")
        for section in sections:
            content = read_content(section.content)
            above = self._tags[section.parent] if section.parent else ()
            if is_title and section is top[0]:
                self._builder.info["title"] = content.text
                self._tags[section] = ()
            else:
                self._tags[section] = (*above, content.text) if content.text else above
            where = f"section {content.text}"
            for tag in content.tags:
                self._builder.lose("tag of a section", f"{where}: {tag}", "only statements have tags")
            self._fields.lose_rest(self._data[section], set(), where)

    def _add_statements(self, meaning: Meaning) -> None:
        linked = {end for link in meaning.links for end in (link.source, link.target)}
        hit = {link.target for link in meaning.links if link.kind is not RelationKind.UNDERCUT}
        stepped = {
            node
            for argument in meaning.arguments.values()
            for step in argument.steps
            for node in (*step.premises, step.conclusion)
        }
        nodes = [*meaning.statements.values(), *meaning.arguments.values()]
        for node in sorted(nodes, key=lambda node: node.entries[0].offset if node.entries else -1):
            if node.steps:
                if node in hit:
                    self._ids[node] = self._add_whole(node)
            elif node.is_titled or node.is_argument or node in linked or node in stepped:
                self._ids[node] = self._add_statement(node)
            else:
                self._lose_paragraph(node)

    def _lose_paragraph(self, node: Node) -> None:
        said = self._contents[node.entries[0]].text
        where = f"{self._line(node.entries[0].offset)}: {said[:60]}"
        self._builder.lose("paragraph", where, "without a title or a relation it is mere commentary")

    def _add_whole(self, argument: Node) -> str:
        """Add the premise that relations to an argument as a whole bear on."""
        title = argument.title
        said = f"The argument \u201c{title}\u201d is sound."
        return self._builder.statement(f"{title} is sound", text=said, origin=argument.name, basis="inferred")

    def _add_statement(self, node: Node) -> str:
        data = joined(self._data[entry] for entry in node.entries)
        said = self._canonical(node)
        title = node.title if node.is_titled else ""
        wanted = text(data.get("id"))
        if "title" in data:
            wanted, title = wanted or title, text(data["title"])
        tags = tuple(texts(data["tags"])) if "tags" in data else self._tags_of(node, data)
        fields = self._fields.read(data, node.name)
        return self._builder.statement(
            wanted,
            text=text(data["text"]) if "text" in data else said,
            title=title,
            origin=node.name,
            tags=tags,
            **fields,
        )

    def _canonical(self, node: Node) -> str:
        """Give the wording that counts: the one marked so, else the last; the others are losses."""
        worded = [entry for entry in node.entries if entry.content is not None]
        if not worded:
            return ""
        marked = [entry for entry in worded if text(self._data[entry].get("isCanonical")) == "true"]
        chosen = self._contents[(marked or worded)[-1]]
        for entry in worded:
            content = self._contents[entry]
            if content.text != chosen.text:
                where = f"{node.name}, {self._line(entry.offset)}"
                self._builder.lose("further wording", where, "a statement has one text")
        if chosen.has_emphasis:
            self._builder.lose("emphasis", node.name, "texts are plain")
        return chosen.text

    def _tags_of(self, node: Node, data: YamlMap) -> tuple[str, ...]:
        defined = [entry for entry in node.entries if entry.content is not None]
        section = (defined or node.entries)[0].section
        hidden = [NOT_IN_MAP] if text(data.get("isInMap")) == "false" else []
        listed = (*self._own_tags(node), *(self._tags[section] if section else ()), *hidden)
        return tuple(dict.fromkeys(listed))

    def _own_tags(self, node: Node) -> Iterator[str]:
        tags = (tag for entry in node.entries for tag in (*self._contents[entry].tags, *entry.tags))
        yield from dict.fromkeys(tags)

    def _add_links(self, meaning: Meaning) -> None:
        details = {
            node: mapping(data.get("attacks"))
            for node in self._ids
            if "attacks" in (data := joined(self._data[entry] for entry in node.entries))
        }
        undercut = {link.target for link in meaning.links if link.kind is RelationKind.UNDERCUT}
        adder = LinkAdder(self._builder, self._ids, details)
        adder.add_supports(meaning.links, {node for node in undercut if isinstance(node, Node)})
        for argument in meaning.arguments.values():
            if argument.steps:
                self._add_steps(argument, adder, undercut)
        adder.add_attacks(meaning.links)
        self._add_restatements()

    def _add_steps(self, argument: Node, adder: LinkAdder, undercut: set[Any]) -> None:
        said = joined(self._data[entry] for entry in argument.entries)
        self._fields.lose_rest(said, _OF_ARGUMENT, argument.name)
        for tag in self._own_tags(argument):
            self._builder.lose("tag of an inference", f"{argument.name}: {tag}", NO_FIELD)
        warrant = self._canonical(argument)
        for step in argument.steps:
            data = self._data[step.line] if step.line else YamlMap()
            self._fields.lose_rest(data, _OF_LINE, argument.name)
            adder.add_step(step, data, said, is_hit=step in undercut, warrant=warrant)

    def _add_restatements(self) -> None:
        for node, name in self._ids.items():
            for other in texts(joined(self._data[entry] for entry in node.entries).get("restates")):
                self._builder.restate(name, other)
