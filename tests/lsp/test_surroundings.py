"""What stands around a map in an editor: lenses, hints, links, folds, and the tree of attack and support."""

import pytest
from fpdf import FPDF
from lsprotocol import types

from tests.lsp.editor import Editor, plain
from tests.lsp.test_knowing import STREET

pytestmark = pytest.mark.asyncio(loop_scope="session")

TITLED = STREET.replace("    text: Close the street.", "    title: Closing\n    text: Close the street.")
WHOLE = types.Range(types.Position(0, 0), types.Position(99, 0))


async def test_lenses_tell_what_waits(editor: Editor) -> None:
    text = STREET + (
        "    source: minutes, p. 1\n"
        "  - {id: no, by: boris, attacks: air, text: It does not., source: speech-1}\n"
        "  - {id: late, by: ada, attacks: boris-says, text: Late., source: speech-2}\n"
    )
    text = text.replace(
        "claims:\n", "claims:\n  - {id: boris-says, by: boris, text: Says., source: speech-1}\n"
    ).replace(
        "sources:\n",
        "sources:\n  speech-1: {title: First speech, type: speech, date: 2019}\n"
        "  speech-2: {title: Second speech, type: speech, date: 2020}\n",
    )
    text = text.replace(
        "air, by: ada, text: The air gets cleaner.", "air, by: ada, text: Air., source: speech-2"
    )
    editor.open("claims.yaml", text)
    asked = types.CodeLensParams(editor.identifier("claims.yaml"))
    found = await editor.client.text_document_code_lens_async(asked)
    told = [
        (text.splitlines()[one.range.start.line].strip(), one.command.title)
        for one in found or ()
        if one.command
    ]
    assert [(line.split("id: ")[1].split(",")[0], title) for line, title in told] == [
        ("boris-says", "1 open challenge"),
        ("close", "1 open challenge"),
        ("air", "1 open challenge"),
        ("deliveries", "reply owed by Ada Lindqvist"),
        ("no", "reply owed by Ada Lindqvist"),
        ("no", "passed over in “Second Speech” 2020"),
        ("late", "reply owed by Boris"),
    ]


async def test_a_lens_shows_what_it_tells_of_beside_it_where_the_client_can(able: Editor) -> None:
    able.open("claims.yaml", STREET)
    found = await able.client.text_document_code_lens_async(
        types.CodeLensParams(able.identifier("claims.yaml"))
    )
    uri, lines = able.uri("claims.yaml"), STREET.splitlines()
    close, deliveries = (
        next(n for n, line in enumerate(lines) if f"id: {key}" in line) for key in ("close", "deliveries")
    )
    told = {one["command"]["title"]: one["command"] for one in plain(found)}
    assert told["1 open challenge"] == {
        "title": "1 open challenge",
        "command": "argmap.peek",
        "arguments": [
            uri,
            {"line": close, "character": 8},
            [{"uri": uri, "range": _span(deliveries, 8, 18)}],
        ],
    }
    owed = told["reply owed by Ada Lindqvist"]["arguments"]
    assert owed == [
        uri,
        {"line": deliveries, "character": 8},
        [{"uri": uri, "range": _span(close, 8, 13)}],
    ]


async def test_a_lens_names_the_place_where_a_client_opens_no_documents(editor: Editor) -> None:
    editor.open("claims.yaml", STREET)
    asked = types.CodeLensParams(editor.identifier("claims.yaml"))
    for lens in await editor.client.text_document_code_lens_async(asked) or ():
        assert lens.command
        command = types.ExecuteCommandParams(lens.command.command, arguments=lens.command.arguments)
        assert await editor.client.workspace_execute_command_async(command) is None
    number = next(n for n, line in enumerate(STREET.splitlines(), 1) if "id: deliveries" in line)
    told = [message.message for message in editor.client.messages]
    assert f"claims.yaml:{number}:9: Boris: Lorries must come through." in told


def _span(line: int, start: int, end: int) -> dict[str, dict[str, int]]:
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


