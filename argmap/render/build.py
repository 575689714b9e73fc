"""From a map to its diagram: which boxes, joints and lines a selection of statements needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, AttackKind, Basis, Claim, Inference, Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.owing import is_against_hypothetical, is_hypothetical
from argmap.render.diagram import Box, Diagram, Joint, Line, Relation
from argmap.render.wording import (
    attack_tooltip,
    inference_tooltip,
    restatement_tooltip,
    status,
    tooltip,
    work_name,
)


def build_diagram(
    amap: ArgumentMap,
    ids: Sequence[str],
    buckets: Mapping[str, Bucket] | None = None,
    passed_over: Mapping[str, Sequence[str]] | None = None,
) -> Diagram:
    """Decide what to draw of a map.

    Args:
        amap: the map.
        ids: the statements to draw; each is drawn once.
        buckets: statement id -> bucket; those without stay plain.
        passed_over: statement id -> the works in which it was passed over, if it was.

    Returns:
        The diagram. An inference is drawn when its conclusion and a premise are, or an attack on it is; an
        attack when both its ends are.

    Raises:
        KeyError: an id is not in the map.
    """
    chosen = dict.fromkeys(ids)
    where, dropped = buckets or {}, passed_over or {}
    boxes = tuple(_box(amap, amap.statements[key], where.get(key), dropped.get(key, ())) for key in chosen)
    parts = _Parts(amap, chosen)
    parts.add_inferences()
    parts.add_attacks()
    parts.add_restatements()
    return Diagram(
        title=amap.info.title or "",
        description=amap.info.description or "",
        boxes=boxes,
        joints=tuple(parts.joints.values()),
        lines=tuple(_unique(parts.lines)),
        speakers=_speakers(amap),
    )


def _speakers(amap: ArgumentMap) -> tuple[str, ...]:
    """List who speaks in a map: in its own order, so that pictures of its parts and versions agree."""
    speaking = dict.fromkeys(key for statement in amap.statements.values() if (key := statement.by))
    listed = [key for key in amap.people if key in speaking]
    return tuple(dict.fromkeys([*listed, *speaking]))


def _unique(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the second of two lines between the same ends an id of its own."""
    taken: set[str] = set()
    for line in lines:
        name = line.id
        while name in taken:
            name += "'"
        taken.add(name)
        yield line if name == line.id else replace(line, id=name)


def _box(
    amap: ArgumentMap, statement: Claim | Rebuttal, bucket: Bucket | None, passed_over: Sequence[str]
) -> Box:
    words = status(amap, statement, bucket, passed_over)
    source = statement.source.work if statement.source else None
    return Box(
        id=statement.id,
        is_rebuttal=isinstance(statement, Rebuttal),
        speaker=statement.by,
        speaker_name=amap.person_name(statement.by),
        title=statement.title or "",
        text=statement.text or "",
        source=source,
        source_name=work_name(amap, source) if source else "",
        bucket=bucket,
        status=words,
        inferred=statement.basis is Basis.INFERRED,
        tooltip=tooltip(amap, statement, words),
        imagined=statement.by is not None and is_hypothetical(amap, statement.by),
        unheard=isinstance(statement, Rebuttal) and is_against_hypothetical(amap, statement),
        tags=tuple(statement.tags),
    )


class _Parts:
    """Collects the joints and lines between chosen statements."""

    def __init__(self, amap: ArgumentMap, chosen: Mapping[str, None]) -> None:
        self.joints: dict[str, Joint] = {}
        self.lines: list[Line] = []
        self._map = amap
        self._chosen = chosen
        self._attacks = [attack for attack in amap.attacks if attack.rebuttal in chosen]

    def add_inferences(self) -> None:
        hit = {attack.target for attack in self._attacks}
        for key in self._chosen:
            for step in self._map.statements[key].because:
                premises = [premise for premise in dict.fromkeys(step.premises) if premise in self._chosen]
                if (premises and len(step.premises) > 1) or step.id in hit:
                    self._add_joined(step, premises)
                else:
                    self.lines += [self._support(step, step.id, premise, key) for premise in premises]

    def _add_joined(self, step: Inference, premises: list[str]) -> None:
        words, inferred = inference_tooltip(self._map, step), step.basis is Basis.INFERRED
        self.joints[step.id] = Joint(step.id, step.conclusion, Relation.SUPPORT, inferred, words)
        for premise in premises:
            self.lines.append(self._support(step, f"{premise}->{step.id}", premise, step.id))
        out = f"{step.id}->{step.conclusion}"
        self.lines.append(self._support(step, out, step.id, step.conclusion))

    def _support(self, step: Inference, name: str, tail: str, head: str) -> Line:
        inferred, words = step.basis is Basis.INFERRED, inference_tooltip(self._map, step)
        return Line(name, tail, head, Relation.SUPPORT, words, inferred=inferred, arrow=head != step.id)

    def add_attacks(self) -> None:
        ends = self._chosen.keys() | self.joints.keys()
        drawn = [attack for attack in self._attacks if attack.target in ends]
        landings = _landings(self._map, drawn)
        denied = set(landings.values())
        for attack in drawn:
            head = _joint_id(landings[attack]) if attack in landings else attack.target
            together = [key for key in attack.jointly if key in self._chosen]
            if together or attack in denied:
                self._add_joined_attack(attack, [attack.rebuttal, *together], head)
            else:
                self.lines.append(self._line(attack, attack.rebuttal, head))

    def add_restatements(self) -> None:
        for key in self._chosen:
            for other in dict.fromkeys(self._map.statements[key].restates):
                if other in self._chosen:
                    words = restatement_tooltip(self._map, key, other)
                    self.lines.append(Line(f"{key}->{other}", key, other, Relation.RESTATE, words))

    def _add_joined_attack(self, attack: Attack, tails: list[str], head: str) -> None:
        words, inferred = attack_tooltip(self._map, attack), attack.basis is Basis.INFERRED
        joint = _joint_id(attack)
        self.joints[joint] = Joint(joint, attack.rebuttal, Relation(attack.kind.value), inferred, words)
        self.lines += [self._line(attack, tail, joint, arrow=False) for tail in tails]
        self.lines.append(self._line(attack, joint, head))

    def _line(self, attack: Attack, tail: str, head: str, *, arrow: bool = True) -> Line:
        relation, inferred = Relation(attack.kind.value), attack.basis is Basis.INFERRED
        words = attack_tooltip(self._map, attack)
        return Line(f"{tail}->{head}", tail, head, relation, words, inferred=inferred, arrow=arrow)


def _landings(amap: ArgumentMap, attacks: Sequence[Attack]) -> dict[Attack, Attack]:
    """Find the attacks that undercut another: those grant it, but deny that it bears on its target.

    An undercut that does not say which attack of a rebuttal it denies means the only one.
    """
    drawn = set(attacks)
    found: dict[Attack, Attack] = {}
    for attack in attacks:
        if attack.kind is not AttackKind.UNDERCUT:
            continue
        others = amap.attacks_by.get(attack.target, ())
        meant = [other for other in others if attack.denies in {"", other.id} and other is not attack]
        if len(meant) == 1 and meant[0] in drawn:
            found[attack] = meant[0]
    return found


def _joint_id(attack: Attack) -> str:
    return attack.id or f"{attack.rebuttal}=>{attack.target}"
