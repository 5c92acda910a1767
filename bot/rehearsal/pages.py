"""The page's server: the rehearsal over HTTP, for a browser on this machine alone."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.rehearsal import deeds, views
from bot.rehearsal.deeds import Impossible
from bot.rehearsal.methods_sending import UPLOAD_LIMIT
from bot.rehearsal.rehearsals import Rehearsal
from bot.rehearsal.views import View

HOST = "127.0.0.1"
_PAGE = Path(__file__).parent / "page"
_PULSE = 15.0  # seconds between two signs of life of an event stream
_JSON_LIMIT = 2 * 2**20
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_STATUS = {
    "refused": 403, "not_found": 404, "file_too_big": 413, "is_blocked": 409, "button_gone": 409, "not_ready": 409,
    "bot_runs": 409, "bot_is_down": 409, "no_digest": 409,
}  # fmt: skip

for _suffix, _type in {".woff2": "font/woff2", ".js": "text/javascript", ".css": "text/css"}.items():
    mimetypes.add_type(_type, _suffix)  # machines differ in what they know

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Page:
    """Serves *rehearsal* on 127.0.0.1:*port* (0: any free one); *words* are the sentences of each language by code.

    Every request must be addressed to this machine by name or number; what changes something must come from the page
    itself, which a header says that no form of another site can send.
    """

    def __init__(self, rehearsal: Rehearsal, words: Mapping[str, View], port: int) -> None:
        self.rehearsal = rehearsal
        self.words = words
        self.port = port
        self._closing = asyncio.Event()
        app = web.Application(client_max_size=UPLOAD_LIMIT + 2**20, middlewares=[self._guard])
        app.on_response_prepare.append(_add_headers)
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/page/{path:.+}", self._asset),
                web.get("/api/state", self._state),
                web.get("/api/events", self._events),
                web.get("/api/words", self._words),
                web.get("/api/files/{id}", self._file),
                web.post("/api/chats/{key}/messages", self._write),
                web.post("/api/chats/{key}/files", self._upload),
                web.post("/api/chats/{key}/presses", self._press),
                web.post("/api/chats/{key}/links", self._follow),
                web.post("/api/clock", self._clock),
                web.post("/api/troubles", self._trouble),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://{HOST}:{self.port}/"

    async def open(self) -> None:
        """Listen. Raises OSError where the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port).start()
        self.port = int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Stop listening and end every stream."""
        self._closing.set()
        await self._runner.cleanup()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            self._check(request)
            return await handler(request)
        except Impossible as impossible:
            return _deny(impossible)
        except web.HTTPNotFound:
            return _deny(Impossible("not_found"))
        except web.HTTPRequestEntityTooLarge:
            return _deny(Impossible("file_too_big", limit=UPLOAD_LIMIT >> 20))
        except web.HTTPException as error:
            return _deny(Impossible("not_understood"), error.status)
        except AssertionError:  # the stand-in knows that Telegram would not let people do this
            return _deny(Impossible("not_understood"))

    def _check(self, request: web.Request) -> None:
        """Refuse what a page of another site could have made a browser send. Raises `Impossible`."""
        here = {f"{HOST}:{self.port}", f"localhost:{self.port}"}
        foreign = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
        if request.host not in here or (foreign and request.path != "/"):
            raise Impossible("refused")
        origin = request.headers.get("Origin")
        if origin is not None and origin not in {f"http://{name}" for name in here}:
            raise Impossible("refused")
        if request.method not in {"GET", "HEAD"}:
            kinds = {"multipart/form-data"} if request.path.endswith("/files") else {"application/json"}
            if request.headers.get("X-Rehearsal") != "1" or request.content_type not in kinds:
                raise Impossible("refused")

    # What is to be seen

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        return _send(_PAGE / "index.html")

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        file = (_PAGE / request.match_info["path"]).resolve()
        if not file.is_relative_to(_PAGE.resolve()) or not file.is_file():
            raise Impossible("not_found")
        return _send(file)

    async def _state(self, _request: web.Request) -> web.Response:
        return _json(await asyncio.to_thread(self.rehearsal.show))

    async def _words(self, request: web.Request) -> web.Response:
        found = self.words.get(request.query.get("language", ""))
        if found is None:
            raise Impossible("not_found")
        return _json({**found, "languages": list(self.words)})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        kept = deeds.file(self.rehearsal.stage, request.match_info["id"])
        response = web.Response(body=kept.content, content_type="application/octet-stream")
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(kept.name, safe='')}"
        return response

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        waiting: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def hear(event: View) -> None:
            loop.call_soon_threadsafe(waiting.put_nowait, f"data: {views.pack(event)}\n\n")

        with self.rehearsal.events.heard(hear):
            await response.prepare(request)
            await response.write(b": hello\n\n")
            while not self._closing.is_set():
                line = await self._next(waiting)
                try:
                    await response.write(line.encode())
                except ConnectionError:
                    break
        return response

    async def _next(self, waiting: asyncio.Queue[str]) -> str:
        """The next event, or a sign of life; nothing once the page closes."""
        getting, closing = asyncio.ensure_future(waiting.get()), asyncio.ensure_future(self._closing.wait())
        try:
            await asyncio.wait({getting, closing}, timeout=_PULSE, return_when=asyncio.FIRST_COMPLETED)
            return getting.result() if getting.done() else ": \n\n"
        finally:
            getting.cancel()
            closing.cancel()

    # What people do

    async def _write(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        ids = await self._do(deeds.write, request, asked.text("text"), asked.writer)
        return _json({"ids": ids})

    async def _upload(self, request: web.Request) -> web.Response:
        fields = await request.post()
        file, caption, writer = fields.get("file"), fields.get("caption", ""), fields.get("writer")
        if not isinstance(file, web.FileField) or not isinstance(caption, str) or not isinstance(writer, str | None):
            raise Impossible("not_understood")
        content = await asyncio.to_thread(file.file.read)
        number = await self._do(deeds.upload, request, file.filename, content, caption, writer or None)
        return _json({"id": number})

    async def _press(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        await self._do(deeds.press, request, asked.number("message"), asked.text("data"), asked.writer)
        return _json({})

    async def _follow(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        return _json({"chat": await self._do(deeds.follow, request, asked.text("link"), asked.writer)})

    async def _do(self, deed: Callable[..., Any], request: web.Request, *parts: object) -> Any:
        return await asyncio.to_thread(deed, self.rehearsal.stage, request.match_info["key"], *parts)

    async def _clock(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        return _json(await asyncio.to_thread(self.rehearsal.set_clock, asked.text("to")))

    async def _trouble(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        on = asked.fields.get("on", True)
        if not isinstance(on, bool):
            raise Impossible("not_understood")
        await asyncio.to_thread(self.rehearsal.trouble, asked.text("what"), on, asked.fields.get("chat"))
        return _json({})


class _Asked:
    """The body of a request, looked at field by field."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = fields

    def text(self, name: str) -> str:
        """A text that must be there."""
        if not isinstance(value := self.fields.get(name), str):
            raise Impossible("not_understood")
        return value

    def number(self, name: str) -> int:
        """A whole number that must be there."""
        if type(value := self.fields.get(name)) is not int:
            raise Impossible("not_understood")
        return value

    @property
    def writer(self) -> str | None:
        """Who is to write, where that is said."""
        return self.text("writer") if self.fields.get("writer") else None


async def _read(request: web.Request) -> _Asked:
    if (request.content_length or 0) > _JSON_LIMIT:
        raise Impossible("text_too_long", limit=deeds.TEXT_LIMIT)
    try:
        body = await request.json()
    except ValueError:
        raise Impossible("not_understood") from None
    if not isinstance(body, dict):
        raise Impossible("not_understood")
    return _Asked(body)


def _json(view: object) -> web.Response:
    return web.json_response(view)


def _deny(impossible: Impossible, status: int | None = None) -> web.Response:
    body = {"error": impossible.key, "values": impossible.values}
    return web.json_response(body, status=status or _STATUS.get(impossible.key, 400))


def _send(file: Path) -> web.StreamResponse:
    if not file.is_file():
        raise Impossible("not_found")
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    response = web.FileResponse(file)
    response.content_type = kind
    if kind.startswith("text/"):
        response.charset = "utf-8"
    return response


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
