"""A client that pulls findings, counts in UTF-8, wants versions, and asks for an edit when it is chosen."""

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import Editor, plain
from tests.lsp.test_knowing import STREET

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def pulled(able: Editor) -> list[types.Diagnostic]:
    asked = types.DocumentDiagnosticParams(able.identifier("claims.yaml"))
    report = await able.client.text_document_diagnostic_async(asked)
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return list(report.items)


async def test_findings_are_pulled_and_not_pushed(able: Editor) -> None:
    able.open("claims.yaml", "claims:\n  - {id: a, text: 🎉🎉, txt: b}\n")
    (found,) = await pulled(able)
    assert (found.code, str(found.range)) == ("F202", "1:28-1:31")
    assert able.client.told == []


async def test_edits_say_of_which_version_they_are(able: Editor) -> None:
    able.open("claims.yaml", STREET)
    able.change("claims.yaml", STREET + "# 🎉\n")
    asked = types.RenameParams(able.identifier("claims.yaml"), types.Position(7, 9), "shut")
    edit = plain(await able.client.text_document_rename_async(asked))
    (changes,) = edit["documentChanges"]
    assert changes["textDocument"] == {"uri": able.uri("claims.yaml"), "version": 2}
    assert len(changes["edits"]) == 2


async def test_an_edit_is_made_when_it_is_chosen(able: Editor) -> None:
    able.open("claims.yaml", STREET.replace("attacks: close", "attacks: clos"))
    place = types.Position(17, 13)
    context = types.CodeActionContext(await pulled(able))
    asked = types.CodeActionParams(able.identifier("claims.yaml"), types.Range(place, place), context)
    offered = await able.client.text_document_code_action_async(asked) or ()
    (action,) = (one for one in offered if one.title == "Write `close`")
    assert isinstance(action, types.CodeAction)
    assert action.edit is None
    chosen = await able.client.code_action_resolve_async(action)
    assert plain(chosen.edit) == {
        "documentChanges": [
            {
                "textDocument": {"uri": able.uri("claims.yaml"), "version": 1},
                "edits": [
                    {
                        "range": {
                            "start": {"line": 17, "character": 13},
                            "end": {"line": 17, "character": 17},
                        },
                        "newText": "close",
                    }
                ],
            }
        ]
    }
    able.change("claims.yaml", STREET)
    with pytest.raises(JsonRpcException, match="the text has changed meanwhile"):
        await able.client.code_action_resolve_async(action)


async def test_what_was_asked_of_an_older_text_is_not_answered_of_a_newer_one(able: Editor) -> None:
    able.open("claims.yaml", STREET)
    asked = types.HoverParams(able.identifier("claims.yaml"), types.Position(7, 9))
    first = able.client.text_document_hover_async(asked)
    waiting = asyncio.ensure_future(first)
    await asyncio.sleep(0)
    able.change("claims.yaml", "# one more line\n" + STREET)
    (shown,) = await asyncio.gather(waiting, return_exceptions=True)
    if isinstance(shown, JsonRpcException):
        assert shown.code == types.LSPErrorCodes.ContentModified
    else:
        assert isinstance(shown, types.Hover)
        assert str(shown.range) == "7:8-7:13"
