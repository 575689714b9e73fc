"""What an Argdown document means to a map; see the package for what becomes of what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.formats.argdown.content import Content
from argmap.formats.argdown.document import Entry, InferenceLine, Section
from argmap.formats.argdown.front_matter import read_front_matter
from argmap.formats.argdown.links import LinkAdder
from argmap.formats.argdown.relations import Meaning, Node, RelationKind
from argmap.formats.base import Imported
from argmap.formats.builder import MapBuilder
from argmap.formats.foreign_fields import NO_FIELD, NOT_IN_MAP, PASSED_ON, FieldReader
from argmap.formats.foreign_yaml import YamlMap, joined, mapping, text, texts
from argmap.text.ids import as_slug

_OF_LINE: Final = {"id", "uses", "scheme", "warrant", "basis"}
_OF_ARGUMENT: Final = {"id", "scheme", "warrant", "basis", "isCanonical", "soundness"}


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of a document.

    Args:
        meaning: its statements, arguments and relations.
        front_matter: the data at its top.
        contents: the text of each occurrence and of each heading.
        data: the data of each occurrence, inference and heading.
        places: where each occurrence stands, in words.
        sections: its headings, in order.
        comments: where comments were, in words.
    """

    meaning: Meaning
    front_matter: YamlMap
    contents: Mapping[Entry | Section, Content]
    data: Mapping[Entry | InferenceLine | Section, YamlMap]
    places: Mapping[Entry, str]
    sections: Sequence[Section]
    comments: Sequence[str] = ()


def assemble(reading: Reading, file: str) -> Imported:
    """Make a map of a document.

    Args:
        reading: what was read.
        file: the name of its file.
    """
    return _Assembler(reading, MapBuilder(file)).run()


