"""What has happened to statements, for any sequence of maps: nothing is told twice, nothing is left out."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.files.assembling import Loaded
from argmap.files.git import Commit
from argmap.files.history import Revision
from argmap.files.yaml.places import Places
from argmap.queries.changes.history import Happening, History, follow, narrow
from argmap.queries.unanswered import awaits_reply, find_standing
from tests.examples import examples
from tests.maps import argument_maps

_START = datetime(2026, 1, 1, tzinfo=UTC)


def revisions(maps: list[ArgumentMap]) -> list[Revision]:
    """Put maps into commits, each behind the one before."""
    return [
        Revision(
            Commit(str(number), (str(number - 1),) if number else (), "Ann", _START + timedelta(number), ""),
            Loaded(one, (), Places()),
            int(number + 1 < len(maps)),
        )
        for number, one in enumerate(maps)
    ]


def alive(history: History) -> set[int]:
    """Replay what came and went."""
    found: set[int] = set()
    for step in history.steps:
        for event in step.events:
            if event.what in {Happening.ADDED, Happening.RAISED}:
                assert event.thread not in found
                found.add(event.thread)
            elif event.what is Happening.REMOVED:
                found.remove(event.thread)
            else:
                assert event.thread in found
    return found


@settings(max_examples=examples(20))
@given(argument_maps(), argument_maps())
def test_what_came_and_did_not_go_is_there_and_has_its_log(one: ArgumentMap, other: ArgumentMap) -> None:
    history = follow(revisions([one, other, one]))
    assert history.map == one
    assert set(history.threads) == set(one.statements)
    assert len(set(history.threads.values())) == len(history.threads)
    assert alive(history) == set(history.threads.values())
    standing = find_standing(one)
    waiting = {key for key, each in one.rebuttals.items() if awaits_reply(one, each, standing)}
    assert set(history.open_since) == waiting
    for key in one.statements:
        found = narrow(history, [key])
        assert any(event.thread == history.threads[key] for step in found.steps for event in step.events)


def test_without_a_commit_nothing_has_happened() -> None:
    history = follow([])
    assert (history.steps, history.now, dict(history.open_since)) == ((), None, {})
