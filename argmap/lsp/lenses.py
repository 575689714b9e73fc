"""What waits at a statement, above it: open challenges, replies that are owed, what was passed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lsprotocol.types import CodeLens, CodeLensParams

from argmap.lsp.going import Goal, lens_command
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
        if own is None:
            continue
        span, uri = state.range(own), state.uri(document.name)
        for words, goals in told:
            command = lens_command(words, uri, span.start, goals, peeks=state.agreement.peeks)
            found.append(CodeLens(span, command))
    return found


def _told(state: State, key: str, rebuttal: Rebuttal | None) -> Iterator[tuple[str, Sequence[Goal]]]:
    """Tell what waits at a statement, each with the places where it stands."""
    waiting = dict.fromkeys(
        attack.rebuttal
        for attack in state.map.challenges_to(key)
        if state.standing.buckets.get(attack.rebuttal) in NEEDS_REPLY
    )
    if waiting:
        yield count(len(waiting), "open challenge"), _statements(state, waiting)
    if rebuttal is None:
        return
    debtors = owed_by(state.map, rebuttal)
    if debtors and awaits_reply(state.map, rebuttal, state.standing):
        words = f"reply owed by {and_list(one_line(state.map.person_name(one)) for one in debtors)}"
        yield words, _statements(state, rebuttal.attacks)
    works = state.standing.drops.passed_over.get(key, ())
    cited = {work: one_line(state.works.short(Citation(work=work)).text()) for work in works}
    if words := in_words(cited.values()):
        yield words, list(_goals(state, Space.SOURCE, cited))


def _statements(state: State, keys: Iterable[str]) -> Sequence[Goal]:
    """Give the places of statements, inferences and named attacks."""
    labels = {}
    for key in keys:
        statement = state.map.statements.get(key)
        author = statement.by if statement else None
        said = one_line(statement.label) if statement else key
        labels[key] = f"{one_line(state.map.person_name(author))}: {said}" if author else said
    return list(_goals(state, Space.NODE, labels))


def _goals(state: State, space: Space, labels: Mapping[str, str]) -> Iterator[Goal]:
    for key, label in labels.items():
        if place := declared_at(state, space, key):
            yield label, state.place(place)
