"""The preview's server: a page, pictures, texts and events, on the loopback addresses and for nobody else.

Every answer is from memory. What a request may name is a number of a page, a build or a width, held against what there is;
its path never becomes a path of the disk. Requests whose Host or Origin is not this server's own are refused, so that no
site can have its name point here and read along (DNS rebinding).
"""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from types import MappingProxyType

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from layout.preview.desk import Desk
from layout.preview.pictures import WIDTHS
from layout.preview.told import told_text

_OWN = MappingProxyType(
    {
        "/": ("preview.html", "text/html"),
        "/preview.css": ("preview.css", "text/css"),
        "/preview.js": ("preview.js", "text/javascript"),
        "/icon.svg": ("icon.svg", "image/svg+xml"),
    }
)
_GUARDS = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
)


def serve(manifest: Path, port: int, say: Callable[[str], None]) -> None:
    """Shows an issue until it is stopped; `say` is told the address. With port 0, any free one is taken.

    Raises:
        OSError: the port is taken.
    """
    sockets = _loopback(port)
    port = sockets[0].getsockname()[1]
    desk = Desk(manifest)
    app = make_app(desk, port)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
    say(f"http://127.0.0.1:{port}/")
    with suppress(KeyboardInterrupt):
        _Server(config, desk).run(sockets)


def make_app(desk: Desk, port: int) -> Starlette:
    """The application that shows a desk at this port of the loopback addresses."""

    @asynccontextmanager
    async def building(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(desk.keep_up())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    own = [Route(path, _own_file(name, kind)) for path, (name, kind) in _OWN.items()]
    asked = _Asked(desk)
    routes = [
        *own,
        Route("/page/{number}/{version}/{width}.png", asked.picture),
        Route("/text/{number}/{serial}.json", asked.text),
        Route("/events", asked.events),
    ]
    app = Starlette(routes=routes, lifespan=building, middleware=[Middleware(_Guard, port=port)])
    app.router.redirect_slashes = False
    return app


class _Server(uvicorn.Server):
    """A server that ends its streams before it waits for them to end."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._desk.close()
        await super().shutdown(sockets)


def _loopback(port: int) -> list[socket.socket]:
    """Sockets of 127.0.0.1 and, where the machine has it, ::1."""
    first = socket.create_server(("127.0.0.1", port))
    sockets = [first]
    with suppress(OSError):
        sockets.append(socket.create_server(("::1", first.getsockname()[1]), family=socket.AF_INET6))
    return sockets


def _own_file(name: str, kind: str) -> Callable[[Request], Response]:
    content = Path(__file__).with_name(name).read_bytes()
    return lambda _: Response(content, media_type=kind)


class _Asked:
    """What may be asked of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._drawing = asyncio.Lock()

    async def picture(self, request: Request) -> Response:
        numbers = _numbers(request.path_params)
        shown = self._desk.shown
        leaf = shown.leaf(numbers.get("number", 0))
        if shown.paper is None or leaf is None or not _was(numbers.get("version"), leaf.version):
            return _nothing()
        if numbers.get("width") not in WIDTHS:
            return _nothing()
        async with self._drawing:
            if await request.is_disconnected():  # who leafs fast does not wait for the pages between
                return _nothing()
            try:
                content = await asyncio.to_thread(self._desk.pictures.picture, shown.paper, leaf, numbers["width"])
            except OSError:  # a file is gone: the next build, which this save begins, will say which
                return _nothing()
        return Response(content, media_type="image/png")

    def text(self, request: Request) -> Response:
        numbers = _numbers(request.path_params)
        shown = self._desk.shown
        leaf = shown.leaf(numbers.get("number", 0))
        if leaf is None or not _was(numbers.get("serial"), shown.serial):
            return _nothing()
        return JSONResponse(told_text(leaf.page, self._desk.root))

    def events(self, request: Request) -> Response:
        last = request.headers.get("last-event-id", "")
        return StreamingResponse(self._desk.events(last), media_type="text/event-stream")


def _numbers(written: Mapping[str, str]) -> dict[str, int]:
    return {name: int(text) for name, text in written.items() if re.fullmatch("[0-9]{1,6}", text)}


def _was(asked: int | None, now: int) -> bool:
    """Whether there ever was what is asked for. Whoever asks for what is no more is given what is now."""
    return asked is not None and 0 < asked <= now


def _nothing() -> Response:
    return PlainTextResponse("there is nothing here", 404)


class _Guard:
    """Lets through what this machine's browser asks of this server by its own name, and says on every answer what it may do."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        names = ("127.0.0.1", "localhost", "[::1]")
        self._hosts = frozenset({f"{name}:{port}" for name in names} | (set(names) if port == 80 else set()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_GUARDS)
            await send(message)

        refused = self._refused(scope["method"], Headers(scope=scope))
        await (refused or self._app)(scope, receive, guarded)

    def _refused(self, method: str, headers: Headers) -> Response | None:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return PlainTextResponse("this server answers to its own name only", 421)
        if any(origin.removeprefix("http://") not in self._hosts for origin in origins):
            return PlainTextResponse("this server answers its own page only", 403)
        if method != "GET":
            return PlainTextResponse("there is nothing to change here", 405, {"Allow": "GET"})
        return None
