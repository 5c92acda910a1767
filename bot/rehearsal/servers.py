"""The Bot API over real HTTP, on the loopback alone."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.rehearsal.calls import Call
from bot.rehearsal.faults import Fault, Plan
from bot.rehearsal.messages import File
from bot.rehearsal.methods import NAMES, run_method
from bot.rehearsal.methods_intake import DOWNLOAD_LIMIT
from bot.rehearsal.methods_sending import UPLOAD_LIMIT
from bot.rehearsal.polls import Polls
from bot.rehearsal.verdicts import TERMINATED, UNAUTHORIZED, Verdict, hush, refuse

if TYPE_CHECKING:
    from bot.rehearsal.standins import StandIn

_HOST = "127.0.0.1"
# What counts for the limits of pace, and whether it counts as a new message.
_METERED = {
    "sendMessage": True,
    "sendDocument": True,
    "editMessageText": False,
    "editMessageCaption": False,
    "editMessageReplyMarkup": False,
}


class Server:
    """Listens on a port and brings each call to the world; must be used from its own event loop."""

    def __init__(self, telegram: StandIn, loop: asyncio.AbstractEventLoop) -> None:
        self.telegram = telegram
        self.world = telegram.world
        self.polls = Polls(telegram.world, loop)
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def open(self, port: int) -> None:
        """Listen on 127.0.0.1 (0: any free port)."""
        app = web.Application(client_max_size=UPLOAD_LIMIT + 2**20, middlewares=[self._guard])
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
        await self._runner.setup()
        site = web.TCPSite(self._runner, _HOST, port, reuse_address=True)
        await site.start()
        self.port = int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Stop listening and break every connection."""
        runner, self._runner = self._runner, None
        if runner is None:
            return
        for site in list(runner.sites):
            await site.stop()
        for connection in list(runner.server.connections if runner.server else []):
            if connection.transport is not None:
                _reset(connection.transport)
        await runner.cleanup()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        # a page in a browser that has talked a name into pointing here must not reach us
        if request.host not in {f"{_HOST}:{self.port}", f"localhost:{self.port}"}:
            return web.Response(status=403, text="Forbidden")
        try:
            response: web.StreamResponse = await handler(request)
        except Verdict as verdict:
            return _reply(verdict.code, verdict.to_api())
        return response

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.world.token:
            raise UNAUTHORIZED

    async def _download(self, request: web.Request) -> web.StreamResponse:
        self._check_token(request)
        file = next((f for f in self.world.files.values() if f.path == request.match_info["path"]), None)
        if file is None or len(file.content) > DOWNLOAD_LIMIT:
            raise Verdict(404, "Not Found")
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self._check_token(request)
        method = NAMES.get(request.match_info["method"].lower())
        if method is None:
            raise Verdict(404, "Not Found: method not found")
        call = Call.read(method, await _read_parameters(request))
        with self.telegram.serving(call):
            return await self._serve(request, call)

    async def _serve(self, request: web.Request, call: Call) -> web.StreamResponse:
        call.fault = plan = self.telegram.faults.take(call.method, call.chat_id)
        if plan is None or plan.arrives:
            call.arrived = True
            status, call.response = await self._execute(call)
        else:
            status = 0
        if call.method != "getUpdates" and self.telegram.latency:
            await asyncio.sleep(self.telegram.latency)
        if plan:
            return await _strike(request, call, plan, status)
        call.status = status
        return _reply(status, call.response)

    async def _execute(self, call: Call) -> tuple[int, dict[str, Any]]:
        try:
            if call.problem:
                raise call.problem
            if call.method == "getUpdates":
                found = await self.polls.serve(call.parameters, self.telegram.poll_seconds_cap)
                return 200, {"ok": True, "result": found}
            if call.method in _METERED and call.chat_id is not None:
                paid = call.parameters.get("allow_paid_broadcast", False)
                self.telegram.limits.check(call.chat_id, is_new=_METERED[call.method], paid=paid)
            return 200, {"ok": True, "result": run_method(self.world, call.method, call.parameters)}
        except Verdict as verdict:
            return verdict.code, verdict.to_api()


async def _read_parameters(request: web.Request) -> dict[str, Any]:
    """Parameters from the query, and from a JSON, urlencoded or multipart body."""
    raw: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise refuse("can't parse JSON object") from None
        if not isinstance(body, Mapping):
            raise refuse("object expected as JSON body")
        return raw | dict(body)
    try:
        fields = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Verdict(413, "Request Entity Too Large") from None
    for name, value in fields.items():
        raw[name] = value if isinstance(value, str | File) else _read_file(value)
    for name, value in list(raw.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            raw[name] = raw.pop(value.removeprefix("attach://"), None)
    return raw


def _read_file(field: web.FileField | bytes | bytearray) -> File:
    if isinstance(field, bytes | bytearray):
        return File("file", bytes(field))
    return File(field.filename, field.file.read(), field.content_type)


def _reply(status: int, body: object) -> web.Response:
    return web.json_response(body, status=status)


def _reset(transport: asyncio.BaseTransport) -> None:
    """Break a connection at once, so that the other side sees a reset and no polite end."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    if isinstance(transport, asyncio.Transport):
        transport.abort()


async def _strike(request: web.Request, call: Call, plan: Plan, status: int) -> web.StreamResponse:
    """The answer, if it is one, that a call gets which misfortune has hit."""
    match plan.fault:
        case Fault.RESET_BEFORE | Fault.RESET_AFTER:
            return _vanish(request)
        case Fault.TRUNCATED:
            return await _break_off(request, call.response, status)
        case Fault.HTML_502:
            call.status = 502
            page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
            return web.Response(status=502, text=page, content_type="text/html")
        case Fault.HANG:
            await asyncio.sleep(plan.seconds)
            if not plan.arrives:
                return _vanish(request)
            call.status = status
            return _reply(status, call.response)
    verdict = _judge(plan)
    call.status, call.response = verdict.code, verdict.to_api()
    return _reply(verdict.code, call.response)


def _vanish(request: web.Request) -> web.Response:
    if request.transport:
        _reset(request.transport)
    return web.Response()


def _judge(plan: Plan) -> Verdict:
    return {
        Fault.TOO_MANY: hush(max(1, round(plan.seconds))),
        Fault.UNAUTHORIZED: UNAUTHORIZED,
        Fault.CONFLICT: TERMINATED,
    }.get(plan.fault, Verdict(plan.code, plan.description))


async def _break_off(request: web.Request, body: object, status: int) -> web.StreamResponse:
    whole = json.dumps(body).encode()
    response = web.StreamResponse(status=status)
    response.content_type = "application/json"
    response.content_length = len(whole)
    await response.prepare(request)
    await response.write(whole[: len(whole) // 2])
    if request.transport:
        request.transport.close()
    return response
