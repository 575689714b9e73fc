"""Run the rules over a map, and give every finding its place and severity."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location, Related, Severity
from argmap.files.assembling import Loaded
from argmap.files.copies.source_copies import Copies
from argmap.files.disk.project import project_of
from argmap.files.garbage_collection import no_garbage_collection
from argmap.files.settings import CheckSettings, Settings
from argmap.files.yaml.places import Places
from argmap.rules.engine.ignores import Ignore, find_ignores, judge_ignores
from argmap.rules.engine.joining import join_hidden
from argmap.rules.engine.registry import BY_CODE, RULES, find_rule, matching_codes, selected_codes
from argmap.rules.engine.remembered import Remembered
from argmap.rules.finding import Finding, Spot
from argmap.rules.rule import Rule
from argmap.rules.shared.quote_tally import QuoteTally, tally_quotes
from argmap.rules.sources import quote_not_found
from argmap.rules.subject import Subject
from argmap.rules.upkeep import bad_settings
from argmap.text.nearest import nearest, quoted

_NEEDING_COPIES: Final = frozenset(rule.code for rule in RULES if rule.needs_copies)


def _always() -> None:
    """Let a check go on to its end."""


@dataclass(frozen=True)
class Checked:
    """What a check found.

    Args:
        findings: all of them, sorted by place.
        fixable: those that can be mended safely, each with what its rule says.
        ignored: how many a comment in the map ignored.
        quotes: how many quotes were looked up, and how that ended; None where no rule on quotes was to run.
    """

    findings: tuple[Diagnostic, ...]
    fixable: tuple[tuple[Diagnostic, Finding], ...] = ()
    ignored: int = 0
    quotes: QuoteTally | None = None


def check_map(
    loaded: Loaded,
    settings: Settings,
    go_on: Callable[[], None] = _always,
    remembered: Remembered | None = None,
) -> Checked:
    """Check a map: what its reading found, and what the rules find.

    Args:
        loaded: the map, as far as it could be read.
        settings: which rules to run, and how.
        go_on: is called before each rule; it may raise an exception, where the result has become idle.
        remembered: what was found when the map was checked before.

    Returns:
        Every finding that no comment ignores.
    """
    check = settings.check
    codes = selected_codes(check.select, check.ignore)
    names = remembered.names if remembered else None
    remembered = remembered or Remembered()
    subject = Subject(loaded.map, check, loaded.mentioned, copies_of(loaded, settings), names)
    with no_garbage_collection():
        found = list(_run(subject, loaded, codes, go_on, remembered))
    read = (finding for finding in loaded.diagnostics if finding.code in codes)
    wrong = (*settings.faults, *_unknown_rules(settings), *_picture_faults(settings))
    faults = (fault for fault in wrong if fault.code in codes)
    in_files = _check_files(loaded.places, codes, remembered)
    everything = [*join_hidden([*read, *in_files], loaded.places), *faults, *(item for item, _ in found)]
    levels = _levels(check)
    looked_for = frozenset() if loaded.errors else codes - _blind(subject, codes)
    kept, ignored, judged = _without_ignored(everything, loaded.places, codes, looked_for)
    findings = sorted({_at_level(finding, levels) for finding in (*kept, *judged)}, key=_order)
    remaining = frozenset(kept)
    fixable = tuple((item, finding) for item, finding in found if finding.fix and item in remaining)
    quotes = tally_quotes(subject) if quote_not_found.RULE.code in codes else None
    return Checked(tuple(findings), fixable, ignored, quotes)


def _order(finding: Diagnostic) -> tuple[Location, str, str]:
    return finding.location, finding.code, finding.message


def copies_of(loaded: Loaded, settings: Settings) -> Copies:
    """Give the copies of the sources of a map, as its settings say where they are."""
    return Copies(loaded.map.sources, loaded.folder, project_of(loaded.folder), settings.check.sources)


def _run(
    subject: Subject,
    loaded: Loaded,
    codes: Iterable[str],
    go_on: Callable[[], None],
    remembered: Remembered,
) -> Iterator[tuple[Diagnostic, Finding]]:
    remembered.begin(subject, loaded.places.files.values())
    for rule in RULES:
        if rule.code in codes:
            go_on()
            for finding in remembered.find(rule, subject):
                if rule.misses.isdisjoint(loaded.damaged.get(finding.spot.record, ())):
                    yield _diagnostic(rule, finding, loaded.places), finding


def _check_files(places: Places, codes: Collection[str], remembered: Remembered) -> Iterator[Diagnostic]:
    for rule in RULES:
        if rule.code in codes:
            for file in places.files.values():
                yield from remembered.find_in_file(rule, file)


def _diagnostic(rule: Rule, finding: Finding, places: Places) -> Diagnostic:
    related = tuple(Related(find_spot(note.spot, places), note.message) for note in finding.notes)
    place = find_spot(finding.spot, places)
    return Diagnostic(place, rule.code, finding.message, rule.severity, finding.hint, related)


def find_spot(spot: Spot, places: Places) -> Location:
    """Turn a symbolic place into a line and a column; a record itself is where its key or id is written."""
    section, record, path = spot.section, spot.record, spot.path
    if not path:
        if section in {"claims", "rebuttals"}:
            return places.find(section, record, "id")
        return places.find(section, record, key=True)
    if spot.words:
        return places.find_words(spot.words, section, record, *path)
    return places.find(section, record, *path, key=spot.key)


def _without_ignored(
    findings: list[Diagnostic], places: Places, codes: Collection[str], looked_for: frozenset[str]
) -> tuple[list[Diagnostic], int, list[Diagnostic]]:
    """Take out what comments ignore.

    Returns:
        What is left, how many went, and what is wrong with the comments.
    """
    ignores: dict[str, list[Ignore]] = {}
    for name, file in places.files.items():
        if found := find_ignores(file):
            ignores[name] = found
    kept = [finding for finding in findings if not _is_ignored(finding, ignores)]
    faults = (fault for listed in ignores.values() for fault in judge_ignores(listed, looked_for))
    judged = [fault for fault in faults if fault.code in codes]
    return kept, len(findings) - len(kept), judged


def _blind(subject: Subject, codes: frozenset[str]) -> frozenset[str]:
    """Name the rules that may have found less than there is, as a source has no copy to look into."""
    blind = codes & _NEEDING_COPIES
    has_all = not blind or all(subject.copies.of(work) for work in subject.map.sources)
    return frozenset() if has_all else blind


def _is_ignored(finding: Diagnostic, ignores: Mapping[str, list[Ignore]]) -> bool:
    covering = [ignore for ignore in ignores.get(finding.location.file, ()) if ignore.covers(finding)]
    for ignore in covering:
        ignore.used = True
    return bool(covering)


def _levels(check: CheckSettings) -> Mapping[str, Severity]:
    """Give the severities that the settings change; what makes a map unusable stays an error."""
    return {
        code: level
        for pattern, level in check.severity.items()
        for code in matching_codes(pattern)
        if BY_CODE[code].severity is not Severity.ERROR
    }


def _at_level(finding: Diagnostic, levels: Mapping[str, Severity]) -> Diagnostic:
    level = levels.get(finding.code)
    return finding if level is None or level is finding.severity else replace(finding, severity=level)


def _unknown_rules(settings: Settings) -> Iterator[Diagnostic]:
    """Find patterns in the settings that stand for no rule."""
    check = settings.check
    for key, patterns in (("select", check.select), ("ignore", check.ignore), ("severity", check.severity)):
        for pattern in patterns:
            if settings.file and not matching_codes(pattern):
                yield Diagnostic(
                    settings.place("check", key, pattern),
                    bad_settings.RULE.code,
                    f"there is no rule `{pattern}`",
                    hint=rule_hint(pattern),
                )
            elif key == "severity" and (rule := find_rule(pattern)) and rule.severity is Severity.ERROR:
                message = f"`{pattern}` makes a map unusable and stays an error"
                yield Diagnostic(
                    settings.place("check", key, pattern),
                    bad_settings.RULE.code,
                    message,
                    hint="delete the line",
                )


def _picture_faults(settings: Settings) -> tuple[Diagnostic, ...]:
    """Find what is wrong with the settings of pictures, whose keys only the drawing knows."""
    if not settings.render:
        return ()
    from argmap.render.own_themes import read_themes
    from argmap.render.saved_views import read_saved_views

    return (*read_themes(settings).faults, *read_saved_views(settings).faults)


class UnknownRuleError(LookupError):
    """There is no rule of some name; the message says which may have been meant."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no rule `{name}`; {rule_hint(name)}")


