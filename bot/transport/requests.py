"""The wire under python-telegram-bot: its `BaseRequest`, over aiohttp, which carries several times more than httpx."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData


class NeverSent(NetworkError):
    """The request certainly did not reach Telegram: there was no connection to carry it."""


class AiohttpRequest(BaseRequest):
    """Requests over one aiohttp session. Timeouts are in seconds."""

    def __init__(self, connections: int = 128, read_timeout: float = 20.0, connect_timeout: float = 10.0) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The default read timeout."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections), trust_env=True, auto_decompress=True
            )

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp has none
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - part of the connect timeout
    ) -> tuple[int, bytes]:
        """Send one request; status and body. Raises `NeverSent`, or a `NetworkError` where it may have arrived."""
        assert self._session is not None, "initialize first"  # noqa: S101 - a mistake of ours
        reading = read_timeout if isinstance(read_timeout, int | float) else self._read_timeout
        connecting = connect_timeout if isinstance(connect_timeout, int | float) else self._connect_timeout
        timeout = aiohttp.ClientTimeout(total=None, connect=connecting, sock_connect=connecting, sock_read=reading)
        try:
            async with self._session.request(method, url, timeout=timeout, data=_body(request_data)) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverSent(f"no connection: {type(error).__name__}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError, asyncio.IncompleteReadError) as error:
            raise NetworkError(f"connection broke: {type(error).__name__}") from error


def _body(request_data: RequestData | None) -> Any:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
