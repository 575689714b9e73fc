"""The map as trees in the terminal: conclusions, their reasons, challenges and replies."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis, Claim, Rebuttal
from argmap.queries.unanswered import Standing
from argmap.report.page import WIDEST
from argmap.report.statements import BUCKET_WORDS
from argmap.text.clean import one_line


def print_trees(
    argument_map: ArgumentMap,
    standing: Standing,
    roots: Iterable[str],
    chosen: Iterable[str],
    console: Console,
) -> None:
    """Print a tree for each root; a statement that occurs again is named, not unfolded again.

    Args:
        argument_map: the map.
        standing: its buckets.
        roots: the statements to start from.
        chosen: the statements that may appear.
        console: where to.
    """
    trees = _Trees(argument_map, standing, frozenset(chosen))
    for root in roots:
        with console.capture() as captured:
            console.print(trees.tree(root), width=min(console.width, WIDEST))
        # rich leaves the blanks at which it broke a line.
        console.file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


class _Trees:
    def __init__(self, argument_map: ArgumentMap, standing: Standing, chosen: frozenset[str]) -> None:
        self._map = argument_map
        self._standing = standing
        self._chosen = chosen
        self._seen: set[str] = set()

    def tree(self, root: str) -> Tree:
        """Build the tree below a statement, without recursion, so that no depth is too great."""
        top = Tree(self._label(root), guide_style="quiet", highlight=False)
        waiting = [(top, root)]
        while waiting:
            node, key = waiting.pop()
            if key in self._seen:
                if self._has_more(key):
                    node.add(Text("shown above", style="quiet"))
                continue
            self._seen.add(key)
            waiting.extend(reversed(list(self._children(node, self._map.statements[key]))))
        return top

    def _children(self, node: Tree, statement: Claim | Rebuttal) -> Iterable[tuple[Tree, str]]:
        for step in statement.because:
            premises = [premise for premise in step.premises if premise in self._chosen]
            branch = node
            if len(step.premises) > 1 and premises:
                branch = node.add(Text.assemble(("because, taken together", "support")))
            for premise in premises:
                sign = "" if branch is not node else "because "
                yield branch.add(self._label(premise, (sign, "support"))), premise
            for attack in self._map.attacks_on.get(step.id, ()):
                yield from self._attack(branch, attack)
        for attack in self._map.attacks_on.get(statement.id, ()):
            yield from self._attack(node, attack)

    def _attack(self, node: Tree, attack: Attack) -> Iterable[tuple[Tree, str]]:
        if attack.rebuttal in self._chosen:
            sign = (f"{attack.kind.value} ", "attack")
            yield node.add(self._label(attack.rebuttal, sign)), attack.rebuttal

    def _has_more(self, key: str) -> bool:
        return bool(self._map.statements[key].because or self._map.challenges_to(key))

    def _label(self, key: str, sign: tuple[str, str] = ("", "")) -> Text:
        statement = self._map.statements[key]
        bucket = self._standing.buckets.get(key) if isinstance(statement, Rebuttal) else None
        return Text.assemble(
            sign,
            f"{one_line(self._map.person_name(statement.by))}: " if statement.by else "",
            (one_line(statement.label), "name"),
            ("  " + BUCKET_WORDS[bucket][0], BUCKET_WORDS[bucket][1]) if bucket else "",
            ("  inferred", "inferred") if statement.basis is Basis.INFERRED else "",
            ("  " + key, "id"),
        )
