"""Commands that change a map, with whatever words: no traceback, and never more errors than before."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from argmap.files.load import read_map
from tests.editing.test_edits import SLOW
from tests.running import run_command

MAPS = (
    "claims:\n  - id: close\n    by: ada\n    text: X\n    because: [air]\n  - {id: air, text: Y, tags: t}\n",
    "# nothing yet\n",
    "claims: [{id: close, text: X., because: [[air, air]]}, {id: air, text: Y.}]\npeople: {ada: {name: Ada}}",
    (
        "people:\r\n  ada: {name: Ada}\r\nclaims:\r\n- id: close\r\n  text: |\r\n    X.  # no comment\r\n"
        "rebuttals:\r\n- {id: no, attacks: [close], text: Z.}"
    ),
    "{claims: [{id: close, text: X.}]}\n",
    "claims:\n  - &a {id: close, text: X.}\n",
)
names = st.sampled_from(("close", "air", "ada", "no", "t", "close/1", "new", "Ü-ber")) | st.sampled_from(
    ("", "a b", "#x", "'q", "[", "-", "..", "1:30", "é", "x" * 300, "a\nb", "\x07", "map", "ada, p. 3")
)
texts = st.sampled_from(
    (
        "It is so.",
        "# hash",
        "- dash",
        "'quote",
        "a: b",
        "line\nbreak",
        "tab\there",
        "",
        "  ",
        "{x}",
        "|",
        "x " * 99,
        "\r\n",
        "\u2028",
        "@x",
        "&w",
        "*v",
        "\x07",
        "\ufeff",
        "---",
        "...",
        "a #b",
        "\\",
        '"',
    )
)
fields = st.sampled_from(
    ("text", "title", "by", "tags", "note", "because", "attacks", "kind", "quote", "id", "zzz")
)
files = st.sampled_from(("map.yaml", "more.yaml", "../x.yaml", "x.txt", ""))
options = st.lists(
    st.tuples(st.sampled_from(("--by", "--id", "--because", "--source", "--tag", "--restates")), names)
    | st.tuples(st.sampled_from(("--title", "--note", "--quote")), texts)
    | st.tuples(st.just("--file"), files)
    | st.sampled_from((("--create",), ("--dry-run",), ("--json",))),
    max_size=3,
).map(lambda listed: tuple(word for one in listed for word in one))
commands = st.one_of(
    st.tuples(st.just("add"), st.just("claim"), texts, options),
    st.tuples(
        st.just("add"), st.just("rebuttal"), texts, names.map(lambda name: ("--attacks", name)), options
    ),
    st.tuples(st.just("add"), st.just("reason"), names, names, texts.map(lambda text: ("--scheme", text))),
    st.tuples(st.just("add"), st.just("person"), names, texts.map(lambda text: ("--name", text))),
    st.tuples(st.just("add"), st.just("source"), names, texts.map(lambda text: ("--title", text))),
    st.tuples(st.just("set"), names, st.tuples(fields, texts | names).map("=".join)),
    st.tuples(st.just("rename"), names, names),
    st.tuples(st.just("rm"), names, st.sampled_from(((), ("--cascade",)))),
    st.tuples(st.just("mv"), names, files),
    st.tuples(st.just("fmt"), st.sampled_from(((), ("--check",), ("--diff",)))),
)


def flat(command: tuple[object, ...]) -> list[str]:
    return [word for part in command for word in (part if isinstance(part, tuple) else (str(part),))]


@SLOW
@given(st.sampled_from(MAPS), st.lists(commands, min_size=1, max_size=3))
def test_no_command_leaves_a_traceback_or_a_worse_map(text: str, given_: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.yaml"
        path.write_bytes(text.encode())
        errors = len(read_map(Path(folder)).errors)
        for command in given_:
            before = {one.name: one.read_bytes() for one in Path(folder).iterdir()}
            outcome = run_command([*flat(command), "--map", folder])
            after = {one.name: one.read_bytes() for one in Path(folder).iterdir()}
            assert outcome.exit_code in {0, 1, 2}
            assert len(read_map(Path(folder)).errors) <= errors
            if outcome.exit_code == 2:
                assert outcome.stderr
                assert after == before
