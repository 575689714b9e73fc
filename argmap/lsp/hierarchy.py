"""Attack and support as a hierarchy of calls: what bears on a statement, and what it bears on."""

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import (
    CallHierarchyIncomingCall,
    CallHierarchyItem,
    CallHierarchyOutgoingCall,
    CallHierarchyPrepareParams,
    Range,
    SymbolKind,
)

from argmap.lsp.occurrences import occurrence_at
from argmap.lsp.spaces import Space, declared_at
from argmap.lsp.state import Document, State
from argmap.model import Rebuttal
from argmap.report.statements import VERBS
from argmap.text.clean import one_line


def prepare_hierarchy(
    document: Document, params: CallHierarchyPrepareParams
) -> list[CallHierarchyItem] | None:
    """Give the statement at a place, from which the hierarchy begins."""
    line, column = document.at(params.position)
    found = occurrence_at(document, line, column)
    state = document.state
    key = found.name if found and found.space is Space.NODE else None
    if key is None:
        record = state.record_at(document.name, line)
        key = record[1] if record else None
    step = state.map.inferences.get(key or "")
    item = _item(state, step.conclusion if step else key or "", "")
    return [item] if item else None


def incoming(state: State, item: CallHierarchyItem) -> list[CallHierarchyIncomingCall]:
    """Give what bears on a statement: its premises, what attacks it, and what attacks its steps."""
    return [CallHierarchyIncomingCall(one, [span]) for one, span in _found(state, _onto(state, _key(item)))]


def outgoing(state: State, item: CallHierarchyItem) -> list[CallHierarchyOutgoingCall]:
    """Give what a statement bears on: what it supports, and what it attacks."""
    here = declared_at(state, Space.NODE, _key(item))
    span = state.range(here) if here else item.selection_range
    return [CallHierarchyOutgoingCall(one, [span]) for one, _ in _found(state, _from(state, _key(item)))]


def _onto(state: State, key: str) -> Iterator[tuple[str, str]]:
    statement = state.map.statements.get(key)
    if statement is None:
        return
    for step in statement.because:
        jointly = ", jointly" if len(step.premises) > 1 else ""
        for premise in dict.fromkeys(step.premises):
            yield premise, f"supports{jointly}"
        for attack in state.map.attacks_on.get(step.id, ()):
            yield attack.rebuttal, f"{attack.kind.value}s the step"
    for attack in state.map.attacks_on.get(key, ()):
        yield attack.rebuttal, f"{attack.kind.value}s"


def _from(state: State, key: str) -> Iterator[tuple[str, str]]:
    for step in state.map.uses_of.get(key, ()):
        yield step.conclusion, "supported" + (", jointly" if len(step.premises) > 1 else "")
    for attack in state.map.attacks_by.get(key, ()):
        target = state.map.statement_of(attack.target).id
        yield target, VERBS[attack.kind.value] + (" in a step" if target != attack.target else "")


def _found(state: State, named: Iterator[tuple[str, str]]) -> Iterator[tuple[CallHierarchyItem, Range]]:
    for key, how in named:
        if item := _item(state, key, how):
            yield item, item.selection_range


def _item(state: State, key: str, how: str) -> CallHierarchyItem | None:
    statement = state.map.statements.get(key)
    place = declared_at(state, Space.NODE, key) if statement else None
    if statement is None or place is None:
        return None
    author = f"{one_line(state.map.person_name(statement.by))}: " if statement.by else ""
    is_rebuttal = isinstance(statement, Rebuttal)
    bucket = state.standing.buckets.get(key) if is_rebuttal else None
    told = ", ".join(filter(None, (how, bucket.words if bucket else "")))
    return CallHierarchyItem(
        name=author + one_line(statement.label),
        kind=SymbolKind.Event if is_rebuttal else SymbolKind.Function,
        uri=state.uri(place.file),
        range=state.range(place),
        selection_range=state.range(place),
        detail=f"{told} · {key}" if told else key,
        data={"id": key},
    )


def _key(item: CallHierarchyItem) -> str:
    data: Any = item.data
    return str(data.get("id", "")) if isinstance(data, dict) else ""
