"""Trees in the terminal, at any depth and width."""

import re
from io import StringIO

import pytest
from rich.console import Console

from argmap.argument_map import ArgumentMap
from argmap.queries.unanswered import find_standing
from argmap.report.tree import print_trees
from tests.sketch import sketch


def printed(argument_map: ArgumentMap, *roots: str, width: int = 80) -> list[str]:
    file = StringIO()
    console = Console(file=file, width=width, no_color=True)
    print_trees(argument_map, find_standing(argument_map), roots, argument_map.statements, console)
    return file.getvalue().splitlines()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_long_chain_of_reasons_is_printed_to_its_end(width: int) -> None:
    chain = sketch("\n".join(f"ada: a{n} < a{n + 1}" for n in range(200)) + "\nada: a200")
    lines = printed(chain, "a0", width=width)
    assert max(map(len, lines)) <= width
    told = re.findall(r"\ba\d+$|\ba\d+(?=  continued)", "\n".join(lines), re.MULTILINE)
    assert list(dict.fromkeys(told)) == [f"a{number}" for number in range(201)]


def test_what_is_too_deep_goes_on_as_a_tree_of_its_own() -> None:
    chain = sketch("\n".join(f"a{n} < a{n + 1}" for n in range(8)) + "\na8")
    assert printed(chain, "a0", width=40) == [
        "a0.  a0",
        "└── because a1.  a1",
        "    └── because a2.  a2",
        "        └── because a3.  a3",
        "            └── because a4.  a4",
        "                └── because a5.  a5",
        "                    continued below",
        "a5.  a5",
        "└── because a6.  a6",
        "    └── because a7.  a7",
        "        └── because a8.  a8",
    ]


def test_a_challenge_by_nobody_in_particular() -> None:
    assert printed(sketch("ada: a\nb -> a"), "a") == ["ada: a.  a", "└── rebutted: b.  open  b"]