class _Assembler:
    def __init__(self, reading: Reading, builder: MapBuilder) -> None:
        self._reading = reading
        self._meaning = reading.meaning
        self._builder = builder
        self._fields = FieldReader(builder)
        self._ids: dict[Node, str] = {}
        self._tags: dict[Section, tuple[str, ...]] = {}
        self._said: dict[Node, YamlMap] = {}
        self._more_tags: dict[Node, list[str]] = defaultdict(list)

    def run(self) -> Imported:
        read_front_matter(self._reading.front_matter, self._builder, self._fields)
        self._read_sections()
        for comment in self._reading.comments:
            self._builder.lose("comment", comment, "a map has no comments")
        for link in self._meaning.own:
            if link.kind is not RelationKind.SUPPORT and isinstance(link.target, Node):
                where = f"{link.source.name} on {link.target.name}"
                self._builder.lose(str(link.kind), where, "an argument can only support its own conclusion")
        for node in (*self._meaning.statements.values(), *self._meaning.arguments.values()):
            self._said[node] = joined(self._reading.data[entry] for entry in node.entries)
        for argument in self._meaning.structured:
            self._pass_on(argument)
        self._add_statements()
        self._add_links()
        return self._builder.build()

    def _read_sections(self) -> None:
        """Make tags of the headings, but the title of the map of the only one at the top."""
        sections = self._reading.sections
        top = [section for section in sections if section.level == 1]
        is_title = len(top) == 1 and top[0] is sections[0] and not self._builder.info.get("title")
        for section in sections:
            content = self._reading.contents[section]
            above = self._tags[section.parent] if section.parent else ()
            if is_title and section is top[0]:
                self._builder.info["title"] = content.text
                self._tags[section] = ()
            else:
                self._tags[section] = (*above, content.text) if content.text else above
            where = f"section {content.text}"
            for tag in content.tags:
                self._builder.lose("tag of a section", f"{where}: {tag}", "only statements have tags")
            self._fields.lose_rest(self._reading.data[section], set(), where)

    def _pass_on(self, argument: Node) -> None:
        """Let an argument's speaker, source and tags hold for those of its statements that only it has."""
        members = [node for step in argument.steps for node in (*step.premises, step.conclusion)]
        heirs = [node for node in dict.fromkeys(members) if not node.is_titled]
        said, tags = self._said[argument], list(self._own_tags(argument))
        if not heirs:
            for tag in tags:
                self._builder.lose("tag of an inference", f"{argument.name}: {tag}", NO_FIELD)
            return
        passed = YamlMap({key: value for key, value in said.items() if key in PASSED_ON})
        self._said[argument] = YamlMap({key: value for key, value in said.items() if key not in PASSED_ON})
        for heir in heirs:
            self._said[heir] = joined((passed, self._said[heir]))
            self._more_tags[heir] += tags

    def _add_statements(self) -> None:
        linked = {end for link in self._meaning.links for end in (link.source, link.target)}
        hit = {link.target for link in self._meaning.links if link.kind is not RelationKind.UNDERCUT}
        stepped = {
            node
            for argument in self._meaning.structured
            for step in argument.steps
            for node in (*step.premises, step.conclusion)
        }
        nodes = [*self._meaning.statements.values(), *self._meaning.arguments.values()]
        for node in sorted(nodes, key=_begin):
            if node.steps:
                if node in hit:
                    self._ids[node] = self._add_whole(node)
            elif node.is_titled or node.is_argument or node in linked or node in stepped:
                self._ids[node] = self._add_statement(node)
            else:
                self._lose_paragraph(node)

    def _lose_paragraph(self, node: Node) -> None:
        said = self._reading.contents[node.entries[0]].text
        where = f"{self._reading.places[node.entries[0]]}: {said[:60]}"
        self._builder.lose("paragraph", where, "without a title or a relation it is mere commentary")

    def _add_whole(self, argument: Node) -> str:
        """Add the premise that relations to an argument as a whole bear on."""
        title = argument.title
        said = f"The argument \u201c{title}\u201d is sound."
        wanted = text(self._said[argument].get("soundness")) or as_slug(f"{title} is sound")
        return self._builder.statement(wanted, text=said, origin=argument.name, basis="inferred")

    def _add_statement(self, node: Node) -> str:
        data = self._said[node]
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
        worded = [entry for entry in node.entries if self._reading.contents[entry].text]
        if not worded:
            return ""
        marked = [entry for entry in worded if text(self._reading.data[entry].get("isCanonical")) == "true"]
        chosen = self._reading.contents[(marked or worded)[-1]]
        for entry in worded:
            content = self._reading.contents[entry]
            if content.text != chosen.text:
                where = f"{node.name}, {self._reading.places[entry]}"
                self._builder.lose("further wording", where, "a statement has one text")
        if chosen.has_emphasis:
            self._builder.lose("emphasis", node.name, "texts are plain")
        return chosen.text

    def _tags_of(self, node: Node, data: YamlMap) -> tuple[str, ...]:
        defined = [entry for entry in node.entries if entry.content is not None]
        section = (defined or node.entries)[0].section
        hidden = [NOT_IN_MAP] if text(data.get("isInMap")) == "false" else []
        own = (*self._own_tags(node), *self._more_tags[node])
        listed = (*own, *(self._tags[section] if section else ()), *hidden)
        return tuple(dict.fromkeys(listed))

    def _own_tags(self, node: Node) -> Iterator[str]:
        tags = (tag for entry in node.entries for tag in (*self._reading.contents[entry].tags, *entry.tags))
        yield from dict.fromkeys(tags)

    def _add_links(self) -> None:
        details = {
            node: mapping(data.get("attacks"))
            for node in self._ids
            if "attacks" in (data := self._said[node])
        }
        adder = LinkAdder(self._builder, self._ids, details)
        adder.add_supports(self._meaning.links)
        for argument in self._meaning.structured:
            self._add_steps(argument, adder)
        adder.add_attacks(self._meaning.links)
        self._add_restatements()

    def _add_steps(self, argument: Node, adder: LinkAdder) -> None:
        said = self._said[argument]
        self._fields.lose_rest(said, _OF_ARGUMENT, argument.name)
        warrant = self._canonical(argument)
        for step in argument.steps:
            data = self._reading.data[step.line]
            self._fields.lose_rest(data, _OF_LINE, argument.name)
            adder.add_step(step, data, said, warrant=warrant)

    def _add_restatements(self) -> None:
        for node, name in self._ids.items():
            for other in texts(self._said[node].get("restates")):
                self._builder.restate(name, other)


def _begin(node: Node) -> int:
    return min((entry.offset for entry in node.entries), default=-1)
