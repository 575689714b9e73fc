"""Coefficients of agreement: how far several people put the same things into the same categories.

Each takes how many units have the same ratings: for each unit the categories that the annotators gave it, in
their order; None stands for one who gave none.
"""

from collections import Counter
from collections.abc import Hashable, Mapping

Rating = Hashable | None
Unit = tuple[Rating, ...]
"""What each annotator says of one thing."""

Units = Mapping[Unit, int]
"""How often each of them occurs."""


def rated(units: Units, places: tuple[int, ...]) -> Counter[Unit]:
    """Give what some annotators say of the units to which all of them gave a category.

    Args:
        units: how often each unit occurs.
        places: the positions of these annotators.
    """
    found = Counter[Unit]()
    for unit, number in units.items():
        chosen = tuple(unit[place] for place in places)
        if None not in chosen:
            found[chosen] += number
    return found


def cohen_kappa(units: Units) -> float | None:
    """Give the kappa of two annotators (Cohen 1960), over the units to which both gave a category.

    Returns:
        1 for full agreement, 0 for that of chance; None where both gave all units one and the same category,
        or there is no unit.
    """
    pairs = rated(units, (0, 1))
    number = pairs.total()
    if not number:
        return None
    ours, theirs = (_used(pairs, (at,)) for at in (0, 1))
    observed = sum(times for (one, two), times in pairs.items() if one == two) / number
    expected = sum(ours[category] * theirs[category] for category in ours) / number**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def fleiss_kappa(units: Units) -> float | None:
    """Give the kappa of several annotators (Fleiss 1971), over the units to which all gave a category.

    Returns:
        1 for full agreement, 0 for that of chance; None where all units have one and the same category, there
        is no unit, or only one annotator.
    """
    annotators = max(map(len, units), default=0)
    everybody = tuple(range(annotators))
    whole = rated(units, everybody)
    number = whole.total()
    if not number or annotators <= 1:
        return None
    alike = sum(times * n * (n - 1) for unit, times in whole.items() for n in Counter(unit).values())
    observed = alike / (number * annotators * (annotators - 1))
    everything = _used(whole, everybody)
    expected = sum((n / everything.total()) ** 2 for n in everything.values())
    return None if len(everything) == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Units) -> float | None:
    """Give the alpha of any number of annotators (Krippendorff 2011), for categories without an order.

    A unit counts if two annotators at least gave it a category.

    Returns:
        1 for full agreement, 0 for that of chance; None where nothing varies, or nothing was rated twice.
    """
    paired = [(_given(unit), times) for unit, times in units.items()]
    paired = [(counts, times) for counts, times in paired if counts.total() > 1]
    values = Counter[Rating]()
    apart = 0.0
    for counts, times in paired:
        for category, number in counts.items():
            values[category] += times * number
            apart += times * number * (counts.total() - number) / (counts.total() - 1)
    expected = sum(number * (values.total() - number) for number in values.values())
    return 1 - (values.total() - 1) * apart / expected if expected else None


def macro_f1(units: Units) -> float | None:
    """Give the mean of the F1 of each category that either of two annotators gave; None where none did."""
    pairs = rated(units, (0, 1))
    there, said = (_used(pairs, (at,)) for at in (0, 1))
    categories = dict.fromkeys((*there, *said))
    scores = [2 * pairs[category, category] / (there[category] + said[category]) for category in categories]
    return sum(scores) / len(scores) if scores else None


def focused_f1(units: Units, none: Hashable) -> float | None:
    """Give the macro F1 over what the gold standard relates (Ruiz-Dolz et al. 2024).

    As in the script of DialAM-2024, a category that only the other side has, `none` included, counts with 0.

    Args:
        units: how often each unit occurs, rated by the gold standard and by the other side.
        none: the category of what is not related.
    """
    return macro_f1({unit: number for unit, number in units.items() if unit[0] != none})


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


def _used(units: Counter[Unit], places: tuple[int, ...]) -> Counter[Rating]:
    """Count how often some annotators gave each category."""
    found = Counter[Rating]()
    for unit, number in units.items():
        for place in places:
            found[unit[place]] += number
    return found


def _given(unit: Unit) -> Counter[Rating]:
    """Count how many annotators gave a unit each category."""
    return Counter(rating for rating in unit if rating is not None)
