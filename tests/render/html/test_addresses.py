import pytest

from argmap.model import Source
from argmap.render.html.addresses import read_at, web_address


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("MAILTO:a@example.org", "MAILTO:a@example.org"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("", None),
        (None, None),
    ],
)
def test_only_the_web_and_mail_are_linked_to(address: str | None, found: str | None) -> None:
    assert web_address(address) == found


def test_an_identifier_is_read_where_it_resolves() -> None:
    assert (
        read_at(Source(title="T", doi="10.1000/1", url="https://example.org")) == "https://doi.org/10.1000/1"
    )
    assert read_at(Source(title="T", url="https://example.org")) == "https://example.org"
