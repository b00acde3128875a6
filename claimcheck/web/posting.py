"""Asking a service that the user has set up: one JSON object there, one back, within a deadline and a size.

Unlike what is fetched, such a service may be anywhere, this machine included: the user named it.
"""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import httpcore

from claimcheck import __version__
from claimcheck.errors import FetchError, InputError
from claimcheck.interruption import Interruptions
from claimcheck.redaction import shown
from claimcheck.urls import DEFAULT_PORTS, parse
from claimcheck.vocabulary import FetchFailure

MAX_ANSWER = 1024 * 1024
"""How long an answer may be, in bytes."""
DEADLINE_S = 60.0
_OK = 200


def post_json(url: str, content: Mapping[str, Any], *, key: str | None = None, deadline_s: float = DEADLINE_S) -> Any:
    """What the service at `url` answers to a JSON object; `key` is sent as a bearer token. Nothing is redirected.

    Raises:
        FetchError: no JSON came with status 200 within the deadline and the size; one line, without secrets.
        InputError: `url` is no http or https URL, or no header can hold the key.
    """
    if key is not None and not (key.isascii() and key.isprintable()):
        raise InputError("the key holds characters that no header can hold; see CLAIMCHECK_LLM_KEY")
    place = parse(url)
    port = None if place.port == DEFAULT_PORTS[place.scheme] else place.port
    target = httpcore.URL(scheme=place.scheme, host=place.host, port=port, target=place.target)
    body_sent = json.dumps(content).encode()
    headers = [
        ("Host", place.authority), ("User-Agent", f"claimcheck/{__version__}"), ("Accept", "application/json"),
        ("Content-Type", "application/json"), ("Content-Length", str(len(body_sent))),
        *([("Authorization", f"Bearer {key}")] if key else []),
    ]  # fmt: skip
    request = httpcore.Request("POST", target, headers=headers, content=body_sent)
    try:
        with Interruptions() as interruptions:
            status, body = asyncio.run(interruptions.cancellable(_answer(request, deadline_s)))
    except TimeoutError:
        raise _failed(url, f"took longer than {deadline_s:g} seconds", FetchFailure.TIMEOUT) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError):
        raise _failed(url, "hung up without an answer, or is not there", FetchFailure.UNREACHABLE) from None
    if body is None:
        raise _failed(url, f"answered more than {MAX_ANSWER} bytes", FetchFailure.TOO_LARGE)
    if status != _OK:
        raise _failed(url, f"answered with status {status}", FetchFailure.PROTOCOL, status)
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise _failed(url, "answered with something that is no JSON", FetchFailure.PROTOCOL, status) from None


async def _answer(request: httpcore.Request, deadline_s: float) -> tuple[int, bytes | None]:
    """Status and body; no body if it is too long.

    Raises:
        TimeoutError: it did not end in time.
    """
    async with asyncio.timeout(deadline_s), httpcore.AsyncConnectionPool(max_connections=1) as pool:
        response = await pool.handle_async_request(request)
        try:
            parts: list[bytes] = []
            size = 0
            async for part in response.aiter_stream():
                parts.append(part)
                size += len(part)
                if size > MAX_ANSWER:
                    return response.status, None
            return response.status, b"".join(parts)
        finally:
            await response.aclose()


def _failed(url: str, words: str, failure: FetchFailure, status: int | None = None) -> FetchError:
    return FetchError(f"{shown(url)} {words}; see the settings llm_url and llm_model", failure, status)
