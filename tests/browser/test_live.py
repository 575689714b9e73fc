"""The page follows the files of its map, and nobody else's page gets anything."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urljoin

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from tests.browser.changing_maps import ChangingMap
from tests.browser.pages import Opened
from tests.browser.served import STREET, Follow, Server, change, following, served, turn, wait_for_news

PAGE = "[id='ui:page']"


@pytest.fixture
def street(tmp_path: Path, browser: Any) -> Path:  # noqa: ANN401, ARG001 (playwright is optional, and may be missing)
    path = tmp_path / "street.yaml"
    path.write_text(STREET, encoding="utf-8")
    return path


@pytest.fixture
def server(street: Path) -> Iterator[Server]:
    with served(street, "--editor", "code") as running:
        yield running


@pytest.fixture
def follow(browser: Any, server: Server) -> Iterator[Follow]:  # noqa: ANN401 (playwright is optional)
    yield from following(browser, server)


def test_the_picture_the_panel_and_the_outline_follow_a_file(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    assert opened.page.url.endswith("/#close")
    change(street, "title: Close the street", "title: Shut the street")
    wait_for_news(opened, "Changed: Shut the street.")
    assert opened.heading == "Shut the street"
    assert "Shut the street" in opened.page.text_content("[id='close']")
    opened.page.wait_for_selector("[id='ui:outline'] >> text=Shut the street")
    assert opened.page.title().startswith("Shut the street")
    fresh = opened.page.eval_on_selector_all(".statement.fresh", "all => all.map(one => one.id)")
    assert fresh == ["close"]


def test_what_comes_and_goes_is_shown_and_named(street: Path, follow: Follow) -> None:
    opened = follow()
    reply = "  - {id: early, by: ada, attacks: lorries, title: They can come early, text: Before eight.}\n"
    street.write_text(STREET + reply, encoding="utf-8")
    wait_for_news(opened, "New: They can come early.")
    assert "early" in opened.bright
    opened.page.click(".news a >> text=They can come early")
    assert opened.heading == "They can come early"
    street.write_text(STREET, encoding="utf-8")
    wait_for_news(opened, "Gone: They can come early.")
    assert "early" not in opened.bright
    assert opened.page.query_selector("[id='early']") is None
    assert "Nothing on this page has this name" in opened.page.inner_text(PAGE)
    street.write_text(STREET + reply, encoding="utf-8")
    wait_for_news(opened, "New: They can come early.")
    assert opened.heading == "They can come early"


def test_zoom_search_folds_filters_and_focus_stay(street: Path, follow: Follow) -> None:
    opened = follow()
    opened.page.click("[id='ui:closer']")
    opened.page.click("summary:text-is('Filters')")
    opened.page.fill("[id='ui:search']", "street")
    opened.page.keyboard.press("Escape")
    opened.page.click("[id='ui:closer']")
    opened.page.focus(".statement[tabindex='0']")
    before = opened.place
    address = opened.address
    change(street, "The street should be closed", "This street should be closed")
    wait_for_news(opened, "Changed")
    assert opened.place == pytest.approx(before, abs=1)
    assert opened.address.partition("&at=")[0] == address.partition("&at=")[0]
    assert opened.page.input_value("[id='ui:search']") == "street"
    assert opened.page.get_attribute("[id='ui:filters'] > details", "open") is not None
    assert opened.page.evaluate("document.activeElement.id") == "close"


def test_a_broken_file_leaves_the_picture_and_is_told_with_links_to_its_lines(
    street: Path, follow: Follow
) -> None:
    opened = follow("#close")
    change(street, "attacks: close", "attacks: clsoe")
    opened.page.wait_for_selector(".faults")
    words = opened.page.inner_text(".faults")
    assert "1 error: the picture shows the map as it could last be read" in words
    assert "R301 there is no claim, inference, rebuttal or named attack `clsoe`" in words
    assert "tip: did you mean `close`?" in words
    link = opened.page.get_attribute(".faults a", "href")
    assert link == f"vscode://file{street.as_posix()}:18:14"
    assert opened.heading == "Close the street"
    assert "lorries" in opened.bright
    later = follow()
    assert later.page.is_visible(".faults")
    change(street, "attacks: clsoe", "attacks: close")
    for page in (opened, later):
        page.page.wait_for_selector(".faults", state="hidden")


def test_a_map_of_which_nothing_is_left_is_told(street: Path, follow: Follow) -> None:
    opened = follow()
    street.write_text("claims: []\n", encoding="utf-8")
    opened.page.wait_for_selector(".faults:has-text('the map holds no statements')")
    street.write_text(STREET, encoding="utf-8")
    opened.page.wait_for_selector(".faults", state="hidden")


def test_a_page_that_nobody_sees_listens_again_once_it_is_seen(street: Path, follow: Follow) -> None:
    one, other = follow(), follow()
    turn(other, away=True)
    change(street, "title: Lorries must get in", "title: Vans must get in")
    wait_for_news(one, "Changed: Vans must get in.")
    change(street, "attacks: close", "attacks: clsoe")
    one.page.wait_for_selector(".faults")
    assert "Vans" not in other.page.inner_text("[id='ui:outline']")
    turn(other, away=False)
    wait_for_news(other, "Changed: Vans must get in.")
    other.page.wait_for_selector(".faults")
    turn(other, away=True)
    change(street, "attacks: clsoe", "attacks: close")
    one.page.wait_for_selector(".faults", state="hidden")
    turn(other, away=False)
    other.page.wait_for_selector(".faults", state="hidden")


def test_two_pages_follow_at_once(street: Path, follow: Follow) -> None:
    one, other = follow("#close"), follow("#lorries")
    change(street, "title: Lorries must get in", "title: Vans must get in")
    for opened in (one, other):
        wait_for_news(opened, "Changed: Vans must get in.")
    assert one.heading == "Close the street"
    assert other.heading == "Vans must get in"


def test_files_that_are_replaced_renamed_and_removed(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    fresh = street.with_name(".fresh")
    fresh.write_text(STREET.replace("Close the street", "Shut it"), encoding="utf-8")
    fresh.replace(street)
    wait_for_news(opened, "Changed: Shut it.")
    street.unlink()
    opened.page.wait_for_selector(".faults")
    assert opened.heading == "Shut it"
    street.write_text(STREET, encoding="utf-8")
    wait_for_news(opened, "Changed: Close the street.")
    assert not opened.page.is_visible(".faults")


def test_after_many_changes_a_page_is_like_one_that_is_opened_then(street: Path, follow: Follow) -> None:
    opened = follow()
    texts = (
        STREET.replace("by: boris", "by: ada"),
        STREET.replace("  boris:", "  cleo: {name: Cleo}\n  boris:").replace("by: boris", "by: cleo"),
        STREET + "  - {id: early, by: boris, attacks: air, kind: undermine, text: It does not.}\n  - [",
        STREET + "  - {id: early, by: boris, attacks: air, kind: undermine, text: It does not.}\n",
        STREET.replace("id: air", "id: clean").replace("[air]", "[clean]") + "# more\n",
    )
    for text in texts:
        street.write_text(text, encoding="utf-8")
        opened.page.wait_for_timeout(250)
    wait_for_news(opened, "New: Cleaner air.")
    opened.page.wait_for_selector("[id='o:clean']")
    later = follow()
    for part in (".drawn", ".outline a", ".outline .notes", ".filters", ".page", ".legend"):
        every = "all => all.map(one => one.textContent.replace(/\\s+/g, '')).sort()"
        found = opened.page.eval_on_selector_all(part, every)
        assert found == later.page.eval_on_selector_all(part, every)
        assert found


@pytest.mark.parametrize("seed", range(2))
def test_after_random_changes_a_page_is_like_one_that_is_opened_then(
    tmp_path: Path,
    browser: Any,  # noqa: ANN401 (playwright is optional)
    seed: int,
) -> None:
    changing = ChangingMap(seed)
    path = tmp_path / "map.yaml"
    path.write_text(changing.text, encoding="utf-8")
    with served(path) as server:
        for follow in following(browser, server):
            opened = follow()
            for number, text in enumerate(changing.texts(14)):
                path.write_text(text, encoding="utf-8")
                opened.page.wait_for_timeout(120)
                look_around(opened, seed + number)
            path.write_text(changing.text.replace("claims:\n", f"claims:\n{LAST}", 1), encoding="utf-8")
            wait_for_news(opened, "The last one")
            opened.page.wait_for_selector("[id='o:last']", state="attached")
            later = follow()
            for address in (
                "#",
                *opened.page.eval_on_selector_all(".statement", "all => all.map(one => `#${one.id}`)"),
            ):
                for page in (opened, later):
                    page.page.evaluate("address => { location.hash = address; }", address)
                    page.page.wait_for_timeout(30)
                assert shown(opened) == shown(later), address


SMALL = "claims:\n  - {id: air, title: Cleaner air, text: The air gets cleaner.}\n"
OLD = "map: {title: Streets, description: Of old., language: en}\n"
NEW = "map: {title: Ways, description: Of new., language: de}\n"
INFERRED = (
    STREET + "  - {id: slow, attacks: air, basis: inferred, title: It is slow, text: Slowly., tags: [air]}\n"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SMALL, INFERRED),
        (INFERRED, SMALL),
        (f"{OLD}{SMALL}", f"{NEW}{INFERRED}"),
        (f"{NEW}{INFERRED}", SMALL),
    ],
)
def test_a_page_has_what_it_needs_first_for_a_later_map(
    tmp_path: Path,
    browser: Any,  # noqa: ANN401 (playwright is optional)
    before: str,
    after: str,
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(before, encoding="utf-8")
    with served(path) as server:
        for follow in following(browser, server):
            opened = follow()
            path.write_text(after, encoding="utf-8")
            opened.page.wait_for_selector(
                ".news-line:has-text('Gone'), .news-line:has-text('Close the street')"
            )
            opened.page.wait_for_timeout(500)
            later = follow()
            assert shown(opened) == shown(later)
            buttons = (
                "all => all.filter(one => one.checkVisibility()).map(one => one.textContent.trim()).sort()"
            )
            found = [page.page.eval_on_selector_all("button", buttons) for page in (opened, later)]
            assert found[0] == found[1]
            spoken = "all => all.map(one => one.lang)"
            found = [page.page.eval_on_selector_all("[lang]", spoken) for page in (opened, later)]
            assert found[0] == found[1]


LAST = '  - {id: last, by: ada, title: The last one, text: "Words."}\n'
WORDS = ("h1", "title", ".outline a", ".outline .notes", ".filters", ".page", ".legend")
BOXES = (".statement", ".statement.dim", ".statement.chosen")


def shown(opened: Opened) -> dict[str, list[str]]:
    """Give the words of the parts of a page, and which boxes are there, dimmed and chosen."""
    words = "all => all.map(one => one.textContent.replace(/\\s+/g, '')).sort()"
    found = {part: opened.page.eval_on_selector_all(part, words) for part in WORDS}
    ids = "all => all.map(one => one.id).sort()"
    return found | {part: opened.page.eval_on_selector_all(part, ids) for part in BOXES}


def look_around(opened: Opened, number: int) -> None:
    """Choose something, as a reader does while the map changes."""
    ids = opened.page.eval_on_selector_all(".statement", "all => all.map(one => one.id)")
    address = ("#", f"#{ids[number % len(ids)]}", "#person:ada", "#tag:air")[number % 4]
    opened.page.evaluate("address => { location.hash = address; }", address)


def test_a_page_says_that_it_is_not_told_any_more(server: Server, follow: Follow) -> None:
    opened = follow()
    assert server.end() == 0
    opened.page.wait_for_selector(".off:has-text('Not connected')")
    opened.complaints.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(street: Path, follow: Follow, axe: str, scheme: str, width: int) -> None:
    opened = follow(color_scheme=scheme, viewport={"width": width, "height": 844})
    change(street, "title: Lorries must get in", "title: Vans must get in")
    wait_for_news(opened, "Changed: Vans must get in.")
    change(street, "attacks: close", "attacks: clsoe")
    opened.page.wait_for_selector(".faults")
    opened.page.evaluate(axe)
    found = opened.page.evaluate("axe.run(document).then(result => result.violations)")
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []


def test_signs_of_change_are_still_for_who_prefers_it(street: Path, follow: Follow) -> None:
    moving = "getComputedStyle(document.querySelector('.fresh .ring')).animationName"
    still, lively = follow(), follow(reduced_motion="no-preference")
    change(street, "title: Lorries must get in", "title: Vans must get in")
    for opened in (still, lively):
        wait_for_news(opened, "Changed: Vans must get in.")
    assert still.page.evaluate(moving) == "none"
    assert lively.page.evaluate(moving) == "argmap-fresh"


class _Hostile(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Site)
        self.server.told.append(f"{self.path}\n{self.headers}")
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><title>another site</title>")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (as the library has it)
        """Say nothing."""


class _Site(ThreadingHTTPServer):
    """A site on the same machine; it keeps all that it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Hostile)
        self.told: list[str] = []


