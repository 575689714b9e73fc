"""What a page wishes is one small change of a file, or a refusal that says why; nothing is overwritten."""

from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from argmap.live.desk import Desk
from argmap.live.room import Room
from argmap.live.wishes import MalformedWishError
from tests.live.maps import STREET, exhibition

DONE, REFUSED, CONFLICT = "done", "refused", "conflict"


class Street:
    """A map on a desk.

    Args:
        folder: where it is written.
        text: what it says.
    """

    def __init__(self, folder: Path, text: str = STREET) -> None:
        self.path, shown = exhibition(folder, text)
        self.room = Room(shown.snapshot(shown.read()))
        self.desk = Desk(shown, self.room)

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    def wish(self, do: str, version: str = "", **more: object) -> tuple[str, dict[str, Any]]:
        """Send a wish, by default of a page that shows the latest version; give what became of it."""
        told = self.desk.answer({"do": do, "version": version or self.room.snapshot.version, **more})
        return next((kind for kind in (REFUSED, CONFLICT) if kind in told), DONE), told

    def diff(self) -> list[str]:
        """Give the lines that came and went since the beginning."""
        lines = unified_diff(STREET.splitlines(), self.text.splitlines(), lineterm="", n=0)
        return [line for line in lines if line[:3] not in {"---", "+++"} and not line.startswith("@@")]


@pytest.fixture
def street(tmp_path: Path) -> Street:
    return Street(tmp_path)


def test_an_answer_is_a_few_lines_and_says_what_is_owed(street: Street) -> None:
    status, told = street.wish("rebuttal", attacks="lorries", text="They can come early.", by="Ada")
    assert status == DONE
    assert told["id"] == "ada-can-come-early"
    assert told["told"] == ["“Lorries must get in.” is no longer open, but answered."]
    assert street.diff() == [
        "+",
        "+  - id: ada-can-come-early",
        "+    by: ada",
        "+    attacks: lorries",
        "+    kind: rebut",
        "+    text: They can come early.",
    ]
    assert told["version"] == street.room.snapshot.version
    assert "ada-can-come-early" in street.room.snapshot.loaded.map.rebuttals


@pytest.mark.parametrize(
    ("do", "wish", "lines"),
    [
        (
            "claim",
            {"text": "Shops need goods.", "by": "boris", "tags": ["shops"]},
            [
                "+  - id: boris-shops-need-goods",
                "+    by: boris",
                "+    text: Shops need goods.",
                "+    tags: [shops]",
            ],
        ),
        (
            "claim",
            {"text": "Children are safer.", "supports": "close"},
            ["+      - children-safer", "+  - id: children-safer", "+    text: Children are safer."],
        ),
        ("reason", {"conclusion": "lorries", "premises": ["air"]}, ["+    because: [air]"]),
        (
            "target",
            {"rebuttal": "lorries", "attacks": "air"},
            ["-    attacks: close", "+    attacks: [close, air]"],
        ),
        (
            "set",
            {"name": "close", "fields": {"title": "Shut it"}},
            ["-    title: Close the street", "+    title: Shut it"],
        ),
        ("set", {"name": "close", "fields": {"title": ""}}, ["-    title: Close the street"]),
        (
            "rename",
            {"name": "air", "new": "clean"},
            ["-      - [air]", "+      - [clean]", "-  - id: air", "+  - id: clean"],
        ),
        (
            "remove",
            {"name": "lorries"},
            [
                "-rebuttals:",
                "-  - id: lorries",
                "-    by: boris",
                "-    attacks: close",
                "-    text: Lorries must get in.",
            ],
        ),
    ],
)
def test_each_wish_changes_its_lines_alone_and_can_be_taken_back(
    street: Street, do: str, wish: dict[str, Any], lines: list[str]
) -> None:
    status, told = street.wish(do, dry=True, **wish)
    assert (status, street.text) == (DONE, STREET)
    status, told = street.wish(do, **wish)
    assert status == DONE, told
    assert sorted(street.diff()) == sorted(lines)
    assert "# her words" in street.text
    assert street.wish("undo") == (DONE, {"told": [], "files": ["street.yaml"]})
    assert street.text == STREET


def test_where_a_challenge_is_conceded_is_written_and_a_new_work_added_with_consent(street: Street) -> None:
    wish: dict[str, Any] = {"name": "lorries", "fields": {"conceded": "Minutes, p. 3"}}
    status, told = street.wish("set", **wish)
    assert status == REFUSED
    assert told == {"refused": "The map has no source `Minutes`.", "remedy": "create"}
    assert street.text == STREET
    status, told = street.wish("set", create=True, **wish)
    assert status == DONE
    assert told["told"] == ["“Lorries must get in.” is no longer open, but conceded."]
    assert "+    conceded: minutes, p. 3" in street.diff()
    assert "title: Minutes" in street.text


