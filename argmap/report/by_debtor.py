"""Statements under who owes a reply to them, as lists of what waits print them."""

from collections.abc import Iterable

from argmap.model import Basis, Rebuttal
from argmap.queries.owing import aimed_at, owed_by
from argmap.report.statements import StatementWriter
from argmap.text.lists import and_list


class DebtWriter:
    """Prints groups of statements, each with its targets and its source.

    Args:
        write: what writes single statements.
    """

    def __init__(self, write: StatementWriter) -> None:
        self._write = write
        self._page = write.page
        self._map = write.map

    def section(self, title: str, meaning: str, keys: Iterable[str], *, waiting: bool) -> None:
        """Print a heading, what it means, and statements by who owes the reply.

        Args:
            title: the heading.
            meaning: a sentence without its capital and its full stop.
            keys: the statements.
            waiting: whether somebody owes a reply to them.
        """
        listed = sorted(keys, key=self._is_inferred)
        self._page.paragraph((f"{title} ({len(listed)})", "heading"))
        self._page.paragraph((meaning[0].upper() + meaning[1:] + ".", "quiet"))
        groups: dict[str, list[str]] = {}
        for key in listed:
            groups.setdefault(self._group(key, waiting=waiting), []).append(key)
        for group, inside in groups.items():
            self._page.blank()
            self._page.paragraph((group, "name"), indent=2)
            for key in inside:
                self._statement(key)

    def _group(self, key: str, *, waiting: bool) -> str:
        rebuttal = self._map.rebuttals.get(key)
        if rebuttal is None:
            return self._write.name(self._map.statements[key].by)
        waits = waiting and not self._is_inferred(key)
        people = (owed_by if waits else aimed_at)(self._map, rebuttal)
        names = and_list(map(self._write.name, people)) or "nobody named"
        if waits:
            return f"Reply owed by {names}"
        return f"To {names}, inferred by the editor" if self._is_inferred(key) else f"To {names}"

    def _is_inferred(self, key: str) -> bool:
        """Tell whether it is a challenge that nobody voiced, so that nobody owes a reply to it."""
        rebuttal = self._map.rebuttals.get(key)
        return rebuttal is not None and rebuttal.basis is Basis.INFERRED

    def _statement(self, key: str) -> None:
        statement = self._map.statements[key]
        self._write.head(statement, indent=4, author=isinstance(statement, Rebuttal))
        if isinstance(statement, Rebuttal):
            self._write.targets(statement, indent=6)
        self._write.origin(statement, indent=6)
        if words := self._write.passed_over(key):
            self._page.paragraph(words, indent=6, hanging=2)
