"""Files that are not UTF-8, or no text: one finding, and what can be read is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.yaml.decoding import FORBIDDEN, decode, replace_forbidden

TEXT = "claims:\n  - {id: a, text: %s}\n"


def told(raw: bytes) -> tuple[str, list[str]]:
    text, faults = decode(raw, "map.yaml")
    return text, [
        f"{fault.location.line}:{fault.location.column} {fault.code} {fault.message}" for fault in faults
    ]


@pytest.mark.parametrize(
    ("words", "encoding", "column", "called"),
    [
        ("L’air déjà vu – naïve.", "cp1252", 20, "Windows-1252"),
        ("Воздух становится чище.", "cp1251", 19, "Windows-1251"),
        ("Über alles", "latin-1", 19, "Windows-1252"),
    ],
)
def test_a_foreign_encoding_is_told_once_and_read_as_it_seems(
    words: str, encoding: str, column: int, called: str
) -> None:
    text, faults = told((TEXT % words).encode(encoding))
    assert text == TEXT % words
    assert faults == [f"2:{column} Y102 the file is not UTF-8 from here on, and seems to be {called}"]


def test_damage_in_utf_8_is_told_where_it_is() -> None:
    text, faults = told("é\nclaims: [x".encode() + b"\xff\xfe" + b"]\n\xed\xa0\x80\n")
    assert text == "é\nclaims: [x\ufffd\ufffd]\n\ufffd\ufffd\ufffd\n"
    assert faults == [
        "2:11 Y102 the bytes 0xff, 0xfe cannot be read as UTF-8",
        "3:1 Y102 the bytes 0xed, 0xa0, 0x80 cannot be read as UTF-8",
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("claims: []\n".encode("utf-16"), "Y102 is UTF-16, not UTF-8"),
        ("claims: []\n".encode("utf-16-be"), "Y102 is UTF-16, not UTF-8"),
        ("claims: []\n".encode("utf-32"), "Y102 is UTF-32, not UTF-8"),
        (b"PK\x03\x04\x14\x00", "Y103 looks like a ZIP archive, which office documents are, too"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "Y103 looks like a PDF"),
        (b"\x89PNG\r\n\x1a\n\0", "Y103 looks like a picture"),
        (bytes(range(256)), "Y103 looks like a binary file"),
    ],
)
def test_what_is_no_text_is_not_read(raw: bytes, message: str) -> None:
    assert told(raw) == ("", [f"1:1 {message}"])


def test_one_nul_makes_no_binary_file() -> None:
    text, faults = told(b"claims:\n  - {id: a, text: x\0y}\n")
    assert text == "claims:\n  - {id: a, text: x\ufffdy}\n"
    assert faults == ["2:20 Y103 the invisible character U+0000 (a control character) is not allowed"]


def test_a_mark_where_files_were_joined_is_told_and_left_out() -> None:
    text, faults = told("map: {}\n\ufeffclaims: []\n".encode())
    assert text == "map: {}\nclaims: []\n"
    assert faults == ["2:1 Y103 a byte order mark (U+FEFF) stands here, which one does not see"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_mark_is_found_after_every_end_of_a_line(end: str) -> None:
    text, faults = told(f"claims: []{end}\ufeffpeople: {{}}".encode())
    assert text == f"claims: []{end}people: {{}}"
    assert [fault.partition(" ")[0] for fault in faults] == ["2:1"]


@given(st.text(st.characters() | st.sampled_from("\0\x07\x7f\x85\u2028\ufdd0\ufffe\ud800\udc00")))
def test_what_no_text_holds_is_found_wherever_it_stands(words: str) -> None:
    text, faults = replace_forbidden(words, "map.yaml")
    found = any("invisible character" in fault.message for fault in faults)
    assert found is bool(FORBIDDEN.search(words))
    assert FORBIDDEN.search(text) is None
