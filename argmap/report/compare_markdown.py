"""Feedback on a map for its author, in Markdown: in words, and the numbers behind them."""

from collections.abc import Iterator

from argmap.formats.markdown_text import begin, escape, unlinked
from argmap.queries.comparing.alignment import Pair
from argmap.queries.comparing.compare import Comparison
from argmap.report.compare import (
    SCORE_HEADINGS,
    alignment_heading,
    fault_groups,
    nothing_otherwise,
    recognised,
    score_cells,
)
from argmap.report.compare_words import DOUBT, HINTS, TITLES, Wording
from argmap.text.plurals import count

_CAUTION = (
    "The table says how statements were recognised. Where a pair below is wrong, so is what is said of it; "
    "what is said in other words may be right all the same."
)


def compare_markdown(comparison: Comparison, *, name: str, key: str, errors: int = 0) -> str:
    """Write the feedback on a map.

    Args:
        comparison: what was compared.
        name: what the map is called.
        key: what the key is called.
        errors: how many errors the map has, so that only a part of it was compared.
    """
    lines = [f"# {_words(name)} beside {_words(key)}", ""]
    if errors:
        lines += [f"The map has {count(errors, 'error')}. Only what could be read was compared.", ""]
    lines += [*_faults(comparison), *_scores(comparison), *_alignment(comparison)]
    return "\n".join(lines)


def unusable_markdown(*, name: str, key: str, errors: int) -> str:
    """Write the feedback on a map that cannot be compared."""
    told = f"The map has {count(errors, 'error')} and was not compared. `argmap check` tells them."
    return f"# {_words(name)} beside {_words(key)}\n\n{told}\n"


def _faults(comparison: Comparison) -> Iterator[str]:
    wording = Wording(comparison)
    if not comparison.faults:
        yield from (nothing_otherwise(comparison), "")
    for kind, faults in fault_groups(comparison):
        yield from (f"## {TITLES[kind]}", "")
        for fault in faults:
            doubt = f" _{DOUBT}_" if fault.is_doubtful else ""
            yield f"- {begin(_words(wording.fault(fault)))}{doubt}"
        yield ""
    if comparison.divided:
        yield from (f"## {HINTS}", "")
        yield from (f"- {begin(_words(wording.divided(hint)))}" for hint in comparison.divided)
        yield ""


def _scores(comparison: Comparison) -> Iterator[str]:
    yield from (
        "## In numbers",
        "",
        _row(["", *SCORE_HEADINGS]),
        _row(["---", *["---:"] * len(SCORE_HEADINGS)]),
    )
    yield from (_row([name, *score_cells(score)]) for name, score in comparison.scores.items())
    yield ""


def _alignment(comparison: Comparison) -> Iterator[str]:
    yield from (f"## {alignment_heading(comparison)}", "", _CAUTION, "")
    yield from (_row(["in the key", "in the map", "recognised by"]), _row(["---"] * 3))
    yield from (_pair(comparison, pair) for pair in comparison.alignment.pairs)
    yield ""


def _pair(comparison: Comparison, pair: Pair) -> str:
    texts = (comparison.key.statements[pair.key].label, comparison.other.statements[pair.other].label)
    return _row([*map(_words, texts), recognised(pair)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(text: str) -> str:
    return unlinked(escape(" ".join(text.split())))
