"""Fetching from real servers that mean harm, or are broken: each ends soon, small, and says why in one line."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from claimcheck.errors import FetchError
from claimcheck.web.client import Limits, WebClient
from tests.web.servers import Answer, closing, hanging, redirect, repeating, reply, serving

TEXT = b"They said so. " * 100
SMALL = Limits(deadline_s=3.0, max_raw=100_000, max_decoded=200_000)
SHORT = Limits(deadline_s=0.15)
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
PACKED = gzip.compress(TEXT, mtime=0)


def failure_of(
    answers: Mapping[str, Answer], limits: Limits = SMALL, path: str = "/?token=s3cr3t", **options: Any
) -> FetchError:
    """How a fetch fails; nothing secret in it."""

    async def run() -> FetchError:
        async with serving(answers) as served, WebClient(allowed=served.allowed, limits=limits, **options) as client:
            with pytest.raises(FetchError) as error:
                await client.get(served.url(path).replace("//", "//u:s3cr3t@"), headers={"X-Key": "s3cr3t"})
            return error.value

    async def bounded() -> FetchError:
        async with asyncio.timeout(15):
            return await run()

    error = asyncio.run(bounded())
    assert "s3cr3t" not in str(error) + repr(error)
    assert str(error).isprintable()
    assert error.__cause__ is None
    assert error.__context__ is None
    return error


def at(answer: Answer) -> dict[str, Answer]:
    return {"/?token=s3cr3t": answer}


@pytest.mark.parametrize(
    "answer",
    [
        hanging(),
        hanging(b"HTTP/1.1 200"),
        hanging(HEAD),
        hanging(reply(b"abc", length=10)),
        hanging(CHUNKED + b"5\r\nabc"),
        hanging(HEAD + b"\r\n"),
        repeating(HEAD + b"X: ", b"a", 0.01),
        repeating(HEAD, b"A: b\r\n", 0.01),
        repeating(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01),
        repeating(CHUNKED, b"1\r\na\r\n", 0.01),
        repeating(HEAD + b"Content-Length: 9999\r\n\r\n", b"a", 0.01),
        repeating(CHUNKED + b"0\r\n", b"A: b\r\n", 0.01),
    ],
)
def test_a_server_that_does_not_come_to_an_end_is_left_at_the_deadline(answer: Answer) -> None:
    assert failure_of(at(answer), SHORT).failure == "timeout"


def test_redirects_share_one_deadline() -> None:
    async def slowly(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.06)
        writer.write(redirect("/?token=s3cr3t"))

    assert failure_of(at(slowly), SHORT).failure == "timeout"


@pytest.mark.parametrize(
    "answer",
    [
        closing(reply(TEXT, length=len(TEXT) + 1)),
        closing(CHUNKED + b"5\r\nabcde\r\n"),
        closing(CHUNKED + b"5\r\nabc"),
        closing(CHUNKED + b"5\r\nabcde\r\n0\r\n"),
        reply(PACKED[:-1], "Content-Encoding: gzip"),
        reply(PACKED[:30], "Content-Encoding: gzip"),
        reply(zlib.compress(TEXT)[:-1], "Content-Encoding: deflate"),
        closing(HEAD + b"Content-Encoding: gzip\r\n\r\n" + PACKED[:-4]),
        closing(HEAD + b"Content-Encoding: gzip\r\n\r\n"),
    ],
)
def test_a_cut_body_is_a_failure_and_never_a_shorter_body(answer: Answer) -> None:
    error = failure_of(at(answer))
    assert (error.failure, error.status) == ("cut", 200)


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"", length=100_001),
        reply(b"", length=10**30),
        closing(HEAD + b"\r\n" + bytes(100_001)),
        repeating(HEAD + b"\r\n", bytes(10_000)),
        repeating(CHUNKED, b"2710\r\n" + bytes(10_000) + b"\r\n"),
        repeating(CHUNKED + b"1;", b"extension" * 1000),
        repeating(CHUNKED, b"1\r\na\r\n" * 1000),
        repeating(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
        reply(gzip.compress(bytes(200_001), mtime=0), "Content-Encoding: gzip"),
    ],
)
def test_more_than_the_limit_is_refused_however_it_is_framed(answer: Answer) -> None:
    assert failure_of(at(answer)).failure in ("too_large", "protocol")


def test_too_many_pieces_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.web.client.MAX_CHUNKS", 100)
    assert failure_of(at(CHUNKED + b"1\r\na\r\n" * 200 + b"0\r\n\r\n")).failure == "too_large"


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_does_not_fill_the_memory(layers: int) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(200)), packer.flush()])
    body = gzip.compress(bomb) if layers == 2 else bomb
    encoding = ", ".join(["gzip"] * layers)
    tracemalloc.start()
    try:
        error = failure_of(at(reply(body, f"Content-Encoding: {encoding}")), Limits(3.0))
        assert tracemalloc.get_traced_memory()[1] < 80_000_000
    finally:
        tracemalloc.stop()
    assert error.failure == ("bad_encoding" if layers == 2 else "too_large")


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "gzip\r\nContent-Encoding: gzip", "gzip, deflate"])
def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    assert failure_of(at(reply(PACKED, f"Content-Encoding: {encoding}"))).failure == "bad_encoding"


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.9\r\n\r\n",
        b"<html>hello</html>\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        HEAD + b"Content-Length: -1\r\n\r\n",
        HEAD + b"Transfer-Encoding: gzip\r\n\r\n",
        HEAD + b"X: a\x00b\r\nContent-Length: 0\r\n\r\n",
        HEAD + b"No colon\r\nContent-Length: 0\r\n\r\n",
        HEAD + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
        HEAD + b"X: a\r\n" * 50_000 + b"\r\n",
        CHUNKED + b"zz\r\n",
        CHUNKED + b"1\r\nabc\r\n0\r\n\r\n",
    ],
)
def test_what_is_not_http_is_a_failure(answer: Answer) -> None:
    assert failure_of(at(answer)).failure in ("protocol", "too_large")


def test_a_header_in_no_known_alphabet_is_borne_with() -> None:
    async def run() -> None:
        answer = reply(TEXT, "Server: \xff\xfe\u00e9", "Content-Type: t\xe9xt")
        async with serving({"/": answer}) as served, WebClient(allowed=served.allowed) as client:
            assert (await client.get(served.url())).body == TEXT

    asyncio.run(run())


@pytest.mark.parametrize("answer", [closing(b""), closing(b"HTT")])
def test_a_server_that_hangs_up_is_told(answer: Answer) -> None:
    assert failure_of(at(answer)).failure in ("unreachable", "protocol")


def test_a_port_where_nobody_listens_is_told() -> None:
    async def run() -> FetchError:
        async with serving({}) as served:
            pass
        async with WebClient(allowed=served.allowed) as client:
            with pytest.raises(FetchError) as error:
                await client.get(served.url())
            return error.value

    assert asyncio.run(run()).failure == "unreachable"


def test_a_redirect_loop_ends_after_five() -> None:
    assert failure_of(at(redirect("/?token=s3cr3t"))).failure == "too_many_redirects"


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:1/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/?token=s3cr3t",
        "http://[64:ff9b::7f00:1]/",
        "//10.0.0.1/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://127.0.0.1:25/_HELO",
        "javascript:alert(1)",
        "http://u:s3cr3t@[::1",
    ],
)
def test_a_redirect_to_where_nobody_should_go_is_refused(location: str) -> None:
    assert failure_of(at(redirect(location))).failure == "refused"


def test_a_name_that_changes_its_address_between_hops_is_checked_again() -> None:
    async def run() -> FetchError:
        answers = [["127.0.0.1"], ["10.0.0.1"]]

        async def rebinding(*_: Any) -> Sequence[str]:
            return answers.pop(0)

        async with serving({"/": redirect("http://name.example:81/")}) as served:
            allowed = {("name.example", served.port)}
            async with WebClient(allowed=allowed, lookup=rebinding, limits=SMALL) as client:
                with pytest.raises(FetchError) as error:
                    await client.get(served.url(host="name.example"))
                return error.value

    assert asyncio.run(run()).failure == "refused"


def test_a_lookup_that_hangs_ends_at_the_deadline() -> None:
    async def hang(*_: Any) -> Sequence[str]:
        await asyncio.sleep(60)
        return []

    async def run() -> FetchError:
        async with WebClient(lookup=hang, limits=SHORT) as client:
            with pytest.raises(FetchError) as error:
                await client.get("http://name.example/")
            return error.value

    assert asyncio.run(run()).failure == "timeout"
