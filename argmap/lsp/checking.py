"""What `argmap check` says of a map in the editor."""

from collections.abc import Callable
from dataclasses import dataclass

from argmap.diagnostics import Diagnostic
from argmap.lsp.state import State
from argmap.rules.engine.baseline import read_known, without_known
from argmap.rules.engine.linter import Checked, check_map
from argmap.rules.engine.remembered import Remembered


@dataclass(frozen=True, eq=False)
class Verdict:
    """What is wrong with a map at one moment.

    Args:
        state: the map.
        checked: what the rules found.
        findings: that, without what the baseline of the project knows.
    """

    state: State
    checked: Checked
    findings: tuple[Diagnostic, ...]


def checked(state: State, go_on: Callable[[], None], remembered: Remembered) -> Verdict:
    """Check a map.

    Args:
        state: the map.
        go_on: is called now and then, and raises an exception where nobody waits for the result any more.
        remembered: what was found when it was checked before.
    """
    found = check_map(state.loaded, state.settings, go_on, remembered)
    go_on()
    return Verdict(state, found, _without_known(state, found.findings))


def _without_known(state: State, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Leave out what the baseline of the project knows; one that cannot be read knows nothing."""
    path = state.settings.check.baseline
    if path is None:
        return findings
    try:
        known = read_known(path)
    except (OSError, ValueError):
        return findings
    return without_known(findings, state.loaded.places, known)
