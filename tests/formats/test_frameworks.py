"""ICCMA, APX and TGF: abstract frameworks in and out."""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.formats import apx, iccma, tgf
from argmap.formats.base import FormatError, Loss
from argmap.formats.reading_files import read_data
from argmap.model import AttackKind, Claim, Rebuttal
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Label
from argmap.semantics.notation import NOTATIONS
from argmap.semantics.status import STATUSES, statuses
from tests.effort import grows_linearly
from tests.examples import examples
from tests.formats.shared import corpus, needs_corpora, without_origins
from tests.maps import argument_maps

INSTANCES = Path(__file__).parents[3] / "shared" / "af"
MODULES = pytest.mark.parametrize("module", [apx, iccma, tgf], ids=["apx", "iccma", "tgf"])

ICCMA = b"p af 3\n# a comment\n1 2\n2 3\n3 3\n"
APX = b"arg(a).\narg(b).\natt(a,b). % why not\natt(b,b).\n"
TGF = b"a Rain falls\nb\n#\na b undermine\nb a\n"


def test_arguments_become_statements_and_attacks_attacks() -> None:
    result = iccma.read(ICCMA, "some.af")
    assert list(result.map.claims) == []
    assert [(attack.rebuttal, attack.target) for attack in result.map.attacks] == [
        ("1", "2"),
        ("2", "3"),
        ("3", "3"),
    ]
    assert str(result.map.rebuttals["1"].origin) == "some.af#1"


def test_labels_become_titles_and_kinds() -> None:
    result = tgf.read(TGF, "some.tgf").map
    assert {name: statement.title for name, statement in result.statements.items()} == {
        "a": "Rain falls",
        "b": "b",
    }
    assert [(attack.rebuttal, attack.kind) for attack in result.attacks] == [
        ("a", AttackKind.UNDERMINE),
        ("b", AttackKind.REBUT),
    ]


@pytest.mark.parametrize(
    ("module", "data"),
    [
        (iccma, b"p af 3\n1 2\n2 3\n3 3\n"),
        (apx, b"arg(a).\narg(b).\natt(a,b).\natt(b,b).\n"),
        (tgf, b"a Rain\nb\n#\na b\nb b undercut\n"),
    ],
    ids=["iccma", "apx", "tgf"],
)
def test_a_file_comes_out_as_it_came_in(module: ModuleType, data: bytes) -> None:
    exported = module.write(module.read(data, "some").map)
    assert exported.text.encode() == data


def test_ids_that_apx_cannot_say_are_quoted_or_mended() -> None:
    argument_map = ArgumentMap(
        claims={"a-b": Claim(id="a-b", title="a-b"), "c.d": Claim(id="c.d", title="c.d")},
        rebuttals={"Éa": Rebuttal(id="Éa", title="Éa", aims=["a-b", "c.d"])},
    )
    exported = apx.write(argument_map)
    assert exported.text == 'arg("a-b").\narg(c_d).\narg("Éa").\natt("Éa","a-b").\natt("Éa",c_d).\n'
    assert "dot in an id" in {loss.what for loss in exported.losses}
    assert list(apx.read(str(exported.text).encode(), "x.apx").map.statements) == ["a-b", "c_d", "Éa"]


def test_numbers_stand_for_ids_in_a_comment() -> None:
    argument_map = ArgumentMap(
        claims={"x": Claim(id="x", title="x")}, rebuttals={"y": Rebuttal(id="y", title="y", aims=["x"])}
    )
    assert iccma.write(argument_map).text == "p af 2\n# 1 x\n# 2 y\n2 1\n"


def test_what_is_no_framework_is_named_as_lost() -> None:
    argument_map = ArgumentMap(
        claims={
            "a": Claim(id="a", text="A", because=[{"id": "s", "premises": ["b"]}]),
            "b": Claim(id="b", title="b"),
        },
        rebuttals={"x": Rebuttal(id="x", text="X", aims=["s"], kind="undercut")},
    )
    assert [(loss.what, loss.where) for loss in tgf.write(argument_map).losses] == [
        ("text of a statement", "a"),
        ("inference", "s"),
        ("text of a statement", "x"),
        ("attack on an inference", "x on s"),
        ("status out of a statement", "a"),
    ]


