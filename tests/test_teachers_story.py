"""A teacher has a key and forty maps, each in its own words and with three mistakes; all are named."""

import csv
import io
import json
import re
from pathlib import Path
from random import Random

import pytest

from argmap.queries.comparing.faults import FaultKind
from argmap.report.compare_words import TITLES
from tests.running import run_command

KEY = """
claims:
  - {id: close, by: ada, text: Market Street should be closed to cars., because: [[air, lungs], trade]}
  - {id: air, by: ada, text: Without traffic the air in the street becomes much cleaner., because: sensors}
  - {id: lungs, by: ada, text: Residents need clean air more than anything else.}
  - {id: trade, by: ada, text: Shops gain customers wherever people stroll in peace., because: towns}
  - {id: towns, by: ada, text: Twelve Danish towns measured rising turnover after their closures.}
  - {id: sensors, by: ada, text: On the car-free Sunday all sensors showed lower values.}
  - {id: buses, by: boris, text: The bus line has no other route through the old quarter.}
rebuttals:
  - {id: deliveries, by: boris, attacks: close, text: Delivery vans must reach every warehouse by day.}
  - {id: night, by: ada, attacks: deliveries, kind: undermine, text: Goods can be unloaded before dawn.}
  - {id: small, by: boris, attacks: close/2, kind: undercut, text: Only tourist villages profited from that.}
  - {id: detour, by: boris, attacks: close, text: Drivers jam the neighbouring roads., because: buses}
"""
CLASS = 40
MISTAKES: dict[FaultKind, tuple[tuple[str, str], ...]] = {
    FaultKind.WRONG_TARGET: (
        ("{id: deliveries, by: boris, attacks: close", "{id: deliveries, by: boris, attacks: lungs"),
    ),
    FaultKind.WRONG_KIND: (("kind: undermine", "kind: rebut"),),
    FaultKind.WRONG_WAY: ((", because: sensors", ""), ("lower values.", "lower values., because: air")),
    FaultKind.MISSED_UNDERCUT: (("  - {id: small,", "  # - {id: small,"),),
    FaultKind.NOT_LINKED: (("[air, lungs]", "air, lungs"), ("close/2", "close/3")),
    FaultKind.WRONG_CONCLUSION: (
        (", because: towns", ""),
        ("than anything else.", "than anything else., because: towns"),
    ),
    FaultKind.MISSING_REASON: ((", because: buses", ""),),
    FaultKind.SURPLUS_STATEMENT: (
        ("rebuttals:", "  - {id: parks, by: ada, text: Playgrounds are fun.}\nrebuttals:"),
    ),
}
SYNONYMS = {
    "should be": "ought to be",
    "closed to": "freed of",
    "much cleaner": "cleaner",
    "gain": "win",
    "must": "have to",
    "every": "each",
    "can be unloaded": "may be unloaded",
    "profited": "benefited",
    "neighbouring": "nearby",
    "all sensors": "the sensors",
    "old": "historic",
    "more than anything else": "above all",
}
IDS = re.findall(r"id: (\w+)", KEY)


def write_map(number: int) -> tuple[str, list[FaultKind]]:
    """Make the map of a student: three mistakes, other ids, other words."""
    chance = Random(number)  # noqa: S311 — nothing here is secret
    planted = chance.sample(list(MISTAKES), 3)
    text = KEY
    for kind in planted:
        for old, new in MISTAKES[kind]:
            assert old in text, (kind, old)
            text = text.replace(old, new)
    for old, new in SYNONYMS.items():
        if chance.random() < 0.7:
            text = text.replace(old, new)
    names = {name: f"{chance.choice('abc')}{at}" for at, name in enumerate(IDS)}
    lines = [_rename(line, names) for line in text.splitlines()]
    return "\n".join(lines), planted


def _rename(line: str, names: dict[str, str]) -> str:
    """Give other ids, but leave the words of the text alone."""
    before, text, rest = re.fullmatch(r"(.*?)(text: [^,}]*|$)(.*)", line).groups()  # type: ignore[union-attr]

    def renamed(part: str) -> str:
        return re.sub(r"(?<!by: )\b[a-z]+\b(?!:)", lambda word: names.get(word[0], word[0]), part)

    return renamed(before) + text + renamed(rest)


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[FaultKind]]:
    """The mistakes in each map of the class, which lies in a folder beside the key."""
    monkeypatch.chdir(tmp_path)
    Path("key.yaml").write_text(KEY, encoding="utf-8")
    Path("class").mkdir()
    mistakes = {}
    for number in range(CLASS):
        name = f"class/student-{number:02}.yaml"
        text, mistakes[name] = write_map(number)
        Path(name).write_text(text, encoding="utf-8")
    return mistakes


def test_the_three_mistakes_in_each_map_are_named(planted: dict[str, list[FaultKind]]) -> None:
    assert len(planted) == CLASS
    assert {kind for kinds in planted.values() for kind in kinds} == set(MISTAKES)
    maps = sorted(planted)
    told = json.loads(run_command(["compare", "key.yaml", *maps, "--json", "--markdown", "feedback"]).stdout)
    found = {
        one["map"]: [FaultKind(fault["kind"]) for fault in one["comparison"]["faults"]]
        for one in told["maps"]
    }
    order = list(FaultKind)
    assert found == {name: sorted(kinds, key=order.index) for name, kinds in planted.items()}
    for one in told["maps"]:
        feedback = Path("feedback", f"{Path(one['map']).stem}.md").read_text(encoding="utf-8")
        headings = [line.removeprefix("## ") for line in feedback.splitlines() if line.startswith("## ")]
        kinds = dict.fromkeys(found[one["map"]])
        assert headings[: len(kinds)] == [TITLES[kind] for kind in kinds]
        for fault in one["comparison"]["faults"]:
            assert fault["words"] in feedback


def test_the_table_of_the_class_counts_them(planted: dict[str, list[FaultKind]]) -> None:
    outcome = run_command(["compare", "key.yaml", *planted, "--csv"])
    rows = {row["map"]: row for row in csv.DictReader(io.StringIO(outcome.stdout.removeprefix("\ufeff")))}
    assert outcome.exit_code == 0
    for name, kinds in planted.items():
        assert [kind for kind in FaultKind for _ in range(int(rows[name][kind.value]))] == sorted(
            kinds, key=list(FaultKind).index
        )
