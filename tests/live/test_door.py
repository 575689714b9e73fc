"""Nobody comes in but the browser of the user who began to serve."""

from collections.abc import Iterator

import pytest

pytest.importorskip("starlette")
pytest.importorskip("httpx")

from starlette.testclient import TestClient

from argmap.live.application import application
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
def inside(door: Door, client: TestClient) -> TestClient:
    client.get(door.address)
    return client


def test_the_token_is_taken_for_a_cookie_that_no_script_and_no_other_site_has(
    door: Door, client: TestClient
) -> None:
    answer = client.get(door.address)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"argmap-{PORT}=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    page = client.get("/")
    assert page.status_code == 200
    assert "Close the street" in page.text
    assert "token" not in page.text


def test_the_address_for_the_browser_works_once(door: Door, client: TestClient) -> None:
    once = door.address_once
    assert client.get(once).status_code == 303
    client.cookies.clear()
    assert client.get(once).status_code == 403
    assert client.get(door.address).status_code == 303


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=x", "/changes", "/street.yaml"])
def test_without_the_token_there_is_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 403
    assert "Close" not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"localhost:{PORT}", f"{HOST}.evil.example"]
)
def test_another_name_for_this_machine_is_refused(inside: TestClient, host: str) -> None:
    answer = inside.get("/", headers={"host": host})
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
    assert inside.get(path).status_code == 404


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
