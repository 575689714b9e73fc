"""How often two people can change a map at once: argmap's merge driver beside others, on random edits.

Both people start from one file of a map and make a few edits each: a claim or a challenge more, a reason, a
tag, a field, a new wording, a record less. Their versions are merged by argmap, by git's own merge of lines,
and by mergiraf, where that is on the PATH. A merge without conflicts counts as good only if the result reads
as a map and says what both sides mean, field by field.

    python -m benchmarks.bench_merging --pairs 200
"""

import argparse
import random
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from argmap.merging.merge import merge_texts
from argmap.merging.version import UnmergeableError

Record = dict[str, Any]
Map = dict[str, list[Record]]
Merge = Callable[[str, str, str], str | None]
"""From base, ours and theirs to the merged text; None for a conflict."""

_SETS = frozenset({"tags", "because"})
"""Fields to which both sides can add."""

_WORDS = ("street", "cars", "air", "noise", "shops", "buses", "trams", "lorries", "night", "towns", "law")


def a_map(rng: random.Random, claims: int) -> Map:
    """Make a map of so many claims and half as many rebuttals."""
    found: Map = {"claims": [], "rebuttals": []}
    for number in range(claims):
        record: Record = {"id": f"c{number}", "by": rng.choice("abc"), "text": sentence(rng)}
        if number and rng.random() < 0.5:  # noqa: PLR2004 — half of them
            record["because"] = [f"c{rng.randrange(number)}"]
        found["claims"].append(record)
    for number in range(claims // 2):
        target = f"c{rng.randrange(claims)}"
        found["rebuttals"].append(
            {"id": f"r{number}", "by": rng.choice("abc"), "attacks": target, "text": sentence(rng)}
        )
    return found


def sentence(rng: random.Random) -> str:
    """Write some words."""
    return " ".join(rng.choices(_WORDS, k=8)).capitalize() + "."


def edited(before: Map, rng: random.Random, side: str, edits: int) -> Map:
    """Change a map as one person does."""
    found: Map = {section: [dict(record) for record in records] for section, records in before.items()}
    for number in range(edits):
        kind = rng.choices(
            ["claim", "rebuttal", "reason", "tag", "field", "reword", "remove"], [4, 6, 2, 2, 3, 2, 1]
        )[0]
        _edit(found, kind, f"{side}{number}", rng)
    return found


def _edit(found: Map, kind: str, name: str, rng: random.Random) -> None:
    claims, rebuttals = found["claims"], found["rebuttals"]
    one = rng.choice(claims)
    attacked = {record["attacks"] for record in rebuttals}
    free = [record for record in rebuttals if record["id"] not in attacked]
    match kind:
        case "claim":
            claims.append({"id": name, "by": rng.choice("abc"), "text": sentence(rng)})
        case "rebuttal":
            record = {"id": name, "by": rng.choice("abc"), "text": sentence(rng)}
            record["attacks"] = rng.choice([*claims, *rebuttals])["id"]
            rebuttals.append(record)
        case "reason":
            premise = rng.choice(claims)["id"]
            one["because"] = [*one.get("because", ()), premise]
        case "tag":
            one["tags"] = sorted({*one.get("tags", ()), rng.choice(_WORDS)})
        case "field":
            one[rng.choice(["title", "note", "quote"])] = sentence(rng)
        case "reword":
            one["text"] = sentence(rng)
        case _ if free:
            rebuttals.remove(rng.choice(free))
        case _:
            pass


def written(found: Map) -> str:
    """Write a map as argmap does: each field on a line."""
    return "".join(_lines(found))


def _lines(found: Map) -> Iterator[str]:
    for section, records in found.items():
        yield f"{section}:\n"
        for record in records:
            for number, (key, value) in enumerate(record.items()):
                text = f"[{', '.join(value)}]" if isinstance(value, list) else value
                yield f"{'    ' if number else '  - '}{key}: {text}\n"


def meant(base: Map, ours: Map, theirs: Map) -> dict[str, dict[str, object]]:
    """Say what both sides mean, record by record and field by field."""
    three = base, ours, theirs
    old, our, their = ({one["id"]: one for part in each.values() for one in part} for each in three)
    found = {}
    for key in old.keys() | our.keys() | their.keys():
        was, mine, yours = (each.get(key) for each in (old, our, their))
        if was is not None and None in (mine, yours):
            continue
        was, mine, yours = was or {}, mine or {}, yours or {}
        fields = was.keys() | mine.keys() | yours.keys()
        found[key] = {name: _value(name, was.get(name), mine.get(name), yours.get(name)) for name in fields}
    return found


def _value(name: str, was: object, mine: object, yours: object) -> object:
    if name in _SETS:
        before, one, other = (set(each or ()) for each in (was, mine, yours))  # type: ignore[call-overload]
        return (one | other) - (before - one) - (before - other)
    return mine if yours == was else yours


def is_good(text: str, wanted: dict[str, dict[str, object]]) -> bool:
    """Tell whether a merged text is a map that says what both sides mean."""
    if assemble([read_text("merged", None, text)]).errors:
        return False
    sections = yaml.safe_load(text)
    records = [record for section in sections.values() for record in section or ()]
    found = {record["id"]: record for record in records}
    if len(found) != len(records) or found.keys() != wanted.keys():
        return False
    pairs = ((found[key].get(name), name, value) for key in wanted for name, value in wanted[key].items())
    return all(_same(name, value, other) for value, name, other in pairs)


def outcome(text: str | None, wanted: dict[str, dict[str, object]]) -> str:
    """Tell what a merge came to: a conflict, a good result or a wrong one."""
    if text is None:
        return "conflict"
    return "good" if is_good(text, wanted) else "wrong"


def _same(name: str, value: Any, wanted: Any) -> bool:  # noqa: ANN401 — a field's
    return set(value or ()) == set(wanted or ()) if name in _SETS else value == wanted


def by_argmap(base: str, ours: str, theirs: str) -> str | None:
    """Merge by record and field."""
    try:
        merged = merge_texts(base, ours, theirs)
    except UnmergeableError:
        return by_git(base, ours, theirs)
    return None if merged.conflicts else merged.text


def by_git(base: str, ours: str, theirs: str) -> str | None:
    """Merge by lines."""
    return _run(["git", "merge-file", "-p", "ours.yaml", "base.yaml", "theirs.yaml"], base, ours, theirs)


def by_mergiraf(base: str, ours: str, theirs: str) -> str | None:
    """Merge by the tree of the syntax."""
    return _run(["mergiraf", "merge", "base.yaml", "ours.yaml", "theirs.yaml"], base, ours, theirs)


def _run(command: list[str], base: str, ours: str, theirs: str) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
            Path(folder, f"{name}.yaml").write_text(text, encoding="utf-8")
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else None


def ways() -> dict[str, Merge]:
    """Name what is compared."""
    found: dict[str, Merge] = {"argmap": by_argmap, "git": by_git}
    if shutil.which("mergiraf"):
        found["mergiraf"] = by_mergiraf
    return found


def main() -> None:
    """Merge pairs, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--claims", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{options.pairs} pairs for each row, maps of {options.claims} claims")
    print(f"{'edits each':>10} {'':10} {'conflict':>9} {'good':>7} {'wrong':>7}")
    for edits in (1, 2, 4, 8):
        rng = random.Random(options.seed)  # noqa: S311 — examples
        counts: dict[str, Counter[str]] = {name: Counter() for name in ways()}
        for _ in range(options.pairs):
            base = a_map(rng, options.claims)
            ours, theirs = (edited(base, rng, side, edits) for side in ("ours", "theirs"))
            three = written(base), written(ours), written(theirs)
            wanted = meant(base, ours, theirs)
            for name, merge in ways().items():
                text = merge(*three)
                counts[name][outcome(text, wanted)] += 1
        for name, found in counts.items():
            share = "".join(f"{found[what] / options.pairs:>8.1%}" for what in ("conflict", "good", "wrong"))
            print(f"{edits:>10} {name:10} {share}")


if __name__ == "__main__":
    main()
