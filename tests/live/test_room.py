"""Each page is told what it does not know yet, once."""

import asyncio
from collections.abc import AsyncIterator
from json import loads
from pathlib import Path
from typing import Any

import pytest

from argmap.live.room import Room
from argmap.live.serving import Exhibition
from tests.live.maps import STREET, exhibition


async def event(news: AsyncIterator[str]) -> tuple[str, Any]:
    """Give the next event, and what it says."""
    while True:
        fields = dict(line.split(": ", 1) for line in (await anext(news)).splitlines() if line)
        if "event" in fields:
            return fields["event"], loads(fields["data"]) if fields["data"] else None


@pytest.fixture
def street(tmp_path: Path) -> tuple[Path, Exhibition, Room]:
    path, shown = exhibition(tmp_path)
    return path, shown, Room(shown.snapshot(shown.read()))


def test_a_change_is_told_and_then_the_outline(street: tuple[Path, Exhibition, Room]) -> None:
    path, shown, room = street

    async def follow() -> None:
        news = room.news(room.snapshot.version)
        assert await anext(news) == ": here\n\n"
        path.write_text(STREET.replace("Lorries", "Trucks"), encoding="utf-8")
        assert (await event(news))[0] == "faults"
        shown.renew(room)
        kind, told = await event(news)
        assert (kind, told["changed"]) == ("map", ["lorries"])
        assert told["data"]["version"] == room.snapshot.version
        kind, outline = await event(news)
        assert kind == "outline"
        assert "Trucks must get in." in outline

    asyncio.run(follow())


def test_a_file_that_cannot_be_read_is_told_in_the_words_of_check(
    street: tuple[Path, Exhibition, Room],
) -> None:
    path, shown, room = street

    async def follow() -> None:
        news = room.news(room.snapshot.version)
        assert (await event(news))[1]["findings"] == []
        path.write_text(STREET + "  - {id: x, attacks: clsoe, text: No.}\n", encoding="utf-8")
        shown.renew(room)
        kind, told = await event(news)
        assert kind == "faults"
        assert told["title"] == "1 error: the picture shows the map as it could last be read"
        (finding,) = told["findings"]
        assert finding["place"].endswith("street.yaml:19:22")
        assert finding["words"].startswith("R301 there is no claim")
        assert finding["words"].endswith("= tip: did you mean `close`?")
        path.write_text(STREET, encoding="utf-8")
        shown.renew(room)
        assert await event(news) == ("faults", {"title": "", "findings": []})

    asyncio.run(follow())


def test_a_page_that_comes_late_is_told_at_once_or_loaded_again(
    street: tuple[Path, Exhibition, Room],
) -> None:
    path, shown, room = street
    first = room.snapshot.version
    path.write_text(STREET.replace("Lorries", "Trucks"), encoding="utf-8")
    shown.renew(room)

    async def follow() -> None:
        kind, _ = await event(room.news(first))
        assert kind == "map"
        kind, _ = await event(room.news("another"))
        assert kind == "reload"

    asyncio.run(follow())


def test_a_page_that_comes_back_hears_that_a_file_is_mended(street: tuple[Path, Exhibition, Room]) -> None:
    _, _, room = street

    async def follow() -> None:
        assert await event(room.news(room.snapshot.version)) == ("faults", {"title": "", "findings": []})

    asyncio.run(follow())


def test_what_leaves_nothing_to_draw_is_told(street: tuple[Path, Exhibition, Room]) -> None:
    path, shown, room = street
    path.write_text("claims: []\n", encoding="utf-8")
    shown.renew(room)
    assert room.trouble.title == "The picture is not that of the files now: the map holds no statements"


def test_a_room_that_closes_lets_everybody_go(street: tuple[Path, Exhibition, Room]) -> None:
    _, _, room = street

    async def follow() -> list[str]:
        async def listen() -> list[str]:
            return [told async for told in room.news(room.snapshot.version)]

        listening = asyncio.create_task(listen())
        await asyncio.sleep(0)
        room.close()
        return await listening

    assert asyncio.run(follow()) == [": here\n\n", 'event: faults\ndata: {"title": "", "findings": []}\n\n']
