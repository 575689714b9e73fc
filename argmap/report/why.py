"""What ``argmap why`` prints: the dialogue behind a verdict, as a careful referee would report it."""

from collections.abc import Sequence

from argmap.model import Marker
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.report.console import Console
from argmap.report.documents import Document, document
from argmap.report.page import Page, Part
from argmap.report.status import NO_REPLY, SILENCE, STYLES, StatusPage, terms_document
from argmap.semantics.dialogue import Move, Role
from argmap.semantics.explain import Explainer, Explanation, Side
from argmap.semantics.reading import Reading
from argmap.semantics.status import Evaluation, Status
from argmap.semantics.verdicts import Verdicts
from argmap.semantics.wording import attacker, premises
from argmap.text.clean import one_line
from argmap.text.lists import and_list
from argmap.text.plurals import count

_FAILS = {Status.OUT: "fails", Status.UNDECIDED: "is undecided"}


def why_document(evaluation: Evaluation, explanations: Sequence[Explanation]) -> Document:
    """Describe explanations.

    Args:
        evaluation: the weighed map.
        explanations: what to describe.
    """
    return document(
        "why",
        **terms_document(evaluation),
        explanations=[
            {
                "id": found.id,
                "status": found.status.value,
                "verdict": found.sentence,
                "dialogue": _moves_document(found.moves, found.verdicts),
                "witness": _side_document(found.witness),
                "counter_witness": _side_document(found.counter),
            }
            for found in explanations
        ],
    )


def _side_document(side: Side | None) -> Document | None:
    if side is None:
        return None
    return {
        "semantics": side.semantics.words,
        "extension": list(side.members),
        "dialogue": _moves_document(side.moves, side.verdicts),
    }


def _moves_document(moves: Sequence[Move], verdicts: Verdicts) -> list[Document]:
    return [
        {
            "number": number,
            "parent": move.parent,
            "role": move.role.value,
            "id": move.id,
            "kind": move.attack.kind.value if move.attack else None,
            "target": move.attack.denies or move.attack.target if move.attack else None,
            "status": move.status.value,
            "verdict": verdicts.sentence(move.id),
            "repeated": move.repeated,
        }
        for number, move in enumerate(moves)
    ]


MOST_EXPLAINED = 5
"""Of more statements than this only the statuses are listed."""


def print_why(
    explainer: Explainer, keys: Sequence[str], explanations: Sequence[Explanation], console: Console
) -> None:
    """Print explanations, or a list where there are too many statements to explain.

    Args:
        explainer: the weighed map.
        keys: the statements asked for.
        explanations: of each of them, unless they are too many.
        console: where to.
    """
    if len(keys) > MOST_EXPLAINED:
        Page(console).line(f"{len(keys)} statements fit; name one of them to see the dialogue.")
        StatusPage(explainer, console).sections(keys)
        return
    page = WhyPage(explainer.evaluation.reading, console)
    for number, one in enumerate(explanations):
        if number:
            page.separator()
        page.explanation(one)


