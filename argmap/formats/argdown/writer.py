"""A map to an Argdown document; see the package for what becomes of what."""

from collections import defaultdict
from collections.abc import Iterator
from math import inf
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.formats.argdown.escape import (
    escape,
    is_one_line,
    is_rule,
    written_data,
    written_tags,
)
from argmap.formats.argdown.front_matter import OWN
from argmap.formats.argdown.links import relation_origin
from argmap.formats.argdown.plan import (
    CONTRADICTORY,
    CONTRARY,
    Block,
    Plan,
    kind_of,
    line_number,
    make_plan,
    undercut_step,
)
from argmap.formats.argdown.relations import UNTITLED
from argmap.formats.base import Exported
from argmap.formats.foreign_fields import KEPT, NOT_IN_MAP, person_record, source_record, statement_record
from argmap.formats.left_out import left_out
from argmap.model import Aim, AttackKind, Basis, Inference, Rebuttal, Statement
from argmap.text.ids import as_id, as_slug


def write(argument_map: ArgumentMap) -> Exported:
    """Write a map; what was imported from Argdown keeps its titles, brackets and structures.

    Args:
        argument_map: any map.
    """
    return _Writer(argument_map, make_plan(argument_map)).run()


class _Writer:
    def __init__(self, argument_map: ArgumentMap, plan: Plan) -> None:
        self._map = argument_map
        self._plan = plan
        self._losses = tuple(left_out(argument_map, KEPT, "Argdown has no place for it"))
        self._relations: dict[str, list[str]] = defaultdict(list)
        self._hits: dict[str, list[str]] = defaultdict(list)
        self._details: dict[str, dict[str, Any]] = defaultdict(dict)
        self._mutual: set[tuple[str, str, str | None]] = set()

    def run(self) -> Exported:
        for statement in self._map.statements.values():
            for step in statement.because:
                if step.id in self._plan.plain:
                    self._relations[statement.id].append(f"+ {self._plan.name(step.premises[0])}")
        for rebuttal in self._map.rebuttals.values():
            self._add_attacks(rebuttal)
        wholes = {block.whole for block in self._plan.blocks}
        blocks = [self._front_matter()]
        blocks += [self._entry(each) for each in self._map.statements.values() if each.id not in wholes]
        for block in self._plan.blocks:
            blocks.extend(self._structure(block))
        if len(blocks) == 1:
            blocks.append("Nothing is claimed here.\n")
        return Exported("\n".join(filter(None, blocks)), self._losses)

    def _front_matter(self) -> str:
        info = self._map.info.model_dump(exclude_none=True, mode="json")
        people = {key: person_record(person) for key, person in self._map.people.items()}
        sources = {key: source_record(source) for key, source in self._map.sources.items()}
        own = {
            "tags": info.pop("tags"),
            "people": people,
            "sources": sources,
            "sequence": info.pop("sequence"),
        }
        lines: dict[str, Any] = {
            **info,
            "model": {"mode": "strict"} if self._plan.is_strict else {},
            OWN: {key: value for key, value in own.items() if value},
        }
        said = "".join(f"{key}: {_value(value)}\n" for key, value in lines.items() if value)
        return f"===\n{said}===\n" if said else ""

    def _add_attacks(self, rebuttal: Rebuttal) -> None:
        """Write the relations of a rebuttal; what their signs do not say goes into its data."""
        aims: dict[str, list[Aim]] = defaultdict(list)
        lines: dict[str, None] = {}
        for aim in rebuttal.distinct_aims:
            target, key = self._target(rebuttal, aim)
            aims[key].append(aim)
            if line := self._line(rebuttal, aim, target):
                lines[line] = None
        self._relations[rebuttal.id] += lines
        for key, listed in aims.items():
            is_one = len(listed) == 1
            said = [self._said(rebuttal, aim, key, is_one=is_one) for aim in listed]
            if any(said):
                self._details[rebuttal.id][key] = said[0] if is_one else said

    def _target(self, rebuttal: Rebuttal, aim: Aim) -> tuple[str, str]:
        """Give the statement or inference that is hit, and the key under which its details are kept."""
        if aim.target in self._map.named_attacks:
            named = self._map.named_attacks[aim.target]
            return named, named
        if kind_of(rebuttal, aim) is not AttackKind.UNDERCUT:
            return aim.target, aim.target
        step = undercut_step(self._map, self._plan.arguments, aim)
        if step is None:
            return aim.target, aim.target
        return step.id, step.id

    def _said(self, rebuttal: Rebuttal, aim: Aim, key: str, *, is_one: bool) -> dict[str, Any]:
        """Give what of an attack its sign does not say, and what tells it from others on the same target."""
        kind = kind_of(rebuttal, aim)
        said: dict[str, Any] = {}
        if kind is AttackKind.UNDERMINE or not is_one:
            said["kind"] = str(kind)
        if aim.scheme and (not is_one or self._mutual_of(rebuttal, aim) is None):
            said["scheme"] = aim.scheme
        if aim.jointly:
            said["with"] = list(aim.jointly)
        if aim.id:
            said["id"] = aim.id
        if aim.target != key:
            said["target"] = aim.target
        return said

    def _mutual_of(self, rebuttal: Rebuttal, aim: Aim) -> Aim | None:
        """Give the other half of a contradiction or, in strict mode, of a contrary; None for others."""
        logical = {CONTRADICTORY, CONTRARY} if self._plan.is_strict else {CONTRADICTORY}
        other = self._map.rebuttals.get(aim.target)
        if aim.scheme not in logical or other is None or {rebuttal.id, other.id} & self._plan.arguments:
            return None
        if not _is_simple(rebuttal, aim):
            return None
        mirrored = (back for back in other.aims if (back.target, back.scheme) == (rebuttal.id, aim.scheme))
        return next((back for back in mirrored if _is_simple(other, back)), None)

    def _line(self, rebuttal: Rebuttal, aim: Aim, target: str) -> str:
        """Write the relation of an attack; empty where it stands elsewhere."""
        kind = kind_of(rebuttal, aim)
        if back := self._mutual_of(rebuttal, aim):
            one, other = self._plan.name(rebuttal.id), self._plan.name(target)
            is_mirrored = one != other and all(
                _origin(half) == relation_origin(other, one) for half in (aim, back)
            )
            if is_mirrored or (target, rebuttal.id, aim.scheme) in self._mutual:
                return ""
            self._mutual.add((rebuttal.id, target, aim.scheme))
            return f"{'><' if aim.scheme == CONTRADICTORY else '->'} {other}"
        sign = "_>" if kind is AttackKind.UNDERCUT else "->"
        if target in self._plan.titles:
            return f"{sign} {self._plan.name(target)}"
        block = self._plan.block_of.get(target)
        if block is None:
            return f"{sign} {self._plan.name(self._map.inferences[target].premises[0])}"
        if block.steps[-1].id == target:
            return f"{sign} <{block.title}>"
        self._hits[target].append(self._plan.name(rebuttal.id))
        return ""

    def _entry(self, statement: Statement) -> str:
        """Write a statement with its relations."""
        title = self._plan.titles[statement.id]
        name = self._plan.name(statement.id)
        data = dict(self._data(statement, title))
        shown = [tag for tag in statement.tags if tag != NOT_IN_MAP]
        tags = written_tags(shown)
        if tags is None:
            data["tags"] = list(statement.tags)
        elif len(shown) < len(statement.tags):
            data["isInMap"] = False
        text = " ".join((statement.text or "").split())
        if statement.text and not is_one_line(statement.text):
            data["text"] = statement.text
        head = f"{name}: {escape(text)}" if text else name
        return self._block(f"{head}{tags or ''}", data, self._relations[statement.id])

    def _block(self, head: str, data: dict[str, Any], relations: list[str]) -> str:
        said = written_data(data)
        lines = [f"{head} {said}" if said else head, *(f"  {relation}" for relation in relations)]
        return "\n".join(lines) + "\n"

    def _data(self, statement: Statement, title: str) -> Iterator[tuple[str, Any]]:
        """Give what of a statement its title and text do not say."""
        derived = as_slug(statement.title or statement.text or "")
        is_said = not UNTITLED.fullmatch(title)
        if (title if is_said else "") != (statement.title or ""):
            yield "title", statement.title or ""
            derived = as_id(title) if is_said else derived
        if derived != statement.id:
            yield "id", statement.id
        yield from statement_record(statement)
        if details := self._details.get(statement.id):
            yield "attacks", details

    def _structure(self, block: Block) -> Iterator[str]:
        """Write the head of an argument and its structure."""
        last = block.steps[-1]
        data: dict[str, Any] = {}
        is_numbered = "/" in last.id
        if not is_numbered and as_slug(block.title) != last.id:
            data["id"] = last.id
        if block.whole and block.whole != as_slug(f"{block.title} is sound"):
            data["soundness"] = block.whole
        if last.basis is not Basis.STATED:
            data["basis"] = str(last.basis)
        if last.warrant and not is_one_line(last.warrant):
            data["warrant"] = last.warrant
        head = f"<{block.title}>"
        if last.warrant and "warrant" not in data:
            head += f": {escape(last.warrant)}"
        relations = self._relations[block.whole] if block.whole else []
        yield self._block(head, data, relations)
        yield "".join(f"{line}\n" for line in self._lines(block))

    def _lines(self, block: Block) -> Iterator[str]:
        """Number the statements; where one stands twice, the later line counts."""
        numbers: dict[str, int] = {}
        count = first = 0
        concluded = {step.conclusion for step in block.steps}
        later = [name for step in block.steps for name in step.premises if name not in concluded]
        for step in block.steps:
            premises = [name for name in dict.fromkeys(step.premises) if name != block.whole]
            for name in (*premises, *later):
                is_due = name in premises or count + 1 < line_number(step) < inf
                if name not in numbers and name != block.whole and is_due:
                    count += 1
                    numbers[name] = count
                    yield f"({count}) {self._plan.name(name)}"
            used = [numbers[name] for name in premises]
            is_said = used != list(range(max(first, 1), count + 1))
            yield from self._inference(step, used if is_said else [], is_last=step is block.steps[-1])
            count += 1
            first = numbers[step.conclusion] = count
            yield f"({count}) {self._plan.name(step.conclusion)}"

    def _inference(self, step: Inference, uses: list[int], *, is_last: bool) -> Iterator[str]:
        """Write the line between premises and conclusion, with who undercuts it."""
        data: dict[str, Any] = {"uses": uses} if uses else {}
        if step.scheme and not is_rule(step.scheme):
            data["scheme"] = step.scheme
        if not is_last:
            data |= self._about_early_step(step)
        rules = [step.scheme] if step.scheme and "scheme" not in data else []
        said = written_data(data)
        yield from ["--", *rules, *([said] if said else []), "--"] if rules or said else ["----"]
        yield from (f"  <_ {name}" for name in self._hits[step.id])

    def _about_early_step(self, step: Inference) -> dict[str, Any]:
        data: dict[str, Any] = {}
        if "/" not in step.id:
            data["id"] = step.id
        if step.basis is not Basis.STATED:
            data["basis"] = str(step.basis)
        if step.warrant:
            data["warrant"] = step.warrant
        return data


def _is_simple(rebuttal: Rebuttal, aim: Aim) -> bool:
    """Tell whether an attack is a mere rebut by one alone."""
    return kind_of(rebuttal, aim) is AttackKind.REBUT and not aim.jointly


def _origin(aim: Aim) -> str:
    return (aim.origin.id or "") if aim.origin else ""


def _value(value: Any) -> str:  # noqa: ANN401 — whatever JSON holds
    if isinstance(value, dict):
        return written_data(value)
    return written_data({"": value})[len('{"": ') : -1]