@MODULES
@settings(max_examples=examples(60), deadline=None)
@given(argument_map=argument_maps())
def test_attacks_among_statements_come_back(module: ModuleType, argument_map: ArgumentMap) -> None:
    exported = module.write(argument_map)
    if module is apx and not argument_map.statements:
        return  # the format has no empty framework
    again = module.read(exported.text.encode(), "again").map
    known = argument_map.statements
    pairs = {(attack.rebuttal, attack.target) for attack in argument_map.attacks if attack.target in known}
    assert len(again.statements) == len(known)
    assert len(again.attacks) == len(pairs)
    if module is tgf:
        assert {(attack.rebuttal, attack.target) for attack in again.attacks} == pairs


@MODULES
@settings(max_examples=examples(60), deadline=None)
@given(argument_map=argument_maps())
def test_what_a_notation_can_carry_it_carries_without_end(
    module: ModuleType, argument_map: ArgumentMap
) -> None:
    if not argument_map.statements:
        return
    once = module.read(module.write(argument_map).text.encode(), "again").map
    twice = module.read(module.write(once).text.encode(), "again").map
    assert without_origins(twice) == without_origins(once)


@MODULES
def test_a_faulty_file_tells_where(module: ModuleType) -> None:
    with pytest.raises(FormatError) as caught:
        module.read(b"p af 1\n1 2 3 4\n", "bad")
    assert caught.value.diagnostics[0].location.file == "bad"
    assert caught.value.diagnostics[0].location.line in {1, 2, 3}


@pytest.mark.skipif(not INSTANCES.is_dir(), reason="the instances are not at hand")
def test_a_real_instance_comes_out_as_it_came_in() -> None:
    data = (INSTANCES / "Small-result-b2.af").read_bytes()
    lines = sorted(line for line in data.decode().splitlines() if line and not line.startswith("#"))
    exported = iccma.write(iccma.read(data, "b2.af").map)
    assert sorted(str(exported.text).splitlines()) == lines


def test_ten_times_the_arguments_take_ten_times_the_effort() -> None:
    def work(size: int) -> Callable[[], object]:
        data = f"p af {size}\n" + "".join(f"{n} {n // 2 + 1}\n" for n in range(1, size + 1))
        return lambda: iccma.write(iccma.read(data.encode(), "large.af").map)

    assert grows_linearly(work)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"p af 1000000", 1, 6), (b"\xef\xbb\xbf# p af 1\r\n p  af 1000002\r\n1 2\r\n", 2, 8)],
)
def test_arguments_declared_by_the_million_are_no_statements(data: bytes, line: int, column: int) -> None:
    with pytest.raises(FormatError) as caught:
        iccma.read(data, "wide.af")
    (finding,) = caught.value.diagnostics
    assert str(finding).startswith(f"wide.af:{line}:{column}: I401 1,000,000 of the declared arguments take")


def _told(losses: Iterable[Loss]) -> dict[str, tuple[str, str]]:
    """The statuses that an export tells of: that of the map, and that of the framework."""
    return {
        loss.where: (loss.what.split()[1], loss.why.split()[-1])
        for loss in losses
        if loss.what.startswith("status ")
    }


def check_statuses(module: ModuleType, argument_map: ArgumentMap) -> None:
    """What `status` says of a map and of its exported framework agrees, or the export tells both."""
    exported = module.write(argument_map)
    framework = NOTATIONS[module.__name__.rpartition(".")[2]].read(exported.text.encode(), "f")
    labels = closure(framework)
    told = _told(exported.losses)
    ids = list(argument_map.statements)
    if module is iccma and sorted(ids) == sorted(str(n) for n in range(1, len(ids) + 1)):
        ids.sort(key=int)
    for key, status in statuses(argument_map).items():
        assert told.pop(key, (status, status)) == (status, STATUSES[Label(labels[ids.index(key)])])
    assert not told


@MODULES
@settings(max_examples=examples(30), deadline=None)
@given(argument_map=argument_maps())
def test_statuses_of_any_map_agree_or_are_told(module: ModuleType, argument_map: ArgumentMap) -> None:
    if argument_map.statements:
        check_statuses(module, argument_map)


@needs_corpora
@MODULES
@pytest.mark.parametrize(
    "path", corpus("microtexts", "*.xml") + corpus("aif", "*.json"), ids=lambda path: path.stem
)
def test_statuses_of_a_corpus_agree_or_are_told(module: ModuleType, path: Path) -> None:
    found = read_data(path.read_bytes(), path.name).map
    if found.statements:
        check_statuses(module, found)


@pytest.mark.parametrize(("module", "data"), [(iccma, ICCMA), (apx, APX)], ids=["iccma", "apx"])
def test_a_framework_keeps_its_statuses(module: ModuleType, data: bytes) -> None:
    assert _told(module.write(module.read(data, "some").map).losses) == {}
