"""Nobody comes in but the browser of the user who began to serve."""

import asyncio
import re
from collections.abc import Iterator
from json import dumps
from pathlib import Path

import pytest

pytest.importorskip("starlette")
pytest.importorskip("httpx")

from starlette.testclient import TestClient
from starlette.types import Message

from argmap.live.application import application
from argmap.live.desk import Desk
from argmap.live.door import Door
from argmap.live.room import Room
from tests.live.maps import exhibition

PORT = 8765
HOST = f"127.0.0.1:{PORT}"
OWN = f"http://{HOST}"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    _, shown = exhibition(tmp_path_factory.mktemp("street"))
    return Room(shown.snapshot(shown.read()))


@pytest.fixture
def door(room: Room) -> Door:
    return Door(application(room), PORT)


@pytest.fixture
def client(door: Door) -> Iterator[TestClient]:
    with TestClient(door, base_url=OWN, follow_redirects=False) as client:
        yield client


@pytest.fixture
def inside(door: Door) -> Iterator[TestClient]:
    with TestClient(door, base_url=door.address, follow_redirects=False) as client:
        yield client


def test_the_secret_is_a_part_of_the_address_and_of_nothing_else(door: Door, inside: TestClient) -> None:
    page = inside.get("")
    assert page.status_code == 200
    assert "Close the street" in page.text
    assert "set-cookie" not in page.headers
    secret = door.address.split("/")[-2]
    assert len(secret) > 40
    assert secret not in page.text + str(page.headers)


def test_the_address_for_the_browser_works_once(door: Door, client: TestClient) -> None:
    once = door.address_once
    assert once != door.address
    answer = client.get(once)
    assert (answer.status_code, answer.headers["location"]) == (303, door.address)
    assert client.get(once).status_code == 403
    assert client.get(door.address).status_code == 200


@pytest.mark.parametrize("path", ["/", "//", "/x/", "/?token=x", "/changes", "/street.yaml", "/\u2028/"])
def test_without_the_secret_there_is_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 403
    assert "Close" not in answer.text


def test_a_part_of_the_secret_is_not_enough(door: Door, client: TestClient) -> None:
    for address in (door.address[:-2], door.address[:-2] + "/", door.address[:-1] + "x/"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"localhost:{PORT}", f"{HOST}.evil.example"]
)
def test_another_name_for_this_machine_is_refused(inside: TestClient, host: str) -> None:
    answer = inside.get("", headers={"host": host})
    assert answer.status_code == 421
    assert "Close" not in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://{HOST}", "http://127.0.0.1:1"])
def test_another_origin_is_refused(inside: TestClient, origin: str) -> None:
    answer = inside.get("/", headers={"origin": origin})
    assert answer.status_code == 403
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_the_browser_says_another_site_asked_for_is_refused(
    door: Door, inside: TestClient, site: str
) -> None:
    assert inside.get("/", headers={"sec-fetch-site": site}).status_code == 403
    assert inside.get(door.address, headers={"sec-fetch-site": site}).status_code == 403
    assert inside.get("/", headers={"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/street.yaml",
        "/../street.yaml",
        "/%2e%2e/street.yaml",
        "//etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/static/",
    ],
)
def test_no_path_leads_to_a_file(inside: TestClient, path: str) -> None:
    # Some of them are made an address without the secret before they are sent.
    assert inside.get(path).status_code in {403, 404}


@pytest.mark.parametrize("method", ["OPTIONS", "DELETE", "PUT"])
def test_nothing_but_asking_is_allowed(inside: TestClient, method: str) -> None:
    assert inside.request(method, "/").status_code == 403
    assert inside.request(method, "/", headers={"origin": OWN}).status_code == 405


def test_every_answer_keeps_to_itself(inside: TestClient) -> None:
    for path in ("/", "/nothing"):
        answer = inside.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "server" not in answer.headers


def test_the_page_may_run_its_own_script_and_ask_this_server(inside: TestClient) -> None:
    policy = inside.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    assert policy.count("script-src 'sha256-") == 1


@pytest.fixture
def editable(tmp_path: Path) -> Iterator[tuple[Path, TestClient]]:
    path, shown = exhibition(tmp_path)
    room = Room(shown.snapshot(shown.read()), editing=True)
    door = Door(application(room, Desk(shown, room)), PORT)
    with TestClient(door, base_url=door.address, follow_redirects=False) as client:
        client.headers["origin"] = OWN
        yield path, client


def a_wish(client: TestClient) -> dict[str, object]:
    version = re.search(r'"version":"(\w+)"', client.get("/").text)
    assert version
    return {"do": "set", "version": version[1], "name": "close", "fields": {"title": "Shut it"}}


def test_a_wish_from_the_page_is_carried_out(editable: tuple[Path, TestClient]) -> None:
    path, client = editable
    answer = client.post("/edit", json=a_wish(client))
    assert answer.status_code == 200
    assert "title: Shut it" in path.read_text("utf-8")
    assert client.post("/edit", json={"do": "nothing"}).status_code == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "evil.example"}, 421),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_nobody_else_changes_anything(
    editable: tuple[Path, TestClient], headers: dict[str, str], status: int
) -> None:
    path, client = editable
    before = path.read_bytes()
    wish = dumps(a_wish(client))
    answer = client.post("/edit", content=wish, headers={"content-type": "application/json", **headers})
    assert answer.status_code == status
    assert path.read_bytes() == before


def test_a_wish_without_the_secret_is_refused(editable: tuple[Path, TestClient]) -> None:
    path, client = editable
    before = path.read_bytes()
    wish = a_wish(client)
    client.base_url = OWN
    assert client.post("/edit", json=wish).status_code == 403
    assert path.read_bytes() == before


def test_a_wish_without_an_origin_is_refused(editable: tuple[Path, TestClient]) -> None:
    path, client = editable
    before = path.read_bytes()
    wish = a_wish(client)
    del client.headers["origin"]
    assert client.post("/edit", json=wish).status_code == 403
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (rb'{"do": "remove", "version": "", "name": "\ud800"}', 400),
        (b"{", 400),
        (b"[" * 100_000, 400),
        (b'"' + b"x" * 2_000_000 + b'"', 413),
        (b"\xff", 400),
    ],
)
def test_what_is_no_wish_is_refused(editable: tuple[Path, TestClient], content: bytes, status: int) -> None:
    _, client = editable
    answer = client.post("/edit", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == status


def test_a_client_that_leaves_in_the_middle_of_a_wish_is_let_go(editable: tuple[Path, TestClient]) -> None:
    path, client = editable
    before = path.read_bytes()
    sent: list[Message] = []
    headers = {
        "host": HOST,
        "origin": OWN,
        "content-type": "application/json",
    }
    scope = {
        "type": "http",
        "method": "POST",
        "path": f"{client.base_url.path}edit",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    pieces: list[Message] = [
        {"type": "http.request", "body": b'{"do":', "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return pieces.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def leave() -> None:
        await client.app(scope, receive, send)

    asyncio.run(leave())
    assert [one.get("status") for one in sent] == [400, None]
    assert path.read_bytes() == before


def test_without_editing_there_is_nothing_to_write_to(inside: TestClient) -> None:
    assert inside.post("/edit", json={}, headers={"origin": OWN}).status_code == 404
    assert "fetch(" not in inside.get("/").text
