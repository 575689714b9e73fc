"""What a diagram shows, before anybody thinks of shapes: boxes, joints and lines."""

from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.queries.buckets import NEEDS_REPLY, Bucket


class Relation(StrEnum):
    """How one end of a line bears on the other."""

    SUPPORT = "support"
    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"
    CHALLENGE = "challenge"
    RESTATE = "restate"


@dataclass(frozen=True, slots=True)
class Box:
    """A claim or a rebuttal.

    Args:
        id: of the statement.
        is_rebuttal: whether it attacks something.
        speaker: the key of the person, None where nobody is named.
        speaker_name: as it should be printed.
        title: a few words, may be empty.
        text: a sentence, may be empty.
        source: the key of the work, None where none is given.
        source_name: the title of the work, may be empty.
        bucket: the dialectical bucket; None for a claim that was challenged.
        status: the bucket in words, with who owes a reply.
        inferred: whether the map's editor supplied it.
        tooltip: everything about it, in several lines.
        standing: in, out or undecided where statuses were computed, else empty.
        imagined: whether the speaker is only imagined or unnamed.
        unheard: whether all whom it attacks are, so that nobody can answer.
        stands_for: how many statements it shows: more than one only in an overview.
        tags: of the statement, in its order.
        change: of two versions, what became of it: new, gone, reworded or changed; else empty.
    """

    id: str
    is_rebuttal: bool
    speaker: str | None
    speaker_name: str
    title: str
    text: str
    source: str | None
    source_name: str
    bucket: Bucket | None
    status: str
    inferred: bool
    tooltip: str
    standing: str = ""
    imagined: bool = False
    unheard: bool = False
    stands_for: int = 1
    tags: tuple[str, ...] = ()
    change: str = ""

    @property
    def needs_reply(self) -> bool:
        """Whether somebody owes an answer; to what the editor infers, nobody does."""
        return self.bucket in NEEDS_REPLY and not self.inferred and not self.unheard


@dataclass(frozen=True, slots=True)
class Joint:
    """A point on a line: where linked premises meet, or where an attack on an inference or attack lands.

    Args:
        id: of the inference or attack.
        statement: the id of the statement it belongs to: the conclusion of an inference, or the rebuttal.
        relation: of its line.
        inferred: whether the map's editor supplied it.
        tooltip: the inference or attack in words.
        change: of two versions, whether it is new or gone; else empty.
    """

    id: str
    statement: str
    relation: Relation
    inferred: bool
    tooltip: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """From a box or joint to another.

    Args:
        id: `tail->head`, or the inference's own id where one line is the whole inference.
        tail: the id of the box or joint where it starts.
        head: the id of the box or joint where it ends.
        relation: how the tail bears on the head.
        tooltip: the relation in words.
        inferred: whether the map's editor supplied it.
        arrow: whether the line ends there, and does not go on from a joint.
        change: of two versions, whether it is new or gone; else empty.
    """

    id: str
    tail: str
    head: str
    relation: Relation
    tooltip: str
    inferred: bool = False
    arrow: bool = True
    change: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """All that is drawn, in the order of the map.

    Args:
        title: of the map, may be empty.
        description: of the map, may be empty.
        boxes: one for each selected statement.
        joints: only those that are needed.
        lines: those with both ends in the diagram.
        speakers: the keys of all speakers of the map, drawn or not, in the order in which they get colours.
        inferred: whether what the editor infers is drawn and counts, and not just as context.
    """

    title: str
    description: str
    boxes: tuple[Box, ...]
    joints: tuple[Joint, ...]
    lines: tuple[Line, ...]
    speakers: tuple[str, ...] = ()
    inferred: bool = False

    @property
    def is_anonymous(self) -> bool:
        """Whether no box says who speaks."""
        return all(box.speaker is None for box in self.boxes)


def without_signs(diagram: Diagram) -> Diagram:
    """Leave out what the page marks itself, in any size: open challenges, and claims that nobody challenged.

    Args:
        diagram: what is drawn for the page.
    """
    return replace(diagram, boxes=tuple(_plain(box) for box in diagram.boxes))


def _plain(box: Box) -> Box:
    is_marked = box.needs_reply or box.bucket is Bucket.UNCHALLENGED
    return replace(box, bucket=None, status="") if is_marked else box