def split_patterns(patterns: Iterable[str]) -> tuple[str, ...]:
    """Split lists of codes and names of rules at commas.

    Raises:
        UnknownRuleError: one of them stands for no rule.
    """
    listed = tuple(part.strip() for pattern in patterns for part in pattern.split(",") if part.strip())
    for pattern in listed:
        _codes_of(pattern)
    return listed


@dataclass(frozen=True)
class RulesMeant:
    """The rules that names stand for.

    Args:
        rules: in the order of the names where each names one rule, else in that of the registry.
        is_each_named: whether each was named, and not by the beginning of its code.
    """

    rules: tuple[Rule, ...]
    is_each_named: bool


def rules_meant(names: Sequence[str]) -> RulesMeant:
    """Find the rules that codes, names, or the beginnings of codes stand for; all where there are none.

    Raises:
        UnknownRuleError: one of them stands for no rule.
    """
    codes = {code for name in names for code in _codes_of(name)}
    named = tuple(rule for name in names if (rule := find_rule(name)))
    if names and len(named) == len(names):
        return RulesMeant(named, is_each_named=True)
    return RulesMeant(tuple(rule for rule in RULES if not names or rule.code in codes), is_each_named=False)


def _codes_of(pattern: str) -> Collection[str]:
    codes = matching_codes(pattern)
    if not codes:
        raise UnknownRuleError(pattern)
    return codes


def rule_hint(pattern: str) -> str:
    """Name the rules that somebody may have meant."""
    known = [name for rule in RULES for name in (rule.code, rule.name)]
    return quoted(nearest(pattern, known), "did you mean") or "`argmap explain` lists the rules"


def with_command_line(
    settings: Settings,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    sources: Path | None = None,
) -> Settings:
    """Put what the command line says in place of what the settings say.

    Args:
        settings: from the file.
        select: patterns that replace those of the file.
        ignore: patterns that are added to those of the file, unless ``select`` is given.
        sources: the folder of copies.
    """
    check = settings.check
    check = replace(
        check,
        select=select or check.select,
        ignore=ignore if select else (*check.ignore, *ignore),
        sources=sources or check.sources,
    )
    return replace(settings, check=check)
