"""The flow sheet of a debate: a column for each speaker, a row for each step of a thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis
from argmap.queries.disputes import attacks_within
from argmap.render.diagram import Box, Diagram, Line, Relation
from argmap.render.wording import VERBS, as_sentence, attack_tooltip
from argmap.text.plurals import count


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a statement stands.

    Args:
        column: counted from 0.
        row: counted from 0; within a row each statement but the first challenges the one beside it.
        is_root: whether a thread begins there.
    """

    column: int
    row: int
    is_root: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow sheet.

    Args:
        diagram: the disputed statements, and a line from each to what comes before it in its thread.
        columns: the names of the speakers, each with the person's key, in order of first appearance.
        cells: statement id -> where it stands, in reading order.
    """

    diagram: Diagram
    columns: tuple[tuple[str | None, str], ...]
    cells: Mapping[str, Cell]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The disputed statements."""
        return self.diagram.boxes


def flow_of(amap: ArgumentMap, diagram: Diagram) -> Flow:
    """Arrange the disputes of a diagram as threads.

    A thread is a challenged claim with its challenges, their replies, and so on. A rebuttal of several
    statements stands in the first of their threads, and says what else it challenges.

    Args:
        amap: the map.
        diagram: what was selected of it; what takes part in no dispute is left out, and counted.
    """
    boxes = {box.id: box for box in diagram.boxes}
    attacks: dict[tuple[str, str], Attack] = {}
    for attack, target in attacks_within(amap, boxes):
        attacks.setdefault((attack.rebuttal, target), attack)
    before = _threads(boxes, attacks)
    speakers = {key: (boxes[key].speaker, boxes[key].speaker_name) for key in before}
    columns = {speaker: number for number, speaker in enumerate(dict.fromkeys(speakers.values()))}
    aims: dict[str, dict[str, Attack]] = {}
    for (rebuttal, target), attack in attacks.items():
        aims.setdefault(rebuttal, {})[target] = attack
    sheet = replace(
        diagram,
        description=_description(diagram, before),
        boxes=tuple(_noted(amap, boxes[key], to, aims.get(key, {})) for key, to in before.items()),
        joints=(),
        lines=tuple(_line(amap, attacks[key, to], to) for key, to in before.items() if to is not None),
    )
    return Flow(sheet, tuple(columns), _cells({key: columns[speakers[key]] for key in before}, before))


def _threads(order: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """Give each disputed statement what it follows in its thread, None where it begins one; depth first."""
    against: dict[str, list[str]] = {}
    challenging: set[str] = set()
    for rebuttal, target in pairs:
        against.setdefault(target, []).append(rebuttal)
        challenging.add(rebuttal)
    involved = [key for key in order if key in against or key in challenging]
    before: dict[str, str | None] = {}
    for root in sorted(involved, key=challenging.__contains__):
        stack: list[tuple[str, str | None]] = [(root, None)]
        while stack:
            key, follows = stack.pop()
            if key not in before:
                before[key] = follows
                stack += [(reply, key) for reply in reversed(against.get(key, []))]
    return before


def _cells(columns: Mapping[str, int], before: Mapping[str, str | None]) -> dict[str, Cell]:
    """Put a statement beside what it follows where it is the first to do so, else in a row of its own.

    The lines of a thread lead to either side, but never past another statement: a row goes on only away from
    what it follows.
    """
    cells: dict[str, Cell] = {}
    last, row, onwards = None, -1, 0
    for key, follows in before.items():
        side = 0 if follows is None else _sign(columns[key] - columns[follows])
        beside = follows is not None and follows == last and side and onwards in {0, side}
        row += not beside
        onwards = 0 if follows is None else side or -1
        cells[key] = Cell(columns[key], row, follows is None)
        last = key
    return cells


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _line(amap: ArgumentMap, attack: Attack, target: str) -> Line:
    return Line(
        f"{attack.rebuttal}->{target}",
        attack.rebuttal,
        target,
        Relation(attack.kind.value),
        attack_tooltip(amap, attack),
        inferred=attack.basis is Basis.INFERRED,
    )


def _noted(amap: ArgumentMap, box: Box, follows: str | None, aims: Mapping[str, Attack]) -> Box:
    """Add to a box what else it challenges than what it follows."""
    others = [attack for target, attack in aims.items() if target != follows]
    notes = (f"also {VERBS[other.kind]} “{_label(amap, other)}”" for other in others)
    return replace(box, status="; ".join(filter(None, [box.status, *notes])))


def _label(amap: ArgumentMap, attack: Attack) -> str:
    return amap.statement_of(attack.target).label


def _description(diagram: Diagram, shown: Mapping[str, str | None]) -> str:
    quiet = sum(box.id not in shown for box in diagram.boxes)
    left_out = f"Not shown: {count(quiet, 'statement')} in no dispute." if quiet else ""
    return " ".join(filter(None, [as_sentence(diagram.description), left_out]))
