"""Fetching by TLS: from whom it should be, or not at all."""

import asyncio
import ssl
from collections.abc import Mapping

import pytest
import trustme

from claimcheck.errors import FetchError
from claimcheck.web.client import Limits, WebClient
from tests.web.servers import Answer, redirect, reply, serving

TEXT = b"They said so. " * 100


def tls_failure(
    answers: Mapping[str, Answer], *, host: str = "localhost", is_trusted: bool = True
) -> FetchError | None:
    """How a fetch by TLS fails, or None."""
    authority = trustme.CA()
    server, client_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("localhost").configure_cert(server)
    if is_trusted:
        authority.configure_trust(client_side)

    async def run() -> FetchError | None:
        async with (
            serving(answers, server) as served,
            WebClient(allowed=served.allowed, ssl_context=client_side, limits=Limits(3.0)) as client,
        ):
            try:
                for _ in range(2):
                    assert (await client.get(served.url(host=host))).body == TEXT
            except FetchError as error:
                return error
            assert served.connections == 1
        return None

    return asyncio.run(run())


def test_tls_works_when_the_certificate_holds() -> None:
    assert tls_failure({"/": reply(TEXT)}) is None


@pytest.mark.parametrize(("host", "is_trusted"), [("localhost", False), ("127.0.0.1", True)])
def test_a_certificate_that_does_not_hold_is_refused(host: str, is_trusted: bool) -> None:  # noqa: FBT001
    error = tls_failure({"/": reply(TEXT)}, host=host, is_trusted=is_trusted)
    assert error is not None
    assert error.failure == "tls"
    assert error.__context__ is None


@pytest.mark.parametrize("location", ["http://localhost:1/", "http://localhost/"])
def test_https_never_falls_to_http(location: str) -> None:
    error = tls_failure({"/": redirect(location)})
    assert error is not None
    assert error.failure == "insecure_redirect"


@pytest.mark.parametrize(("is_silent", "wanted"), [(True, "timeout"), (False, "tls")])
def test_a_handshake_that_does_not_end_or_begin_is_left(is_silent: bool, wanted: str) -> None:  # noqa: FBT001
    async def run() -> FetchError:
        async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(1)
            if not is_silent:
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            await reader.read()
            writer.close()

        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            async with WebClient(allowed={("localhost", port)}, limits=Limits(0.3)) as client:
                with pytest.raises(FetchError) as error:
                    await client.get(f"https://localhost:{port}/")
        finally:
            server.close()
        await asyncio.sleep(0.02)
        return error.value

    assert asyncio.run(run()).failure == wanted