async def test_titles_stand_beside_ids(editor: Editor) -> None:
    editor.open("claims.yaml", TITLED.replace("attacks: close", "attacks: [close, air-to-close]"))
    asked = types.InlayHintParams(editor.identifier("claims.yaml"), WHOLE)
    found = await editor.client.text_document_inlay_hint_async(asked)
    assert plain(found) == [
        {"position": {"line": 18, "character": 19}, "label": "Closing", "paddingLeft": True},
        {"position": {"line": 18, "character": 33}, "label": "the step to Closing", "paddingLeft": True},
    ]
    asked.range = types.Range(types.Position(0, 0), types.Position(17, 0))
    assert not await editor.client.text_document_inlay_hint_async(asked)


async def test_links_lead_to_the_work_and_to_the_page_of_a_copy(editor: Editor) -> None:
    pdf = FPDF()
    pdf.set_font("helvetica")
    for number in (3, 4, 5):
        pdf.add_page()
        pdf.cell(text=f"{number}")
        pdf.ln()
        pdf.cell(text="The street is closed.")
    pdf.output(str(editor.folder / "council.pdf"))
    text = STREET.replace("title: Minutes", "copy: council.pdf, doi: 10.1234/x, title: Minutes")
    text = text.replace("minutes, p. 1", "minutes, p. 4")
    editor.open("claims.yaml", text)
    asked = types.DocumentLinkParams(editor.identifier("claims.yaml"))
    found = await editor.client.text_document_document_link_async(asked) or ()
    resolved = [one if one.target else await editor.client.document_link_resolve_async(one) for one in found]
    assert [(one.range.start.line, one.target) for one in resolved] == [
        (5, "https://doi.org/10.1234/x"),
        (5, "https://example.org/minutes"),
        (5, editor.uri("council.pdf")),
        (10, editor.uri("council.pdf") + "#page=2"),
    ]


async def test_a_citation_without_a_copy_leads_to_the_address(editor: Editor) -> None:
    editor.open("claims.yaml", STREET)
    asked = types.DocumentLinkParams(editor.identifier("claims.yaml"))
    *_, last = await editor.client.text_document_document_link_async(asked) or ()
    assert (await editor.client.document_link_resolve_async(last)).target == "https://example.org/minutes"


async def test_sections_records_and_comments_fold(editor: Editor) -> None:
    editor.open("claims.yaml", "# One.\n# Two.\n" + STREET)
    asked = types.FoldingRangeParams(editor.identifier("claims.yaml"))
    found = await editor.client.text_document_folding_range_async(asked)
    assert [(one.start_line, one.end_line, one.kind) for one in found or ()] == [
        (0, 1, "comment"),
        (3, 5, "region"),
        (6, 7, "region"),
        (8, 15, "region"),
        (9, 14, None),
        (16, 20, "region"),
        (17, 20, None),
    ]


async def test_attack_and_support_are_a_hierarchy(editor: Editor) -> None:
    place = editor.open_at("claims.yaml", TITLED.replace("attacks: close", "attacks: c‸lose"))
    asked = types.CallHierarchyPrepareParams(editor.identifier("claims.yaml"), place)
    (item,) = await editor.client.text_document_prepare_call_hierarchy_async(asked) or ()
    assert (item.name, item.detail) == ("Ada Lindqvist: Closing", "close")
    found = await editor.client.call_hierarchy_incoming_calls_async(
        types.CallHierarchyIncomingCallsParams(item)
    )
    assert [(one.from_.name, one.from_.detail, str(one.from_ranges[0])) for one in found or ()] == [
        ("Ada Lindqvist: The air gets cleaner.", "supports · air", "14:9-14:12"),
        ("Boris: Lorries must come through.", "rebuts, open · deliveries", "16:8-16:18"),
    ]
    air, deliveries = (one.from_ for one in found or ())
    for one, told in ((air, "supported · close"), (deliveries, "rebutted · close")):
        (call,) = (
            await editor.client.call_hierarchy_outgoing_calls_async(
                types.CallHierarchyOutgoingCallsParams(one)
            )
            or ()
        )
        assert call.to.detail == told
