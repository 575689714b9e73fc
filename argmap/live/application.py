"""What the server answers: the page, and what changes in it. No path leads to a file."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.live.room import Room


def application(room: Room) -> Starlette:
    """Make what stands behind the door.

    Args:
        room: what pages are told.
    """

    async def show(_: Request) -> Response:
        content, policy = room.page()
        return HTMLResponse(content, headers={"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"})

    async def changes(request: Request) -> Response:
        since = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return StreamingResponse(room.news(since), media_type="text/event-stream")

    return Starlette(routes=[Route("/", show), Route("/changes", changes)])
