"""A Carneades graph to a map."""

import re
from collections.abc import Iterator
from typing import Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, Imported, fault, text_of
from argmap.formats.builder import MapBuilder
from argmap.formats.carneades.words import (
    ASSUMPTION,
    ATTACK,
    NEGATION,
    OF_MAP,
    OWN,
    STANDARDS,
    UNDERCUTTERS,
    presumption,
)
from argmap.formats.foreign_fields import NO_FIELD, FieldReader
from argmap.formats.foreign_yaml import (
    YamlList,
    YamlMap,
    YamlText,
    YamlValue,
    mapping,
    place_of,
    read_yaml,
    text,
    texts,
)
from argmap.model import AttackKind, Basis
from argmap.text.nearest import nearest, quoted

_SECTIONS: Final = frozenset(
    ("meta", "statements", "arguments", "issues", "assumptions", "references", "language")
)
_LOST: Final = {
    "tests": "a map holds no expected results",
    "labels": "a map holds no expected results",
    "argument_schemes": "a map names schemes but does not define them",
    "issue_schemes": "a map does not derive issues",
    "weighing_functions": "a map weighs statements, not arguments",
}
_MOST_POSITIONS: Final = 200
_MOST_GUESSES: Final = 20
"""For so many faults what was meant is looked for among all names."""

_OF_ARGUMENT: Final = {"conclusion", "premises", "scheme", "undercutter", "meta", "metadata"}
_TERM: Final = re.compile(r"(\w+)\((.*)\)")


def read(data: bytes, file: str) -> Imported:
    """Read an argument graph.

    Args:
        data: what the file holds.
        file: its name.

    Raises:
        FormatError: it is not YAML, has values of the wrong shape, or refers to what it does not define.
    """
    root = read_yaml(text_of(data, file), file)
    if root is not None and not isinstance(root, YamlMap):
        hint = "write `statements:` and `arguments:`"
        raise FormatError(fault(file, place_of(root), "a graph is a mapping of sections", hint))
    return _Reader(root or YamlMap(), file).run()


def _term(name: str) -> str:
    """Write a term without blanks in it, as Carneades compares them."""
    return "".join(name.split()) if _TERM.fullmatch(name.strip()) else name.strip()