@pytest.fixture
def site() -> Iterator[_Site]:
    with _Site() as site:
        thread = Thread(target=site.serve_forever, daemon=True)
        thread.start()
        yield site
        site.shutdown()


@pytest.fixture
def elsewhere(site: _Site) -> str:
    """The address of another site on the same machine."""
    return f"http://127.0.0.1:{site.server_port}/"


def test_a_page_from_another_origin_gets_nothing(
    follow: Follow,
    server: Server,
    elsewhere: str,
    browser: Any,  # noqa: ANN401 (playwright is optional)
) -> None:
    opened = follow()
    hostile = opened.page.context.new_page()
    hostile.goto(elsewhere)
    script = """async (address) => {
        const got = [];
        for (const [path, options] of [["", {}], ["changes?since=x", {}], ["", {mode: "no-cors"}],
                                       ["", {method: "POST", body: "{}"}]]) {
            try {
                const answer = await fetch(address + path, {credentials: "include", ...options});
                got.push(answer.type + answer.status + await answer.text());
            } catch { got.push("refused"); }
        }
        const frame = document.createElement("iframe");
        frame.src = address;
        document.body.append(frame);
        await new Promise((done) => { frame.onload = done; setTimeout(done, 2000); });
        try { got.push(frame.contentDocument?.body?.textContent || "refused"); }
        catch { got.push("refused"); }
        const stream = new EventSource(address + "changes?since=x", {withCredentials: true});
        got.push(await new Promise((done) => {
            stream.onmessage = (event) => done(event.data);
            stream.onerror = () => done("refused");
        }));
        stream.close();
        return got;
    }"""
    got = hostile.evaluate(script, server.address)
    assert [one for one in got if one not in {"refused", "opaque0"}] == []
    stranger = browser.new_context().new_page()
    answer = stranger.goto(urljoin(server.address, "/"))
    assert answer.status == 403
    assert "Close the street" not in stranger.content()
    stranger.context.close()


