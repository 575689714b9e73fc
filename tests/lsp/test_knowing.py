"""What is offered, told and found: completion, hover, definitions, references, symbols."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

STREET = """\
map: {tags: {air: What one breathes.}}
people:
  ada: {name: Ada Lindqvist, aka: [Ада]}
  boris: {name: Boris}
sources:
  minutes: {title: Minutes of the council, url: "https://example.org/minutes"}
claims:
  - id: close
    by: ada
    text: Close the street.
    source: minutes, p. 1
    because:
      - {id: air-to-close, premises: [air], scheme: example}
  - {id: air, by: ada, text: The air gets cleaner., tags: [air]}
rebuttals:
  - id: deliveries
    by: boris
    attacks: close
    text: Lorries must come through.
"""


SHOWN = """\
```text
Close the street.                                                          close
claim, by Ada Lindqvist

“Minutes of the Council,” n.d., 1
because (example)
  The air gets cleaner.                                                      air
rebutted by Boris: Lorries must come through.                         deliveries
  open, a reply is owed by Ada Lindqvist

Sources

  “Minutes of the Council.” n.d.
    https://example.org/minutes

claims.yaml:8:5

status: out: Boris's challenge «Lorries must come through.» stands unanswered
```"""


async def complete(editor: Editor, text: str) -> types.CompletionList:
    place = editor.open_at("claims.yaml", text)
    asked = types.CompletionParams(editor.identifier("claims.yaml"), place)
    found = await editor.client.text_document_completion_async(asked)
    assert isinstance(found, types.CompletionList)
    return found


def names(found: types.CompletionList) -> list[str]:
    return [item.label for item in found.items]


async def test_a_person_is_completed_with_a_card(editor: Editor) -> None:
    found = await complete(editor, STREET + "    because: [air]\n  - {id: x, by: ad‸}\n")
    (item,) = found.items
    assert plain(item) == {
        "label": "ada",
        "kind": 7,
        "detail": "Ada Lindqvist",
        "textEdit": {
            "range": {"start": {"line": 20, "character": 16}, "end": {"line": 20, "character": 18}},
            "newText": "ada",
        },
        "data": {"uri": editor.uri("claims.yaml"), "space": "person", "name": "ada"},
    }
    card = (await editor.client.completion_item_resolve_async(item)).documentation
    assert isinstance(card, types.MarkupContent)
    assert card.value.startswith("```text\nAda Lindqvist · Ада")


async def test_a_person_is_completed_in_any_script(editor: Editor) -> None:
    found = await complete(editor, STREET + "  - {id: x, by: Ад‸}\n")
    assert [(item.label, item.filter_text) for item in found.items] == [("ada", "Ад")]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("    attacks: ‸", ["close", "air", "deliveries", "air-to-close"]),
        ("    because: [close, ai‸", ["air"]),
        ("    seen: {‸", ["close", "air", "deliveries", "air-to-close"]),
        ("    source: m‸", ["minutes"]),
        ("    tags: [‸", ["air"]),
        ("    kind: ‸", ["rebut", "undermine", "undercut"]),
        ("    basis: ‸", ["stated", "inferred"]),
        ("    because: [{premises: air, scheme: ‸", ["example"]),
        ("    conceded: {work: ‸", ["minutes"]),
        ("    text: a‸", []),
        ("    note: a # by: ‸", []),
        ("    because: [{premises: air, ‸", ["scheme", "warrant", "basis", "origin", "id"]),
    ],
)
async def test_values_are_completed(editor: Editor, line: str, offered: list[str]) -> None:
    """The text is no YAML where a bracket is open; names are those of what was last read."""
    editor.write("other.yaml", STREET)
    found = await complete(editor, f"rebuttals:\n  - id: x\n    by: ada\n{line}\n")
    assert names(found) == offered


async def test_fields_are_completed_that_are_not_there(editor: Editor) -> None:
    found = await complete(editor, "claims:\n  - id: x\n    ‸\n    text: y\n  - {id: z, by: ada, text: z}\n")
    assert names(found)[:3] == ["by", "title", "source"]
    assert "text" not in names(found)
    assert plain(found.items[0]) == {
        "label": "by",
        "kind": 5,
        "documentation": {"kind": "markdown", "value": "The key of the person who asserts it."},
        "sortText": "001",
        "textEdit": {
            "range": {"start": {"line": 2, "character": 4}, "end": {"line": 2, "character": 4}},
            "newText": "by: ",
        },
    }


async def test_sections_are_completed(editor: Editor) -> None:
    assert names(await complete(editor, "claims:\n  - {id: a, text: b}\n‸\n")) == [
        "map",
        "people",
        "sources",
        "rebuttals",
    ]


async def hover(editor: Editor, text: str) -> types.Hover | None:
    place = editor.open_at("claims.yaml", text)
    asked = types.HoverParams(editor.identifier("claims.yaml"), place)
    return await editor.client.text_document_hover_async(asked)


def card(shown: types.Hover | None) -> str:
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    return shown.contents.value


async def test_a_statement_is_shown_with_its_bucket_and_its_status(editor: Editor, tmp_path: Path) -> None:
    shown = await hover(editor, STREET.replace("attacks: close", "attacks: clo‸se"))
    assert shown is not None
    assert plain(shown.range) == {
        "start": {"line": 17, "character": 13},
        "end": {"line": 17, "character": 18},
    }
    # The name of the folder decides where the line with the place is broken.
    without_breaks = "".join(card(shown).split())
    assert without_breaks.replace(f"{tmp_path.as_posix()}/", "") == "".join(SHOWN.split())


async def test_a_field_is_explained(editor: Editor) -> None:
    shown = await hover(editor, STREET.replace("    attacks:", "    att‸acks:"))
    assert card(shown) == "`attacks`: What it attacks: an id, or a list of ids and of mappings with details."


async def test_nothing_is_said_of_prose(editor: Editor) -> None:
    assert await hover(editor, STREET.replace("Lorries", "Lor‸ries")) is None


async def test_what_cannot_be_read_now_is_told_from_before(editor: Editor) -> None:
    await editor.opened("claims.yaml", STREET)
    broken = STREET.replace("  - id: close\n", '  - id: "close\n')
    await editor.changed("claims.yaml", broken)
    line = broken[: broken.index("attacks: close")].count("\n")
    asked = types.HoverParams(editor.identifier("claims.yaml"), types.Position(line, 14))
    assert "Close the street." in card(await editor.client.text_document_hover_async(asked))
    completing = types.CompletionParams(editor.identifier("claims.yaml"), types.Position(line, 13))
    found = await editor.client.text_document_completion_async(completing)
    assert isinstance(found, types.CompletionList)
    assert "close" in names(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (("attacks: close", "attacks: c‸lose"), (7, 8)),
        (("by: boris", "by: bo‸ris"), (3, 2)),
        (("source: minutes", "source: m‸inutes"), (5, 2)),
        (("tags: [air]", "tags: [ai‸r]"), (0, 13)),
        (("attacks: close", "attacks: air-to-c‸lose"), (12, 13)),
        (("attacks: close", "attacks: [close, ‸nothing]"), None),
    ],
)
async def test_definitions(editor: Editor, text: tuple[str, str], found: tuple[int, int] | None) -> None:
    place = editor.open_at("claims.yaml", STREET.replace(*text))
    asked = types.DefinitionParams(editor.identifier("claims.yaml"), place)
    answer = await editor.client.text_document_definition_async(asked)
    if found is None:
        assert answer is None
    else:
        assert isinstance(answer, types.Location)
        assert answer.uri == editor.uri("claims.yaml")
        assert (answer.range.start.line, answer.range.start.character) == found


async def test_references_are_all_uses_in_all_files(editor: Editor) -> None:
    editor.write("more.yaml", "rebuttals:\n  - {id: no, attacks: close, text: No., seen: {close: abc}}\n")
    place = editor.open_at("claims.yaml", STREET.replace("id: close", "id: cl‸ose"))
    context = types.ReferenceContext(include_declaration=True)
    asked = types.ReferenceParams(context, editor.identifier("claims.yaml"), place)
    found = await editor.client.text_document_references_async(asked)
    assert [(Path(one.uri).name, one.range.start.line, one.range.start.character) for one in found or ()] == [
        ("claims.yaml", 7, 8),
        ("claims.yaml", 17, 13),
        ("more.yaml", 1, 22),
        ("more.yaml", 1, 47),
    ]
    asked = types.ReferenceParams(
        types.ReferenceContext(include_declaration=False), editor.identifier("claims.yaml"), place
    )
    assert len(await editor.client.text_document_references_async(asked) or ()) == 3
    lit = types.DocumentHighlightParams(editor.identifier("claims.yaml"), place)
    highlights = await editor.client.text_document_document_highlight_async(lit)
    assert [(one.range.start.line, one.kind) for one in highlights or ()] == [(7, 3), (17, 2)]


async def test_the_outline_of_a_document(editor: Editor) -> None:
    editor.open("claims.yaml", STREET)
    asked = types.DocumentSymbolParams(editor.identifier("claims.yaml"))
    found = await editor.client.text_document_document_symbol_async(asked)
    assert [
        (one.name, [(inner.name, inner.detail, str(inner.range)) for inner in one.children or ()])
        for one in found or ()
        if isinstance(one, types.DocumentSymbol)
    ] == [
        ("people", [("ada", "Ada Lindqvist", "2:0-2:40"), ("boris", "Boris", "3:0-3:22")]),
        ("sources", [("minutes", "Minutes of the council", "5:0-5:78")]),
        (
            "claims",
            [
                ("close", "Ada Lindqvist: Close the street.", "7:0-12:60"),
                ("air", "Ada Lindqvist: The air gets cleaner.", "13:0-13:64"),
            ],
        ),
        ("rebuttals", [("deliveries", "Boris: Lorries must come through. (open)", "15:0-18:36")]),
    ]


async def test_symbols_of_all_maps_are_found_in_any_script(editor: Editor) -> None:
    await editor.opened("claims.yaml", STREET)
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("Ада"))
    assert [(one.name, one.container_name) for one in found or ()] == [("ada", "Ada Lindqvist")]
    everything = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams(""))
    assert [one.name for one in everything or ()] == ["ada", "boris", "minutes", "close", "air", "deliveries"]
