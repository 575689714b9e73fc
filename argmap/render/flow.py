"""The flow sheet of a debate: a column for each speech or speaker, a row for each step of a thread."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis
from argmap.queries.disputes import attacks_within
from argmap.queries.sides import Sides, find_sides
from argmap.queries.spoken import authors_of_works
from argmap.queries.unanswered import find_standing
from argmap.render.diagram import Box, Diagram, Line, Relation
from argmap.render.wording import VERBS, as_sentence, attack_tooltip, work_name
from argmap.text.lists import and_list
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
class Column:
    """A column.

    Args:
        key: of the work, or of the speaker where columns are those of speakers; None for what has neither.
        speaker: the key of the speaker, or of the only one in a work; None where there is none or several.
        label: the title of the work, or the name of the speaker.
        by: who speaks in the work; empty in the column of a speaker.
        side: of the debate, 0 or 1; None where that is not told.
        team: what the side is called, where it has a name of its own.
    """

    key: str | None
    speaker: str | None
    label: str
    by: str = ""
    side: int | None = None
    team: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty cell at the right of what was passed over.

    Args:
        column: that of the first work in which it was passed over.
        words: such as `not answered in 2AC and 1AR`.
    """

    column: int
    words: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow sheet.

    Args:
        diagram: the disputed statements, and a line from each to what comes before it in its thread.
        columns: the works of the map's `sequence` in their order, before them one for what was said elsewhere
            if there is such; where nothing disputed was said in these works, the speakers in order of first
            appearance.
        cells: statement id -> where it stands, in reading order.
        gaps: statement id -> the empty cell in its row that shows that it was passed over.
        sides: the two sides of a debate; None where there are not two, and in columns of speakers.
    """

    diagram: Diagram
    columns: tuple[Column, ...]
    cells: Mapping[str, Cell]
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    sides: Sides | None = None

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
    shown = [boxes[key] for key in before]
    if {box.source for box in shown}.isdisjoint(amap.info.sequence):
        return _by_speaker(sheet, shown, before)
    return _by_work(amap, sheet, shown, before)


def _by_speaker(sheet: Diagram, shown: Sequence[Box], before: Mapping[str, str | None]) -> Flow:
    speakers = {box.id: (box.speaker, box.speaker_name) for box in shown}
    columns = {speaker: number for number, speaker in enumerate(dict.fromkeys(speakers.values()))}
    cells = _cells({key: columns[speaker] for key, speaker in speakers.items()}, before)
    return Flow(sheet, tuple(Column(key, key, name) for key, name in columns), cells)


def _by_work(
    amap: ArgumentMap, sheet: Diagram, shown: Sequence[Box], before: Mapping[str, str | None]
) -> Flow:
    works: list[str | None] = list(dict.fromkeys(amap.info.sequence))
    sides = find_sides(amap, [work for work in works if work])
    if not all(box.source in works for box in shown):
        works.insert(0, None)
    places = {work: number for number, work in enumerate(works)}
    cells = _cells({box.id: places.get(box.source, 0) for box in shown}, before)
    authors = authors_of_works(amap)
    columns = tuple(_column(amap, work, authors.get(work or "", ()), sides) for work in works)
    return Flow(sheet, columns, cells, _gaps(amap, sheet, cells, places, before), sides)


def _gaps(
    amap: ArgumentMap,
    sheet: Diagram,
    cells: Mapping[str, Cell],
    places: Mapping[str | None, int],
    before: Mapping[str, str | None],
) -> dict[str, Gap]:
    """Leave a cell empty for each answer that was not given, unless other things stand in its way."""
    drops = find_standing(amap, include_inferred=sheet.inferred).drops.passed_over
    last: dict[int, int] = {}
    for cell in cells.values():
        last[cell.row] = max(cell.column, last.get(cell.row, 0))
    gaps: dict[str, Gap] = {}
    for key, cell in cells.items():
        columns = [places[work] for work in drops.get(key, ()) if places.get(work, 0) > cell.column]
        follows = before[key]
        leads_left = follows is not None and cells[follows].column < cell.column
        if columns and leads_left and last[cell.row] == cell.column:
            gaps[key] = Gap(min(columns), _words(amap, drops[key]))
    return gaps


def _words(amap: ArgumentMap, works: Iterable[str]) -> str:
    return f"not answered in {and_list(work_name(amap, work) for work in works)}"


def _column(amap: ArgumentMap, work: str | None, people: Sequence[str], sides: Sides | None) -> Column:
    if work is None:
        return Column(None, None, "Elsewhere")
    source = amap.sources.get(work)
    authors = source.authors if source else ()
    by = and_list(amap.person_name(author.name) if author.name else str(author) for author in authors)
    side = sides.of_works.get(work) if sides else None
    team = sides.names[side] if sides and sides.are_named and side is not None else ""
    speaker = people[0] if len(people) == len(authors) == 1 else None
    return Column(work, speaker, work_name(amap, work), by, side, team)


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
