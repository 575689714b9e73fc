"""The corpora, where they are at hand, and what two maps have in common."""

from pathlib import Path
from typing import Any

import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Attack

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not at hand")


def corpus(folder: str, pattern: str) -> list[Path]:
    return sorted((CORPORA / folder).glob(pattern))


def lines(text: str | None) -> str:
    """A text with every line end a newline, as importers read it."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


def relations(argument_map: ArgumentMap) -> dict[str, Any]:
    """What supports, attacks and restates what.

    To undercut the only attack that a rebuttal makes is to undercut the rebuttal.
    """
    return {
        "statements": set(argument_map.statements),
        "inferences": {
            (step.id, tuple(dict.fromkeys(step.premises)), step.conclusion, lines(step.scheme))
            for step in argument_map.inferences.values()
        },
        "attacks": sorted(
            (
                attack.rebuttal,
                attack.target,
                _partners(attack),
                _denied(argument_map, attack),
                lines(attack.scheme),
            )
            for attack in argument_map.attacks
        ),
        "names": argument_map.named_attacks,
        "restates": {
            (statement.id, other)
            for statement in argument_map.statements.values()
            for other in statement.restates
        },
    }


def without_origins(argument_map: ArgumentMap) -> dict[str, Any]:
    """All that a map says, except from which file it came."""

    def plain(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items() if key != "origin"}
        return [plain(item) for item in value] if isinstance(value, list | tuple) else value

    sections = {
        "people": argument_map.people,
        "sources": argument_map.sources,
        "claims": argument_map.claims,
        "rebuttals": argument_map.rebuttals,
    }
    return {
        "info": argument_map.info.model_dump(),
        **{
            name: {key: plain(record.model_dump()) for key, record in records.items()}
            for name, records in sections.items()
        },
    }


def _partners(attack: Attack) -> tuple[str, ...]:
    return tuple(other for other in dict.fromkeys(attack.jointly) if other != attack.rebuttal)


def _denied(argument_map: ArgumentMap, attack: Attack) -> str:
    return attack.denies if len(argument_map.attacks_by.get(attack.target, ())) > 1 else ""
