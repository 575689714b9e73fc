"""A map to a Carneades graph."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Exported
from argmap.formats.carneades.issues import Issue, find_issues
from argmap.formats.carneades.words import (
    ASSUMPTION,
    ATTACK,
    BASIC_SCHEMES,
    NEGATION,
    OWN,
    UNDERCUTTERS,
    presumption,
)
from argmap.formats.foreign_fields import KEPT, person_record, source_record, statement_record
from argmap.formats.left_out import left_out
from argmap.formats.names import Names
from argmap.model import Aim, AttackKind, Basis, Claim, Inference, Rebuttal, Statement
from argmap.text.ids import as_id

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w ()¬-]*[\w)])?")
_NOT_TEXT: Final = frozenset(("yes", "no", "true", "false", "on", "off", "null", "y", "n"))


def write(argument_map: ArgumentMap) -> Exported:
    """Write a map.

    Args:
        argument_map: any map.
    """
    losses = tuple(left_out(argument_map, KEPT, "Carneades has no place for it"))
    return Exported(_Writer(argument_map).run(), losses)


@dataclass(slots=True)
class _Argument:
    """An argument to be written, with what undercuts it."""

    fields: dict[str, Any]
    own: dict[str, Any] = field(default_factory=dict)
    undercuts: list[tuple[Rebuttal, Aim]] = field(default_factory=list)


class _Writer:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._issues, self._in_issues = find_issues(argument_map)
        self._names = Names()
        self._statements: dict[str, Any] = {}
        self._arguments: dict[str, _Argument] = {}
        self._argument_of: dict[str, str] = {}
        self._issue_of: dict[str, Issue] = {
            position: issue for issue in self._issues for position in issue.positions
        }

    def run(self) -> str:
        named = (step for step in self._map.inferences if "/" not in step)
        for name in (*self._map.statements, *named, *self._map.named_attacks):
            self._names.new(name, name)
        defaults = {
            step.premises[0]: step for step in self._map.inferences.values() if self._is_default(step)
        }
        for statement in self._map.statements.values():
            if statement.id not in defaults:
                self._statements[statement.id] = self._statement(statement)
            for step in statement.because:
                self._add_step(step, is_default=step.premises[0] in defaults)
        self._add_attacks()
        self._write_undercuts()
        return "\n".join(filter(None, self._sections()))

    def _sections(self) -> Iterator[str]:
        yield _section("meta", self._meta())
        references = {key: source_record(source) for key, source in self._map.sources.items()}
        yield _section("references", references)
        yield _section("statements", self._statements)
        yield _section("issues", {issue.name: issue.record() for issue in self._issues})
        arguments = {name: _with_own(said.fields, said.own) for name, said in self._arguments.items()}
        yield _section("arguments", arguments)
        yield _schemes(step.scheme for step in self._map.inferences.values())
        assumed = [
            name
            for name, each in self._map.statements.items()
            if ASSUMPTION in each.tags and name in self._statements
        ]
        yield f"assumptions: {_flow(assumed)}\n" if assumed else ""

    def _meta(self) -> dict[str, Any]:
        info = self._map.info
        people = {key: person_record(person) for key, person in self._map.people.items()}
        said = {
            "title": info.title,
            "description": info.description,
            "authors": list(info.editors),
            "language": info.language,
            "license": info.license,
        }
        own = {"tags": dict(info.tags), "people": people, "sequence": list(info.sequence)}
        return _with_own(
            {key: value for key, value in said.items() if value},
            {key: value for key, value in own.items() if value},
            inside=False,
        )

    def _is_default(self, step: Inference) -> bool:
        """Tell whether the premise was only made up for an argument without premises."""
        name = step.premises[0]
        claim = self._map.statements[name]
        made_up = Claim(
            id=as_id(f"{step.id}-default"),
            text=presumption(step.id),
            basis=Basis.INFERRED,
            origin=claim.origin,
        )
        uses = self._map.uses_of[name]
        return claim == made_up and len(step.premises) == len(uses) == 1 and name not in self._map.attacks_on

    def _statement(self, statement: Statement) -> Any:  # noqa: ANN401 — a text or a mapping
        tags = [tag for tag in statement.tags if tag != ASSUMPTION]
        own: dict[str, Any] = {"title": statement.title} if statement.title else {}
        own |= dict(statement_record(statement))
        if (*tags, *([ASSUMPTION] if ASSUMPTION in statement.tags else [])) != statement.tags:
            own["tags"] = list(statement.tags)
        elif tags:
            own["tags"] = tags
        if not own and statement.text:
            return statement.text
        return _with_own({"text": statement.text} if statement.text else {}, own)

    def _add_step(self, step: Inference, *, is_default: bool) -> None:
        is_numbered = "/" in step.id
        name = self._names.new(step.id.replace("/", "-"), "argument") if is_numbered else step.id
        self._argument_of[step.id] = name
        fields: dict[str, Any] = {"conclusion": step.conclusion}
        if not is_default:
            fields["premises"] = list(step.premises)
        own: dict[str, Any] = {"is": "numbered"} if is_numbered else {}
        if step.scheme:
            fields["scheme"] = step.scheme
        if step.warrant:
            own["warrant"] = step.warrant
        if step.basis is not Basis.STATED:
            own["basis"] = str(step.basis)
        self._arguments[name] = _Argument(fields, own)

    def _add_attacks(self) -> None:
        denials: list[tuple[Rebuttal, Aim]] = []
        for rebuttal in self._map.rebuttals.values():
            for aim in rebuttal.distinct_aims:
                target = self._undercut(rebuttal, aim)
                if target:
                    self._arguments[target].undercuts.append((rebuttal, aim))
                elif aim.target in self._map.named_attacks:
                    denials.append((rebuttal, aim))
                elif (rebuttal.id, aim.target) not in self._in_issues:
                    self._attack(rebuttal, aim, self._negation(aim.target))
        for rebuttal, aim in denials:
            if aim.target in self._argument_of:
                self._arguments[self._argument_of[aim.target]].undercuts.append((rebuttal, aim))
            else:
                self._attack(rebuttal, aim, self._negation(self._map.named_attacks[aim.target]))

    def _undercut(self, rebuttal: Rebuttal, aim: Aim) -> str:
        """Give the argument that an attack undercuts; empty where it hits a statement."""
        if aim.target in self._argument_of:
            return self._argument_of[aim.target]
        claim = self._map.claims.get(aim.target)
        is_undercut = (aim.kind or rebuttal.kind) is AttackKind.UNDERCUT
        if is_undercut and claim is not None and len(claim.because) == 1:
            return self._argument_of[claim.because[0].id]
        return ""

    def _negation(self, target: str) -> str:
        """Give the negation of a statement, adding it and the issue between both."""
        name = f"¬{target}"
        if name not in self._statements:
            said = self._map.statements[target].label
            self._statements[name] = _with_own(
                {"text": f"It is not so: {said}"}, {"is": NEGATION, "of": target}
            )
            issue = self._issue_of.get(target)
            if issue is None:
                issue = Issue(f"on-{target}", "", [target])
                self._issues.append(issue)
            issue.extra.append(name)
        return name

    def _attack(self, rebuttal: Rebuttal, aim: Aim, conclusion: str) -> None:
        name = self._names.new(f"attack-{len(self._arguments) + 1}", "attack")
        kind = aim.kind or rebuttal.kind
        target = self._argument_of[aim.target] if aim.target in self._map.inferences else aim.target
        own: dict[str, Any] = {
            "is": ATTACK,
            "by": rebuttal.id,
            "on": target,
        }
        own |= {"kind": str(kind)} if kind is not AttackKind.REBUT else {}
        own |= {"scheme": aim.scheme} if aim.scheme else {}
        own |= {"with": list(aim.jointly)} if aim.jointly else {}
        own |= {"id": aim.id} if aim.id else {}
        premises = list(dict.fromkeys((rebuttal.id, *aim.jointly)))
        self._arguments[name] = _Argument({"conclusion": conclusion, "premises": premises}, own)
        if aim.id:
            self._argument_of[aim.id] = name

    def _write_undercuts(self) -> None:
        """Name the undercutter of each argument; where there are several, one statement stands for them."""
        for name in list(self._arguments):
            argument = self._arguments[name]
            if not argument.undercuts:
                continue
            rebuttal, aim = argument.undercuts[0]
            if len(argument.undercuts) == 1 and self._is_plain(aim, name):
                argument.fields["undercutter"] = rebuttal.id
                continue
            helper = f"¬app({name})"
            self._statements[helper] = _with_own(
                {"text": f"Argument {name} does not apply."}, {"is": UNDERCUTTERS, "of": name}
            )
            argument.fields["undercutter"] = helper
            for each in argument.undercuts:
                self._attack(*each, helper)

    def _is_plain(self, aim: Aim, argument: str) -> bool:
        told = aim.scheme or aim.id or aim.jointly or "is" in self._arguments[argument].own
        return not told and self._argument_of.get(aim.target) == argument


def _with_own(fields: Mapping[str, Any], own: Mapping[str, Any], *, inside: bool = True) -> dict[str, Any]:
    """Add what Carneades has no word for as metadata."""
    if not own:
        return dict(fields)
    return {**fields, "meta": {OWN: dict(own)}} if inside else {**fields, OWN: dict(own)}


def _section(name: str, content: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in (f"{name}:", *_lines(content, 1))) if content else ""


def _lines(content: Mapping[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in content.items():
        if isinstance(value, Mapping) and value:
            yield f"{indent}{_scalar(key)}:"
            yield from _lines(value, depth + 1)
        elif isinstance(value, list):
            yield f"{indent}{_scalar(key)}: {_flow(value)}"
        else:
            yield f"{indent}{_scalar(key)}: {'{}' if isinstance(value, Mapping) else _scalar(value)}"


def _schemes(used: Iterable[str | None]) -> str:
    """Declare the schemes that Carneades does not know by itself."""
    names = [name for name in dict.fromkeys(used) if name and name not in BASIC_SCHEMES]
    return (
        "".join(["argument_schemes:\n", *(f"  - id: {_scalar(name)}\n" for name in names)]) if names else ""
    )


def _flow(items: list[Any]) -> str:
    return f"[{', '.join(_inline(item) for item in items)}]"


def _inline(item: Any) -> str:  # noqa: ANN401 — text, number or mapping of texts
    if isinstance(item, dict):
        return json.dumps(item, ensure_ascii=False)
    return _scalar(item)


def _scalar(value: Any) -> str:  # noqa: ANN401 — text, number or truth value
    """Write a text plainly where no reader of YAML takes it for anything else."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _NOT_TEXT and "  " not in value:
        return value
    return json.dumps(value, ensure_ascii=False)