class _Reader:
    def __init__(self, root: YamlMap, file: str) -> None:
        self._root = root
        self._file = file
        self._builder = MapBuilder(file)
        self._fields = FieldReader(self._builder)
        self._faults: list[Diagnostic] = []
        self._ids: dict[str, str] = {}
        self._helpers: dict[str, str] = {}
        self._steps: dict[str, str] = {}
        self._restated: dict[str, list[str]] = {}
        self._arguments: dict[str, YamlMap] = {}
        self._assumed = {_term(name) for name in texts(root.get("assumptions"))}

    def run(self) -> Imported:
        self._read_meta()
        for key, data in self._section("references").items():
            self._fields.works[key] = self._fields.add_work(key, self._shape(data, key), f"reference {key}")
        self._builder.info["sequence"] = self._fields.sequence(mapping(self._section("meta").get(OWN)))
        for name, said in self._section("statements").items():
            self._add_statement(name, said)
        self._add_assumptions()
        self._arguments = {name: self._shape(said, name) for name, said in self._section("arguments").items()}
        for name, said in self._arguments.items():
            self._add_argument(name, said)
        for name, said in self._arguments.items():
            self._add_attacks(name, said)
        for name, said in self._section("issues").items():
            self._add_issue(name, self._shape(said, name))
        for statement, others in self._restated.items():
            for other in others:
                self._builder.restate(statement, self._ids.get(other, other))
        if self._faults:
            raise FormatError(*self._faults)
        self._lose_sections()
        return self._builder.build()

    def _fault(self, value: object, message: str, hint: str = "") -> None:
        self._faults.append(fault(self._file, place_of(value), message, hint))

    def _section(self, name: str) -> YamlMap:
        value = self._root.get(name)
        if value is None or isinstance(value, YamlMap):
            return value or YamlMap()
        self._fault(value, f"`{name}` must be a mapping of names", f"write `{name}:`, then `NAME: …` below")
        return YamlMap()

    def _shape(self, value: YamlValue, name: str) -> YamlMap:
        if value is None or isinstance(value, YamlMap):
            return value or YamlMap()
        self._fault(value, f"`{name}` must be a mapping", "write its fields as `key: value`")
        empty = YamlMap()
        empty.place = value.place
        return empty

    def _read_meta(self) -> None:
        meta = self._section("meta")
        own = mapping(meta.get(OWN))
        notes = [text(meta.get(key)) for key in ("description", "note", "notes") if text(meta.get(key))]
        source = text(meta.get("source")).strip()
        self._builder.info |= {
            "title": self._builder.clean(text(meta.get("title")), "title"),
            "description": "\n\n".join([*map(str.strip, notes), *([f"Source: {source}"] if source else [])]),
            "editors": (*texts(meta.get("author")), *texts(meta.get("authors"))),
            "language": text(meta.get("language")),
            "license": text(meta.get("license")),
            "tags": {key: text(said) for key, said in mapping(own.get("tags")).items()},
        }
        self._fields.add_people(mapping(own.get("people")))
        self._fields.lose_rest(meta, {*OF_MAP, OWN}, "meta")

    def _add_statement(self, name: YamlText | str, said: YamlValue) -> None:
        data = said if isinstance(said, YamlMap) else YamlMap()
        meta = YamlMap({**mapping(data.get("metadata")), **mapping(data.get("meta"))})
        own = mapping(meta.get(OWN))
        term = _term(name)
        if text(own.get("is")) in {NEGATION, UNDERCUTTERS}:
            self._helpers[term] = text(own.get("of"))
            return
        if isinstance(said, YamlList):
            self._fault(said, f"the statement `{name}` is a list", "write its text")
        about = YamlMap({**{key: value for key, value in meta.items() if key != OWN}, **own})
        tags = [*texts(about.get("tags"))]
        is_assumed = term in self._assumed or text(data.get("assumed")) == "true"
        if is_assumed and ASSUMPTION not in tags:
            tags.append(ASSUMPTION)
        wanted = f"not-{term[1:]}" if term.startswith("¬") else term
        self._ids[term] = self._builder.statement(
            wanted,
            text=text(said if isinstance(said, YamlText) else data.get("text")),
            title=text(about.get("title")),
            origin=str(name),
            tags=tuple(tags),
            **self._fields.read(about, str(name)),
        )
        self._restated[self._ids[term]] = list(texts(about.get("restates")))
        known = {"text", "meta", "metadata", "assumed", "label"}
        self._fields.lose_rest(data, known, str(name))
        if "label" in data:
            self._builder.lose("label", str(name), "a map holds no results")

    def _add_assumptions(self) -> None:
        """Add what is assumed but only a rule of the graph's language spells out."""
        language = self._section("language")
        for name in texts(self._root.get("assumptions")):
            if _term(name) not in self._ids and _term(name) not in self._helpers:
                self._add_statement(name, YamlText(_spelled(_term(name), language)))

    def _add_argument(self, name: str, said: YamlMap) -> None:
        meta = YamlMap({**mapping(said.get("metadata")), **mapping(said.get("meta"))})
        own = mapping(meta.get(OWN))
        if text(own.get("is")) == ATTACK:
            return
        conclusion = self._find(said.get("conclusion"), f"the argument `{name}` needs a conclusion", said)
        premises = [self._find(premise, "", said) for premise in self._premises(name, said)]
        if not conclusion or not all(premises):
            return
        if not premises:
            sentence = presumption(name)
            premises = [
                self._builder.statement(f"{name}-default", text=sentence, origin=name, basis="inferred")
            ]
        basis = text(own.get("basis"))
        numbered = text(own.get("is")) == "numbered"
        self._steps[name] = self._builder.inference(
            conclusion,
            premises,
            name="" if numbered else name,
            origin=name,
            scheme=text(own.get("scheme")) or text(said.get("scheme")),
            warrant=text(own.get("warrant")),
            basis=Basis(basis) if basis in list(Basis) else None,
        )
        self._lose_of_argument(name, said, meta)

    def _lose_of_argument(self, name: str, said: YamlMap, meta: YamlMap) -> None:
        where = f"argument {name}"
        self._fields.lose_rest(said, _OF_ARGUMENT, where)
        self._fields.lose_rest(meta, {OWN}, where)
        if isinstance(said.get("premises"), YamlMap):
            for role in mapping(said.get("premises")):
                self._builder.lose("role of a premise", f"{where}: {role}", "premises have no roles")

    def _premises(self, name: str, said: YamlMap) -> Iterator[YamlValue]:
        premises = said.get("premises")
        if isinstance(premises, YamlMap):
            yield from premises.values()
        elif isinstance(premises, YamlList):
            for premise in premises:
                if isinstance(premise, YamlMap):
                    yield from premise.values()
                else:
                    yield premise
        elif premises is not None:
            self._fault(premises, f"the premises of `{name}` must be a list or a mapping")

    def _find(self, value: YamlValue, missing: str, owner: YamlMap) -> str:
        """Give the id of a statement; empty, with a fault, where there is none."""
        if not isinstance(value, YamlText):
            self._fault(value or owner, missing or "a premise must be the name of a statement")
            return ""
        found = self._ids.get(_term(value))
        if found is None:
            likely = nearest(_term(value), self._ids) if len(self._faults) < _MOST_GUESSES else []
            hint = quoted(likely, "did you mean")
            self._fault(value, f"there is no statement `{value}`", hint or "define it below `statements:`")
        return found or ""

    def _add_attacks(self, name: str, said: YamlMap) -> None:
        own = mapping(mapping(said.get("meta")).get(OWN))
        if text(own.get("is")) == ATTACK:
            self._add_told_attack(own)
        undercutter = said.get("undercutter")
        if undercutter is None or (isinstance(undercutter, YamlText) and _term(undercutter) in self._helpers):
            return
        attacker = self._find(undercutter, "an undercutter must be the name of a statement", said)
        target = self._steps.get(name) or text(own.get("id"))
        if attacker and target:
            self._builder.attack(attacker, target, AttackKind.UNDERCUT)

    def _add_told_attack(self, own: YamlMap) -> None:
        """Add an attack that an export wrote down in full."""
        kind = text(own.get("kind"))
        attacker, target = self._ids.get(text(own.get("by"))), text(own.get("on"))
        if attacker is None or not target:
            missing = ("by", "the attacker is missing") if attacker is None else ("on", "it attacks nothing")
            hint = "an attack is written `{is: attack, by: STATEMENT, on: STATEMENT}`"
            self._fault(own.get(missing[0]) or own, missing[1], hint)
            return
        self._builder.attack(
            attacker,
            self._ids.get(target) or self._steps.get(target) or target,
            AttackKind(kind) if kind in list(AttackKind) else AttackKind.REBUT,
            name=text(own.get("id")),
            scheme=text(own.get("scheme")),
            jointly=tuple(self._ids[each] for each in texts(own.get("with")) if each in self._ids),
        )

    def _add_issue(self, name: str, said: YamlMap) -> None:
        values = said.get("positions")
        given = values if isinstance(values, YamlList) else YamlList([values] if values else [])
        listed = [
            each for each in given if not isinstance(each, YamlText) or _term(each) not in self._helpers
        ]
        positions = [
            self._find(position, "a position must be the name of a statement", said) for position in listed
        ]
        standard = text(said.get("standard")).upper()
        if standard and standard not in STANDARDS:
            self._fault(
                said.get("standard"), f"there is no proof standard `{standard}`", "write PE, CCE or BRD"
            )
        self._fields.lose_rest(said, {"positions", "standard"}, f"issue {name}")
        if len(positions) > _MOST_POSITIONS:
            self._builder.lose("issue", name, f"it has more than {_MOST_POSITIONS} positions")
            return
        scheme = f"issue {name} ({standard})" if standard else f"issue {name}"
        distinct = dict.fromkeys(filter(None, positions))
        for one in distinct:
            for other in distinct:
                if one != other:
                    self._builder.attack(one, other, scheme=scheme)

    def _lose_sections(self) -> None:
        for section, value in self._root.items():
            if section in _LOST:
                self._lose_section(section, value)
            elif section not in _SECTIONS:
                self._builder.lose("section", section, NO_FIELD)
        for key in self._section("language"):
            self._builder.lose("language", str(key), "a map holds texts, not rules to make them")

    def _lose_section(self, section: str, value: YamlValue) -> None:
        """Note each entry of a section as lost, but for schemes that are only named."""
        entries: list[YamlValue] = [YamlText(section)]
        if isinstance(value, YamlList):
            entries = list(value)
        elif isinstance(value, YamlMap):
            entries = [YamlText(key) for key in value]
        for number, entry in enumerate(entries, 1):
            if isinstance(entry, YamlMap) and set(entry) == {"id"}:
                continue
            name = entry if isinstance(entry, YamlText) else text(mapping(entry).get("id"))
            self._builder.lose(section, str(name or number), _LOST[section])


def _spelled(term: str, language: YamlMap) -> str:
    """Write a term in words, by the rule for its predicate."""
    match = _TERM.fullmatch(term)
    arguments = match[2].split(",") if match else []
    said = text(language.get(f"{match[1] if match else term}/{len(arguments)}"))
    if not said:
        return term
    rest: list[Any] = list(arguments)
    return re.sub(r"%[vs]", lambda found: rest.pop(0) if rest else found.group(), said)
