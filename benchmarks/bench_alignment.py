"""How well statements are aligned: altered microtexts against the untouched ones as key.

The corpus (Peldszus and Stede 2015) is not part of the project: name the folder of its English XML files.

    git clone https://github.com/peldszus/arg-microtexts
    python -m benchmarks.bench_alignment arg-microtexts/corpus/en

The key is each text by itself, or all texts on one topic but one, whose statements are then what the altered
map has too much. A pair is right where the statement of the map comes from that of the key.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random

import networkx as nx

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.queries.comparing.aligning import LEAST, align
from argmap.queries.comparing.alignment import Pair, Trust
from argmap.queries.comparing.likeness import Likeness, words_said
from argmap.queries.comparing.split_and_merged import Division, find_divided
from benchmarks.altered_maps import LEVELS, Altered, Level, alter

Case = tuple[ArgumentMap, Altered]
Scores = dict[tuple[str, str], float]
Vectors = Mapping[str, Counter[str]]

_TOPIC = re.compile(r'topic_id="(\w+)"')
_FLOORS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)


@dataclass
class Tally:
    """What was right, what was wrong, and what could have been found."""

    right: int = 0
    wrong: int = 0
    there: int = 0

    def add(self, pairs: Mapping[str, str], altered: Altered) -> None:
        """Count pairs of a statement of the key and one of the map."""
        right = sum(one in altered.origins.get(two, ()) for one, two in pairs.items())
        self.right += right
        self.wrong += len(pairs) - right
        self.there += len({min(origin) for origin in altered.origins.values() if origin})

    def shown(self) -> str:
        """Give precision, recall and F1."""
        precision, recall = self.right / (self.right + self.wrong or 1), self.right / (self.there or 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}"

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.right + self.wrong + self.there)


def weighted_words(key: ArgumentMap, other: ArgumentMap) -> Scores:
    """Score by the measure that argmap uses."""
    likeness = Likeness.of(key.statements, other.statements)
    return {(one, two): score for score, one, two in likeness.scores()}


def jaccard(key: ArgumentMap, other: ArgumentMap) -> Scores:
    """Score by the share of words that two texts have in common."""
    ones, twos = (
        {name: set(words_said(each)) for name, each in one.statements.items()} for one in (key, other)
    )
    return {(one, two): len(a & b) / (len(a | b) or 1) for one, a in ones.items() for two, b in twos.items()}


def plain_words(key: ArgumentMap, other: ArgumentMap) -> Scores:
    """Score by the cosine of words that all weigh the same."""
    return _cosines(key, other, lambda one: Counter(words_said(one)), is_weighted=False)


def letters(key: ArgumentMap, other: ArgumentMap) -> Scores:
    """Score by the cosine of runs of three to five letters, weighted as the words are."""

    def runs(one: Claim | Rebuttal) -> Counter[str]:
        framed = (f"^{word}$" for word in words_said(one))
        return Counter(
            chain.from_iterable(
                (word[at : at + size] for size in (3, 4, 5) for at in range(len(word) - size + 1))
                for word in framed
            )
        )

    return _cosines(key, other, runs, is_weighted=True)


def _cosines(
    key: ArgumentMap,
    other: ArgumentMap,
    features: Callable[[Claim | Rebuttal], Counter[str]],
    *,
    is_weighted: bool,
) -> Scores:
    ones, twos = ({name: features(each) for name, each in one.statements.items()} for one in (key, other))
    held = Counter(name for each in (*ones.values(), *twos.values()) for name in each)
    total = len(ones) + len(twos)
    rarity = {name: 1 + math.log((1 + total) / (1 + n)) if is_weighted else 1.0 for name, n in held.items()}

    def unit(counts: Counter[str]) -> dict[str, float]:
        vector = {name: (1 + math.log(number)) * rarity[name] for name, number in counts.items()}
        length = math.hypot(*vector.values()) or 1.0
        return {name: value / length for name, value in vector.items()}

    left, right = ({name: unit(counts) for name, counts in each.items()} for each in (ones, twos))
    return {
        (one, two): sum(value * b[name] for name, value in a.items() if name in b)
        for one, a in left.items()
        for two, b in right.items()
    }


MEASURES: dict[str, Callable[[ArgumentMap, ArgumentMap], Scores]] = {
    "weighted words": weighted_words,
    "words, all equal": plain_words,
    "weighted runs of letters": letters,
    "share of words": jaccard,
}


def best_first(scores: Scores, floor: float) -> dict[str, str]:
    """Pair what is most alike first."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for one, two in sorted(scores, key=lambda pair: -scores[pair]):
        if scores[one, two] >= floor and one not in found and two not in taken:
            found[one] = two
            taken.add(two)
    return found


