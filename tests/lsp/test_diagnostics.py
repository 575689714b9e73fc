"""What is found while somebody types: the findings of `check`, pushed or pulled."""

import json
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor, plain
from tests.running import run_command

pytestmark = pytest.mark.asyncio(loop_scope="session")

CLAIMS = "claims:\n  - {id: air, by: ada, text: The air gets cleaner.}\n"
REBUTTAL = "rebuttals:\n  - {id: no, by: boris, attacks: air, text: It does not.}\n"


async def test_a_finding_has_its_place_its_rule_and_its_tip(editor: Editor) -> None:
    found = await editor.opened("claims.yaml", CLAIMS.replace("by:", "bye:"))
    assert plain(found) == [
        {
            "range": {"start": {"line": 1, "character": 14}, "end": {"line": 1, "character": 17}},
            "severity": 1,
            "code": "F202",
            "source": "argmap",
            "message": "the claim `air` has an unknown field `bye`\ntip: did you mean `by`?",
        }
    ]


async def test_columns_are_counted_in_utf_16(editor: Editor) -> None:
    (found,) = await editor.opened("claims.yaml", "claims:\n  - {id: a, text: 🎉🎉, txt: b}\n")
    assert plain(found.range) == {
        "start": {"line": 1, "character": 24},
        "end": {"line": 1, "character": 27},
    }


async def test_a_finding_goes_when_it_is_mended(editor: Editor) -> None:
    assert len(await editor.opened("claims.yaml", CLAIMS.replace("by:", "bye:"))) == 1
    assert await editor.changed("claims.yaml", CLAIMS) == []


async def test_the_fault_at_hand_hides_no_other(editor: Editor) -> None:
    broken = (
        "claims:\n  - {id: a, by: ada, text: One}\n  - {id: b, text: 'Two}\n"
        "  - {id: c, txt: Three}\n  - {id: d, by: ada, text: Four, because: [e]}\n"
    )
    found = await editor.opened("claims.yaml", broken)
    assert {"F202", "R301"} < {one.code for one in found}
    assert min(one.range.start.line for one in found) == 2


@pytest.mark.parametrize("on_disk", [True, False])
async def test_the_files_of_a_folder_are_one_map(editor: Editor, *, on_disk: bool) -> None:
    if on_disk:
        editor.write("claims.yaml", CLAIMS)
    else:
        await editor.opened("claims.yaml", CLAIMS)
    assert await editor.opened("rebuttals.yaml", REBUTTAL) == []
    (found,) = await editor.changed("rebuttals.yaml", REBUTTAL.replace("attacks: air", "attacks: airs"))
    assert found.message == (
        "there is no claim, inference, rebuttal or named attack `airs`\ntip: did you mean `air`?"
    )


async def test_a_change_in_one_file_is_felt_in_the_other(editor: Editor) -> None:
    await editor.opened("claims.yaml", CLAIMS)
    await editor.opened("rebuttals.yaml", REBUTTAL)
    await editor.changed("claims.yaml", CLAIMS.replace("id: air", "id: wind"))
    assert [one.code for one in await editor.published("rebuttals.yaml")] == ["R301"]


async def test_folders_are_maps_of_their_own(editor: Editor) -> None:
    editor.write("one/claims.yaml", CLAIMS)
    editor.write("two/claims.yaml", CLAIMS.replace("air", "noise"))
    assert await editor.opened("one/rebuttals.yaml", REBUTTAL) == []
    (found,) = await editor.opened("two/rebuttals.yaml", REBUTTAL)
    assert found.code == "R301"


async def test_what_is_no_map_is_left_alone(editor: Editor) -> None:
    editor.write("maps/claims.yaml", CLAIMS)
    editor.open("docker-compose.yaml", "services:\n  web: {image: x}\n")
    asked = types.DocumentDiagnosticParams(editor.identifier("docker-compose.yaml"))
    assert plain(await editor.client.text_document_diagnostic_async(asked)) == {"kind": "full", "items": []}


async def test_a_text_without_a_file_is_a_map_of_its_own(editor: Editor) -> None:
    (found,) = await editor.opened("untitled:Untitled-1", REBUTTAL)
    assert found.code == "R301"
    editor.close("untitled:Untitled-1")


async def test_settings_and_comments_count(editor: Editor) -> None:
    editor.write("argmap.toml", '[check]\nselect = ["T"]\n')
    text = "map: {tags: {air: Air.}}\n" + CLAIMS.replace("}\n", ", tags: [aire]}\n")
    assert [one.code for one in await editor.opened("claims.yaml", text)] == ["T703"]
    assert await editor.changed("claims.yaml", text.replace("]}", "]}  # argmap: ignore T703")) == []


async def test_closing_a_map_takes_its_findings_away(editor: Editor) -> None:
    await editor.opened("claims.yaml", CLAIMS.replace("by:", "bye:"))
    editor.close("claims.yaml")
    assert await editor.published("claims.yaml") == []


async def test_findings_can_be_pulled(editor: Editor) -> None:
    editor.open("claims.yaml", CLAIMS.replace("by:", "bye:"))
    asked = types.DocumentDiagnosticParams(editor.identifier("claims.yaml"))
    report = await editor.client.text_document_diagnostic_async(asked)
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert [one.code for one in report.items] == ["F202"]
    whole = await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    (one,) = whole.items
    assert isinstance(one, types.WorkspaceFullDocumentDiagnosticReport)
    assert (one.uri, [item.code for item in one.items]) == (editor.uri("claims.yaml"), ["F202"])


async def test_they_are_the_findings_of_check(editor: Editor, repository: Path) -> None:
    text = (repository / "tests/golden/debate.yaml").read_text(encoding="utf-8")
    text = text.replace("boris-buses]", "boris-busses]").replace("kind: undercut", "kind: undercutt")
    path = editor.write("debate.yaml", text)
    found = await editor.opened("debate.yaml", text)
    told = json.loads(run_command(["check", str(path), "--json"]).stdout)["findings"]
    assert len(told) > 3
    assert [
        (one.code, one.range.start.line + 1, one.range.start.character + 1, one.message) for one in found
    ] == [
        (
            one["code"],
            one["line"],
            one["column"],
            one["message"] + (f"\ntip: {one['hint']}" if one["hint"] else ""),
        )
        for one in told
    ]