@pytest.mark.parametrize("end", ["conceded", "withdrawn", "answered-elsewhere"])
def test_every_end_of_a_challenge_is_marked_and_taken_back(street: Street, end: str) -> None:
    assert street.wish("set", name="lorries", create=True, fields={end: "Minutes, p. 3"})[0] == DONE
    assert f"+    {end}: minutes, p. 3" in street.diff()
    _, told = street.wish("set", name="lorries", fields={end: ""})
    assert told["told"][0].endswith("but open.")
    assert not [line for line in street.diff() if end in line]


def test_one_end_follows_another(street: Street) -> None:
    street.wish("set", name="lorries", create=True, fields={"conceded": "Minutes, p. 3"})
    assert street.wish("set", name="lorries", fields={"withdrawn": "minutes, p. 4"})[0] == REFUSED
    both = {"conceded": "", "withdrawn": "minutes, p. 4"}
    assert street.wish("set", name="lorries", fields=both)[0] == DONE
    assert "+    withdrawn: minutes, p. 4" in street.diff()


def test_an_end_that_was_marked_meanwhile_is_shown(street: Street) -> None:
    shown = street.room.snapshot.version
    street.wish("set", name="lorries", create=True, fields={"answered-elsewhere": "Minutes, p. 3"})
    again = {"name": "lorries", "fields": {"answered-elsewhere": "minutes, p. 9"}}
    status, told = street.wish("set", version=shown, **again)
    assert status == CONFLICT
    assert "has changed from nothing to" in told["conflict"]


def test_a_quote_is_looked_up_before_it_is_saved(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("Lorries must not get in.", encoding="utf-8")
    sources = "sources:\n  minutes: {title: Minutes, copy: minutes.txt}\n"
    street = Street(tmp_path, sources + STREET)
    fields = {"source": "minutes", "quote": "Lorries may get in."}
    _, told = street.wish("set", name="lorries", dry=True, fields=fields)
    assert told["told"] == ["The quote is not in `minutes`; nearest, in paragraph 1: “Lorries must not get”."]
    _, told = street.wish("set", name="lorries", fields={**fields, "quote": "Lorries must not get in."})
    assert told["told"] == []
    _, told = street.wish("claim", text="No.", by="ada", source="minutes", quote="No.")
    assert told["told"] == ["The quote is not in `minutes`; nothing in it comes near; is it another source?"]


def test_what_others_refer_to_goes_only_with_consent(street: Street) -> None:
    status, told = street.wish("remove", name="close")
    assert (status, told["remedy"]) == (REFUSED, "cascade")
    assert told["refused"].startswith("It is named by “Lorries must get in.”. What cannot be without it")
    assert street.wish("remove", name="close", cascade=True)[0] == DONE
    assert list(street.room.snapshot.loaded.map.statements) == ["air"]


def test_a_change_made_meanwhile_is_merged_where_the_wish_still_means_the_same(street: Street) -> None:
    shown = street.room.snapshot.version
    by_hand = STREET.replace("The air gets cleaner.", "The air gets much cleaner.") + "# more\n"
    street.path.write_text(by_hand, encoding="utf-8")
    status, _ = street.wish("set", shown, name="close", fields={"title": "Shut it"})
    assert status == DONE
    assert street.text == by_hand.replace("title: Close the street", "title: Shut it")


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (
            {"do": "set", "name": "close", "fields": {"title": "Shut it"}},
            "Meanwhile the title of `close` has changed from “Close the street” to “Close it on Sundays”.",
        ),
        (
            {"do": "rebuttal", "attacks": "close", "text": "No."},
            "Meanwhile the title of `close` has changed from “Close the street” to “Close it on Sundays”.",
        ),
        (
            {"do": "rebuttal", "attacks": "lorries", "text": "No."},
            "“Lorries must get in.” is no longer there.",
        ),
        ({"do": "remove", "name": "close", "cascade": True}, "Meanwhile the title of `close`"),
    ],
)
def test_a_change_made_meanwhile_that_alters_what_is_meant_is_told_and_never_overwritten(
    street: Street, wish: dict[str, Any], why: str
) -> None:
    shown = street.room.snapshot.version
    by_hand = STREET.replace("Close the street", "Close it on Sundays").partition("rebuttals:")[0]
    street.path.write_text(by_hand, encoding="utf-8")
    status, told = street.wish(version=shown, **wish)
    assert status == CONFLICT
    assert told["conflict"].startswith(why)
    assert street.text == by_hand


@pytest.mark.parametrize(
    "wish",
    [
        {"do": "rename", "name": "lorries", "new": "vans"},
        {"do": "set", "name": "lorries", "fields": {"tags": ["shops"]}},
        {"do": "remove", "name": "lorries"},
    ],
)
def test_an_id_that_another_statement_has_got_meanwhile_is_not_taken_for_the_old_one(
    street: Street, wish: dict[str, Any]
) -> None:
    shown = street.room.snapshot.version
    other = "  - {id: lorries, by: boris, attacks: air, text: Buses need the street.}\n"
    by_hand = STREET.partition("rebuttals:")[0] + "rebuttals:\n" + other
    street.path.write_text(by_hand, encoding="utf-8")
    status, told = street.wish(version=shown, **wish)
    assert status == CONFLICT
    assert "Buses need the street." in told["conflict"]
    assert street.text == by_hand
    assert street.wish(**wish)[0] == CONFLICT  # the page has not shown the new state yet
    street.desk._exhibition.renew(street.room)
    assert street.wish(**wish)[0] == DONE


