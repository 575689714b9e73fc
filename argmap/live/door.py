"""Who may come in: the browser of the user who began to serve, on this machine, and nobody else."""

import secrets
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS: Final = "127.0.0.1"

_HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"
_OWN_SITES: Final = frozenset({"same-origin", "none"})
_ASKING: Final = frozenset({"GET", "HEAD"})


class Door:
    """Lets a request in only by the address that begins with a secret, under the one name of this server.

    Another site can send requests here, and by a name of its own that leads to this machine even read the
    answers; so the name is compared, the origin, and what the browser says of the site. The secret is the
    first part of every path, and no cookie: a browser sends cookies to all ports of this machine, so that the
    server of another user would be told it. Of the path of a page it tells other servers nothing.

    Args:
        app: what is behind; it knows nothing of the secret.
        port: on which it is reached.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._host = f"{ADDRESS}:{port}"
        self._secret = secrets.token_urlsafe(32)
        self._once = secrets.token_urlsafe(32)

    @property
    def address(self) -> str:
        """The address of the page, for whoever can read the terminal."""
        return f"http://{self._host}/{self._secret}/"

    @property
    def address_once(self) -> str:
        """One that works a single time: other users of the machine can see what a browser is called with."""
        return f"http://{self._host}/{self._once}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            return None
        send = _with_headers(send)
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal is not None:
            return await refusal(scope, receive, send)
        secret, _, rest = scope["path"].removeprefix("/").partition("/")
        if not _is_same(secret, self._secret):
            return await self._answer(secret)(scope, receive, send)
        inside = f"/{rest}"
        return await self._app({**scope, "path": inside, "raw_path": inside.encode()}, receive, send)

    def _answer(self, secret: str) -> Response:
        """Answer who does not know the secret: with it, where the address for one time was used."""
        if self._once and _is_same(secret, self._once):
            self._once = ""
            return RedirectResponse(self.address, 303)
        return PlainTextResponse("Open the address that `argmap serve` has printed.\n", 403)

    def _refusal(self, method: str, headers: Headers) -> Response | None:
        if headers.getlist("host") != [self._host]:
            return PlainTextResponse("Not the name of this server.\n", 421)
        origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
        is_own = all(origin == f"http://{self._host}" for origin in origins)
        if not is_own or not _OWN_SITES.issuperset(sites) or (method not in _ASKING and not origins):
            return PlainTextResponse("Not for other sites.\n", 403)
        return None


def _is_same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode(errors="surrogatepass"), wanted.encode())


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", _POLICY)
        await send(message)

    return send_with_headers
