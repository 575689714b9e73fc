import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.links import safe_link


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c:d#e",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG",
        "mailto:someone@example.org",
        "file:///home/someone/map.svg",
        "map.svg",
        "../notes/a:b.html",
        "?q=a:b",
        "#claim",
    ],
)
def test_lets_harmless_addresses_pass(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:x",
        "C:\\map.svg",
        "",
        " \n",
    ],
)
def test_stops_the_others(address: str) -> None:
    assert safe_link(address) is None


def test_leaves_out_what_browsers_skip() -> None:
    assert safe_link(" https://exam\nple.org/\t") == "https://example.org/"


@given(st.text("javscriptd:JAVA\t\n\x01\u00a0 /#?"))
def test_never_gives_an_address_that_runs(address: str) -> None:
    scheme, colon, _ = "".join((safe_link(address) or "").split()).lower().partition(":")
    assert not (colon and scheme in {"javascript", "data", "vbscript"})
