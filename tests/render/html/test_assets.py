"""The front end's sources fit together, and keep to what a page may do."""

import re
from importlib.resources import files

import pytest

from argmap.render.html.assets import MODULES, STYLES, script, style

VIEWER = files("argmap.render") / "viewer"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:const|(?:async )?function) (\w+)", re.MULTILINE)
_TOP = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)


def _source(name: str) -> str:
    return (VIEWER / f"{name}.js").read_text("utf-8")


def _names(listed: str) -> set[str]:
    return set(re.findall(r"\w+", listed))


def test_every_source_is_part_of_the_page() -> None:
    names = {f"{name}.js" for name in MODULES} | {f"{name}.css" for name in STYLES}
    assert {file.name for file in VIEWER.iterdir()} == names


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_what_exists_and_comes_before(name: str) -> None:
    for names, other in _IMPORT.findall(_source(name)):
        assert MODULES.index(other) < MODULES.index(name)
        exported = set(
            re.findall(r"^export (?:const|(?:async )?function) (\w+)", _source(other), re.MULTILINE)
        )
        assert _names(names) <= exported


@pytest.mark.parametrize("name", MODULES)
def test_what_is_imported_is_used_and_what_is_exported_is_imported(name: str) -> None:
    source = _source(name)
    imported = set().union(*(_names(names) for names, _ in _IMPORT.findall(source)))
    body = _IMPORT.sub("", source)
    assert {one for one in imported if not re.search(rf"\b{one}\b", body)} == set()
    others = " ".join(names for other in MODULES for names, _ in _IMPORT.findall(_source(other)))
    assert [one for one in _EXPORTED.findall(source) if not re.search(rf"\b{one}\b", others)] == []


def test_no_two_modules_use_a_name_for_two_things() -> None:
    names = [name for module in MODULES for name in _TOP.findall(_source(module))]
    assert sorted(names) == sorted(set(names))


# One reads what argmap wrote for browsers without scripts, and what those would read in its place.
_EXCEPTIONS = {"innerHTML": ["carried"]}


def test_imports_and_exports_are_taken_out() -> None:
    assert not re.search(r"^(import|export)\b", script(), re.MULTILINE)


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
    assert "url(" not in style()
    assert "@import" not in style()
    assert "</" not in style()
    assert "</script" not in script()