class WhyPage:
    """Prints explanations.

    Args:
        reading: the map as it was weighed.
        console: where to.
    """

    def __init__(self, reading: Reading, console: Console) -> None:
        self._reading = reading
        self._map = reading.map
        self._page = Page(console)

    def explanation(self, found: Explanation) -> None:
        """Print the verdict on a statement, the dialogue, and extensions where there are any to show."""
        statement = self._map.statements[found.id]
        author = f"{one_line(self._map.person_name(statement.by))}: " if statement.by else ""
        self._page.entry(author, (one_line(statement.label), "name"), key=found.id)
        word, _, reason = found.sentence.partition(": ")
        lacking = found.is_settled and found.verdicts.lacks_reply(found.id)
        before = f"{NO_REPLY}, therefore " if lacking else ""
        self._page.paragraph(before, (word, STYLES[found.status]), f": {reason}.")
        if lacking:
            self._page.paragraph((SILENCE, "quiet"))
        if found.moves and found.moves[0].status is not found.status:
            self._page.blank()
            self._page.paragraph("The replies alone leave it undecided:")
        self._dialogue(found.moves, found.verdicts)
        self._ends(found.moves)
        self._sides(found)

    def separator(self) -> None:
        """Print a line between two explanations."""
        self._page.paragraph(("─" * self._page.width, "quiet"))

    def _sides(self, found: Explanation) -> None:
        """Print an extension that holds the statement and one that does not, or say that all do alike."""
        witness, counter = found.witness, found.counter
        if witness is not None:
            self._side(witness, "Every {} extension holds it" if counter is None else "", "holds it", found)
        if counter is not None:
            self._side(counter, "No {} extension holds it" if witness is None else "", "does not", found)

    def _side(self, side: Side, all_alike: str, words: str, found: Explanation) -> None:
        name, members = side.semantics.words, count(len(side.members), "statement")
        self._page.blank()
        if not all_alike:
            self._page.paragraph((f"A {name} extension that {words}, with {members}", "heading"))
        elif side.moves == found.moves:
            self._page.paragraph((f"{all_alike.format(name)}.", "heading"))
            return
        else:
            self._page.paragraph((f"{all_alike.format(name)}; one of them, with {members}", "heading"))
        self._dialogue(side.moves, side.verdicts)
        if len(side.moves) == 1:
            self._page.paragraph(f"{side.verdicts.sentence(found.id)}.", indent=2, hanging=2)

    def _dialogue(self, moves: Sequence[Move], verdicts: Verdicts) -> None:
        attacked = {move.parent for move in moves if move.role is Role.ATTACK}
        opened = {move.parent for move in moves}
        if len(moves) > 1:
            self._page.blank()
        for number, move in enumerate(moves):
            if move.role is Role.THESIS:
                continue
            indent = self._page.step(move.depth)
            words = *self._page.level(move.depth), *self._words(move, moves)
            self._page.entry(*words, key=move.id, indent=indent)
            if remark := _remark(move, verdicts, is_open=number in opened, is_attacked=number in attacked):
                self._page.paragraph(*remark, indent=indent + 2, hanging=2)

    def _words(self, move: Move, moves: Sequence[Move]) -> list[Part]:
        statement = self._map.statement_of(move.id)
        author = one_line(self._map.person_name(statement.by)) if statement.by else ""
        name: Part = (one_line(statement.label), "name")
        match move.role:
            case Role.ATTACK | Role.BESIDES:
                besides = "besides, " if move.role is Role.BESIDES else ""
                verb = f"{move.attack.kind.value if move.attack else 'attack'}s"
                return [
                    f"{besides}{author or 'somebody'} ",
                    (verb, "attack"),
                    f" {self._place(move, moves)}: ",
                    name,
                ]
            case Role.REASON:
                return self._reason(move)
            case Role.PARTNER:
                return ["together with ", f"{author}: " if author else "", name]
            case _:
                return [f"{author}: " if author else "", name]

    def _place(self, move: Move, moves: Sequence[Move]) -> str:
        if move.attack is None or move.parent is None:
            return "this"
        parent = moves[move.parent]
        if parent.role is Role.REASON:
            return "the step"
        is_denial = move.attack.denies or move.attack.target != parent.id
        return "the bearing of this" if is_denial else "this"

    def _reason(self, move: Move) -> list[Part]:
        step = self._map.inferences[move.id]
        scheme = f" ({one_line(step.scheme)})" if step.scheme else ""
        if move.status is Status.IN:
            linked = ", jointly" if len(set(step.premises)) > 1 else ""
            return [("because", "support"), f"{scheme}{linked}"]
        return [f"The reason{scheme} from {premises(self._map, step)} {_FAILS[move.status]}"]

    def _ends(self, moves: Sequence[Move]) -> None:
        """Print the attacks with which the dialogue ends, and who owes a reply to them."""
        last = {
            move.id: move.attack
            for move in moves
            if move.attack and move.status is Status.IN and not self._is_answered(move.id)
        }
        if not last:
            return
        self._page.blank()
        self._page.paragraph("Where it ends:")
        for key, attack in last.items():
            self._page.paragraph(f"{attacker(self._map, attack)} {self._end(key)}.", indent=2, hanging=2)

    def _end(self, key: str) -> str:
        rebuttal = self._map.rebuttals[key]
        if rebuttal.marker is Marker.CONCEDED:
            return "is recorded as conceded"
        left = " left" if self._map.challenges_to(key) else ""
        if is_against_hypothetical(self._map, rebuttal):
            return f"has no reply{left}; nobody is there to give one"
        debtors = [one_line(self._map.person_name(person)) for person in owed_by(self._map, rebuttal)]
        return f"has no reply{left}" + (f"; one is owed by {and_list(debtors)}" if debtors else "")

    def _is_answered(self, key: str) -> bool:
        """Tell whether somebody replied, and the reply takes part and has not fallen."""
        return any(attack.rebuttal in self._reading.index for attack in self._map.challenges_to(key))


def _remark(move: Move, verdicts: Verdicts, *, is_open: bool, is_attacked: bool) -> list[Part]:
    """Say whether a move stands, and why, unless the moves that answer to it say so."""
    word: Part = (move.status.value, STYLES[move.status])
    if move.repeated:
        return [word, ", as told above."]
    if move.role is Role.REASON and not (is_attacked and move.status is Status.IN):
        return []
    if move.status is not Status.IN and is_open:
        return [word, ", since"]
    return [word, f": {verdicts.reason(move.id)}."]
