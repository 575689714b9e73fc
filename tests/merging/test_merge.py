"""What two sides changed is all in the merged text, or between marks."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.files.assembling import assemble
from argmap.files.records.read_text import read_text
from argmap.merging.merge import Merged, merge_texts
from argmap.merging.version import UnmergeableError
from tests.examples import examples
from tests.growth import growth, is_linear

BASE = """\
# yaml-language-server: $schema=argmap.schema.json
map: {title: A street}
people:
  ada: {name: Ada}  # of the board
claims:
  # about the street
  - id: close
    by: ada
    text: Close it.
    tags: [street]
    because: [air, [calm]]
  - {id: air, text: The air., tags: [x]}

  - id: calm
    text: Calm.
rebuttals:
  - id: no
    attacks: close
    text: No.  # at the meeting
"""


def edit(*pairs: tuple[str, str], base: str = BASE) -> str:
    for old, new in pairs:
        assert old in base
        base = base.replace(old, new, 1)
    return base


def merge(ours: str, theirs: str) -> Merged:
    return merge_texts(BASE, ours, theirs)


def test_additions_of_both_sides_stay_in_order_with_their_comments() -> None:
    ours = edit(("rebuttals:", "  # mine\n  - id: mine\n    text: Mine.\nrebuttals:"))
    theirs = edit(("rebuttals:", "  # yours\n  - id: yours\n    text: Yours.\nrebuttals:"))
    merged = merge(ours, theirs)
    both = "  # mine\n  - id: mine\n    text: Mine.\n  # yours\n  - id: yours\n    text: Yours.\nrebuttals:"
    assert merged == Merged(edit(("rebuttals:", both)))


def test_different_fields_of_a_record_merge() -> None:
    merged = merge(edit(("Close it.", "Close it now.")), edit(("by: ada", "by: ada\n    title: Closing")))
    assert merged.text == edit(("Close it.", "Close it now."), ("by: ada", "by: ada\n    title: Closing"))


def test_different_fields_of_a_record_in_brackets_merge() -> None:
    merged = merge(edit(("The air.", "Air.")), edit(("tags: [x]}", "tags: [x], by: ada}")))
    assert merged.text == edit(("The air., tags: [x]}", "Air., tags: [x], by: ada}"))


def test_both_may_add_to_what_has_no_order() -> None:
    merged = merge(edit(("[street]", "[street, a]")), edit(("[street]", "[street, b]")))
    assert merged.text == edit(("[street]", "[street, a, b]"))


def test_the_same_field_changed_twice_is_a_conflict_around_that_field_alone() -> None:
    merged = merge(edit(("Close it.", "Shut it.")), edit(("Close it.", "Bar it.")))
    marked = "<<<<<<< ours\n    text: Shut it.\n=======\n    text: Bar it.\n>>>>>>> theirs\n"
    assert merged.text == edit(("    text: Close it.\n", marked))
    assert merged.conflicts == ("`text` of `close` was changed on both sides",)
    faults = read_text("merged", None, merged.text).faults
    assert [fault.code for fault in faults] == ["Y114"]


def test_an_id_that_both_took_stays_with_ours() -> None:
    new = "    text: No.  # at the meeting\n"
    ours = edit((new, f"{new}  - {{id: q, attacks: air, text: First.}}\n"))
    theirs = edit(
        (new, f"{new}  - {{id: q, attacks: calm, text: Second.}}\n  - {{id: z, attacks: q, text: Z.}}\n")
    )
    merged = merge(ours, theirs)
    assert "{id: q, attacks: air, text: First.}" in merged.text
    assert "{id: q-2, attacks: calm, text: Second.}\n  - {id: z, attacks: q-2, text: Z.}" in merged.text
    assert merged.notes == ("both sides took the id `q`; theirs is called `q-2` now",)


def test_the_same_statement_added_by_both_is_one() -> None:
    added = edit(("rebuttals:", "  - {id: same, text: Same.}\nrebuttals:"))
    assert merge(added, added.replace("No.", "Nein.")).text == added.replace("No.", "Nein.")


@pytest.mark.parametrize("swap", [False, True])
def test_what_is_removed_here_and_attacked_there_is_a_conflict(swap: bool) -> None:  # noqa: FBT001 — a parameter
    gone = edit(("\n  - id: calm\n    text: Calm.\n", ""), (", [calm]]", "]"))
    attacked = BASE + "  - {id: q, attacks: calm, text: Q.}\n"
    merged = merge(attacked, gone) if swap else merge(gone, attacked)
    assert merged.conflicts == ("`calm` was removed on one side, and changed or referred to on the other",)


def test_a_step_that_gets_another_number_keeps_the_attacks_of_the_other_side() -> None:
    ours = edit(("because: [air, [calm]]", "because: [[air, calm], air, [calm]]"))
    theirs = BASE + "  - {id: q, attacks: close/1, kind: undercut, text: Q.}\n"
    assert "attacks: close/2" in merge(ours, theirs).text


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("[air, [calm], no]", "[air, [calm], [air, calm]]", "[air, [calm], no, [air, calm]]"),
        ("[air, [calm], no]", "[air, [calm], [no], [air, calm]]", "[air, [calm], no, [air, calm]]"),
        (
            "[air, [calm], {premises: no, id: n}]",
            "[air, calm, no]",
            "[air, [calm], {premises: no, id: n}, no]",
        ),
    ],
)
def test_reasons_that_both_added_stay(ours: str, theirs: str, both: str) -> None:
    merged = merge(edit(("[air, [calm]]", ours)), edit(("[air, [calm]]", theirs)))
    assert merged.text == edit(("[air, [calm]]", both))
    assert not merged.conflicts


def test_an_attack_on_a_reason_that_both_added_follows_it() -> None:
    ours = edit(("[calm]]", "[calm], no]")) + "  - {id: p, attacks: close/3, kind: undercut, text: P.}\n"
    theirs = edit(("[calm]]", "[calm], [air, calm]]"))
    theirs += "  - {id: q, attacks: close/3, kind: undercut, text: Q.}\n"
    merged = merge(ours, theirs)
    assert merged.text == ours.replace("no]", "no, [air, calm]]") + theirs.splitlines(keepends=True)[
        -1
    ].replace("close/3", "close/4")
    assert merged.notes == ("both sides added reasons; their step `close/3` is `close/4` now",)


def test_the_first_reasons_of_both_stay_and_so_does_a_scalar() -> None:
    calm = "text: Calm."
    merged = merge(edit((calm, f"{calm}\n    because: air")), edit((calm, f"{calm}\n    because: [close]")))
    assert merged.text == edit((calm, f"{calm}\n    because: [air, close]"))


def test_comments_among_reasons_stay_and_those_of_theirs_are_left_to_people() -> None:
    listed = "because:\n      - air  # of old\n"
    base = edit(("because: [air, [calm]]\n", listed))
    ours = base.replace(listed, f"{listed}      - calm  # ours\n")
    theirs = base.replace("# of old\n", "# of old\n      - no\n")
    assert merge_texts(base, ours, theirs).text == ours.replace("# ours\n", "# ours\n      - no\n")
    told = merge_texts(base, ours, theirs.replace("- no", "- no  # theirs"))
    assert told.conflicts == ("`because` of `close` was changed on both sides",)


def test_the_same_reason_put_first_by_both_moves_no_attack() -> None:
    before = ("because: [air, [calm]]", "because: [[air, calm], air, [calm]]")
    theirs = edit(before) + "  - {id: q, attacks: close/1, kind: undercut, text: Q.}\n"
    assert merge(edit(before, ("Calm.", "Calmer.")), theirs).text == theirs.replace("Calm.", "Calmer.")


def test_a_named_step_that_is_gone_and_newly_attacked_is_a_conflict() -> None:
    base = edit(("[calm]]", "{id: step, premises: [calm]}]"))
    ours = base.replace(", {id: step, premises: [calm]}", "")
    theirs = base + "  - {id: q, attacks: step, kind: undercut, text: Q.}\n"
    assert merge_texts(base, ours, theirs).conflicts


def test_what_was_renamed_here_is_called_so_there() -> None:
    renamed = edit(("id: air", "id: wind"), ("[air,", "[wind,"))
    theirs = edit(("The air.", "Air.")) + "  - {id: q, attacks: air, text: Q.}\n"
    merged = renamed.replace("The air.", "Air.") + "  - {id: q, attacks: wind, text: Q.}\n"
    assert merge(renamed, theirs) == Merged(merged)
    assert merge(theirs, renamed) == Merged(merged)


def test_of_two_new_names_ours_stays() -> None:
    ours = edit(("id: air", "id: wind"), ("[air,", "[wind,"))
    theirs = (
        edit(("id: air", "id: breeze"), ("[air,", "[breeze,")) + "  - {id: q, attacks: breeze, text: Q.}\n"
    )
    merged = merge(ours, theirs)
    assert merged.text == ours + "  - {id: q, attacks: wind, text: Q.}\n"
    assert merged.notes == ("both sides renamed a statement; it is called `wind`, not `breeze`",)


def test_an_id_to_which_one_side_renamed_and_which_the_other_took_is_no_id_of_two() -> None:
    renamed = edit(("id: air", "id: wind"), ("[air,", "[wind,"))
    added = BASE + "  - {id: wind, attacks: air, text: Calm days.}\n"
    note = ("both sides took the id `wind`; theirs is called `wind-2` now",)
    told = renamed + "  - {id: wind-2, attacks: wind, text: Calm days.}\n"
    assert merge(renamed, added) == Merged(told, notes=note)
    told = added.replace("id: air", "id: wind-2").replace("[air,", "[wind-2,")
    assert merge(added, renamed) == Merged(told.replace("attacks: air", "attacks: wind-2"), notes=note)


def test_a_name_that_both_gave_is_no_clean_merge() -> None:
    ours = edit(("[calm]]", "{id: step, premises: [calm]}]"))
    theirs = BASE + "  - {id: q, attacks: air, text: Q., because: [{id: step, premises: [calm]}]}\n"
    (conflict,) = merge(ours, theirs).conflicts
    assert "`step`" in conflict


def test_marks_have_the_size_that_git_asks_for_and_the_line_ends_of_the_file() -> None:
    base, ours, theirs = (
        text.replace("\n", "\r\n")
        for text in (BASE, edit(("Close it.", "Shut it.")), edit(("Close it.", "Bar it.")))
    )
    merged = merge_texts(base, ours, theirs, size=9)
    marked = f"{'<' * 9} ours\r\n    text: Shut it.\r\n{'=' * 9}\r\n    text: Bar it.\r\n{'>' * 9} theirs\r\n"
    assert merged.text == base.replace("    text: Close it.\r\n", marked)


def test_a_first_field_that_both_changed_is_marked_with_its_record() -> None:
    base = "claims:\n  -   text: A.\n      id: a\n"
    merged = merge_texts(base, base.replace("A.", "B."), base.replace("A.", "C."))
    assert merged.text == (
        "claims:\n<<<<<<< ours\n  -   text: B.\n      id: a\n=======\n"
        "  -   text: C.\n      id: a\n>>>>>>> theirs\n"
    )


@pytest.mark.parametrize(
    ("comment", "where"),
    [
        ("# yaml-language-server: $schema=argmap.schema.json", "at the top or the end of the file"),
        ("  # about the street", "above `close`"),
    ],
)
def test_a_comment_that_both_changed_is_marked_alone(comment: str, where: str) -> None:
    indent = comment.partition("#")[0]
    more = "rebuttals:", "  - {id: new, text: New.}\nrebuttals:"
    ours = edit((comment, f"{indent}# mine"), more)
    theirs = edit((comment, f"{indent}# yours"), ("Close it.", "Shut it."))
    merged = merge(ours, theirs)
    marked = f"<<<<<<< ours\n{indent}# mine\n=======\n{indent}# yours\n>>>>>>> theirs"
    assert merged.text == edit((comment, marked), more, ("Close it.", "Shut it."))
    assert merged.conflicts == (f"the comment {where} was changed on both sides",)
    faults = read_text("merged", None, merged.text).faults
    assert [fault.code for fault in faults] == ["Y114"]


def test_a_comment_above_a_section_that_both_changed_is_marked_alone() -> None:
    base = edit(("rebuttals:", "# against it\nrebuttals:"))
    ours, theirs = (base.replace("against it", word) for word in ("mine", "yours"))
    merged = merge_texts(base, ours, theirs + "  - {id: q, attacks: air, text: Q.}\n")
    marked = "<<<<<<< ours\n# mine\n=======\n# yours\n>>>>>>> theirs\nrebuttals:"
    assert merged.text == edit(("rebuttals:", marked)) + "  - {id: q, attacks: air, text: Q.}\n"
    assert merged.conflicts == ("the comment above `rebuttals` was changed on both sides",)


def test_comments_that_both_wrote_where_none_was_both_stay() -> None:
    above = "  - id: calm"
    merged = merge(edit((above, f"  # mine\n{above}")), edit((above, f"  # yours\n{above}")))
    assert merged == Merged(edit((above, f"  # mine\n  # yours\n{above}")))


def test_an_empty_field_of_one_side_stays() -> None:
    ours, theirs = edit(("text: Calm.", "text: Calm.\n    quote:")), edit(("Close it.", "Shut it."))
    assert merge(ours, theirs).text == ours.replace("Close it.", "Shut it.")


def test_the_work_is_in_proportion_to_the_files() -> None:
    def work(size: int) -> Callable[[], object]:
        records = [f"  # {n}\n  - id: c{n}\n    text: T{n}.\n" for n in range(size)]
        ours = [record.replace("T", "U") if n % 3 else record for n, record in enumerate(records)]
        theirs = [record.replace("T", "V") if n % 2 else record for n, record in enumerate(records)]
        new = [f"  - id: n{n}\n    text: New {n}.\n" for n in range(size // 2)]
        three = ("claims:\n" + "".join(lines) for lines in (records, ours + new, theirs))
        return partial(merge_texts, *three)

    assert is_linear(growth(work, 50))


def test_who_only_wrote_it_in_another_style_gives_way() -> None:
    merged = merge(edit(("Close it.", "'Close it.'")), edit(("Close it.", "Shut it.")))
    assert merged.text == edit(("Close it.", "Shut it."))


@pytest.mark.parametrize(
    "text", ["claims: [", "claims: {a: b, a: c}", "a\n---\nb", "claims: [{text: no id}]"]
)
def test_what_is_no_map_is_left_to_lines(text: str) -> None:
    with pytest.raises(UnmergeableError):
        merge_texts(BASE, BASE + "# more\n", text)


@pytest.mark.parametrize("text", ["", "claims: [", "\ufeffclaims: []\n", BASE])
def test_with_no_change_on_one_side_the_result_is_the_other_byte_for_byte(text: str) -> None:
    assert merge_texts(BASE, BASE, text).text == text
    assert merge_texts(BASE, text, BASE).text == text


LF, CRLF, CR = ENDS = ("\n", "\r\n", "\r")


@pytest.mark.parametrize(
    ("before", "our", "their", "expected", "note"),
    [
        (LF, CRLF, LF, CRLF, "the lines end with CRLF, as ours do"),
        (LF, LF, CRLF, CRLF, "the lines end with CRLF, as theirs do"),
        (CRLF, CRLF, LF, LF, "the lines end with LF, as theirs do"),
        (LF, CRLF, CR, CRLF, "the lines end with CRLF, as ours do"),
        (LF, CRLF, CRLF, CRLF, ""),
        (CR, CR, CR, CR, ""),
    ],
)
def test_the_side_that_changed_the_line_ends_wins(
    before: str, our: str, their: str, expected: str, note: str
) -> None:
    ours, theirs = edit(("Close it.", "Shut it.")), edit(("Calm.", "Calmer."))
    versions = [text.replace("\n", end) for text, end in ((BASE, before), (ours, our), (theirs, their))]
    both = edit(("Close it.", "Shut it."), ("Calm.", "Calmer.")).replace("\n", expected)
    assert merge_texts(*versions) == Merged(both, notes=(note,) if note else ())


def test_a_side_that_changed_nothing_but_the_line_ends_gives_way_to_words_that_are_no_map() -> None:
    broken = "claims: [\n  {id: a}\n"
    merged = merge_texts(broken, broken.replace("\n", "\r\n"), broken + "# more\n")
    assert merged.text == "claims: [\r\n  {id: a}\r\n# more\r\n"


FIELDS = ("title", "text", "note", "quote")
changes = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.integers(0, 5), st.sampled_from(FIELDS), st.sampled_from("uvw")),
        st.tuples(st.just("add"), st.integers(0, 6), st.sampled_from("pqrs"), st.booleans()),
        st.tuples(st.just("comment"), st.integers(0, 5), st.sampled_from("kl"), st.none()),
        st.tuples(st.just("remove"), st.integers(0, 5), st.none(), st.none()),
    ),
    max_size=4,
)


def lay_out(records: list[dict[str, Any]]) -> str:
    """Write records, each in block style or in brackets."""
    lines = ["claims:"]
    for record in records:
        lines += [f"  # {comment}" for comment in record.get("comments", ())]
        fields = {key: value for key, value in record.items() if key not in {"comments", "flow"}}
        if record.get("flow"):
            lines.append("  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}")
        else:
            first, *rest = (f"{key}: {value}" for key, value in fields.items())
            lines += [f"  - {first}", *(f"    {one}" for one in rest)]
    return "\n".join(lines) + "\n"


def changed(records: list[dict[str, Any]], steps: list[Any], side: str) -> list[dict[str, Any]]:
    found = [{**record, "comments": list(record.get("comments", ()))} for record in records]
    for kind, number, what, how in steps:
        if kind == "add":
            found.insert(
                min(number, len(found)),
                {
                    "id": f"new-{side}-{what}{len(found)}",
                    "text": f"Of {side} {what}.",
                    "comments": [],
                    "flow": how,
                },
            )
        elif number < len(found) and kind == "remove":
            del found[number]
        elif number < len(found) and kind == "set":
            found[number][what] = f"{side} {how}"
        elif number < len(found):
            found[number]["comments"].append(f"{side} {what}")
    return found


def said(text: str) -> dict[str, dict[str, str]]:
    return {record["id"]: record for record in yaml.safe_load(text)["claims"] or ()}


@settings(max_examples=examples(100))
@given(st.lists(st.booleans(), min_size=1, max_size=6), changes, changes)
def test_without_conflicts_the_merged_map_is_the_union_of_both_changes(
    styles: list[bool], ours: list[Any], theirs: list[Any]
) -> None:
    records: list[dict[str, Any]] = [
        {"id": f"c{number}", "text": f"Text {number}.", "flow": flow} for number, flow in enumerate(styles)
    ]
    base = lay_out(records)
    mine, yours = (
        lay_out(changed(records, steps, side)) for steps, side in ((ours, "ours"), (theirs, "theirs"))
    )
    try:
        merged = merge_texts(base, mine, yours)
    except UnmergeableError:
        assert "- " not in mine or "- " not in yours, "only a map without records is left to lines"
        return
    if merged.conflicts:
        assert "<<<<<<<" in merged.text
        assert _clash(base, mine, yours)
        return
    old, our, their, new = (said(text) for text in (base, mine, yours, merged.text))
    for key in old.keys() | our.keys() | their.keys():
        was, m, y = old.get(key, {}), our.get(key, {}), their.get(key, {})
        for field in was.keys() | m.keys() | y.keys():
            values = was.get(field), m.get(field), y.get(field)
            expected = values[1] if values[2] in {values[0], values[1]} else values[2]
            assert new.get(key, {}).get(field) == expected
    for text in (mine, yours):
        for line in text.splitlines():
            if line.strip().startswith("#") and line not in base:
                assert line in merged.text.splitlines()


def _clash(base: str, mine: str, yours: str) -> bool:
    """Tell whether both sides changed the same record or the comments above it."""

    def blocks(text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        lead = ""
        key = ""
        for line in text.splitlines()[1:]:
            if line.startswith("  #"):
                lead += line
                continue
            if line.startswith("  - "):
                key = line.partition("id: ")[2].partition(",")[0]
                found[key], lead = lead, ""
            found[key] += line
        return found

    old, our, their = blocks(base), blocks(mine), blocks(yours)
    keys = old.keys() | our.keys() | their.keys()
    return any(
        our.get(key) != old.get(key) and their.get(key) != old.get(key) and our.get(key) != their.get(key)
        for key in keys
    )


@st.composite
def ended(draw: st.DrawFn, text: str) -> str:
    """Give a text other line ends, one for all lines or one for each."""
    several = draw(st.booleans())
    one = draw(st.sampled_from(ENDS))
    return "".join(
        line + (draw(st.sampled_from(ENDS)) if several else one)
        for line in text.removesuffix("\n").split("\n")
    )


@settings(max_examples=examples(100))
@given(st.data(), changes, changes)
def test_the_lines_of_what_was_merged_end_in_one_way(
    data: st.DataObject, ours: list[Any], theirs: list[Any]
) -> None:
    records: list[dict[str, Any]] = [
        {"id": f"c{number}", "text": f"Text {number}.", "flow": number % 2} for number in range(4)
    ]
    plain = [lay_out(records), *(lay_out(changed(records, steps, "ours")) for steps in (ours, theirs))]
    versions = [data.draw(ended(text)) for text in plain]
    try:
        merged = merge_texts(*versions)
    except UnmergeableError:
        with pytest.raises(UnmergeableError):
            merge_texts(*plain)
        return
    base, our, their = versions
    if their in (base, our):
        assert merged == Merged(our)
    elif our == base:
        assert merged == Merged(their)
    else:
        assert len(set(re.findall("\r\n|\r|\n", merged.text))) == 1
        assert re.sub("\r\n|\r", "\n", merged.text) == merge_texts(*plain).text


PREMISES = "bcdef"
reasons = st.lists(st.lists(st.sampled_from(PREMISES), min_size=1, max_size=2, unique=True), max_size=3)


def with_reasons(of_claim: list[list[str]], side: str, *, in_brackets: bool, blocked: bool) -> str:
    """Write a claim with reasons, and an undercut on each of them."""
    listed = "".join(f"\n      - [{', '.join(one)}]" for one in of_claim)
    flow = "[" + ", ".join(f"[{', '.join(one)}]" for one in of_claim) + "]"
    claim = "  - id: a\n    text: A.\n" + (
        f"    because:{listed}\n" if blocked and of_claim else f"    because: {flow}\n"
    )
    if in_brackets:
        claim = f"  - {{id: a, text: A., because: {flow}}}\n"
    others = "".join(f"  - {{id: {one}, text: {one.upper()}.}}\n" for one in PREMISES)
    cuts = "".join(
        f"  - {{id: {side}{at}, attacks: a/{at}, kind: undercut, text: {side} {at}.}}\n"
        for at in range(1, len(of_claim) + 1)
        if side
    )
    return f"claims:\n{claim}{others}" + (f"rebuttals:\n{cuts}" if cuts else "")


def undercut_steps(text: str, side: str) -> dict[str, frozenset[str]]:
    loaded = assemble([read_text("map.yaml", None, text)])
    assert not loaded.errors, loaded.errors
    steps = loaded.map.inferences
    return {
        one.rebuttal: frozenset(steps[one.target].premises)
        for one in loaded.map.attacks
        if one.rebuttal.startswith(side)
    }


@settings(max_examples=examples(100))
@given(reasons, reasons, reasons, st.tuples(st.booleans(), st.booleans()))
def test_reasons_that_both_added_keep_what_attacks_them(
    old: list[list[str]], mine: list[list[str]], yours: list[list[str]], style: tuple[bool, bool]
) -> None:
    in_brackets, blocked = style
    base, ours, theirs = (
        with_reasons([*old, *more], side, in_brackets=in_brackets, blocked=blocked)
        for more, side in (([], ""), (mine, "o"), (yours, "t"))
    )
    merged = merge_texts(base, ours, theirs)
    assert not merged.conflicts
    assert undercut_steps(merged.text, "o") == undercut_steps(ours, "o")
    assert undercut_steps(merged.text, "t") == undercut_steps(theirs, "t")
