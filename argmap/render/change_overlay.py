"""What came and went between two versions of a map, on a diagram of both."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.queries.changes.both import BothVersions
from argmap.queries.changes.fates import Change
from argmap.queries.select import Selection
from argmap.queries.unanswered import Standing
from argmap.render.badges import BADGES
from argmap.render.build import build_diagram
from argmap.render.diagram import Box, Diagram, Joint, Line, Relation
from argmap.render.options import Format, RenderOptions
from argmap.render.theme import Theme

_Statement = TypeVar("_Statement", Claim, Rebuttal)


def with_changes(diagram: Diagram, both: BothVersions) -> Diagram:
    """Mark what came and went.

    Args:
        diagram: of the map that holds both versions.
        both: the versions.
    """
    overlay = _Overlay(both)
    old, new = both.names
    inferred = both.changes.include_inferred
    joints = {joint.id: joint for joint in diagram.joints}
    is_part = len(diagram.boxes) < len(both.map.statements)
    part = " Only what is different, and what lies near it." if is_part else ""
    return replace(
        diagram,
        description=f"What changed from {old} to {new}.{part}",
        boxes=tuple(map(overlay.box, diagram.boxes)),
        joints=tuple(replace(joint, change=overlay.joint(joint) or "") for joint in diagram.joints),
        lines=tuple(replace(line, change=overlay.line(line, joints) or "") for line in diagram.lines),
        inferred=inferred,
    )


def options_for(
    both: BothVersions, output: Format, *, depth: int | None = None, theme: Theme | None = None
) -> RenderOptions:
    """Choose how two versions are drawn as one.

    Args:
        both: the versions.
        output: the format.
        depth: how many steps around what is different to go; by default all is drawn.
        theme: the colours; by default those of argmap.
    """
    # What the editor infers may have changed as well.
    selection = Selection(include_inferred=True)
    if depth is not None and both.touched:
        selection = Selection(focus=both.touched, depth=depth, include_inferred=True)
    return RenderOptions(format=output, selection=selection, theme=theme, both=both)


def with_notes(both: BothVersions) -> ArgumentMap:
    """Give the map of both versions, in which the notes say what became of each statement."""

    def noted(statement: _Statement) -> _Statement:
        change = both.statement(statement.id)
        if change is None:
            return statement
        told = f"{change.capitalize()} since {both.names[0]}."
        if change is Change.REWORDED:
            told += f" {_before(both, statement.id)}"
        return statement.model_copy(update={"note": " ".join(filter(None, [told, statement.note]))})

    return replace(
        both.map,
        claims={key: noted(one) for key, one in both.map.claims.items()},
        rebuttals={key: noted(one) for key, one in both.map.rebuttals.items()},
    )


def _before(both: BothVersions, key: str) -> str:
    before = both.older.statements[key]
    return f"Before: {' '.join(filter(None, [before.title, before.text]))}"


class _Overlay:
    def __init__(self, both: BothVersions) -> None:
        self._both = both
        self._now = _boxes(both.newer, both.standings[1])
        self._then = _boxes(both.older, None)
        self._before = both.changes.debate.before

    def box(self, box: Box) -> Box:
        """Give a box as it is in the newer version, else as it was in the older one."""
        key = box.id
        change = self._both.statement(key)
        found = self._now.get(key) or self._then[key]
        status = found.status
        if before := self._before.get(key):
            status = f"{status} (before: {before.words})" if status else f"before: {before.words}"
        told = [_before(self._both, key)] if change is Change.REWORDED else []
        tooltip = "\n".join([*([BADGES[change]] if change else []), found.tooltip, *told])
        return replace(found, change=change or "", status=status, tooltip=tooltip)

    def joint(self, joint: Joint) -> Change | None:
        """Tell what became of the step or attack of a joint."""
        if joint.relation is Relation.SUPPORT:
            return self._both.support(joint.id, None)
        return self._both.attack(joint.statement, joint.relation.value, None)

    def line(self, line: Line, joints: Mapping[str, Joint]) -> Change | None:
        """Tell what became of what a line stands for."""
        both = self._both
        if line.relation is Relation.SUPPORT:
            step = next(one for one in (line.id, line.head, line.tail) if one in both.map.inferences)
            return both.support(step, line.tail if line.tail in both.map.statements else None)
        if line.relation is Relation.RESTATE:
            return both.restatement(line.tail, line.head)
        if not line.arrow:
            rebuttal = joints[line.head].statement
            partner = "" if line.tail == rebuttal else line.tail
            return both.attack(rebuttal, line.relation.value, None, partner)
        rebuttal = joints[line.tail].statement if line.tail in joints else line.tail
        is_attack = line.head in joints and line.head not in both.map.inferences
        target = joints[line.head].statement if is_attack else line.head
        return both.attack(rebuttal, line.relation.value, target)


def _boxes(argument_map: ArgumentMap, standing: Standing | None) -> dict[str, Box]:
    """Build the boxes of a version; without buckets where these count no more."""
    buckets = standing.buckets if standing else {}
    passed_over = standing.drops.passed_over if standing else {}
    built = build_diagram(argument_map, list(argument_map.statements), buckets, passed_over)
    return {box.id: box for box in built.boxes}
