"""What has happened to each statement of a map in its history, and how long challenges have been open."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.git import Commit
from argmap.files.history import Revision
from argmap.model import Claim, Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.changes.debate import find_turns
from argmap.queries.changes.matching import Matches, match_maps
from argmap.queries.changes.turns import Turn
from argmap.queries.find import Match, Thing, find, names_in, suggest
from argmap.queries.select import NoMatchError, voices_of
from argmap.queries.unanswered import Standing, awaits_reply, find_standing
from argmap.queries.worded import Worded


class Happening(Worded):
    """What can happen to a statement besides the turns of the debate."""

    RAISED = "raised"
    ADDED = "added"
    RENAMED = "renamed"
    REWORDED = "reworded"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has happened to a statement.

    Args:
        what: what has happened.
        thread: the number of the statement, which it keeps under any id.
        key: its id then.
        statement: what it said then.
        author: the name of its author, if it has one.
        targets: the numbers of the statements that it attacks, itself or in a step to them.
        bucket: where it stood from then on, if anywhere.
        before: where it stood until then.
        was: its id until then, where it was renamed.
        replies: the replies that came with it, by their ids then.
        open_since: the commit since which it was open, where it no longer is.
    """

    what: Happening | Turn
    thread: int
    key: str
    statement: Claim | Rebuttal
    author: str
    targets: tuple[int, ...] = ()
    bucket: Bucket | None = None
    before: Bucket | None = None
    was: str = ""
    replies: tuple[str, ...] = ()
    open_since: Commit | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A commit and what happened in it.

    Args:
        commit: the commit.
        events: what happened.
        errors: why the map does not load there; what the commit changed is told with the next that loads.
        has_map: whether the map is there.
    """

    commit: Commit
    events: tuple[Event, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    has_map: bool = True


@dataclass(frozen=True, slots=True)
class History:
    """What has happened to the statements of a map.

    Args:
        steps: the commits, each behind those that it comes from.
        map: the map at the last commit at which it loads.
        standing: its buckets.
        open_since: challenges that wait for a reply, and since when, in the order of the map.
        threads: the numbers of its statements.
        numbers: the number of what an id stood for last.
        last: what each statement said last.
        now: the last commit at which it loads; None where it never does.
        is_current: whether that is the last commit.
    """

    steps: tuple[Step, ...]
    map: ArgumentMap
    standing: Standing
    open_since: Mapping[str, Commit]
    threads: Mapping[str, int]
    numbers: Mapping[str, int]
    last: Mapping[int, Claim | Rebuttal]
    now: Commit | None
    is_current: bool


def follow(revisions: Iterable[Revision], *, include_inferred: bool = False) -> History:
    """Follow the statements of a map through its history.

    Args:
        revisions: the map at each commit that touched it, each behind those that it comes from.
        include_inferred: whether conflicts inferred by the editor count.
    """
    follower = _Follower(include_inferred=include_inferred)
    steps = tuple(follower.step(revision) for revision in revisions)
    return follower.history(steps)


def narrow(history: History, words: Sequence[str], counts: Callable[[Commit], bool] | None = None) -> History:
    """Leave only what concerns some names: what happened to them, and to what attacks them.

    Revisions in which the map does not load stay.

    Args:
        history: what has happened.
        words: names of people, statements, sources or tags, or ids of statements at any time; all if there
            are none.
        counts: where given, tells which commits count.

    Raises:
        NoMatchError: a name means nothing.
    """
    chosen = frozenset(_numbers_meant(history, words)) if words else None
    steps = []
    for step in history.steps:
        if counts is not None and not counts(step.commit):
            continue
        events = step.events
        if chosen is not None:
            events = tuple(one for one in events if not chosen.isdisjoint((one.thread, *one.targets)))
        if events or step.errors or not step.has_map:
            steps.append(replace(step, events=events))
    waiting = {
        key: commit
        for key, commit in history.open_since.items()
        if chosen is None
        or not chosen.isdisjoint((history.threads[key], *_targets(history.map, history.threads, key)))
    }
    return replace(history, steps=tuple(steps), open_since=waiting)


def _numbers_meant(history: History, words: Sequence[str]) -> Iterator[int]:
    for name in names_in(history.map, words):
        matches = find(history.map, name)
        if not matches and name not in history.numbers:
            raise NoMatchError(name, suggest(history.map, name))
        for match in matches:
            yield from _numbers_of(history, match)
        if not matches:
            yield history.numbers[name]


def _numbers_of(history: History, match: Match) -> Iterator[int]:
    match match.thing:
        case Thing.CLAIM | Thing.REBUTTAL:
            yield history.threads[match.id]
        case Thing.INFERENCE:
            step = history.map.inferences[match.id]
            yield from (history.threads[key] for key in (*step.premises, step.conclusion))
        case Thing.PERSON:
            voices = voices_of(history.map, match.id)
            yield from (number for number, one in history.last.items() if one.by in voices)
        case Thing.TAG:
            yield from (number for number, one in history.last.items() if match.id in one.tags)
        case Thing.SOURCE:
            found = ((number, one.source) for number, one in history.last.items())
            yield from (number for number, source in found if source and source.work == match.id)


_Matter = tuple[int, Happening | None]
"""What an event is about: a statement's place in the debate, or one of the other things that can happen."""