def test_a_server_on_another_port_is_told_nothing(
    follow: Follow, server: Server, elsewhere: str, site: _Site
) -> None:
    opened = follow()
    other = opened.page.context.new_page()
    other.goto(elsewhere)
    other.evaluate("() => fetch('mine', {credentials: 'include'})")
    leave = """address => {
        const link = document.createElement("a");
        link.href = address;
        document.body.append(link);
        link.click();
    }"""
    opened.page.evaluate(leave, elsewhere + "from-the-page")
    opened.page.wait_for_url(elsewhere + "from-the-page")
    told = "".join(site.told)
    assert told.count("Host:") >= 3
    assert "Cookie:" not in told
    assert "Referer: http://127.0.0.1:" + server.address.split(":")[2].partition("/")[0] not in told
    assert server.address.split("/")[-2] not in told
    assert opened.page.evaluate("history.length") > 1
    opened.page.go_back()
    opened.page.wait_for_selector("html.ready")


def test_reloading_deep_links_and_a_second_page_work(street: Path, follow: Follow, server: Server) -> None:
    one = follow("#lorries")
    second = Opened(one.page.context.new_page())
    second.page.goto(one.page.url)
    second.page.wait_for_selector("html.ready")
    assert second.heading == one.heading == "Lorries must get in"
    one.page.reload()
    one.page.wait_for_selector("html.ready")
    assert one.page.url == f"{server.address}#lorries"
    change(street, "title: Lorries must get in", "title: Vans must get in")
    for opened in (one, second):
        wait_for_news(opened, "Changed: Vans must get in.")
        assert opened.heading == "Vans must get in"


def test_a_quote_is_copied_without_the_address_of_the_server(street: Path, follow: Follow) -> None:
    change(street, "    text: Lorries must", "    quote: Let them in\n    text: Lorries must")
    opened = follow("#lorries", permissions=["clipboard-read", "clipboard-write"])
    opened.page.click("text=Copy quote with citation")
    opened.page.wait_for_selector("text=Copied")
    assert opened.page.evaluate("navigator.clipboard.readText()") == "“Let them in” (Boris)"


def test_another_name_for_this_machine_gets_nothing(server: Server, browser: Any) -> None:  # noqa: ANN401
    # A browser takes every name below localhost for this machine: what rebinding a name would do.
    named = server.address.replace("127.0.0.1", "evil.localhost")
    page = browser.new_context().new_page()
    answer = page.goto(named)
    assert answer.status == 421
    assert "Close the street" not in page.content()
    page.context.close()
