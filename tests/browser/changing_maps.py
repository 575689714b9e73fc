"""Maps that change in random steps, as an editor, git and other people change them."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any, Final

_NAMES: Final = ("ada", "boris", "cleo", "dan")
_TAGS: Final = ("air", "noise", "shops")


class ChangingMap:
    """A map that is another one after each step, now and then one with an error.

    Args:
        seed: of the random steps.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 — nothing secret
        self._number = 0
        self._people: dict[str, dict[str, Any]] = {name: {"name": name.title()} for name in _NAMES}
        self._claims: dict[str, dict[str, Any]] = {}
        self._rebuttals: dict[str, dict[str, Any]] = {}
        for step in (self._add_claim, self._add_claim, self._add_rebuttal, self._add_claim):
            step()

    def texts(self, count: int) -> Iterator[str]:
        """Give the file after each of so many steps."""
        steps = (
            self._add_claim,
            self._add_rebuttal,
            self._add_rebuttal,
            self._remove,
            self._retitle,
            self._retag,
            self._rename,
            self._change_person,
            self._move,
            self._reason,
        )
        for _ in range(count):
            if self._random.randrange(6) == 0:
                yield self.text + "  - ["
            self._random.choice(steps)()
            yield self.text

    @property
    def text(self) -> str:
        """The file as it is now."""
        sections: list[tuple[str, Any]] = [
            ("people", self._people),
            ("claims", self._claims),
            ("rebuttals", self._rebuttals),
        ]
        lines = []
        for name, records in sections:
            lines += [f"{name}:"] if records else []
            dash = name != "people"
            lines += [
                "  - " + json.dumps({"id": key} | one) if dash else f"  {key}: {json.dumps(one)}"
                for key, one in records.items()
            ]
        return "\n".join(lines) + "\n"

    def _new(self) -> tuple[str, dict[str, Any]]:
        self._number += 1
        by = self._random.choice(list(self._people))
        tags = self._random.sample(_TAGS, self._random.randrange(3))
        return f"s{self._number}", {
            "by": by,
            "title": f"Title {self._number}",
            "text": "Words.",
            "tags": tags,
        }

    def _add_claim(self) -> None:
        key, record = self._new()
        self._claims[key] = record

    def _add_rebuttal(self) -> None:
        key, record = self._new()
        kind = self._random.choice(["rebut", "undermine"])
        target = self._random.choice([*self._claims, *self._rebuttals])
        self._rebuttals[key] = record | {"attacks": target, "kind": kind}

    def _any(self) -> dict[str, Any]:
        return self._random.choice([*self._claims.values(), *self._rebuttals.values()])

    def _remove(self) -> None:
        free = [key for key in (*self._claims, *self._rebuttals) if not self._is_named(key)]
        if free and len(self._claims) > 1:
            key = self._random.choice(free)
            self._claims.pop(key, None)
            self._rebuttals.pop(key, None)

    def _is_named(self, key: str) -> bool:
        every = (*self._claims.values(), *self._rebuttals.values())
        return any(key == one.get("attacks") or key in one.get("because", ()) for one in every)

    def _retitle(self) -> None:
        self._number += 1
        self._any()["title"] = f"Other {self._number} </script><b>&amp;"

    def _retag(self) -> None:
        self._any()["tags"] = self._random.sample(_TAGS, self._random.randrange(3))

    def _rename(self) -> None:
        old = self._random.choice([*self._claims, *self._rebuttals])
        new = f"{old}x"
        for one in (*self._claims.values(), *self._rebuttals.values()):
            if one.get("attacks") == old:
                one["attacks"] = new
            if old in one.get("because", ()):
                one["because"] = [new if key == old else key for key in one["because"]]
        for section in (self._claims, self._rebuttals):
            renamed = {new if key == old else key: one for key, one in section.items()}
            section.clear()
            section.update(renamed)

    def _change_person(self) -> None:
        key = self._random.choice(list(self._people))
        self._number += 1
        self._people[key] = {"name": f"{key.title()} {self._number}"}
        self._any()["by"] = self._random.choice(list(self._people))

    def _move(self) -> None:
        if self._claims:
            key = self._random.choice(list(self._claims))
            self._claims[key] = self._claims.pop(key)

    def _reason(self) -> None:
        key, premise = self._random.choice(list(self._claims)), self._random.choice(list(self._claims))
        if key != premise:
            self._claims[key]["because"] = [premise]