def heaviest(scores: Scores, floor: float) -> dict[str, str]:
    """Pair so that the sum of all scores is as large as can be."""
    graph: nx.Graph[tuple[int, str]] = nx.Graph()
    for (one, two), score in scores.items():
        if score >= floor:
            graph.add_edge((0, one), (1, two), weight=score)
    pairs = (sorted(pair) for pair in nx.max_weight_matching(graph))
    return {one[1]: two[1] for one, two in pairs}


def read_topics(folder: Path) -> dict[str, list[ArgumentMap]]:
    """Read the corpus, by topic."""
    topics: dict[str, list[ArgumentMap]] = defaultdict(list)
    for path in sorted(folder.glob("*.xml")):
        topic = _TOPIC.search(path.read_text(encoding="utf-8"))
        topics[topic[1] if topic else "none"].append(argmap.read(path).map)
    return topics


def texts(topics: Mapping[str, Sequence[ArgumentMap]], level: Level, random: Random) -> Iterator[Case]:
    """Alter each text by itself; one statement of another text on its topic is added."""
    for maps in topics.values():
        for one in maps:
            others = [each for other in maps if other is not one for each in other.statements.values()]
            more = random.sample(others, min(1, len(others)))
            yield one, alter(one, more, level, random)


def joined(topics: Mapping[str, Sequence[ArgumentMap]], level: Level, random: Random) -> Iterator[Case]:
    """Alter all texts on a topic but one, the statements of which are added."""
    for maps in topics.values():
        if len(maps) > 1:
            held, *others = random.sample(maps, len(maps))
            key = ArgumentMap(
                claims={name: one for each in others for name, one in each.claims.items()},
                rebuttals={name: one for each in others for name, one in each.rebuttals.items()},
            )
            yield key, alter(key, list(held.statements.values()), level, random)


def measure(cases: Sequence[Case]) -> None:
    """Print how well each measure and way of pairing does, each at the floor that is best for it."""
    for name, score in MEASURES.items():
        scored = [(score(key, altered.map), altered) for key, altered in cases]
        for way in (best_first, heaviest):
            tallies = {floor: Tally() for floor in _FLOORS}
            for floor, tally in tallies.items():
                for scores, altered in scored:
                    tally.add(way(scores, floor), altered)
            floor = max(_FLOORS, key=lambda each: tallies[each].f1)
            print(f"    {name:25}{way.__name__:11}{tallies[floor].shown()}  from {floor}")


def measure_alignment(cases: Sequence[Case]) -> None:
    """Print how well argmap does: its pairs by how far they can be relied on, and its hints."""
    tally, trusts, hints = Tally(), {trust: Tally() for trust in Trust}, {one: Tally() for one in Division}
    for key, altered in cases:
        alignment = align(key, altered.map)
        tally.add(_names(alignment.pairs), altered)
        for trust, one in trusts.items():
            one.add(_names([pair for pair in alignment.pairs if pair.trust is trust]), altered)
        for hint in find_divided(key, altered.map, alignment):
            origins = [altered.origins.get(name, frozenset()) for name in hint.other]
            is_right = all(set(hint.key) <= origin for origin in origins)
            hints[hint.division].right += is_right
            hints[hint.division].wrong += not is_right
        times = Counter(name for origin in altered.origins.values() if len(origin) == 1 for name in origin)
        hints[Division.SPLIT].there += sum(number > 1 for number in times.values())
        hints[Division.MERGED].there += sum(len(origin) > 1 for origin in altered.origins.values())
    print(f"    argmap, from {LEAST}: {tally.shown()}")
    for trust, one in trusts.items():
        if one.right + one.wrong:
            print(f"      {trust.value}: {one.right} of {one.right + one.wrong} right")
    for division, one in hints.items():
        print(
            f"      {division.value}: {one.right} of {one.right + one.wrong} hints right, {one.there} there"
        )


def _names(pairs: Sequence[Pair]) -> dict[str, str]:
    return {pair.key: pair.other for pair in pairs}


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measures", action="store_true", help="also the measures that argmap does not use")
    arguments = parser.parse_args()
    topics = read_topics(arguments.folder)
    for make in (texts, joined):
        for level in LEVELS:
            cases = list(make(topics, level, Random(arguments.seed)))  # noqa: S311 — nothing here is secret
            print(f"{make.__name__}, {level.name}: {len(cases)} maps")
            measure_alignment(cases)
            if arguments.measures:
                measure(cases)


if __name__ == "__main__":
    main()
