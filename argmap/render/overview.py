"""The overview of a map: its theses, what supports them, and who challenges them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.argument_map import ArgumentMap
from argmap.model import Basis
from argmap.queries import overview as contraction
from argmap.queries.among import Among, among
from argmap.queries.buckets import NEEDS_REPLY, Bucket
from argmap.queries.owing import owed_by
from argmap.queries.unanswered import Standing, find_standing
from argmap.render.diagram import Box, Diagram, Line, Relation
from argmap.render.wording import as_sentence, attack_tooltip
from argmap.text.lists import and_list
from argmap.text.plurals import agree, count

_INFERRED = "inferred"

MOST_BOXES = 12
"""How many boxes may be drawn before challenges of one person to the same theses become one."""

MOST_ON_ONE = 3
"""How many challenges may stand beneath one of several theses before that."""

MANY_BOXES = 22
"""How many may be drawn before those of several people do."""


DEEPEST = 2
"""How many theses of a speaker may stand beneath one another, each the ground of the one above."""


MOST_NAMES = 2
"""How many people are named in the head of a box."""


MOST_IN_A_TREE = 5
"""How many boxes may stand beneath one another where a thesis of the same speaker could stand beside them."""


@dataclass(frozen=True, slots=True)
class Overview:
    """An overview.

    Args:
        diagram: a box for each thesis, and for each challenge or group of challenges; a line for each
            support, from each challenge to what it challenges, and from each thesis to the challenges that
            rest on it.
        under: box id -> the id of the box beneath which it stands; none for those that begin a tree.
        note: what part of the map it is, and what of it is left out; may be empty.
    """

    diagram: Diagram
    under: Mapping[str, str]
    note: str

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The theses and challenges."""
        return self.diagram.boxes


@dataclass(frozen=True, slots=True)
class _Group:
    """Challenges that are drawn as one box."""

    members: tuple[str, ...]
    heads: tuple[str, ...]
    bases: tuple[str, ...]
    inferred: bool

    @property
    def id(self) -> str:
        first, *others = self.members
        # No statement's id has a space, and no rebuttal is in two groups.
        return f"{first} and {len(others)} more" if others else first


def overview_of(amap: ArgumentMap, diagram: Diagram) -> Overview:
    """Draw up the overview of a map.

    Args:
        amap: the map.
        diagram: what was selected of it: only these statements count, and conflicts inferred by the editor
            only where the diagram has them.
    """
    boxes = {box.id: box for box in diagram.boxes}
    found = contraction.overview(amap, list(boxes), include_inferred=diagram.inferred)
    standing = find_standing(amap, include_inferred=diagram.inferred)
    theses = {thesis.id for thesis in found.theses}
    # A rebuttal may be a thesis where no claim is: it has a box already.
    direct = [each for each in found.challenges if each.id in theses]
    groups = _grouped(amap, replace(found, challenges=tuple(c for c in found.challenges if c not in direct)))
    lines = tuple(_lines(amap, found, [*groups, *(_group(amap, [each]) for each in direct)]))
    left_out = _left_out(found)
    is_part = diagram.description != (amap.info.description or "")
    note = " ".join(filter(None, [diagram.description if is_part else "", left_out]))
    voiced = among(found.inside, lambda key: amap.statements[key].basis is Basis.STATED)
    waiting = among(found.inside, lambda key: standing.buckets.get(key) in NEEDS_REPLY)
    drawn = [
        *(_thesis(boxes[thesis.id], thesis, voiced, waiting) for thesis in found.theses),
        *(_challenge(amap, boxes, group, standing) for group in groups),
    ]
    return Overview(
        replace(
            diagram,
            description=" ".join(filter(None, [as_sentence(diagram.description), left_out])),
            boxes=tuple(drawn),
            joints=(),
            lines=lines,
        ),
        _under(amap, found, groups),
        note,
    )


def _grouped(amap: ArgumentMap, found: contraction.Overview) -> list[_Group]:
    """Draw challenges alone while there is room, then those of one person as one, then those of all."""
    theses = len(found.theses)
    on_one = max(Counter(each.heads[0] for each in found.challenges).values(), default=0)
    if theses + len(found.challenges) <= MOST_BOXES and (theses == 1 or on_one <= MOST_ON_ONE):
        return [_group(amap, [each]) for each in found.challenges]
    by_person = _sorted_out(amap, found.challenges, by_person=True)
    if theses + len(by_person) <= MANY_BOXES:
        return by_person
    return _sorted_out(amap, found.challenges, by_person=False)


def _sorted_out(
    amap: ArgumentMap, challenges: Iterable[contraction.Challenge], *, by_person: bool
) -> list[_Group]:
    groups: dict[object, list[contraction.Challenge]] = {}
    for each in challenges:
        rebuttal = amap.statements[each.id]
        key = each.heads, rebuttal.basis, rebuttal.by if by_person else None
        groups.setdefault(key, []).append(each)
    return [_group(amap, group) for group in groups.values()]


def _group(amap: ArgumentMap, members: Sequence[contraction.Challenge]) -> _Group:
    bases = dict.fromkeys(base for each in members for base in each.bases)
    inferred = amap.statements[members[0].id].basis is Basis.INFERRED
    return _Group(tuple(each.id for each in members), members[0].heads, tuple(bases), inferred)


def _name(amap: ArgumentMap, key: str) -> str:
    return amap.person_name(amap.statements[key].by)


