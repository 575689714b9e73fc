"""What the server answers: the page, and what changes in it. No path leads to a file."""

from typing import Final

from pydantic_core import from_json
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.live.desk import Desk
from argmap.live.room import Room
from argmap.live.wishes import MalformedWishError

_MOST_BYTES: Final = 1024 * 1024


def application(room: Room, desk: Desk | None = None) -> Starlette:
    """Make what stands behind the door.

    Args:
        room: what pages are told.
        desk: where their wishes are carried out; None where they have none.
    """

    async def show(_: Request) -> Response:
        content, policy = room.page()
        return HTMLResponse(content, headers={"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"})

    async def changes(request: Request) -> Response:
        since = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return StreamingResponse(room.news(since), media_type="text/event-stream")

    async def edit(request: Request) -> Response:
        assert desk is not None  # noqa: S101 — for the type checker: there is no such route without
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return PlainTextResponse("Only JSON is taken.\n", 415)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return PlainTextResponse("That is too much at once.\n", 413)
        try:
            # Unlike the standard library it takes no half of a surrogate pair, which no answer could repeat.
            wish = from_json(body)
        except ValueError:
            return PlainTextResponse("That is not JSON.\n", 400)
        try:
            return JSONResponse(await run_in_threadpool(desk.answer, wish))
        except MalformedWishError as error:
            return PlainTextResponse(f"{error}\n", 400)

    routes = [Route("/", show), Route("/changes", changes)]
    return Starlette(routes=[*routes, Route("/edit", edit, methods=["POST"])] if desk else routes)


async def _body(request: Request) -> bytes | None:
    """Read what was sent; None where it is too much."""
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > _MOST_BYTES:
            return None
    return bytes(read)