@dataclass(frozen=True, slots=True)
class _State:
    """How things stand at a commit.

    Args:
        map: the map.
        standing: its buckets.
        threads: the numbers of its statements.
        open_since: those that wait for a reply, by their numbers.
        behind: the commits that it comes from, itself among them: a bit for each.
        changed: the bit of the commit at which each matter changed last.
    """

    map: ArgumentMap
    standing: Standing
    threads: Mapping[str, int]
    open_since: Mapping[int, Commit]
    behind: int
    changed: Mapping[_Matter, int]

    def knows(self, other: "_State", matter: _Matter) -> bool:
        """Tell whether this comes from where a matter changed last in another state."""
        bit = other.changed.get(matter, 0)
        return self.behind & bit == bit


class _Follower:
    def __init__(self, *, include_inferred: bool) -> None:
        self._include_inferred = include_inferred
        self._states: dict[str, tuple[_State, ...]] = {}
        self._followers: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}
        self._count = 0
        self._bit = 1
        self._last: dict[int, Claim | Rebuttal] = {}
        self._nothing = self._start(ArgumentMap())
        self._now: tuple[_State, ...] = ()

    def step(self, revision: Revision) -> Step:
        """Tell what happened in a commit, and keep how things stand as long as that is asked for."""
        commit, loaded = revision.commit, revision.loaded
        before = self._before(commit)
        if loaded and loaded.errors:
            step, after = Step(commit, errors=loaded.errors), before
        else:
            state, events = self._go_on(before, loaded.map if loaded else ArgumentMap(), commit)
            step, after = Step(commit, events, has_map=loaded is not None), (state,)
        if revision.followers:
            self._states[commit.id] = after
            self._followers[commit.id] = revision.followers
        self._now = after
        return step

    def history(self, steps: tuple[Step, ...]) -> History:
        """Give what was found."""
        state = self._now[0] if self._now else self._nothing
        keys = {state.threads[key]: key for key in state.map.statements}
        waiting = {keys[number]: commit for number, commit in state.open_since.items()}
        return History(
            steps,
            state.map,
            state.standing,
            {key: waiting[key] for key in state.map.statements if key in waiting},
            state.threads,
            self._numbers,
            self._last,
            next((step.commit for step in reversed(steps) if not step.errors), None),
            not (steps and steps[-1].errors),
        )

    def _before(self, commit: Commit) -> tuple[_State, ...]:
        """Give how things stood before a commit, on each branch that it joins."""
        found: dict[int, _State] = {}
        for parent in commit.parents:
            for state in self._states.get(parent, ()):
                found.setdefault(id(state), state)
            self._followers[parent] -= 1
            if not self._followers[parent]:
                self._states.pop(parent, None)
        return tuple(found.values()) or (self._nothing,)

    def _start(self, argument_map: ArgumentMap) -> _State:
        standing = find_standing(argument_map, include_inferred=self._include_inferred)
        return _State(argument_map, standing, {}, {}, 0, {})

    def _go_on(
        self, before: tuple[_State, ...], argument_map: ArgumentMap, commit: Commit
    ) -> tuple[_State, tuple[Event, ...]]:
        self._bit <<= 1
        behind = reduce(or_, (state.behind for state in before), self._bit)
        if len(before) == 1 and (before[0].map is argument_map or before[0].map == argument_map):
            return replace(before[0], behind=behind), ()
        matches = [match_maps(state.map, argument_map) for state in before]
        threads = self._number(before, matches, argument_map)
        standing = find_standing(argument_map, include_inferred=self._include_inferred)
        waiting = {}
        for key in standing.buckets:
            rebuttal = argument_map.rebuttals.get(key)
            if rebuttal and awaits_reply(argument_map, rebuttal, standing):
                number = threads[key]
                waiting[number] = next(
                    (s.open_since[number] for s in before if number in s.open_since), commit
                )
        state = _State(argument_map, standing, threads, waiting, behind, {})
        told = [
            {_matter(event): event for event in _Telling(old, state, match).events()}
            for old, match in zip(before, matches, strict=True)
        ]
        events = tuple(sorted(_brought(told, before), key=lambda event: isinstance(event.what, Turn)))
        changed = {matter: bit for old in before for matter, bit in old.changed.items()}
        for old, known in zip(before, told, strict=True):
            changed |= {matter: bit for matter, bit in old.changed.items() if matter not in known}
        changed |= {matter: self._bit for event in events for matter in _matters(event)}
        self._last.update((threads[key], statement) for key, statement in argument_map.statements.items())
        return replace(state, changed=changed), events

    def _number(
        self, before: Sequence[_State], matches: Sequence[Matches], argument_map: ArgumentMap
    ) -> Mapping[str, int]:
        """Give each statement of a map the number that it had before, or a new one."""
        threads: dict[str, int] = {}
        for state, match in zip(before, matches, strict=True):
            for old, number in state.threads.items():
                key = match.statements.get(old, old)
                if key in argument_map.statements:
                    threads.setdefault(key, number)
        taken = set(threads.values())
        for key in argument_map.statements:
            if key not in threads:
                # What went and comes again under the same id is the same.
                known = self._numbers.get(key)
                if known is None or known in taken:
                    known = self._count = self._count + 1
                threads[key] = known
                taken.add(known)
        self._numbers.update(threads)
        return threads


