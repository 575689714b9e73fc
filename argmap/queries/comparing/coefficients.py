"""Coefficients of agreement: how far several people put the same things into the same categories.

Each takes for each unit the categories that the annotators gave it; None stands for one who gave none.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

Rating = Hashable | None
Unit = Sequence[Rating]
"""What each annotator says of one thing."""


class AlphaMissingError(Exception):
    """The library that computes Krippendorff's alpha is not installed."""

    def __init__(self) -> None:
        super().__init__(
            'alpha needs krippendorff, which is not installed: python -m pip install "argmap[agree]"'
        )


def cohen_kappa(units: Sequence[Unit]) -> float | None:
    """Give the kappa of two annotators (Cohen 1960), over the units to which both gave a category.

    Returns:
        1 for full agreement, 0 for that of chance; None where both gave all units one and the same category,
        or there is no unit.
    """
    pairs = [(one, two) for one, two in units if one is not None and two is not None]
    if not pairs:
        return None
    number = len(pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    observed = sum(one == two for one, two in pairs) / number
    expected = sum(ours[category] * theirs[category] for category in ours) / number**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def fleiss_kappa(units: Sequence[Unit]) -> float | None:
    """Give the kappa of several annotators (Fleiss 1971), over the units to which all gave a category.

    Returns:
        1 for full agreement, 0 for that of chance; None where all units have one and the same category, there
        is no unit, or only one annotator.
    """
    rated = [Counter(unit) for unit in units if None not in unit]
    annotators = max((counts.total() for counts in rated), default=0)
    if not rated or annotators <= 1:
        return None
    alike = sum(n * (n - 1) for counts in rated for n in counts.values())
    observed = alike / (len(rated) * annotators * (annotators - 1))
    everything = sum(rated, Counter[Rating]())
    expected = sum((n / everything.total()) ** 2 for n in everything.values())
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Sequence[Unit]) -> float | None:
    """Give the alpha of any number of annotators (Krippendorff 2004), for categories without an order.

    A unit counts if two annotators at least gave it a category.

    Returns:
        1 for full agreement, 0 for that of chance; None where nothing varies, or nothing was rated twice.

    Raises:
        AlphaMissingError: the library that computes it is not installed.
    """
    counted = [Counter(rating for rating in unit if rating is not None) for unit in units]
    paired = [counts for counts in counted if counts.total() > 1]
    categories = dict.fromkeys(category for counts in paired for category in counts)
    if len(categories) <= 1:
        return None
    try:
        from krippendorff import alpha
    except ImportError as error:
        raise AlphaMissingError from error
    table = [[counts[category] for category in categories] for counts in paired]
    return float(alpha(value_counts=table, level_of_measurement="nominal"))


def macro_f1(gold: Sequence[Hashable], other: Sequence[Hashable]) -> float | None:
    """Give the mean of the F1 of each category that occurs on either side; None where none does."""
    categories = dict.fromkeys((*gold, *other))
    right = Counter(one for one, two in zip(gold, other, strict=True) if one == two)
    there, said = Counter(gold), Counter(other)
    scores = [2 * right[category] / (there[category] + said[category]) for category in categories]
    return sum(scores) / len(scores) if scores else None


def focused_f1(gold: Sequence[Hashable], other: Sequence[Hashable], none: Hashable) -> float | None:
    """Give the macro F1 over what the gold standard relates (Ruiz-Dolz et al. 2024).

    As in the script of DialAM-2024, a category that only the other side has, `none` included, counts with 0.

    Args:
        gold: the categories in the gold standard.
        other: those on the other side.
        none: the category of what is not related.
    """
    related = [(one, two) for one, two in zip(gold, other, strict=True) if one != none]
    return macro_f1([one for one, _ in related], [two for _, two in related])


def cass(graph: float | None, segments: float) -> float | None:
    """Give the harmonic mean of how alike two graphs and two segmentations are (Duthie et al. 2016).

    Args:
        graph: how alike the graphs are: a kappa, for CASS-kappa, or an F1, for CASS-F1.
        segments: how alike the segments are.

    Returns:
        That; None where the graphs are not to be compared, or the mean has no sense.
    """
    if graph is None or graph + segments <= 0:
        return None
    return 2 * graph * segments / (graph + segments)