def _thesis(box: Box, thesis: contraction.Thesis, voiced: Among, waiting: Among) -> Box:
    rests = f"rests on {count(len(thesis.grounds), 'claim')}" if thesis.grounds else ""
    words = " · ".join(filter(None, [rests, *_counted(thesis.challenges, voiced, waiting)]))
    return replace(box, status=words, tooltip="\n".join(filter(None, [box.tooltip, words])))


def _counted(challenges: Among, voiced: Among, waiting: Among) -> Iterator[str]:
    """Count the challenges that were voiced, with how many are open, then those that only the editor sees."""
    said = challenges.common(voiced)
    if said:
        yield f"{count(len(said), 'challenge')}, {len(said.common(waiting))} open"
    if others := len(challenges) - len(said):
        yield f"{count(others, 'challenge')} inferred"


def _challenge(amap: ArgumentMap, boxes: Mapping[str, Box], group: _Group, standing: Standing) -> Box:
    first = boxes[group.members[0]]
    if len(group.members) == 1:
        return replace(first, status=_INFERRED) if group.inferred else first
    names = dict.fromkeys(_name(amap, key) for key in group.members)
    labels = (f"“{amap.statements[key].label}”" for key in group.members)
    buckets = {key: standing.buckets.get(key) for key in group.members}
    waiting = [key for key, bucket in buckets.items() if bucket in NEEDS_REPLY]
    status = _INFERRED if group.inferred else _group_status(amap, buckets, waiting)
    return Box(
        id=group.id,
        is_rebuttal=True,
        speaker=first.speaker if len(names) == 1 else None,
        speaker_name=_names(list(names)),
        title=count(len(group.members), "challenge"),
        text="",
        source=None,
        source_name="",
        bucket=Bucket.OPEN if waiting else buckets[group.members[0]],
        status=status,
        inferred=group.inferred,
        tooltip="\n".join([f"{and_list(names)}:", *labels, status]),
        stands_for=len(group.members),
    )


def _names(names: Sequence[str]) -> str:
    """Name a few people; of many, the first and how many others."""
    if len(names) <= MOST_NAMES:
        return and_list(names)
    return f"{names[0]} and {len(names) - 1} others"


def _group_status(amap: ArgumentMap, buckets: Mapping[str, Bucket | None], waiting: Sequence[str]) -> str:
    if not waiting:
        known = dict.fromkeys(bucket.words for bucket in buckets.values() if bucket)
        return and_list(known)
    debtors = dict.fromkeys(key for rebuttal in waiting for key in owed_by(amap, amap.rebuttals[rebuttal]))
    owed = f": {agree(len(waiting), 'reply', 'replies')} owed by {and_list(map(amap.person_name, debtors))}"
    number = "" if len(waiting) == len(buckets) else f"{len(waiting)} "
    return f"{number}open{owed if debtors else ''}"


def _lines(amap: ArgumentMap, found: contraction.Overview, groups: Sequence[_Group]) -> Iterator[Line]:
    for support in found.supports:
        words = f"“{amap.statements[support.tail].label}” supports “{amap.statements[support.head].label}”"
        yield _line(support.tail, support.head, Relation.SUPPORT, words, inferred=support.inferred)
    for group in groups:
        words = "\n".join(
            attack_tooltip(amap, attack) for key in group.members for attack in amap.attacks_by[key]
        )
        for head in group.heads:
            yield _line(group.id, head, Relation.CHALLENGE, words, inferred=group.inferred)
        # What a conflict that only the editor sees might rest on, nobody brought forward against anything.
        for base in () if group.inferred else group.bases:
            label = amap.statements[base].label
            yield _line(base, group.id, Relation.SUPPORT, f"The challenge rests on “{label}”", inferred=False)


def _line(tail: str, head: str, relation: Relation, words: str, *, inferred: bool) -> Line:
    return Line(f"{tail}->{head}", tail, head, relation, words, inferred=inferred)


def _under(amap: ArgumentMap, found: contraction.Overview, groups: Sequence[_Group]) -> dict[str, str]:
    """Put what bears on a thesis beneath it: challenges, and theses of the same speaker.

    Where there are several trees, none becomes so high that the picture would have to be shrunk for it.
    """
    whole = _nested(amap, found, groups, len(found.theses) + len(groups))
    theses = {thesis.id for thesis in found.theses}
    is_one_tree = len(theses - whole.keys()) <= 1
    return whole if is_one_tree else _nested(amap, found, groups, MOST_IN_A_TREE)


def _nested(
    amap: ArgumentMap, found: contraction.Overview, groups: Sequence[_Group], most: int
) -> dict[str, str]:
    """Put theses beneath others, in trees of so many boxes at most, and challenges beneath theses."""
    boxes = Counter([thesis.id for thesis in found.theses] + [group.heads[0] for group in groups])
    under: dict[str, str] = {}
    for support in found.supports:
        same = amap.statements[support.tail].by == amap.statements[support.head].by
        above = list(_above(under, support.head))
        if not same or support.tail in under or support.tail in above or len(above) > DEEPEST:
            continue
        if boxes[above[-1]] + boxes[support.tail] <= most:
            under[support.tail] = support.head
            boxes[above[-1]] += boxes[support.tail]
    under.update((group.id, group.heads[0]) for group in groups)
    return under


def _above(under: Mapping[str, str], key: str) -> Iterator[str]:
    yield key
    while key in under:
        key = under[key]
        yield key


def _left_out(found: contraction.Overview) -> str:
    if not found.left_out:
        return ""
    return f"Not shown: {count(len(found.left_out), 'thesis', 'theses')} with less beneath or against them."
