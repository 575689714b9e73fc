"""Styles: found, read, and told what is wrong with them."""

from pathlib import Path

import pytest

from argmap.csl import SHORT_NAMES, Cite, CslError, Processor, load_style
from argmap.csl.bounds import MOST_DEPTH
from argmap.csl.style import _faults
from argmap.csl.xml_source import parse_xml, read_data

_HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">\n'
_GOOD = _HEAD + '<citation><layout><text variable="title"/></layout></citation></style>'


def _style(inside: str) -> bytes:
    return (_HEAD + inside + "</style>").encode()


@pytest.mark.parametrize("name", SHORT_NAMES.values())
def test_a_style_in_the_package_has_no_fault(name: str) -> None:
    assert list(_faults(parse_xml(read_data("styles", f"{name}.csl")))) == []


@pytest.mark.parametrize("name", SHORT_NAMES)
def test_a_style_is_known_by_its_short_name(name: str) -> None:
    assert load_style(name).title


def test_a_style_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.csl"
    file.write_text(_GOOD, encoding="utf-8")
    for source in (file, str(file)):
        assert Processor(load_style(source), {"a": {"title": "T"}}).cite([Cite("a")]).text() == "T"


def test_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(CslError, match="no style called harvrd; there are apa, apsa, chicago"):
        load_style("harvrd")


def test_a_missing_file_is_told() -> None:
    with pytest.raises(CslError, match=r"nowhere\.csl cannot be read: No such file"):
        load_style("nowhere.csl")


@pytest.mark.parametrize(
    ("style", "message"),
    [
        (b"", "1:1: this is not well-formed XML: no element found"),
        (b"<style>", "1:8: this is not well-formed XML: no element found"),
        (b"<style/>", "1:1: a style begins with <style xmlns="),
        (b'<!DOCTYPE s [\n<!ENTITY a "b">]><s/>', "2:1: a style may declare no entities"),
        (_style(""), "1:1: the style has no <citation>"),
        (_style("<citation/>"), "2:1: <citation> needs a <layout>"),
        (
            _style('<citation><layout>\n<tekst variable="title"/></layout></citation>'),
            "3:1: <tekst> cannot stand inside <layout>; there may be choose, date, group",
        ),
        (
            _style(
                '<macro name="author"><text variable="title"/></macro>\n'
                '<citation><layout><text macro="auhtor"/></layout></citation>'
            ),
            "3:19: there is no macro called auhtor; did you mean author?",
        ),
        (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE s [<!ENTITY a "b">]><s/>'.encode("utf-16"),
            "1:1: a style may declare no entities",
        ),
        (
            _style(f"<citation><layout>{'<group>' * 20_000}{'</group>' * 20_000}</layout></citation>"),
            "2:1048: elements stand more than 150 deep",
        ),
        (
            _style(
                "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(200))
                + '<macro name="m200"/><citation><layout/></citation>'
            ),
            "2:5658: with what the macro m125 calls, elements stand more than 150 deep",
        ),
        (
            _style(
                "".join(
                    f'<macro name="m{n}">{f"""<text macro="m{n + 1}"/>""" * 2}</macro>' for n in range(60)
                )
                + '<macro name="m60"/><citation><layout/></citation>'
            ),
            "2:2405: with what the macro m38 calls, it has more than 10,000,000 elements",
        ),
        (
            _style("<citation><layout>\n <text/></layout></citation>"),
            "3:2: <text> needs one of variable, macro",
        ),
        (
            _style('<macro name="a"><text macro="a"/></macro><citation><layout/></citation>'),
            "2:17: the macro a calls itself",
        ),
        (
            _style("<citation><layout><choose><if><text value='x'/></if></choose></layout></citation>"),
            "2:27: <if> needs a condition: one of disambiguate",
        ),
        (
            _style('<info><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>'),
            "2:7: this style only says that it is the same as apa; use the style apa",
        ),
        (_GOOD.replace('"1.0"', '"2.0"').encode(), "1:1: this is CSL 2.0; CSL 1.0 to 1.0.2 can be read"),
    ],
)
def test_a_broken_style_is_told_where_and_what_would_be_right(style: bytes, message: str) -> None:
    with pytest.raises(CslError) as error:
        load_style(style)
    assert str(error.value).startswith(message)


def test_the_style_s_own_terms_come_before_those_of_the_language() -> None:
    style = load_style(
        _style(
            '<locale xml:lang="de"><terms><term name="edition">Aufl.</term></terms></locale>'
            '<locale><terms><term name="edition">version</term></terms></locale>'
            '<citation><layout><text term="edition"/></layout></citation>'
        )
    )
    assert Processor(style, {"a": {}}, "de-AT").cite([Cite("a")]).text() == "Aufl."
    assert Processor(style, {"a": {}}, "fr-FR").cite([Cite("a")]).text() == "version"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "(Roe and Doe 1999, chap. 3)"),
        ("de-DE", "(Roe und Doe 1999, Kap. 3)"),
        ("ru-RU", "(Roe и Doe 1999, гл. 3)"),
        ("de-CH", "(Roe und Doe 1999, Kap. 3)"),
        ("tlh", "(Roe and Doe 1999, chap. 3)"),
    ],
)
def test_a_citation_is_written_in_the_wanted_language(language: str, expected: str) -> None:
    item = {"author": [{"family": "Roe"}, {"family": "Doe"}], "issued": 1999}
    assert (
        Processor(load_style("chicago"), {"a": item}, language).cite([Cite("a", "3", "chapter")]).text()
        == expected
    )


def test_what_is_as_deep_as_it_may_be_is_rendered() -> None:
    depth = MOST_DEPTH // 2 - 2
    macros = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(depth))
    macros += f'<macro name="m{depth}"><text variable="title"/></macro>'
    style = load_style(_style(f'{macros}<citation><layout><text macro="m0"/></layout></citation>'))
    assert Processor(style, {"a": {"title": "T"}}).cite([Cite("a")]).text() == "T"
    groups = MOST_DEPTH - 5
    deep = f"{'<group>' * groups}<text variable='title'/>{'</group>' * groups}"
    style = load_style(_style(f"<citation><layout>{deep}</layout></citation>"))
    assert Processor(style, {"a": {"title": "T"}}).cite([Cite("a")]).text() == "T"
