"""A map in tables gives the store that the same map gives as YAML."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("duckdb")

from argmap.argument_map import ArgumentMap
from argmap.corpus.buckets import find_buckets
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.indexing import index, index_whole
from argmap.corpus.part import load_around
from argmap.corpus.store import Store, make_store
from argmap.corpus.streamed.map_in_tables import FaultsError, MapInTables
from argmap.corpus.streamed.sheets import SheetError
from argmap.corpus.tables import TABLES
from argmap.formats import iccma
from argmap.model import Claim, Rebuttal, Source
from tests.corpus.stores import unit
from tests.running import run_command

_IDS = ("a", "b", "c", "d", "e")
_PLACES = {"name", "sha256", "file", "line", "character"}

Rows = list[dict[str, Any]]


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Rows]:
    ids = st.sampled_from(_IDS)
    cells = st.sampled_from(["", "x", 'say "no"', "two\nlines", "a, b", "Größe"])
    statements = [
        {
            "id": one,
            "by": draw(st.sampled_from(["", "ada", "bo"])),
            "title": f"T {one}",
            "text": draw(cells),
            "source": draw(st.sampled_from(["", "minutes"])),
            "locator": draw(st.sampled_from(["", "3"])),
            "quote": draw(cells),
            "tags": draw(st.sampled_from(["", "t", "t, u", "u,t"])),
            "basis": draw(st.sampled_from(["", "stated", "inferred"])),
        }
        for one in draw(st.permutations(_IDS))
    ]
    reasons = draw(st.lists(st.tuples(ids, ids, st.sampled_from(["", "", "1", "2"])), max_size=6))
    heads = {(conclusion, group) for conclusion, _, group in reasons if group}
    steps = [f"{conclusion}/1" for conclusion, _ in sorted(heads)]
    targets = st.one_of(ids, st.sampled_from(steps)) if steps else ids
    attacks = draw(
        st.lists(st.tuples(ids, targets, st.sampled_from(["", "rebut", "undermine", "undercut"])), max_size=6)
    )
    return {
        "statements": statements,
        "attacks": [dict(zip(("rebuttal", "target", "kind"), row, strict=True)) for row in attacks],
        "reasons": [dict(zip(("conclusion", "premise", "group"), row, strict=True)) for row in reasons],
    }


def _map_of(drawn: Mapping[str, Rows]) -> ArgumentMap:
    """The same map as records."""
    claims: dict[str, Claim] = {}
    rebuttals: dict[str, Rebuttal] = {}
    for row in drawn["statements"]:
        fields = {name: value for name, value in row.items() if value and name not in {"tags", "locator"}}
        if "source" in fields:
            fields["source"] = {"work": row["source"], "locator": row["locator"] or None}
        fields["tags"] = [tag.strip() for tag in row["tags"].split(",") if tag]
        groups: dict[object, list[str]] = {}
        for number, reason in enumerate(drawn["reasons"]):
            if reason["conclusion"] == row["id"]:
                groups.setdefault(reason["group"] or number, []).append(reason["premise"])
        fields["because"] = list(groups.values())
        aims = [
            {"target": attack["target"], "kind": attack["kind"] or "rebut"}
            for attack in drawn["attacks"]
            if attack["rebuttal"] == row["id"]
        ]
        if not aims:
            claims[row["id"]] = Claim.model_validate(fields)
            continue
        kind = aims[0]["kind"]
        short = [each if each["kind"] != kind else {"target": each["target"]} for each in aims]
        rebuttals[row["id"]] = Rebuttal.model_validate({**fields, "attacks": short, "kind": kind})
    works = {row["source"] for row in drawn["statements"] if row["source"]}
    return ArgumentMap(
        sources={work: Source(title=work) for work in works}, claims=claims, rebuttals=rebuttals
    )


def _write(folder: Path, drawn: Mapping[str, Rows], ending: str) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for name, rows in drawn.items():
        if not rows:
            continue
        files[name] = folder / f"{name}.{ending}"
        if ending == "jsonl":
            files[name].write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            continue
        with files[name].open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return files


def _rows(store: Store, folder: Path) -> Iterator[tuple[str, list[dict[str, object]]]]:
    (folder / "engine").mkdir(exist_ok=True)
    engine = DuckDbEngine(folder / "engine")
    store.show_to(engine)
    for table in TABLES:
        names = [column.name for column in table.columns if column.name not in _PLACES]
        if table.name == "people":
            names.append("name")
        listed = ", ".join(names)
        rows = engine.rows(f"SELECT {listed} FROM {table.name} ORDER BY {listed}")
        yield table.name, [dict(zip(names, row, strict=True)) for row in rows]
    engine.close()


def _streamed(folder: Path, files: Mapping[str, Path], store: Path) -> Store:
    (folder / "work").mkdir()
    with MapInTables(files, folder / "work") as whole:
        return index_whole(make_store(store), whole)[0]


@settings(max_examples=6)
@given(tables(), st.sampled_from(["csv", "jsonl"]))
def test_the_store_is_that_of_the_same_map_as_records(drawn: dict[str, Rows], ending: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = _streamed(folder, _write(folder, drawn, ending), folder / "streamed")
        other, _ = index(make_store(folder / "other"), [unit("map", _map_of(drawn))])
        found = dict(_rows(store, folder / "work"))
        assert found == dict(_rows(other, folder / "work"))


def _bad(folder: Path, **sheets: str) -> FaultsError:
    files = {name: folder / f"{name}.csv" for name in sheets}
    for name, text in sheets.items():
        files[name].write_text(text, encoding="utf-8")
    (folder / "work").mkdir()
    with pytest.raises(FaultsError) as caught:
        MapInTables(files, folder / "work")
    return caught.value


def test_every_fault_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error = _bad(
        tmp_path,
        statements='id,title,basis\na,"two\nlines",\na,again,\n\nno id,x,\n,x,\nb,,\nc,x,guessed\n',
        attacks="attacker,target,kind\na,zz,\n,a,\na,b,bad\n",
        reasons="conclusion,premise,id\nq,a,\na,q,\nb,a,b\n",
    )
    assert error.count == len(error.first) == 11
    places = [line.split(" ")[0] for line in error.first]
    assert places == [
        *(
            "statements.csv:4:",
            "statements.csv:6:",
            "statements.csv:7:",
            "statements.csv:8:",
            "statements.csv:9:",
        ),
        *("attacks.csv:2:", "attacks.csv:3:", "attacks.csv:4:"),
        *("reasons.csv:2:", "reasons.csv:3:", "reasons.csv:4:"),
    ]


def test_of_many_faults_the_first_are_named_and_all_counted(tmp_path: Path) -> None:
    rows = "".join(f"a{number},\n" for number in range(500))
    error = _bad(tmp_path, statements=f"id,title\n{rows}")
    assert (error.count, len(error.first)) == (500, 20)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("s.csv", "title,text\nx,y\n", "s.csv:1: statements need the column `id`"),
        ("s.csv", "id,title\na,x,y,z\n", "s.csv:2: Expected Number of Columns: 2 Found: 3"),
        ("s.csv", "id,title,Id\na,x,y\n", "s.csv:1: a column stands there twice"),
        ("s.jsonl", '{"id": "a", "title": "x"}\n{"id" "b"}\n{"id": "c"}\n', "s.jsonl:2: "),
        ("s.csv", "", "s.csv:1: statements need the column `id`"),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "work").mkdir()
    with pytest.raises(SheetError) as caught:
        MapInTables({"statements": tmp_path / name}, tmp_path / "work")
    assert told in str(caught.value)


def test_people_and_works_may_be_named_in_words(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "A", "by": "Bo Boyd", "source": "The Minutes"},
        {"id": "b", "text": "B", "by": "bo-boyd", "source": ""},
    ]
    store = _streamed(tmp_path, _write(tmp_path, {"statements": rows}, "csv"), tmp_path / "store")
    engine = DuckDbEngine(tmp_path / "work")
    store.show_to(engine)
    people = engine.rows("SELECT key, name, who FROM people ORDER BY person")
    assert people == [("bo-boyd-2", "Bo Boyd", "bo-boyd"), ("bo-boyd", "bo-boyd", "bo-boyd-2")]
    assert engine.rows("SELECT key, title FROM sources") == [("the-minutes", "The Minutes")]
    engine.close()


def _write_forum(folder: Path, reply: str) -> Sequence[str]:
    (folder / "s.tsv").write_text("Id\tBy\tText\tlikes\nq\tann\tIs it so?\t3\nr\tbo\tNo.\t1\n")
    (folder / "a.jsonl").write_text(json.dumps({"source": "r", "target": reply, "kind": None}) + "\n")
    return ["index", "--statements", "s.tsv", "--attacks", "a.jsonl", "-o", "forum.store"]


def test_tables_are_indexed_and_indexed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    command = _write_forum(tmp_path, "q")
    first = run_command(command)
    assert (first.exit_code, first.stderr) == (
        0,
        "s.tsv: not read: `likes`\n1 map in forum.store (1 new).\n2 statements added.\n",
    )
    assert "(1 unchanged)" in run_command(command).stderr
    assert "(1 replaced)" in run_command(_write_forum(tmp_path, "r")).stderr
    assert "1 rebuttal" in run_command(["--map", "forum.store", "stats"]).stdout


def test_where_there_are_faults_nothing_is_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run_command(_write_forum(tmp_path, "nobody"))
    assert outcome.exit_code == 2
    assert outcome.stderr == (
        "argmap: a.jsonl:1: there is no statement or reason `nobody`\n1 fault; nothing was indexed.\n"
    )
    assert not Path("forum.store").exists()


@pytest.mark.parametrize(
    "wrong", [[], ["m.yaml", "--statements", "s.csv"], ["--attacks", "a.csv"], ["--statements", "none.csv"]]
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run_command(["index", *wrong, "-o", "x.store"])
    assert outcome.exit_code == 2
    assert not Path("x.store").exists()


def test_what_is_near_to_a_row_is_an_ordinary_map(tmp_path: Path) -> None:
    drawn = {
        "statements": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}],
        "attacks": [{"rebuttal": "b", "target": "a", "kind": "rebut"}],
    }
    store = _streamed(tmp_path, _write(tmp_path, drawn, "jsonl"), tmp_path / "store")
    engine = DuckDbEngine(tmp_path / "work")
    store.show_to(engine)
    find_buckets(engine)
    node = engine.rows("SELECT node FROM statements WHERE id = 'a'")[0][0]
    assert set(load_around(engine, [int(node or 0)]).map.statements) == {"a", "b"}
    engine.close()


@given(st.integers(1, 6), st.data())
@settings(max_examples=4)
def test_a_framework_file_gives_the_store_of_its_import(size: int, data: st.DataObject) -> None:
    numbers = st.integers(1, size)
    pairs = data.draw(st.lists(st.tuples(numbers, numbers), max_size=8, unique=True))
    noise = data.draw(st.sampled_from(["", "\n", "# p af 1\n"]))
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    text = f"{noise}p af {size}\n{noise}" + "".join(f"{one} {other}{end}" for one, other in pairs)
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "x.af"
        file.write_bytes(text.encode())
        store = _streamed(folder, {"attacks": file}, folder / "streamed")
        imported = iccma.read(text.encode(), "x.af").map
        other, _ = index(make_store(folder / "other"), [unit("map", imported)])
        assert dict(_rows(store, folder / "work")) == dict(_rows(other, folder / "work"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# c\np af 2\n\n1 2\n1 3\n", ["x.af:5: there is no statement or reason `3`"]),
        (
            "p af 2\n2\n1 2 2\n",
            ["x.af:2: there is no target", "x.af:3: there is no statement or reason `2 2`"],
        ),
    ],
)
def test_what_is_wrong_in_a_framework_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.af").write_text(text)
    outcome = run_command(["index", "--attacks", "x.af", "-o", "x.store"])
    assert outcome.exit_code == 2
    assert outcome.stderr.splitlines()[:-1] == [f"argmap: {line}" for line in told]


def test_a_file_without_the_header_is_no_framework(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.af").write_text("1 2\n")
    outcome = run_command(["index", "--attacks", "x.af", "-o", "x.store"])
    assert outcome.stderr == "argmap: x.af:1: the file must begin with a line `p af n`\n"
