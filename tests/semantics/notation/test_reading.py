import pytest

from argmap.semantics.framework import Framework
from argmap.semantics.notation import NOTATIONS, FrameworkSyntaxError, guess

HINTED = "the file must begin with a line 'p af n', where n is the number of arguments"


def read(notation: str, text: str | bytes) -> Framework:
    data = text if isinstance(text, bytes) else text.encode()
    return NOTATIONS[notation].read(data, f"debate{NOTATIONS[notation].extension}")


def content(framework: Framework) -> tuple[list[str], list[tuple[int, int]]]:
    return [framework.name(number) for number in range(framework.size)], list(framework.attacks())


@pytest.mark.parametrize(
    ("notation", "text", "names"),
    [
        ("iccma", "p af 3\n1 2\n2 3\n", "123"),
        ("iccma", "p af 3\r\n1 2\r\n2 3\r\n", "123"),
        ("iccma", "p af 3\n1 2\n2 3", "123"),
        ("iccma", "# by hand\np af 3\n# a comment\n\n1 2\n2 3\n\n", "123"),
        ("iccma", "  p   af 3 \n 1\t2\n2  3  \n", "123"),
        ("iccma", "\ufeffp af 3\n1 2\n2 3\n", "123"),
        ("tgf", "a\nb\nc\n#\na b\nb c\n", "abc"),
        ("tgf", "a\r\nb\r\nc\r\n#\r\na b\r\nb c", "abc"),
        ("tgf", "\ufeffa it rains\n\nb\nc\n #\na b because\n\n b   c\n", "abc"),
        ("apx", "arg(a).\narg(b).\narg(c).\natt(a,b).\natt(b,c).\n", "abc"),
        ("apx", "arg(a).\r\narg(b).\r\narg(c).\r\natt(a,b).\r\natt(b,c).", "abc"),
        ("tgf", "д\nü\n議論\n#\nд ü\nü 議論\n", "дü議論"),
        ("apx", "arg(д).\narg(ü).\narg(議論).\natt(д,ü).\natt(ü,議論).\n", "дü議論"),
        ("apx", "% by hand\natt( a , b ). arg(a).\n arg (b).arg(c). att(b,c).% so", "abc"),
    ],
)
def test_each_spelling_gives_the_same_framework(notation: str, text: str, names: str) -> None:
    assert content(read(notation, text)) == ([*names[:2], names[2:]], [(0, 1), (1, 2)])


@pytest.mark.parametrize(
    ("notation", "text", "message"),
    [
        ("iccma", "", "1:1: there is no header"),
        ("iccma", "# only a comment\n", "1:1: there is no header"),
        ("iccma", "1 2\n", "1:1: the header is missing"),
        ("iccma", "p cnf 3 2\n", "1:1: the header is missing"),
        ("iccma", "p af\n", "1:3: the header needs exactly one number"),
        ("iccma", "p af three\n", "1:6: 'three' is not a number"),
        ("iccma", "p af -3\n", "1:6: '-3' is not a number"),
        ("iccma", "p af 99999999999\n", "1:6: more than 10000000 arguments are not supported"),
        ("iccma", "p af 2\n1 2\np af 2\n", "3:1: a second header"),
        ("iccma", "p af 2\n1 2\n1 3\n", "3:3: there is no argument 3"),
        ("iccma", "p af 2\n\n0 1\n", "3:1: there is no argument 0"),
        ("iccma", "p af 2\n1\n2\n", "2:1: an attack is two numbers, this line has only one"),
        ("iccma", "p af 2\n1 2 1\n", "2:5: an attack is two numbers, this line has 3 words"),
        ("iccma", "p af 2\n1 b\n", "2:3: 'b' is not a number"),
        ("iccma", "p af 2\n1 ²\n", "2:3: '²' is not a number"),
        ("iccma", f"p af 2\n1 {'9' * 9999}\n", f"2:3: there is no argument {'9' * 20}…"),
        ("iccma", b"\x89PNG\r\n\x1a\n\0\0", "1:1: this is not UTF-8 text"),
        ("iccma", b"p af 2\n1 \0\n", "2:3: the control character U+0000 has no place in a text"),
        ("tgf", "a\x1b[31m\n#\n", "1:2: the control character U+001B has no place in a text"),
        ("apx", "arg(a\x9b).\n", "1:6: the control character U+009B has no place in a text"),
        ("tgf", "", "1:1: no line '#' separates arguments from attacks"),
        ("tgf", "a\nb\na b\n", "4:1: no line '#' separates arguments from attacks"),
        ("tgf", "a\nb\n a\n#\n", "3:2: argument 'a' was already declared on line 1"),
        ("tgf", "a\n#\na b\n", "3:3: argument 'b' is not declared"),
        ("tgf", "a\n#\n\na\n", "4:1: an attack is two names, this line has only 'a'"),
        ("apx", "", "1:1: no argument is declared"),
        ("apx", "arg(a).\narg(a).\n", "2:5: argument 'a' was already declared"),
        ("apx", "arg(a).\natt(a,b).\n", "2:7: argument 'b' is not declared"),
        ("apx", "arg(a).\narg(b)\n", "2:1: this is not a fact about an argument or an attack"),
        ("apx", "arg(a,b).\n", "1:1: this is not a fact about an argument or an attack"),
        ("apx", "arg(a).\natt(a).\n", "2:1: this is not a fact about an argument or an attack"),
        ("apx", "arg(a). hm", "1:9: this is not a fact about an argument or an attack"),
        ("apx", b"arg(\xff).\n", "1:5: this is not UTF-8 text"),
    ],
)
def test_a_fault_is_named_with_its_place(notation: str, text: str | bytes, message: str) -> None:
    with pytest.raises(FrameworkSyntaxError) as caught:
        read(notation, text)
    assert str(caught.value) == f"debate{NOTATIONS[notation].extension}:{message}"


def test_a_fault_says_what_would_be_right() -> None:
    with pytest.raises(FrameworkSyntaxError) as caught:
        read("iccma", "1 2\n")
    assert caught.value.diagnostic.hint == HINTED


@pytest.mark.parametrize(
    ("file", "text", "notation"),
    [
        ("x.af", "", "iccma"),
        ("x.TGF", "", "tgf"),
        ("x.apx", "", "apx"),
        ("<stdin>", "# note\np af 2\n", "iccma"),
        ("<stdin>", "a\nb\n#\na b\n", "tgf"),
        ("<stdin>", "% note\narg(a).\n", "apx"),
        ("<stdin>", "hello", "iccma"),
    ],
)
def test_the_notation_is_guessed(file: str, text: str, notation: str) -> None:
    assert guess(text.encode(), file) == notation


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(line_end: str) -> None:
    text = line_end.join(["p af 3", "# note", "1 2", " 2", "3 1"])
    with pytest.raises(FrameworkSyntaxError) as caught:
        NOTATIONS["iccma"].read(text.encode(), "x.af")
    place = caught.value.diagnostic.location
    assert (place.line, place.column) == (4, 2)
