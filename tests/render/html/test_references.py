import pytest

from argmap.model import Citation, Source
from argmap.render.html.references import imprint, place, read_at, web_address
from tests.sketch import sketch


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


def test_an_imprint_leaves_out_what_is_not_known() -> None:
    whole = Source(title="T", container="Journal", publisher="Press", place="Oslo", date="2020")
    assert imprint(whole) == "Journal, Oslo: Press, 2020"
    assert imprint(Source(title="T")) == ""


def test_a_work_that_the_map_does_not_list_is_named_by_its_key() -> None:
    assert place(sketch("ada: a"), Citation(work="minutes", locator="p. 1")) == "minutes, p. 1"
