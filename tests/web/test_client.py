"""Fetching from real servers that behave well."""

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from typing import Any

import pytest

from claimcheck import __version__
from claimcheck.errors import FetchError, InputError, UsageError
from claimcheck.values import Page
from claimcheck.web.client import Limits, WebClient
from tests.web.servers import Answer, Served, closing, redirect, reply, serving

TEXT = b"They said so. " * 100


def fetch(answers: Mapping[str, Answer | list[Answer]], path: str = "/", **options: Any) -> tuple[Page, Served]:
    """What one fetch gives, and the server that gave it."""

    async def run() -> tuple[Page, Served]:
        async with serving(answers) as served, WebClient(allowed=served.allowed, limits=Limits(5.0)) as client:
            return await client.get(served.url(path), **options), served

    return asyncio.run(run())


def with_two(
    answers: Callable[[Served], Mapping[str, Answer]], others: Mapping[str, Answer], **options: Any
) -> tuple[Page, Served, Served]:
    """What a fetch gives from a server whose answers name another one."""

    async def run() -> tuple[Page, Served, Served]:
        async with (
            serving(others) as other,
            serving(answers(other)) as served,
            WebClient(allowed=served.allowed | other.allowed, limits=Limits(5.0)) as client,
        ):
            return await client.get(served.url().replace("//", "//u:p@"), **options), served, other

    return asyncio.run(run())


def test_a_page_comes_with_all_that_is_known_of_it() -> None:
    page, served = fetch(
        {"/a?b=c": reply(TEXT, "Content-Type: text/plain", 'ETag: "1"', "Set-Cookie: a=b")}, "/a?b=c#d"
    )
    assert (page.status, page.body, page.raw_size) == (200, TEXT, len(TEXT))
    assert page.headers == {"content-type": "text/plain", "etag": '"1"'}
    assert page.url == page.final_url == served.url("/a?b=c")
    assert page.redirects == ()
    assert page.retrieved_at.tzinfo is UTC
    assert 0 < page.elapsed_s < 5


def test_the_request_is_honest_and_plain() -> None:
    _, served = fetch({})
    head = served.heads[0].lower()
    assert f"user-agent: claimcheck/{__version__}\r\n" in head
    assert "accept-encoding: gzip, deflate\r\n" in head
    assert f"host: 127.0.0.1:{served.port}\r\n" in head
    assert "cookie" not in head


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(TEXT, mtime=0)), ("deflate", zlib.compress(TEXT)), ("identity", TEXT)],
)
def test_a_compressed_page_is_undone(encoding: str, packed: bytes) -> None:
    page, _ = fetch({"/": reply(packed, f"Content-Encoding: {encoding}")})
    assert (page.body, page.raw_size) == (TEXT, len(packed))


@pytest.mark.parametrize(
    "answer",
    [
        closing(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + TEXT),
        closing(b"HTTP/1.0 200 OK\r\n\r\n" + TEXT),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x;x=y\r\n%s\r\n0\r\nTrailer: x\r\n\r\n"
        % (len(TEXT), TEXT),
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + reply(TEXT),
    ],
)
def test_a_page_comes_whole_however_it_is_framed(answer: Answer) -> None:
    assert fetch({"/": answer})[0].body == TEXT


@pytest.mark.parametrize(
    "status", ["204 No Content", "400 Bad Request", "404 Not Found", "410 Gone", "500 X", "300 Choose"]
)
def test_an_error_is_an_answer(status: str) -> None:
    body = b"" if status.startswith("204") else b"sorry"
    answer = reply(body, status=status) if body else b"HTTP/1.1 204 No Content\r\n\r\n"
    page, _ = fetch({"/": answer})
    assert (page.status, page.body) == (int(status[:3]), body)


def test_a_conditional_fetch_may_be_told_that_nothing_changed() -> None:
    answer = b'HTTP/1.1 304 Not Modified\r\nETag: "2"\r\nContent-Encoding: br\r\nContent-Length: 500\r\n\r\n'
    page, served = fetch({"/": answer}, etag='W/"1"', last_modified="Mon, 01 Jan 2024 00:00:00 GMT")
    assert (page.status, page.body, page.headers["etag"]) == (304, b"", '"2"')
    assert 'if-none-match: W/"1"' in served.heads[0].replace("If-None-Match", "if-none-match")
    assert "Mon, 01 Jan 2024" in served.heads[0]


def test_redirects_are_followed_and_kept() -> None:
    answers = {
        "/": redirect("/b?x#y", "301 Moved"),
        "/b?x": redirect("c"),
        "/c": redirect("?z", "308 Moved"),
        "/c?z": reply(TEXT),
    }
    page, served = fetch(answers)
    assert page.body == TEXT
    assert page.redirects == tuple(map(served.url, ("/", "/b?x", "/c")))
    assert page.final_url == served.url("/c?z")


