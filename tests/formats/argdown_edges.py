"""The edges that Argdown draws, from our map alone: those stated, and those that shared statements imply."""

import re
from collections.abc import Iterable, Iterator
from math import inf
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind, Inference

Node = tuple[str, str]
"""``s`` for a statement or ``a`` for an argument, and the title."""

Edge = tuple[Node, str, Node]
SYMMETRIC = frozenset(("contradictory", "contrary"))


def drawn_edges(document: dict[str, Any]) -> set[Edge]:
    """The edges of Argdown's own map."""
    nodes = {node["id"]: (node["type"][0], node["title"]) for node in _nodes(document)}
    return {
        (nodes[edge["from"]], edge["relationType"], nodes[edge["to"]]) for edge in document["map"]["edges"]
    }


def drawn_nodes(document: dict[str, Any]) -> set[Node]:
    return {
        (node["type"][0], node["title"])
        for node in _nodes(document)
        if node["type"] in {"statement-map-node", "argument-map-node"}
    }


def _nodes(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = list(document["map"]["nodes"])
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.get("children") or []


def _origin(record: Any) -> str:  # noqa: ANN401
    return (record.origin.id or "") if record.origin else ""


def _argument_of(step: Inference) -> str:
    match = re.fullmatch(r"<(.+?)>(?: \(\d+\))?", _origin(step))
    return match[1] if match else ""


def _line(step: Inference) -> float:
    match = re.search(r"> \((\d+)\)$", _origin(step))
    return int(match[1]) if match else inf


class Edges:
    def __init__(self, argument_map: ArgumentMap, shown: set[Node]) -> None:
        self.map = argument_map
        self.shown = shown
        self.premises: dict[str, set[str]] = {}
        self.conclusions: dict[str, str] = {}
        for step in argument_map.inferences.values():
            if title := _argument_of(step):
                self.premises.setdefault(title, set()).update(step.premises)
                if not re.search(r"> \(\d+\)$", _origin(step)):
                    self.conclusions[title] = step.conclusion
        for title in self.premises:
            self.premises[title] = self.premises_of(title)

    def premises_of(self, title: str) -> set[str]:
        """What the structure of an argument starts from, but for what it concluded before."""
        steps = [step for step in self.map.inferences.values() if _argument_of(step) == title]
        found: set[str] = set()
        concluded: set[str] = set()
        for step in sorted(steps, key=_line):
            found |= set(step.premises) - concluded
            concluded.add(step.conclusion)
        return found

    def node(self, name: str) -> Node:
        origin = _origin(self.map.statements[name])
        return ("a" if origin.startswith("<") else "s", origin[1:-1])

    def is_shown(self, name: str) -> bool:
        return self.node(name) in self.shown

    def sources(self, name: str) -> Iterator[Node]:
        if self.is_shown(name) or self.node(name)[0] == "a":
            yield self.node(name)
        else:
            yield from (("a", title) for title, end in self.conclusions.items() if end == name)

    def targets(self, name: str) -> Iterator[Node]:
        if self.is_shown(name) or self.node(name)[0] == "a":
            yield self.node(name)
        else:
            yield from self.users(name)

    def users(self, name: str) -> Iterator[Node]:
        yield from (("a", title) for title, premises in self.premises.items() if name in premises)

    def all(self) -> set[Edge]:
        return {edge for edge in self._all() if edge[0] in self.shown and edge[2] in self.shown}

    def _all(self) -> Iterator[Edge]:
        for step in self.map.inferences.values():
            if not _argument_of(step):
                kind = "entails" if step.scheme == "entailment" else "support"
                yield from self.between(step.premises[0], kind, step.conclusion)
        for rebuttal in self.map.rebuttals.values():
            for aim in rebuttal.aims:
                kind = aim.kind or rebuttal.kind
                if kind is AttackKind.UNDERCUT:
                    yield from self.undercut(rebuttal.id, aim.target)
                elif aim.scheme in SYMMETRIC:
                    one, other = self.map.statements[rebuttal.id], self.map.statements[aim.target]
                    if _origin(aim) == f"{_origin(one)} - {_origin(other)}":
                        yield from self.between(rebuttal.id, aim.scheme, aim.target)
                        yield from self.mirrored(aim.target, rebuttal.id)
                else:
                    yield from self.between(rebuttal.id, "attack", aim.target)
        yield from self.implied()

    def undercut(self, rebuttal: str, target: str) -> Iterator[Edge]:
        target = self.map.named_attacks.get(target, target)
        step = self.map.inferences.get(target)
        title = _argument_of(step) if step else ""
        hit = [("a", title)] if title else list(self.targets(step.premises[0] if step else target))
        yield from self.product(self.sources(rebuttal), "undercut", hit)

    def between(self, one: str, kind: str, other: str) -> Iterator[Edge]:
        softened = {"entails": "support", "contrary": "attack", "contradictory": "attack"}
        for source in self.sources(one):
            for target in self.targets(other):
                plain = source[0] == target[0] == "s"
                yield source, kind if plain else softened.get(kind, kind), target

    def mirrored(self, one: str, other: str) -> Iterator[Edge]:
        if not self.is_shown(other):
            yield from self.product(self.sources(one), "attack", self.users(other))

    @staticmethod
    def product(sources: Iterable[Node], kind: str, targets: Iterable[Node]) -> Iterator[Edge]:
        listed = list(targets)
        yield from ((source, kind, target) for source in sources for target in listed)

    def implied(self) -> Iterator[Edge]:
        for title, end in self.conclusions.items():
            targets = [self.node(end)] if self.is_shown(end) else list(self.users(end))
            yield from ((("a", title), "support", target) for target in targets)
        for name in self.map.statements:
            if self.is_shown(name) and self.node(name)[0] == "s":
                yield from self.product([self.node(name)], "support", self.users(name))
