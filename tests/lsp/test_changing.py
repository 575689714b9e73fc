"""What changes a map from the editor: the same bytes that the command would write."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import Editor, applied, plain
from tests.lsp.test_knowing import STREET
from tests.running import run_command

pytestmark = pytest.mark.asyncio(loop_scope="session")

MORE = "# kept\nrebuttals:\n  - {id: no, by: ada, attacks: deliveries, text: At night., seen: {close: abc}}\n"


def changed(edit: types.WorkspaceEdit | None, texts: dict[str, str]) -> dict[str, str]:
    """Make a workspace edit in texts, by their addresses."""
    assert edit is not None
    assert edit.changes is not None
    return {uri: applied(text, list(edit.changes.get(uri, ()))) for uri, text in texts.items()}


async def rename(editor: Editor, place: types.Position, new: str) -> types.WorkspaceEdit | None:
    asked = types.RenameParams(editor.identifier("claims.yaml"), place, new)
    return await editor.client.text_document_rename_async(asked)


@pytest.mark.parametrize(
    ("marked", "old", "new"),
    [
        (("id: close", "id: cl‸ose"), "close", "close-the-street"),
        (("by: boris", "by: ‸boris"), "boris", "борис"),
        (("source: minutes", "source: minutes‸"), "minutes", "council"),
        (("tags: [air]", "tags: [‸air]"), "air", "fresh-air"),
        (("id: air-to-close", "id: ‸air-to-close"), "air-to-close", "step"),
    ],
)
async def test_renaming_writes_what_the_command_writes(
    editor: Editor, marked: tuple[str, str], old: str, new: str
) -> None:
    kind = ["--type", "tag"] if new == "fresh-air" else []
    more = editor.write("more.yaml", MORE)
    place = editor.open_at("claims.yaml", STREET.replace(*marked))
    uri = editor.uri("claims.yaml")
    found = changed(await rename(editor, place, new), {uri: STREET, more.as_uri(): MORE})
    claims = editor.write("claims.yaml", STREET)
    outcome = run_command(["rename", old, new, *kind, "--map", str(editor.folder)])
    assert outcome.exit_code == 0, outcome.output
    assert found == {
        uri: claims.read_text(encoding="utf-8"),
        more.as_uri(): more.read_text(encoding="utf-8"),
    }


async def test_an_id_that_another_statement_has_got_meanwhile_is_not_renamed(editor: Editor) -> None:
    more = editor.write("more.yaml", MORE)
    place = editor.open_at("claims.yaml", STREET.replace("id: close", "id: ‸close"))
    asked = types.PrepareRenameParams(editor.identifier("claims.yaml"), place)
    await editor.client.text_document_prepare_rename_async(asked)
    editor.change("claims.yaml", STREET.replace("Close the street.", "Buses need it."))
    with pytest.raises(JsonRpcException, match=r"`close` says something else: “Buses need it\."):
        await rename(editor, place, "shut")
    assert await rename(editor, place, "shut") is not None
    assert more.read_text(encoding="utf-8") == MORE


async def test_only_the_names_are_replaced(editor: Editor) -> None:
    place = editor.open_at("claims.yaml", STREET.replace("id: close", "id: ‸close"))
    asked = types.PrepareRenameParams(editor.identifier("claims.yaml"), place)
    assert plain(await editor.client.text_document_prepare_rename_async(asked)) == {
        "range": {"start": {"line": 7, "character": 8}, "end": {"line": 7, "character": 13}},
        "placeholder": "close",
    }
    edit = await rename(editor, place, "shut")
    assert edit is not None
    assert [(str(one.range), one.new_text) for one in (edit.changes or {})[editor.uri("claims.yaml")]] == [
        ("7:8-7:13", "shut"),
        ("17:13-17:18", "shut"),
    ]


@pytest.mark.parametrize(
    ("text", "new", "why"),
    [
        (STREET.replace("id: close", "id: ‸close"), "air", "there is a statement `air` already"),
        (STREET.replace("id: close", "id: ‸close"), "a b", "`a b` is not an id: "),
        (
            STREET.replace("id: close", "id: ‸close") + "    txt: x\n",
            "b",
            "the map has errors to mend first: ",
        ),
    ],
)
async def test_what_the_command_refuses_is_refused(editor: Editor, text: str, new: str, why: str) -> None:
    place = editor.open_at("claims.yaml", text)
    with pytest.raises(JsonRpcException) as refused:
        await rename(editor, place, new)
    assert str(refused.value.message).startswith(why)


async def test_the_baseline_follows(editor: Editor) -> None:
    editor.write("argmap.toml", '[check]\nbaseline = "known.json"\nselect = ["S511"]\n')
    text = STREET.replace(", tags: [air]}", ", tags: [air], quote: gets cleaner}")
    editor.write("claims.yaml", text)
    outcome = run_command(["check", "--map", str(editor.folder), "--update-baseline"])
    known = editor.folder / "known.json"
    before = known.read_text(encoding="utf-8")
    place = editor.open_at("claims.yaml", text.replace("{id: air,", "{id: ‸air,"))
    found = changed(await rename(editor, place, "wind"), {known.as_uri(): before})
    assert outcome.exit_code == 0, outcome.output
    assert (
        run_command(["rename", "air", "wind", "--type", "statement", "--map", str(editor.folder)]).exit_code
        == 0
    )
    assert found == {known.as_uri(): known.read_text(encoding="utf-8")} != {known.as_uri(): before}


async def test_formatting_writes_what_the_command_writes(editor: Editor, repository: Path) -> None:
    for text in (
        "claims:\n  -   {by: ada , id: a,\n     text: 'One'}   # kept\n\n\n  - id:   b\n    text: Two\n",
        STREET,
        (repository / "tests/golden/debate.yaml").read_text(encoding="utf-8"),
    ):
        editor.open("claims.yaml", text)
        options = types.FormattingOptions(tab_size=2, insert_spaces=True)
        asked = types.DocumentFormattingParams(editor.identifier("claims.yaml"), options)
        edits = await editor.client.text_document_formatting_async(asked)
        path = editor.write("claims.yaml", text)
        run_command(["fmt", str(path)])
        assert applied(text, list(edits or ())) == path.read_text(encoding="utf-8")
        editor.close("claims.yaml")


async def test_what_cannot_be_formatted_is_refused(editor: Editor) -> None:
    editor.open("claims.yaml", "claims:\n  - {id: a, text: 'x}\n")
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    asked = types.DocumentFormattingParams(editor.identifier("claims.yaml"), options)
    with pytest.raises(JsonRpcException, match="it has errors that must be mended by hand first"):
        await editor.client.text_document_formatting_async(asked)


async def offered(editor: Editor, text: str, *, only: str | None = None) -> dict[str, Any]:
    """Ask what can be done at the cursor; give the text that each action leads to, by its title."""
    place = editor.open_at("claims.yaml", text)
    clean = editor.texts[editor.uri("claims.yaml")]
    until = types.Position(place.line, place.character + text.count("»"))
    context = types.CodeActionContext([], [types.CodeActionKind(only)] if only else None)
    asked = types.CodeActionParams(editor.identifier("claims.yaml"), types.Range(place, until), context)
    found = await editor.client.text_document_code_action_async(asked)
    uri = editor.uri("claims.yaml")
    return {
        one.title: changed(one.edit, {uri: clean})[uri]
        for one in found or ()
        if isinstance(one, types.CodeAction)
    }


async def test_a_tip_that_names_names_is_applied(editor: Editor) -> None:
    text = STREET.replace("attacks: close", "attacks: ‸clos")
    assert (await offered(editor, text))["Write `close`"] == STREET


async def test_a_misspelt_field_is_mended(editor: Editor) -> None:
    found = await offered(editor, STREET.replace("    by: boris", "    ‸bye: boris"))
    assert found["Write `by`"] == STREET


async def test_a_wrong_word_is_mended(editor: Editor) -> None:
    found = await offered(editor, STREET + "    kind: ‸undercutt\n")
    assert STREET + "    kind: undercut\n" in found.values()


async def test_what_is_safe_is_mended_as_check_mends_it(editor: Editor) -> None:
    text = STREET.replace("attacks: close", "attacks: Close").replace("by: boris", "by: Boris")
    found = await offered(editor, text.replace("attacks: ", "attacks: ‸"))
    path = editor.write("claims.yaml", text)
    run_command(["check", "--fix", str(path)])
    assert found["Mend what can be mended safely"] == path.read_text(encoding="utf-8") == STREET


async def test_a_missing_person_is_added(editor: Editor) -> None:
    found = await offered(editor, STREET.replace("by: boris", "by: ‸cem-kaya"))
    assert found["Add the person `cem-kaya`"] == STREET.replace("by: boris", "by: cem-kaya").replace(
        "  boris: {name: Boris}\n", "  boris: {name: Boris}\n  cem-kaya: {name: Cem Kaya}\n"
    )


async def test_a_missing_source_is_added(editor: Editor) -> None:
    found = await offered(editor, STREET.replace("source: minutes", "source: ‸letters"))
    assert "  letters: {title: Letters}\n" in found["Add the source `letters`"]


async def test_a_challenge_is_answered_by_who_owes_the_reply(editor: Editor) -> None:
    found = await offered(editor, STREET.replace("id: deliveries", "id: ‸deliveries"))
    assert found["Answer this challenge as Ada Lindqvist"] == STREET + (
        "\n  - id: ada-on-deliveries\n    by: ada\n    attacks: deliveries\n    kind: rebut\n    text: …\n"
    )


async def test_a_premise_is_extracted(editor: Editor) -> None:
    text = STREET.replace("Lorries must", "‸Lorries must")
    editor.open_at("claims.yaml", text)
    line = STREET[: STREET.index("Lorries")].count("\n")
    chosen = types.Range(types.Position(line, 10), types.Position(line, 22))
    asked = types.CodeActionParams(editor.identifier("claims.yaml"), chosen, types.CodeActionContext([]))
    found = await editor.client.text_document_code_action_async(asked)
    (one,) = [one for one in found or () if one.title == "Extract a premise"]
    assert isinstance(one, types.CodeAction)
    assert one.kind == "refactor.extract"
    new = changed(one.edit, {editor.uri("claims.yaml"): STREET})[editor.uri("claims.yaml")]
    assert "    because: [boris-lorries-must]\n" in new
    assert "{id: boris-lorries-must, by: boris, text: Lorries must.}\n" in new


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "claims:\n  - {id: a, by: ada, text: ‸x, quote: x}\n",
            "  - {id: a, by: ada, text: x, quote: x}  # argmap: ignore S511\n",
        ),
        (
            "claims:\n  - id: a\n    by: ada\n    quote: >-\n      ‸x y\n    text: x\n",
            "  # argmap: ignore S511\n  - id: a\n",
        ),
    ],
)
async def test_a_finding_is_ignored_where_it_stands(editor: Editor, text: str, line: str) -> None:
    editor.write("argmap.toml", '[check]\nselect = ["S511"]\n')
    found = await offered(editor, text)
    (title,) = [title for title in found if title.startswith("Ignore")]
    assert line in found[title]
    assert await editor.changed("claims.yaml", found[title]) == []


async def test_the_client_chooses_which_kind_it_wants(editor: Editor) -> None:
    text = STREET.replace("attacks: close", "attacks: ‸Close")
    assert list(await offered(editor, text, only="source.fixAll")) == ["Mend what can be mended safely"]