def test_validators_go_only_to_the_url_that_gave_them() -> None:
    async def run() -> None:
        answers = {"/": redirect("/b"), "/b": reply(status="304 Not Modified")}
        async with serving(answers) as served, WebClient(allowed=served.allowed) as client:
            page = await client.get(served.url(), etag='"1"', validated_url=served.url("/b"))
            assert page.status == 304
            assert [("If-None-Match" in head) for head in served.heads] == [False, True]

    asyncio.run(run())


def test_headers_and_user_info_do_not_go_to_another_host() -> None:
    page, served, other = with_two(
        lambda other: {"/": redirect(other.url("/x").replace("//", "//v:w@"))},
        {"/x": reply(TEXT)},
        headers={"X-Api-Key": "k3y", "Accept": "text/html"},
        etag='"1"',
    )
    assert page.body == TEXT
    assert "k3y" in served.heads[0]
    assert "Authorization: Basic dTpw" in served.heads[0]
    assert "k3y" not in other.heads[0]
    assert "Authorization" not in other.heads[0]
    assert "If-None-Match" not in other.heads[0]
    assert "Accept: */*" in other.heads[0]


def test_cookies_are_not_kept() -> None:
    _, served = fetch({"/": reply(b"", "Set-Cookie: a=b", "Location: /b", status="302 Found"), "/b": reply()})
    assert served.paths == ["/", "/b"]
    assert "a=b" not in "".join(served.heads)


def test_a_hop_can_be_prevented() -> None:
    seen: list[str] = []

    async def prevent(url: Any) -> None:
        seen.append(url.target)
        if url.target == "/b":
            raise FetchError("no", "blocked")  # type: ignore[arg-type]

    with pytest.raises(FetchError, match=r"^no$"):
        fetch({"/": redirect("/b"), "/b": reply()}, before_hop=prevent)
    assert seen == ["/", "/b"]


def test_the_environment_is_not_asked_for_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch({"/": reply(TEXT)})[0].body == TEXT


def test_a_proxy_set_on_purpose_is_used_and_given_its_password_alone() -> None:
    async def run() -> None:
        async with serving({"http://example.org/a": reply(TEXT)}) as served:
            proxy = served.url("").replace("//", "//u:p@")
            async with WebClient(proxy=proxy) as client:
                assert (await client.get("http://example.org/a")).body == TEXT
                for url in ("http://127.0.0.1/", "http://0x7f.1/", "http://localhost./", "http://a.localhost/"):
                    with pytest.raises(FetchError) as error:
                        await client.get(url)
                    assert error.value.failure == "refused"
            assert "Proxy-Authorization: Basic dTpw" in served.heads[0]
            assert len(served.heads) == 1

    asyncio.run(run())


@pytest.mark.parametrize("contact", ["", "a b", "a\r\nb", "a(b)", "ü"])
def test_a_contact_must_fit_into_a_header(contact: str) -> None:
    with pytest.raises(UsageError):
        WebClient(contact=contact)


def test_a_contact_is_told() -> None:
    async def run() -> str:
        async with serving({}) as served, WebClient(allowed=served.allowed, contact="https://e.org/bot") as client:
            await client.get(served.url())
            return served.heads[0]

    assert f"claimcheck/{__version__} (+https://e.org/bot)\r\n" in asyncio.run(run())


@pytest.mark.parametrize(("url", "headers"), [("file:///etc/passwd", {}), ("http://e.org/", {"Host": "x"})])
def test_what_cannot_be_asked_is_not(url: str, headers: dict[str, str]) -> None:
    async def run() -> None:
        async with WebClient() as client:
            await client.get(url, headers=headers)

    with pytest.raises((InputError, UsageError)):
        asyncio.run(run())


def test_no_more_than_so_many_run_at_once() -> None:
    running, most = 0, 0

    async def slow(writer: asyncio.StreamWriter) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1
        writer.write(reply(b"x"))

    async def run() -> None:
        async with serving({"/": slow}) as served, WebClient(allowed=served.allowed, concurrency=3) as client:
            waiting: list[Awaitable[Page]] = [client.get(served.url()) for _ in range(12)]
            await asyncio.gather(*waiting)

    asyncio.run(run())
    assert most == 3


def test_large_pages_wait_for_each_other_and_all_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.web.client.SMALL", 100_000)
    monkeypatch.setattr("claimcheck.web.client.LARGE_AT_ONCE", 2)

    async def run() -> list[Page]:
        async with serving({"/": reply(bytes(500_000))}) as served, WebClient(allowed=served.allowed) as client:
            pages = await asyncio.gather(*(client.get(served.url()) for _ in range(10)))
            assert client._large._value == 2
            return pages

    assert [len(page.body) for page in asyncio.run(run())] == [500_000] * 10
