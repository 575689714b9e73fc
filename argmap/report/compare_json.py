"""The document of ``argmap compare --json``."""

from collections.abc import Iterable

from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.compare import Comparison
from argmap.queries.comparing.faults import Fault
from argmap.queries.comparing.scores import Score
from argmap.report.compare_words import Wording
from argmap.report.documents import Document, document

_DIGITS = 4


def comparisons_document(key: str, compared: Iterable[tuple[str, int, Comparison | None]]) -> Document:
    """Describe maps beside a key.

    Args:
        key: what the key is called.
        compared: the path of each map, how many errors it has, and what was compared, if it can be.
    """
    maps = [
        {
            "map": name,
            "errors": errors,
            "complete": not errors and one is not None,
            "comparison": one and _comparison(one),
        }
        for name, errors, one in compared
    ]
    return document("compare", key=key, maps=maps)


def _comparison(comparison: Comparison) -> Document:
    wording = Wording(comparison)
    return {
        "alignment": _alignment(comparison.alignment),
        "divided": [
            {"as": hint.division.value, "key": list(hint.key), "map": list(hint.other)}
            for hint in comparison.divided
        ],
        "scores": {name: _score(score) for name, score in comparison.scores.items()},
        "faults": [_fault(fault, wording) for fault in comparison.faults],
    }


def _alignment(alignment: Alignment) -> Document:
    return {
        "pairs": [
            {
                "key": pair.key,
                "map": pair.other,
                "by": pair.way.value,
                "score": pair.score,
                "trust": pair.trust.value,
                "why_doubtful": pair.why or None,
            }
            for pair in alignment.pairs
        ],
        "missing": list(alignment.missing),
        "surplus": list(alignment.surplus),
    }


def _score(score: Score) -> Document:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {
        "found": score.found,
        "missing": score.missing,
        "surplus": score.surplus,
        **{name: None if share is None else round(share, _DIGITS) for name, share in shares.items()},
    }


def _fault(fault: Fault, wording: Wording) -> Document:
    return {
        "kind": fault.kind.value,
        "key": list(fault.key),
        "map": list(fault.other),
        "key_kind": fault.key_kind.value if fault.key_kind else None,
        "map_kind": fault.other_kind.value if fault.other_kind else None,
        "doubtful": fault.is_doubtful,
        "words": wording.fault(fault),
    }
