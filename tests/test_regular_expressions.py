"""No regular expression for foreign text takes more than linear time, whatever the text repeats."""

import pkgutil
import re
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest

import argmap.files.copies
import argmap.formats
import argmap.text
from tests.regex_steps import Steps, signs

LENGTH = 100
PER_SIGN = 40
"""So many steps each character may cost; what goes over the rest of the text for each takes more."""

SOURCES = [path.read_text(encoding="utf-8") for path in Path(argmap.formats.__path__[0]).parent.rglob("*.py")]


def patterns() -> dict[str, re.Pattern[str]]:
    found = {}
    for package in (argmap.formats, argmap.files.copies, argmap.text):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    found[f"{module.name.removeprefix('argmap.')}.{name}"] = value
    return found


PATTERNS = patterns()


def is_anchored(name: str) -> bool:
    """Tell whether an expression is only matched at places that its users choose."""
    used = re.compile(rf"\b{name.rpartition('.')[2]}\.(?:search|sub|subn|split|finditer|findall)\(")
    return not any(used.search(source) for source in SOURCES)


@pytest.mark.parametrize("name", PATTERNS)
def test_it_takes_linear_time(name: str) -> None:
    pattern, anchored = PATTERNS[name], is_anchored(name)
    listed = signs(pattern)
    for start, pump in product(["", "a"], [*listed, *map("".join, product(listed[:2], repeat=2))]):
        text = start + pump * (LENGTH // len(pump)) + "\0"
        steps = Steps(pattern, text, PER_SIGN * len(text), is_anchored=anchored).count
        assert steps < PER_SIGN * len(text), (start, pump)


@pytest.mark.parametrize(
    ("source", "is_linear"),
    [
        (r"a*b", False),
        (r"(?:a+)+b", False),
        (r"\[[^\]]*\]", False),
        (r"\[[^\[\]]*\]", True),
        (r"a++b?", True),
    ],
)
def test_the_count_tells_them_apart(source: str, *, is_linear: bool) -> None:
    text = "a[" * 10 + "a" * 150 + "[" * 150 + "\0"
    most = PER_SIGN * len(text)
    assert (Steps(re.compile(source), text, most).count < most) is is_linear
