"""Add what is missing: a person, a source, a reply, a premise."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from lsprotocol.types import WorkspaceEdit

from argmap.editing.adding import add_entry, add_statement, taken_names
from argmap.editing.map_edit import MapEdit
from argmap.editing.naming import free_name, is_key, new_id
from argmap.editing.reasons import add_reason
from argmap.lsp.actions.offer import EXTRACT, QUICK_FIX, REFACTOR, Asked, Offer
from argmap.lsp.edits import workspace_edit
from argmap.lsp.state import Document
from argmap.model import Claim, Person, Rebuttal, Source
from argmap.queries.owing import owed_by
from argmap.references import Named
from argmap.rules.engine.registry import BY_CODE

_TO_WRITE: Final = "…"
"""The text of a reply that somebody is about to write."""

_SPACE: Final = re.compile(r"\s+")


def missing(asked: Asked) -> Iterator[Offer]:
    """Offer to add the people and sources that findings at a place miss."""
    for finding in asked.findings:
        rule = BY_CODE.get(finding.code)
        kind = rule.refers_to if rule else None
        place = finding.location
        name = asked.document.buffer.line(place.line)[place.column - 1 : place.end_column - 1]
        if kind not in {Named.PERSON, Named.SOURCE} or place.end_line != place.line or not is_key(name):
            continue
        is_person = kind is Named.PERSON
        yield Offer(
            f"Add the {'person' if is_person else 'source'} `{name}`",
            QUICK_FIX,
            partial(_added, asked.document, name, is_person=is_person),
            finding,
        )


def _added(document: Document, key: str, *, is_person: bool) -> WorkspaceEdit:
    name = " ".join(word[:1].upper() + word[1:] for word in key.replace("_", "-").split("-") if word) or key
    edit = MapEdit(document.state.loaded)
    add_entry(edit, key, Person(name=name) if is_person else Source(title=name))
    return workspace_edit(document.state, edit)


def replies(asked: Asked) -> Iterator[Offer]:
    """Offer to answer the challenge at a place, by each who owes the reply."""
    document = asked.document
    record = document.state.record_at(document.name, asked.start[0])
    rebuttal = document.state.map.rebuttals.get(record[1]) if record else None
    if rebuttal is None:
        return
    for author in owed_by(document.state.map, rebuttal) or (None,):
        by = f" as {document.state.map.person_name(author)}" if author else ""
        yield Offer(f"Answer this challenge{by}", REFACTOR, partial(_answered, document, rebuttal, author))


def _answered(document: Document, challenge: Rebuttal, author: str | None) -> WorkspaceEdit:
    edit = MapEdit(document.state.loaded)
    name = free_name(f"{author}-on-{challenge.id}" if author else f"on-{challenge.id}", _taken(document))
    reply = Rebuttal.model_validate(
        {"id": name, "by": author, "attacks": challenge.id, "text": _TO_WRITE}, by_alias=True
    )
    add_statement(edit, reply)
    return workspace_edit(document.state, edit)


def premises(asked: Asked) -> Iterator[Offer]:
    """Offer to make a claim of the selected words, from which the statement around them then follows."""
    document = asked.document
    state = document.state
    record = state.record_at(document.name, asked.start[0])
    statement = state.map.statements.get(record[1]) if record else None
    if statement is None or asked.start == asked.end:
        return
    words = _selected(asked)
    said = _SPACE.sub(" ", statement.text or "")
    if words and words in said:
        yield Offer("Extract a premise", EXTRACT, partial(_extracted, document, statement, words))


def _selected(asked: Asked) -> str:
    """Give the selected words, without the indentation of lines."""
    buffer = asked.document.buffer
    start = buffer.starts[asked.start[0] - 1] + asked.start[1] - 1
    end = buffer.starts[asked.end[0] - 1] + asked.end[1] - 1
    return _SPACE.sub(" ", buffer.text[start:end]).strip()


def _extracted(document: Document, statement: Claim | Rebuttal, words: str) -> WorkspaceEdit:
    edit = MapEdit(document.state.loaded)
    text = words[:1].upper() + words[1:]
    premise = Claim(
        id=new_id(statement.by, words, _taken(document)),
        by=statement.by,
        text=text if text.endswith((".", "!", "?", "…")) else f"{text}.",
        source=statement.source,
        basis=statement.basis,
    )
    add_statement(edit, premise)
    add_reason(edit, statement.id, [premise.id], {})
    return workspace_edit(document.state, edit)


def _taken(document: Document) -> set[str]:
    return taken_names(document.state.loaded)
