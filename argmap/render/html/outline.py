"""The map as nested lists, for readers without scripts or without sight of the picture, and for print."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.model import Basis, Claim, Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.unanswered import Standing
from argmap.render.html.elements import Markup, element, lines
from argmap.render.html.forest import RESTATES, SUPPORTS, TOGETHER, Branch, grow
from argmap.render.html.naming import outline_id
from argmap.render.html.voices import Voice
from argmap.text.paragraphs import paragraphs
from argmap.text.plurals import count

_PEACEFUL = frozenset({SUPPORTS, TOGETHER, RESTATES})
_SHY = Bucket.UNCHALLENGED


class Outline:
    """Writes the outline of a map.

    Args:
        argument_map: the map.
        standing: its buckets.
        voices: person -> the person's mark.
        works: the works of the map, as they are cited.
        changes: of two versions, what became of a statement.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        standing: Standing,
        voices: Mapping[str | None, Voice],
        works: Bibliography,
        changes: Mapping[str, str] | None = None,
    ) -> None:
        self._map = argument_map
        self._standing = standing
        self._voices = voices
        self._works = works
        self._changes = changes or {}
        self._written: set[str] = set()

    def markup(self, keys: Sequence[str]) -> Markup:
        """Write the outline of some statements, the trees of one speaker under one heading."""
        trees = grow(self._map, keys)
        groups = groupby(trees, key=lambda tree: self._map.statements[tree.key].by)
        return lines(*(self._group(by, list(inside)) for by, inside in groups))

    def _group(self, by: str | None, trees: list[Branch]) -> Markup:
        name = element("h3", {"dir": "auto"}, self._map.person_name(by))
        return element("section", {"class": f"speaker {self._voices[by].name}"}, name, self._list(trees, by))

    def _list(self, branches: Iterable[Branch], above: str | None) -> Markup:
        return element("ul", {}, "\n", *(self._item(branch, above) for branch in branches))

    def _item(self, branch: Branch, above: str | None) -> Markup:
        statement = self._map.statements[branch.key]
        if not branch.elsewhere:
            self._written.add(branch.key)
        head = element("div", {"class": "entry"}, self._link(branch, statement), self._notes(branch, above))
        if branch.elsewhere:
            return element("li", {"class": "elsewhere", "data-key": branch.key}, head, "\n")
        attributes = {"id": outline_id(branch.key), "data-key": branch.key}
        return element("li", attributes, head, self._body(statement), self._below(branch), "\n")

    def _link(self, branch: Branch, statement: Claim | Rebuttal) -> Markup:
        target = outline_id(branch.key) if branch.elsewhere else branch.key
        first = statement.title or next(iter(paragraphs(statement.label)), statement.label)
        return element("a", {"href": f"#{target}", "dir": "auto"}, first)

    def _notes(self, branch: Branch, above: str | None) -> Markup:
        """Say how a statement bears on the one above, who says it if it is somebody else, where it stands."""
        statement = self._map.statements[branch.key]
        kind = "for" if branch.bearing in _PEACEFUL else "against"
        bucket = self._standing.buckets.get(branch.key, _SHY)
        notes = [
            element("span", {"class": f"bearing {kind}"}, branch.bearing) if branch.bearing else "",
            self._name(statement.by) if statement.by != above else "",
            _sign("quiet", change) if (change := self._changes.get(branch.key)) else "",
            "" if branch.elsewhere or bucket == _SHY else _sign(f"bucket {bucket}", bucket.words),
            _sign("quiet", "main thesis") if isinstance(statement, Claim) and statement.main else "",
            _sign("inferred", "inferred") if statement.basis is Basis.INFERRED else "",
            self._other_place(branch) if branch.elsewhere else "",
        ]
        told = [note for note in notes if note]
        return element("span", {"class": "notes"}, *_spaced(told)) if told else Markup()

    def _other_place(self, branch: Branch) -> Markup:
        return _sign("quiet", "shown above" if branch.key in self._written else "shown below")

    def _name(self, by: str | None) -> Markup:
        return element("span", {"class": "who", "dir": "auto"}, self._map.person_name(by))

    def _body(self, statement: Claim | Rebuttal) -> Markup:
        text = paragraphs(statement.text or "")
        parts = [
            *(element("p", {"dir": "auto"}, part) for part in (text if statement.title else text[1:])),
            element("blockquote", {"dir": "auto"}, f"“{statement.quote}”") if statement.quote else "",
            element("p", {"class": "quiet", "dir": "auto"}, self._works.short(statement.source).text())
            if statement.source
            else "",
        ]
        inside = [part for part in parts if part]
        return element("div", {"class": "body"}, *inside) if inside else Markup()

    def _below(self, branch: Branch) -> Markup:
        if not branch.branches:
            return Markup()
        reasons = sum(below.bearing in {SUPPORTS, TOGETHER} for below in branch.branches)
        again = sum(below.bearing == RESTATES for below in branch.branches)
        against = len(branch.branches) - reasons - again
        word = "reply" if branch.key in self._map.rebuttals else "challenge"
        many = "replies" if word == "reply" else "challenges"
        by = self._map.statements[branch.key].by
        told = [
            count(reasons, "reason") if reasons else "",
            count(against, word, many) if against else "",
            count(again, "restatement") if again else "",
        ]
        return element(
            "details",
            {"open": True},
            element("summary", {}, ", ".join(filter(None, told))),
            self._list(branch.branches, by),
        )


def _sign(name: str, words: str) -> Markup:
    return element("span", {"class": name}, words)


def _spaced(parts: Sequence[str]) -> list[str]:
    return [piece for part in parts for piece in (part, " ")][:-1]