def test_a_statement_of_which_the_title_has_stayed_is_renamed(tmp_path: Path) -> None:
    titled = STREET.replace("text: Lorries must get in.", "title: Lorries\n    text: Lorries must get in.")
    street = Street(tmp_path, titled)
    shown = street.room.snapshot.version
    street.path.write_text(titled.replace("must get in.", "have to get in."), encoding="utf-8")
    assert street.wish("rename", shown, name="lorries", new="vans")[0] == DONE
    assert "have to get in." in street.text


def test_an_attack_with_a_name_is_undercut_though_something_else_has_changed(tmp_path: Path) -> None:
    street = Street(tmp_path, STREET.replace("attacks: close", "attacks: {target: close, id: blow}"))
    shown = street.room.snapshot.version
    street.path.write_text(street.text + "    note: No.\n", encoding="utf-8")
    wish = {"attacks": "blow", "kind": "undercut", "text": "Not so."}
    assert street.wish("rebuttal", shown, **wish)[0] == DONE
    street.path.write_text(street.text.replace("Lorries must", "Vans must"), encoding="utf-8")
    status, told = street.wish("rebuttal", shown, **wish)
    assert status == CONFLICT
    assert "the text of `lorries` has changed" in told["conflict"]


def test_a_page_that_shows_an_unknown_state_changes_nothing(street: Street) -> None:
    status, told = street.wish("set", "another", name="close", fields={"title": "Shut it"})
    assert status == CONFLICT
    assert "old state" in told["conflict"]
    assert street.text == STREET


def test_nothing_is_taken_back_from_under_a_later_change(street: Street) -> None:
    assert street.wish("undo")[1]["refused"] == "There is nothing to take back."
    assert street.wish("set", name="close", fields={"title": "Shut it"})[0] == DONE
    by_hand = street.text + "# more\n"
    street.path.write_text(by_hand, encoding="utf-8")
    status, told = street.wish("undo")
    assert status == REFUSED
    assert told["refused"].startswith("It is not taken back: ")
    assert "has changed since" in told["refused"]
    assert street.text == by_hand


def test_a_wish_that_changes_nothing_is_not_one_to_take_back(street: Street) -> None:
    assert street.wish("set", name="close", fields={"title": "Shut it"})[0] == DONE
    assert street.wish("set", name="close", fields={"title": "Shut it"})[1]["files"] == []
    assert street.wish("undo")[0] == DONE
    assert street.text == STREET


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"do": "claim"}, "Say it in a sentence."),
        ({"do": "claim", "text": "x", "by": "Cleo"}, "The map has no person `Cleo`."),
        (
            {"do": "rebuttal", "text": "x", "attacks": "clsoe"},
            "No statement is called `clsoe`. Did you mean `close`",
        ),
        ({"do": "reason", "conclusion": "close", "premises": ["air"]}, "It is a reason for that already."),
        ({"do": "reason", "conclusion": "close", "premises": ["close"]}, "Nothing is a reason for itself."),
        ({"do": "target", "rebuttal": "air", "attacks": "close"}, "Only a challenge or a reply attacks"),
        ({"do": "target", "rebuttal": "lorries", "attacks": "close"}, "It attacks that already."),
        ({"do": "rename", "name": "air", "new": "close"}, "There is a statement `close` already."),
        ({"do": "rename", "name": "air", "new": "a b"}, "`a b` is not an id"),
        ({"do": "set", "name": "air", "fields": {"text": ""}}, "the map cannot be changed: "),
        ({"do": "set", "name": "lorries", "fields": {"kind": "deny"}}, "the map cannot be changed: "),
    ],
)
def test_what_cannot_be_is_refused_in_words(street: Street, wish: dict[str, Any], why: str) -> None:
    status, told = street.wish(**wish)
    assert status == REFUSED
    assert told["refused"].startswith(why)
    assert street.text == STREET


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        {},
        {"do": "shell", "version": "x"},
        {"do": "claim"},
        {"do": "undo", "version": 3},
        {"do": "set", "version": "x", "name": "close", "fields": {"id": "y"}},
        {"do": "claim", "version": "x", "text": "T.", "file": "/etc/passwd"},
    ],
)
def test_what_no_page_sends_is_refused(street: Street, body: object) -> None:
    with pytest.raises(MalformedWishError):
        street.desk.answer(body)
    assert street.text == STREET


def test_a_map_with_errors_is_left_alone(street: Street) -> None:
    street.path.write_text(STREET + "  - [", encoding="utf-8")
    status, told = street.wish("claim", text="More.")
    assert status == REFUSED
    assert told["refused"].startswith("The map has errors to mend first: ")
