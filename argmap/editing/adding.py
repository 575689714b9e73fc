"""Add records to a map."""

from typing import Final

from argmap.editing.intention import Insertion, value_at
from argmap.editing.map_edit import MapEdit
from argmap.editing.naming import is_key
from argmap.editing.nodes import Node, document_node, record_node
from argmap.editing.refusal import EditRefusedError
from argmap.editing.written import flow_value
from argmap.files.assembling import Loaded
from argmap.files.map_text.write_map import entry_lines, statement_lines
from argmap.files.map_text.yaml_scalars import WIDTH
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import AttackKind, Claim, Person, Rebuttal, Source
from argmap.references import Named, used_names
from argmap.text.ids import WHAT_IDS_ARE

_NEIGHBOURS: Final = {
    "people": ("sources", "claims"),
    "sources": ("people", "claims"),
    "claims": ("rebuttals", "people", "sources"),
    "rebuttals": ("claims",),
}
"""Section to those in whose file it is begun where no file has it yet."""


def add_statement(edit: MapEdit, statement: Claim | Rebuttal, file: str | None = None) -> str:
    """Mean to put a claim or rebuttal at the end of its section.

    Args:
        edit: to which it is added.
        statement: the record, whose id nothing else in the map may have.
        file: the name of the file; by default the one that holds the last record of the section.

    Returns:
        The name of the file.

    Raises:
        EditRefusedError: the id is taken, or there is no such file.
    """
    if statement.id in taken_names(edit.loaded):
        raise EditRefusedError(None, f"the id `{statement.id}` is taken")
    if isinstance(statement, Rebuttal):
        _refuse_odd_attacks(edit.loaded, statement)
    section = "rebuttals" if isinstance(statement, Rebuttal) else "claims"
    lines = statement_lines(statement)
    value = _read(f"{section}:\n" + "\n".join(lines), (section, 0))
    return _insert(edit, section, Insertion(value, lines=tuple(lines)), file)


def add_entry(edit: MapEdit, key: str, record: Person | Source, file: str | None = None) -> str:
    """Mean to put a person or a source at the end of its section.

    A map in which nobody was declared, or nothing, declares all whom it names as soon as it declares one:
    where some are declared, all must be.

    Args:
        edit: to which it is added.
        key: its key, which no other person or source may have.
        record: the record.
        file: as for `add_statement`.

    Returns:
        The name of the file.

    Raises:
        EditRefusedError: it cannot be a key, the key is taken, or there is no such file.
    """
    section = "people" if isinstance(record, Person) else "sources"
    known = edit.loaded.map.people if isinstance(record, Person) else edit.loaded.map.sources
    if not is_key(key):
        raise EditRefusedError(None, f"`{key}` cannot be a key: {WHAT_IDS_ARE}")
    if key in known or key in _added(edit, section):
        raise EditRefusedError(None, f"the key `{key}` is taken")
    if not known and not _added(edit, section):
        for name in sorted(_named_only(edit.loaded, section) - {key}):
            model = Person(name=name) if isinstance(record, Person) else Source(title=name)
            _insert_entry(edit, section, name, model, file)
    return _insert_entry(edit, section, key, record, file)


def _insert_entry(edit: MapEdit, section: str, key: str, record: Person | Source, file: str | None) -> str:
    lines = entry_lines(key, record)
    value = _read(f"{section}:\n" + "\n".join(f"  {line}" for line in lines), (section, key))
    return _insert(edit, section, Insertion(value, key, lines=tuple(lines)), file)


def _added(edit: MapEdit, section: str) -> set[str]:
    """Give the keys of the entries that the edit adds to a section."""
    listed = [edit.of(name).inserted.get((section,), []) for name in edit.loaded.places.files]
    return {str(one.key) for insertions in listed for one in insertions}


def _named_only(loaded: Loaded, section: str) -> set[str]:
    """Give the people or sources that the map names, in a map that declares none."""
    kind = Named.PERSON if section == "people" else Named.SOURCE
    records = (*loaded.map.people.values(), *loaded.map.statements.values(), loaded.map.info)
    return used_names(records)[kind]


def _refuse_odd_attacks(loaded: Loaded, rebuttal: Rebuttal) -> None:
    """Refuse an attack on an inference or on another attack that is not an undercut.

    Raises:
        EditRefusedError: there is one.
    """
    for aim in rebuttal.aims:
        is_undercut = (aim.kind or rebuttal.kind) is AttackKind.UNDERCUT
        if not is_undercut and aim.target in {*loaded.map.inferences, *loaded.map.named_attacks}:
            what = "inference" if aim.target in loaded.map.inferences else "attack"
            raise EditRefusedError(None, f"an {what} can only be undercut, and `{aim.target}` is one")


def taken_names(loaded: Loaded) -> set[str]:
    """Give the ids and names that no new statement, inference or attack can have."""
    found = loaded.map
    return {*found.statements, *found.inferences, *found.named_attacks}


def home_of(loaded: Loaded, section: str) -> str:
    """Name the file in which the last record of a section stands, else the one in which it is begun.

    Raises:
        EditRefusedError: the map has no file.
    """
    files = loaded.places.files
    for name in reversed(list(files)):
        if section in files[name].starts:
            return name
    for other in _NEIGHBOURS[section]:
        for name in reversed(list(files)):
            if other in files[name].starts:
                return name
    if not files:
        raise EditRefusedError(None, "it has no file")
    return next(iter(files))


def _insert(edit: MapEdit, section: str, insertion: Insertion, file: str | None) -> str:
    name = file or home_of(edit.loaded, section)
    if name not in edit.loaded.places.files:
        raise EditRefusedError(None, f"it has no file `{name}`")
    read = edit.loaded.places.files[name]
    if read.starts.get(section) and _is_flow(read, section):
        insertion = _on_one_line(insertion)
    edit.of(name).inserted.setdefault((section,), []).append(insertion)
    return name


def _is_flow(file: ReadFile, section: str) -> bool:
    """Tell whether the last record of a section is written on one line, in brackets."""
    last = _last_record(file, section)
    return last is not None and last.style == "{" and "\n" not in file.text[last.start : last.end]


def _last_record(file: ReadFile, section: str) -> Node | None:
    starts = file.starts[section]
    if starts.in_brackets:
        root = document_node(file.text)
        holder = root.find((section,)) if root else None
        return holder.parts[-1] if holder and holder.parts else None
    return record_node(file, (section, next(reversed(starts.items)))) if starts.items else None


def _on_one_line(insertion: Insertion) -> Insertion:
    """Write a record on one line where it fits, as its neighbours are."""
    written = flow_value(insertion.value)
    lead = "- " if insertion.key is None else f"{insertion.key}: "
    if len(lead) + len(written) + 2 > WIDTH:
        return insertion
    return Insertion(insertion.value, insertion.key, lines=(lead + written,))


def _read(text: str, path: Path) -> Value:
    document = read_document(text, "")
    if document.faults:
        raise EditRefusedError(None, document.faults[0].message)
    found: Value = value_at(document.sections, path)
    return found
