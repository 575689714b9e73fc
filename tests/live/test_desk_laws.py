"""The laws of the desk, over random maps in random styles: two pages wish and an editor writes meanwhile.

What is accepted gives exactly the map that is meant and keeps every comment; what is refused leaves every
byte; what is taken back is what it was, byte for byte.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.editing.comments import find_comments
from argmap.editing.removal import map_without, owned, plan_removal
from argmap.files.assembling import Loaded
from argmap.files.find import FoundMap
from argmap.live.desk import Desk
from argmap.live.room import Room
from argmap.live.serving import Exhibition
from argmap.live.snapshot import Snapshot, Studio, version_of
from argmap.model import Claim, Rebuttal
from argmap.render.service import NothingToDrawError
from tests.editing.styled_maps import styled_maps
from tests.examples import examples

SLOW = settings(
    # Each of these sequences costs as much as ten small maps.
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
Wish = dict[str, Any]
words: Final = st.sampled_from(
    ["Plain words.", "it is: so # truly", "- a list?", "“é”\ttab", "'", "two\nlines", "{x}"]
)


class _Undrawn(Exhibition):
    """A map that is shown without a picture."""

    def snapshot(self, loaded: Loaded) -> Snapshot:
        nothing = cast("Any", None)
        if not loaded.map.statements:
            raise NothingToDrawError("the map holds no statements")
        cards = dict.fromkeys(loaded.map.statements, nothing)
        return Snapshot(version_of(loaded), loaded, nothing, cards, {}, nothing, nothing)


@st.composite
def wishes(draw: st.DrawFn, shown: ArgumentMap) -> Wish:
    """What a page that shows a map may wish; not all of it can be."""
    one = st.sampled_from(list(shown.statements))
    challenges = st.sampled_from(list(shown.rebuttals) or ["none"])
    targets = st.sampled_from([*shown.statements, *shown.inferences, *shown.named_attacks])
    said = {
        "text": words,
        "title": st.just("") | words,
        "by": st.sampled_from(["", "Zoe Quint", *shown.people]),
        "source": st.sampled_from(["", "New Work, p. 3", *shown.sources]),
        "tags": st.lists(words, max_size=2),
        "create": st.booleans(),
    }
    ways: dict[str, dict[str, Any]] = {
        "claim": {**said, "supports": st.just("") | one},
        "rebuttal": {**said, "attacks": targets, "kind": st.sampled_from(["rebut", "undermine", "undercut"])},
        "reason": {"conclusion": one, "premises": st.lists(one, min_size=1, max_size=2, unique=True)},
        "target": {"rebuttal": challenges, "attacks": targets},
        "rename": {"name": one, "new": st.sampled_from(["fresh", "é-1", "a b", *shown.statements])},
        "remove": {"name": one, "cascade": st.booleans()},
        "set": {
            "name": one,
            "fields": st.dictionaries(
                st.sampled_from(["title", "text", "note", "quote"]), words | st.just(""), min_size=1
            )
            | st.fixed_dictionaries({"tags": st.lists(words, max_size=2)}),
        },
    }
    do = draw(st.sampled_from(sorted(ways)))
    return {"do": do, **draw(st.fixed_dictionaries(ways[do]))}


def meant(before: ArgumentMap, wish: Wish, told: Wish, after: ArgumentMap) -> ArgumentMap:
    """Work out what a map is after a wish; of names that are new only what says who and what they are."""
    people = {**before.people, **{key: one for key, one in after.people.items() if key not in before.people}}
    sources = {
        **before.sources,
        **{key: one for key, one in after.sources.items() if key not in before.sources},
    }
    known = replace(before, people=people, sources=sources)
    return _MEANT[wish["do"]](known, wish, told["id"])


def _with(found: ArgumentMap, key: str, **fields: object) -> ArgumentMap:
    old = found.statements[key]
    new = type(old).model_validate({**dict(old), **fields})
    if isinstance(new, Claim):
        return replace(found, claims={**found.claims, key: new})
    return replace(found, rebuttals={**found.rebuttals, key: new})


def _stated(found: ArgumentMap, wish: Wish, key: str) -> dict[str, Any]:
    work, _, place = wish["source"].partition(", ")
    by = {"Zoe Quint": next((key for key, one in found.people.items() if one.name == "Zoe Quint"), "")}
    source = next((key for key, one in found.sources.items() if work in {key, one.title}), None)
    return {
        "id": key,
        "text": wish["text"].strip(),
        "title": wish["title"].strip() or None,
        "by": by.get(wish["by"], wish["by"]) or None,
        "source": {"work": source, "locator": place or None} if work else None,
        "tags": wish["tags"],
    }


def _claim(found: ArgumentMap, wish: Wish, key: str) -> ArgumentMap:
    claim = Claim.model_validate(_stated(found, wish, key))
    with_it = replace(found, claims={**found.claims, key: claim})
    return _because(with_it, wish["supports"], [key]) if wish["supports"] else with_it


def _rebuttal(found: ArgumentMap, wish: Wish, key: str) -> ArgumentMap:
    fields = {**_stated(found, wish, key), "attacks": [wish["attacks"]], "kind": wish["kind"]}
    return replace(found, rebuttals={**found.rebuttals, key: Rebuttal.model_validate(fields)})


def _because(found: ArgumentMap, key: str, premises: list[str]) -> ArgumentMap:
    return _with(found, key, because=[*found.statements[key].because, premises])


def _set(found: ArgumentMap, wish: Wish, _: str) -> ArgumentMap:
    fields = {
        name: value if isinstance(value, list) else value.strip() or None
        for name, value in wish["fields"].items()
    }
    return _with(found, wish["name"], **fields)


def _removed(found: ArgumentMap, wish: Wish, _: str) -> ArgumentMap:
    return map_without(found, plan_removal(found, owned(found, wish["name"])))


_MEANT: Final[Mapping[str, Callable[[ArgumentMap, Wish, str], ArgumentMap]]] = {
    "claim": _claim,
    "rebuttal": _rebuttal,
    "reason": lambda found, wish, _: _because(found, wish["conclusion"], wish["premises"]),
    "target": lambda found, wish, key: _with(
        found, key, aims=[*found.rebuttals[key].aims, {"target": wish["attacks"]}]
    ),
    "set": _set,
    "remove": _removed,
}


def comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in find_comments(text))


class Table:
    """A map on a desk, two pages that show it, and what can be taken back.

    Args:
        path: of the map.
        draw: draws what happens.
    """

    def __init__(self, path: Path, draw: Callable[..., Any]) -> None:
        self.path, self.draw = path, draw
        self.shown = _Undrawn(FoundMap(path, path), Studio())
        self.room = Room(self.shown.snapshot(self.shown.read()), editing=True)
        self.desk = Desk(self.shown, self.room)
        self.pages = [self.room.snapshot, self.room.snapshot]
        self.done: list[tuple[bytes, bytes]] = []

    def wish(self) -> None:
        """Let a page, which may show an older state, wish something."""
        page = self.pages[self.draw(st.integers(0, 1))]
        if not page.loaded.map.statements:
            return
        wish = self.draw(wishes(page.loaded.map))
        before, raw = self.shown.read(), self.path.read_bytes()
        dry = self.desk.answer({**wish, "version": page.version, "dry": True})
        assert self.path.read_bytes() == raw
        told = self.desk.answer({**wish, "version": page.version})
        if "refused" in told or "conflict" in told:
            event(f"{wish['do']}: {next(iter(told))}")
            assert self.path.read_bytes() == raw
            assert dry == told
            return
        event(f"{wish['do']}: done")
        after, now = self.shown.read(), self.path.read_bytes()
        assert not after.errors
        assert dry["told"] == told["told"]
        assert dry["id"] == told["id"]
        if wish["do"] in _MEANT:
            assert after.map == meant(before.map, wish, told, after.map)
        if wish["do"] != "remove" and not (
            "" in wish.get("fields", {}).values() or [] in wish.get("fields", {}).values()
        ):
            kept = comments(raw.decode())
            assert comments(now.decode()) & kept == kept
        if now != raw:
            self.done.append((raw, now))
        assert told["version"] == self.room.snapshot.version
        assert self.room.trouble or told["version"] == version_of(after)

    def undo(self) -> None:
        """Take the last change back, unless somebody has written since."""
        raw = self.path.read_bytes()
        told = self.desk.answer({"do": "undo", "version": self.pages[0].version})
        if self.done and self.done[-1][1] == raw:
            assert "refused" not in told
            assert self.path.read_bytes() == self.done.pop()[0]
            event("undo: done")
        else:
            assert "refused" in told
            assert self.path.read_bytes() == raw

    def follow(self) -> None:
        """Let a page show what the room shows."""
        self.pages[self.draw(st.integers(0, 1))] = self.room.snapshot

    def type(self) -> None:
        """Write in an editor: a title, a comment at the top, or what is broken."""
        raw = self.path.read_bytes()
        how = self.draw(st.sampled_from(["# by hand\n", "  - [", "take out"]))
        if how == "take out":
            new = raw.replace(b"# by hand\n", b"").removesuffix(b"\n  - [")
        elif how == "  - [":
            new = raw + b"\n  - ["
        else:
            new = how.encode() + raw
        self.path.write_bytes(new)
        if self.draw(st.booleans()):
            self.shown.renew(self.room)


@SLOW
@given(styled_maps(), st.data())
def test_no_wish_loses_a_word_whoever_else_writes(loaded: Loaded, data: st.DataObject) -> None:
    assume(loaded.map.statements)
    with TemporaryDirectory() as folder:
        path = Path(folder, "map.yaml")
        path.write_bytes(next(iter(loaded.places.files.values())).text.encode())
        table = Table(path, data.draw)
        ways = [table.wish, table.wish, table.wish, table.undo, table.follow, table.type]
        for _ in range(data.draw(st.integers(1, 6))):
            data.draw(st.sampled_from(ways))()