def _brought(told: Sequence[Mapping[_Matter, Event]], before: Sequence[_State]) -> Iterator[Event]:
    """Give what a commit brings itself, from what happened as seen from each branch that it joins.

    What one of them sees and another does not has come from that other one, unless the first knew it already:
    then what it had changed was taken back.
    """
    if len(told) == 1:
        yield from told[0].values()
        return
    for matter in dict.fromkeys(matter for events in told for matter in events):
        seen = [
            (state, events[matter]) for state, events in zip(before, told, strict=True) if matter in events
        ]
        others = [state for state, events in zip(before, told, strict=True) if matter not in events]
        if all(state.knows(other, matter) for other in others for state, _ in seen):
            turned = (event for _, event in seen if isinstance(event.what, Turn))
            yield next(turned, seen[0][1])


def _matter(event: Event) -> _Matter:
    in_debate = event.what is Happening.RAISED or isinstance(event.what, Turn)
    return event.thread, None if in_debate else Happening(event.what)


def _matters(event: Event) -> tuple[_Matter, ...]:
    """Give what an event changes; where a statement comes, that is all that can happen to it."""
    if event.what in {Happening.ADDED, Happening.RAISED}:
        return (event.thread, None), *((event.thread, happening) for happening in Happening)
    return (_matter(event),)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells what is different between two states."""

    old: _State
    new: _State
    matches: Matches

    def events(self) -> Iterator[Event]:
        became = self.matches.statements
        came_from = {new: old for old, new in became.items()}
        new_ones = set()
        for key, statement in self.new.map.statements.items():
            old_key = came_from.get(key, key)
            old = self.old.map.statements.get(old_key)
            if old is None:
                new_ones.add(key)
                what = Happening.RAISED if self._is_challenge(key) else Happening.ADDED
                yield self._event(what, key)
                continue
            if old_key != key:
                yield self._event(Happening.RENAMED, key, was=old_key)
            if (old.title, old.text) != (statement.title, statement.text):
                yield self._event(Happening.REWORDED, key)
        for key, statement in self.old.map.statements.items():
            if key not in became and key not in self.new.map.statements:
                yield self._removed(key, statement)
        yield from self._turns(new_ones, came_from)

    def _is_challenge(self, key: str) -> bool:
        return isinstance(self.new.map.statements[key], Rebuttal) and key in self.new.standing.buckets

    def _turns(self, new_ones: set[str], came_from: Mapping[str, str]) -> Iterator[Event]:
        older, newer = (self.old.map, self.old.standing), (self.new.map, self.new.standing)
        turns, was = find_turns(older, newer, self.matches)
        for turn, keys in turns.items():
            for key in keys:
                if key in new_ones:
                    continue
                number = self.new.threads[key]
                ended = None if number in self.new.open_since else self.old.open_since.get(number)
                before = self.old.standing.replies.get(came_from.get(key, key), ())
                known = {self.matches.statements.get(reply, reply) for reply in before}
                replies = self.new.standing.replies.get(key, ())
                yield replace(
                    self._event(turn, key),
                    before=was[key],
                    replies=tuple(reply for reply in replies if reply not in known),
                    open_since=ended,
                )

    def _event(self, what: Happening | Turn, key: str, was: str = "") -> Event:
        statement = self.new.map.statements[key]
        bucket = self.new.standing.buckets.get(key)
        targets = _targets(self.new.map, self.new.threads, key)
        author = self.new.map.person_name(statement.by) if statement.by else ""
        number = self.new.threads[key]
        return Event(what, number, key, statement, author, targets, bucket, was=was)

    def _removed(self, key: str, statement: Claim | Rebuttal) -> Event:
        number = self.old.threads[key]
        return Event(
            Happening.REMOVED,
            number,
            key,
            statement,
            self.old.map.person_name(statement.by) if statement.by else "",
            _targets(self.old.map, self.old.threads, key),
            before=self.old.standing.buckets.get(key),
            open_since=self.old.open_since.get(number),
        )


def _targets(argument_map: ArgumentMap, threads: Mapping[str, int], key: str) -> tuple[int, ...]:
    attacks = argument_map.attacks_by.get(key, ())
    found = (argument_map.statement_of(attack.target).id for attack in attacks)
    return tuple(dict.fromkeys(threads[target] for target in found))
