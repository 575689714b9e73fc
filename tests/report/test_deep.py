"""Maps that are long, wide or all against all: everything is told once, within 80 columns."""

import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from argmap.argument_map import ArgumentMap
from argmap.files.map_text.write_map import write_document
from argmap.formats import argdown, kialo, markdown, opml
from argmap.queries.find import Match, Thing
from argmap.queries.unanswered import find_standing
from argmap.render.html.forest import grow
from argmap.report.show import print_matches
from argmap.report.show_json import show_document
from argmap.report.tree import print_trees
from argmap.report.why import WhyPage, why_document
from argmap.semantics.explain import Explainer
from argmap.semantics.reading import read
from argmap.semantics.status import evaluate
from tests.effort import grows_linearly
from tests.shapes import all_against_all, attack_chain, layers, star, support_chain

SHAPES = pytest.mark.parametrize("make", [attack_chain, support_chain, star, layers, all_against_all])


def _root(argument_map: ArgumentMap) -> str:
    return next(iter(argument_map.statements))


def show(argument_map: ArgumentMap, console: Console) -> object:
    print_matches(argument_map, [Match(Thing.CLAIM, _root(argument_map))], console)
    return show_document(argument_map, [Match(Thing.CLAIM, key) for key in argument_map.statements])


def tree(argument_map: ArgumentMap, console: Console) -> None:
    standing = find_standing(argument_map)
    print_trees(argument_map, standing, [_root(argument_map)], argument_map.statements, console)


def why(argument_map: ArgumentMap, console: Console) -> object:
    evaluation = evaluate(read(argument_map))
    found = Explainer(evaluation).explain(_root(argument_map))
    WhyPage(evaluation.reading, console).explanation(found)
    return why_document(evaluation, [found])


def exports(argument_map: ArgumentMap, _: Console) -> object:
    texts = [module.write(argument_map) for module in (argdown, kialo, markdown, opml)]
    return texts, grow(argument_map, list(argument_map.statements))


TELL = pytest.mark.parametrize("tell", [show, tree, why, exports])


def _console(file: StringIO, width: int = 80) -> Console:
    return Console(file=file, width=width, no_color=True)


@SHAPES
@TELL
def test_the_work_grows_with_the_relations(
    make: Callable[[int], ArgumentMap], tell: Callable[[ArgumentMap, Console], object]
) -> None:
    def work(size: int) -> Callable[[], object]:
        argument_map = make(int(size**0.5) if make is all_against_all else size)
        return lambda: tell(argument_map, _console(StringIO()))

    assert grows_linearly(work, 40)


@SHAPES
@pytest.mark.parametrize("tell", [show, tree, why])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_broader_than_the_terminal(
    make: Callable[[int], ArgumentMap], tell: Callable[[ArgumentMap, Console], object], width: int
) -> None:
    file = StringIO()
    tell(make(60), _console(file, width))
    assert max(map(len, file.getvalue().splitlines())) <= width


def test_show_tells_every_reply_once_and_numbers_the_deepest_levels() -> None:
    file = StringIO()
    show(attack_chain(40), _console(file))
    lines = file.getvalue().splitlines()
    assert [line.split()[-1] for line in lines if "rebutted by" in line] == [f"r{n}" for n in range(40)]
    assert sum("level 14 · rebutted by" in line for line in lines) == 1
    assert not any("level 13 ·" in line for line in lines)


def test_show_refers_to_what_was_shown() -> None:
    file = StringIO()
    show(layers(3), _console(file))
    assert file.getvalue().count("(shown above)") == 2
    assert file.getvalue().count("rebutted by nobody named: T") == 10


def test_a_thread_of_kialo_that_is_too_deep_goes_on_as_a_tree_of_its_own() -> None:
    long = attack_chain(200)
    text = str(kialo.write(long).text)
    assert max(map(len, text.splitlines())) < 200
    again = kialo.read(text.encode(), "again").map
    assert len(again.attacks) == len(long.attacks)
    assert len(again.statements) == len(long.statements)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
@pytest.mark.parametrize(
    ("make", "size", "first", "last"),
    [
        (all_against_all, 200, "c", "r199"),
        (attack_chain, 100_000, "c", "r99999"),
        (support_chain, 100_000, "c0", "c99999"),
    ],
)
@pytest.mark.parametrize("command", ["show", "path", "tree", "why"])
def test_a_gigabyte_is_enough(
    tmp_path: Path, make: Callable[[int], ArgumentMap], size: int, first: str, last: str, command: str
) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(write_document(make(size)), encoding="utf-8")
    names = [last, first] if command == "path" else [first]
    for form in ([], ["--json"]):
        assert _peak("--map", str(file), command, *form, *names) < 2**30


_MEASURED = """
import sys
try:
    sys.argv = ["argmap", *sys.argv[1:]]
    from argmap.cli import main
    main()
finally:
    with open("/proc/self/status") as status:
        print(next(line for line in status if line.startswith("VmHWM")).split()[1], file=sys.stderr)
"""
"""Says how much it took itself: what the system counts of a child begins with what its parent holds."""


def _peak(*arguments: str) -> int:
    """Run a command that ends well, and give the bytes of memory that it took at most."""
    command = [sys.executable, "-c", _MEASURED, *arguments]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(done.stderr.split()[-1]) * 1024
