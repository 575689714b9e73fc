"""What waits at a statement, above it: open challenges, replies that are owed, what was passed over."""

from collections.abc import Iterator

from lsprotocol.types import CodeLens, CodeLensParams, Command

from argmap.lsp.spaces import Space, declared_at
from argmap.lsp.state import Document, State
from argmap.model import Citation, Rebuttal
from argmap.queries.buckets import NEEDS_REPLY
from argmap.queries.dropped import in_words
from argmap.queries.owing import owed_by
from argmap.queries.unanswered import awaits_reply
from argmap.text.clean import one_line
from argmap.text.lists import and_list
from argmap.text.plurals import count


def lenses(document: Document, _: CodeLensParams) -> list[CodeLens]:
    """Give the lenses of a document, in the order of its statements."""
    state = document.state
    found = []
    for key, statement in state.map.statements.items():
        place = state.map.locations.get(key)
        if place is None or place.file != document.name:
            continue
        told = list(_told(state, key, statement if isinstance(statement, Rebuttal) else None))
        own = declared_at(state, Space.NODE, key) if told else None
        found += [CodeLens(state.range(own), Command(words, "")) for words in told if own]
    return found


def _told(state: State, key: str, rebuttal: Rebuttal | None) -> Iterator[str]:
    waiting = dict.fromkeys(
        attack.rebuttal
        for attack in state.map.challenges_to(key)
        if state.standing.buckets.get(attack.rebuttal) in NEEDS_REPLY
    )
    if waiting:
        yield count(len(waiting), "open challenge")
    if rebuttal is None:
        return
    debtors = owed_by(state.map, rebuttal)
    if debtors and awaits_reply(state.map, rebuttal, state.standing):
        yield f"reply owed by {and_list(one_line(state.map.person_name(one)) for one in debtors)}"
    works = state.standing.drops.passed_over.get(key, ())
    if words := in_words(one_line(state.works.short(Citation(work=work)).text()) for work in works):
        yield words
