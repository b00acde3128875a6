"""Web servers on loopback that behave as they are told, well or badly, and end with the test."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Behaviour = Callable[[asyncio.StreamWriter], Awaitable[None]]
Answer = bytes | Behaviour
MAX_LIFE_S = 20.0


@dataclass
class Served:
    """A running server and what it was asked."""

    port: int
    scheme: str = "http"
    heads: list[str] = field(default_factory=list)
    connections: int = 0

    @property
    def allowed(self) -> set[tuple[str, int]]:
        """What a client must be allowed to reach it."""
        return {("127.0.0.1", self.port), ("localhost", self.port)}

    @property
    def paths(self) -> list[str]:
        """The targets that were asked for, in order."""
        return [head.split(" ")[1] for head in self.heads]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The URL of a path of the server."""
        return f"{self.scheme}://{host}:{self.port}{path}"


def reply(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A well-formed answer, or one with a wrong length."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return reply(b"", f"Location: {location}", status=status)


def closing(data: bytes) -> Behaviour:
    """Send bytes and hang up."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        writer.close()

    return behave


def hanging(data: bytes = b"") -> Behaviour:
    """Send bytes and then nothing."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await asyncio.sleep(MAX_LIFE_S)

    return behave


def repeating(start: bytes, data: bytes, pause_s: float = 0.0) -> Behaviour:
    """Send a start, and then the same bytes again and again."""

    async def behave(writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        async with asyncio.timeout(MAX_LIFE_S):
            while not writer.is_closing():
                writer.write(data)
                await writer.drain()
                await asyncio.sleep(pause_s)

    return behave


@asynccontextmanager
async def serving(
    answers: Mapping[str, Answer | list[Answer]], tls: ssl.SSLContext | None = None
) -> AsyncIterator[Served]:
    """A server with an answer for each path, or several of which the last stays; 404 for all others.

    A path that ends in "?" answers for every query that has no answer of its own.
    """
    tasks: set[asyncio.Task[None]] = set()
    served = Served(0, "https" if tls else "http")
    waiting = {path: list(answer) if isinstance(answer, list) else [answer] for path, answer in answers.items()}

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        served.connections += 1
        try:
            while not writer.is_closing():
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                served.heads.append(head)
                path = head.split(" ")[1]
                any_query = f"{path.partition('?')[0]}?" if "?" in path else path
                left = waiting.get(path) or waiting.get(any_query) or [reply(b"not here", status="404 Not Found")]
                answer = left.pop(0) if len(left) > 1 else left[0]
                if isinstance(answer, bytes):
                    writer.write(answer)
                    await writer.drain()
                else:
                    await answer(writer)
        except (OSError, EOFError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()
            tasks.discard(task)

    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=tls)
    served.port = server.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks)
        await asyncio.sleep(0)
