"""The front end's sources fit together, and keep to what a page may do."""

import re
from importlib.resources import files

import pytest

from argmap.render.html.assets import (
    EDITING_MODULES,
    EDITING_STYLES,
    LIVE_MODULES,
    LIVE_STYLES,
    MODULES,
    STYLES,
    script,
    style,
)

VIEWER = files("argmap.render") / "viewer"
MORE = (*LIVE_MODULES, *EDITING_MODULES)
EVERY = (*MODULES, *MORE)
SHEETS = (*LIVE_STYLES, *EDITING_STYLES)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:const|(?:async )?function) (\w+)", re.MULTILINE)
_TOP = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)


def _source(name: str) -> str:
    return (VIEWER / f"{name}.js").read_text("utf-8")


def _names(listed: str) -> set[str]:
    return set(re.findall(r"\w+", listed))


def test_every_source_is_part_of_the_page() -> None:
    names = {f"{name}.js" for name in EVERY} | {f"{name}.css" for name in (*STYLES, *SHEETS)}
    assert {file.name for file in VIEWER.iterdir()} == names


@pytest.mark.parametrize("name", EVERY)
def test_a_module_imports_what_exists_and_comes_before(name: str) -> None:
    for names, other in _IMPORT.findall(_source(name)):
        assert EVERY.index(other) < EVERY.index(name)
        exported = set(
            re.findall(r"^export (?:const|(?:async )?function) (\w+)", _source(other), re.MULTILINE)
        )
        assert _names(names) <= exported


@pytest.mark.parametrize("name", EVERY)
def test_what_is_imported_is_used_and_what_is_exported_is_imported(name: str) -> None:
    source = _source(name)
    imported = set().union(*(_names(names) for names, _ in _IMPORT.findall(source)))
    body = _IMPORT.sub("", source)
    assert {one for one in imported if not re.search(rf"\b{one}\b", body)} == set()
    others = " ".join(names for other in EVERY for names, _ in _IMPORT.findall(_source(other)))
    assert [one for one in _EXPORTED.findall(source) if not re.search(rf"\b{one}\b", others)] == []


def test_no_two_modules_use_a_name_for_two_things() -> None:
    names = [name for module in EVERY for name in _TOP.findall(_source(module))]
    assert sorted(names) == sorted(set(names))


# One reads what argmap wrote for browsers without scripts, and what those would read in its place.
_EXCEPTIONS = {"innerHTML": ["carried"]}


def test_imports_and_exports_are_taken_out() -> None:
    assert not re.search(r"^(import|export)\b", script(MORE), re.MULTILINE)


@pytest.mark.parametrize(
    "word",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttp",
        "import(",
    ],
)
def test_no_script_reads_markup_or_asks_for_anything(word: str) -> None:
    assert [name for name in MODULES if word in _source(name)] == _EXCEPTIONS.get(word, [])


def test_styles_ask_for_nothing_and_end_no_element() -> None:
    assert "url(" not in style(SHEETS)
    assert "@import" not in style(SHEETS)
    assert "</" not in style(SHEETS)
    assert "</script" not in script(MORE)


def test_a_page_in_a_file_has_nothing_of_those_that_follow_a_server() -> None:
    assert "EventSource" in script(MORE)
    assert "EventSource" not in script()
    assert "fetch(" in script(MORE)
    assert "fetch(" not in script(LIVE_MODULES)
    assert ".faults" not in style()
