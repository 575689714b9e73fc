"""Completion of ids, people, sources, tags, schemes, fields and kinds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    CompletionParams,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
    TextEdit,
)

from argmap.argument_map import ArgumentMap
from argmap.files.map_text.yaml_scalars import inline
from argmap.lsp.cards import card
from argmap.lsp.cursor import Where, where
from argmap.lsp.fields import SCHEME, SECTIONS, Held, fields_of, held_at, record_in
from argmap.lsp.spaces import OF, Space
from argmap.lsp.state import Document, State
from argmap.references import Named
from argmap.text.clean import one_line
from argmap.text.fold import fold, foldings
from argmap.text.plurals import count

_MOST: Final = 200
"""More are not sent; the client asks again with every letter."""

_KINDS: Final = {
    Space.PERSON: CompletionItemKind.Class,
    Space.SOURCE: CompletionItemKind.File,
    Space.NODE: CompletionItemKind.Reference,
    Space.TAG: CompletionItemKind.Keyword,
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may be meant.

    Args:
        name: what is written.
        meaning: what it means, in a few words.
        aliases: what else it is called.
        is_declared: whether it is more than a name that stands somewhere, perhaps only where one types it.
    """

    name: str
    meaning: str = ""
    aliases: tuple[str, ...] = ()
    is_declared: bool = True


def complete(document: Document, params: CompletionParams) -> CompletionList:
    """Complete what is being written at a place."""
    line, column = document.at(params.position)
    buffer = document.buffer
    here = where(buffer, line, column)
    if here.is_prose:
        return CompletionList(is_incomplete=False, items=[])
    units = document.state.units
    span = Range(
        Position(line - 1, units.count(buffer.line(line)[: here.start - 1])),
        Position(line - 1, units.count(buffer.line(line)[: here.end - 1])),
    )
    items = list(_items(document, here))
    for item in items:
        item.text_edit = TextEdit(span, item.insert_text or item.label)
        item.insert_text = None
    return CompletionList(is_incomplete=len(items) >= _MOST or bool(here.word), items=items)


def resolve(state: State, item: CompletionItem) -> CompletionItem:
    """Add the card to an item that somebody looks at."""
    data: Any = item.data
    if isinstance(data, dict) and data.get("space") in set(Space):
        item.documentation = card(state, Space(data["space"]), str(data.get("name", "")))
    return item


def _items(document: Document, here: Where) -> Iterator[CompletionItem]:
    if not here.section:
        yield from _sections(here)
        return
    held = held_at(here.section, here.keys)
    names_record = not here.keys and here.section in {"people", "sources"} and not here.top
    if held is None or names_record:
        return
    if here.keys and not here.begun and (held.is_mapping or not here.in_braces):
        yield from _values(document, held, here)
    if here.at_key:
        yield from _fields(held, here)


def _sections(here: Where) -> Iterator[CompletionItem]:
    if here.at_key:
        for name in SECTIONS:
            if name not in here.present:
                yield CompletionItem(name, kind=CompletionItemKind.Module, insert_text=f"{name}:")


def _fields(held: Held, here: Where) -> Iterator[CompletionItem]:
    model = record_in(held) if here.keys else held.model
    if here.keys and model is held.model:
        return
    for number, (name, info) in enumerate(fields_of(model).items()):
        if name not in here.present:
            yield CompletionItem(
                name,
                kind=CompletionItemKind.Field,
                detail="required" if info.is_required() else None,
                documentation=_markdown(info.description or ""),
                insert_text=f"{name}: ",
                sort_text=f"{number:03}",
            )


def _values(document: Document, held: Held, here: Where) -> Iterator[CompletionItem]:
    known = document.state.known
    if held.named:
        space = OF[held.named]
        listed = (one for one in _candidates(known, held.named) if one.is_declared or one.name != here.word)
        for one in _fitting(here.word, listed):
            item = CompletionItem(
                one.name,
                kind=_KINDS[space],
                detail=one_line(one.meaning) or None,
                data={"uri": document.buffer.uri, "space": space.value, "name": one.name},
                insert_text=inline(one.name, flow=True),
            )
            if not _begins(one.name, here.word):
                item.filter_text = here.word
            yield item
        return
    described = _markdown(held.info.description) if held.info and held.info.description else None
    for number, word in enumerate(held.words):
        yield CompletionItem(
            word, kind=CompletionItemKind.EnumMember, documentation=described, sort_text=f"{number:03}"
        )
    if held.field == SCHEME:
        for scheme, times in _schemes(known).most_common():
            yield CompletionItem(
                scheme,
                kind=CompletionItemKind.Constant,
                detail=count(times, "use"),
                documentation=described,
                insert_text=inline(scheme, flow=True),
            )


def _markdown(text: str) -> MarkupContent:
    return MarkupContent(MarkupKind.Markdown, text)


def _fitting(word: str, candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Choose what begins with a word, else what has a part that does, in any script."""
    listed = list(candidates)
    if not word:
        return listed[:_MOST]
    begun = [one for one in listed if _begins(one.name, word)]
    wanted = tuple(filter(None, foldings(word)))
    taken = {one.name for one in begun}
    others = (
        one
        for one in listed
        if one.name not in taken
        and any(_has_part(alias, wanted) for alias in (one.name, one.meaning, *one.aliases))
    )
    found = begun[:_MOST]
    for one in others:
        if len(found) >= _MOST:
            break
        found.append(one)
    return found


def _begins(name: str, word: str) -> bool:
    return name.casefold().startswith(word.casefold())


def _has_part(alias: str, wanted: tuple[str, ...]) -> bool:
    return any(part.startswith(wanted) for part in fold(alias).replace("-", " ").split())


def _candidates(known: ArgumentMap, named: Named) -> Iterator[_Candidate]:
    match named:
        case Named.PERSON | Named.AUTHOR:
            speakers = dict.fromkeys(one.by for one in known.statements.values() if one.by)
            for key, person in known.people.items():
                yield _Candidate(key, person.name, person.aka)
            for key in speakers:
                if key not in known.people:
                    yield _Candidate(key, is_declared=False)
        case Named.SOURCE:
            for key, source in known.sources.items():
                yield _Candidate(key, source.title)
            for one in _undeclared_works(known):
                yield _Candidate(one, is_declared=False)
        case Named.TAG:
            used = (tag for one in known.statements.values() for tag in one.tags)
            for tag in dict.fromkeys((*known.info.tags, *used)):
                yield _Candidate(tag, known.info.tags.get(tag, ""), is_declared=tag in known.info.tags)
        case _:
            yield from _nodes(known, named)


def _undeclared_works(known: ArgumentMap) -> Iterator[str]:
    works = (one.source.work for one in known.statements.values() if one.source)
    return (work for work in dict.fromkeys(works) if work not in known.sources)


def _nodes(known: ArgumentMap, named: Named) -> Iterator[_Candidate]:
    for key, statement in known.statements.items():
        author = f"{known.person_name(statement.by)}: " if statement.by else ""
        yield _Candidate(key, author + statement.label)
    if named is Named.TARGET:
        for key, step in known.inferences.items():
            yield _Candidate(key, f"the step to {known.statements[step.conclusion].label}")
        for key, attacker in known.named_attacks.items():
            yield _Candidate(key, f"an attack by {known.rebuttals[attacker].label}")


def _schemes(known: ArgumentMap) -> Counter[str]:
    steps = (step.scheme for step in known.inferences.values())
    aims = (aim.scheme for one in known.rebuttals.values() for aim in one.aims)
    return Counter(scheme for scheme in (*steps, *aims) if scheme)
