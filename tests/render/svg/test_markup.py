import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.svg.markup import MarkupError, parse, serialise


def test_names_keep_their_prefixes_and_attributes_their_order() -> None:
    document = '<svg xmlns="s" xmlns:xlink="x"><a xlink:title="t" id="i">text</a></svg>'
    expected = '<svg xmlns="s" xmlns:xlink="x">\n<a xlink:title="t" id="i">text</a>\n</svg>'
    assert serialise(parse(document.encode())) == f'<?xml version="1.0" encoding="UTF-8"?>\n{expected}\n'


def test_drops_comments_and_the_document_type() -> None:
    document = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "p" "s"><!-- made by --><svg>a<!-- b -->c</svg>'
    assert serialise(parse(document)).endswith("?>\n<svg>ac</svg>\n")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&amp;&lt;&#65;&#x41;", "&<AA"),
        ("&nbsp;&eacute;", "\u00a0é"),
        ("&nonsense; & &; &#; A&B", "&nonsense; & &; &#; A&B"),
        ("&#1;&#xD800;&#xFFFF;&#x110000;\x01", "\ufffd" * 5),
    ],
)
def test_forgives_what_labels_let_through(written: str, read: str) -> None:
    assert parse(f"<a>{written}</a>".encode()).text == read


def test_forgives_bytes_that_are_not_utf_8() -> None:
    assert parse(b"<a>\xff\xfe</a>").text == "\ufffd\ufffd"


@pytest.mark.parametrize("document", [b"", b"text", b"<a>", b"<a></b>", b"<a/><b/>"])
def test_refuses_what_is_not_xml(document: bytes) -> None:
    with pytest.raises(MarkupError, match="not XML"):
        parse(document)


@given(st.binary())
def test_any_text_between_tags_is_read(content: bytes) -> None:
    assert parse(b"<a>" + content.replace(b"<", b"") + b"</a>").tag == "a"
