"""Manners towards hosts, with a clock of the tests' own."""

import asyncio
from typing import Any

import pytest

from claimcheck.errors import FetchError
from claimcheck.values import Page
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.client import WebClient
from claimcheck.web.manners import MAX_RETRY_AFTER_S, PoliteClient, retry_after_s
from tests.web.fake_web import NOW, Web, failed, page
from tests.web.servers import redirect, reply, serving

ROBOTS = b"User-agent: *\nDisallow: /private\n"


def outcome(web: Web, url: str = "http://e.org/a", **options: Any) -> Page | FetchError:
    async def run() -> Page | FetchError:
        try:
            return await web.polite().get(url, **options)
        except FetchError as error:
            return error

    return asyncio.run(run())


def test_a_host_is_asked_for_its_rules_once_and_then_not_more_than_once_a_second() -> None:
    web = Web({})
    client = web.polite()

    async def run() -> None:
        await asyncio.gather(*(client.get(f"http://e.org/{number}") for number in range(3)))

    asyncio.run(run())
    assert web.log == [
        (0.0, "http://e.org/robots.txt"),
        (1.0, "http://e.org/0"),
        (2.0, "http://e.org/1"),
        (3.0, "http://e.org/2"),
    ]


def test_a_slow_answer_counts_from_its_start_and_one_is_waited_for_before_the_next() -> None:
    web = Web({}, took_s=5.0)
    client = web.polite()

    async def run() -> None:
        await asyncio.gather(*(client.get(f"http://e.org/{number}", heed_robots=False) for number in range(2)))

    asyncio.run(run())
    assert web.log == [(0.0, "http://e.org/0"), (5.0, "http://e.org/1")]


def test_a_crawl_delay_is_kept() -> None:
    web = Web({"http://e.org/robots.txt": page(200, b"User-agent: *\nCrawl-delay: 7\n")})
    client = web.polite()

    async def run() -> None:
        for number in range(2):
            await client.get(f"http://e.org/{number}")

    asyncio.run(run())
    assert [moment for moment, _ in web.log] == [0.0, 7.0, 14.0]


def test_another_pause_can_be_set() -> None:
    web = Web({})

    async def run() -> None:
        client = web.polite(interval_s=5.0)
        for number in range(2):
            await client.get(f"http://e.org/{number}", heed_robots=False)

    asyncio.run(run())
    assert [moment for moment, _ in web.log] == [0.0, 5.0]


@pytest.mark.parametrize(
    ("robots", "is_blocked"),
    [
        (page(200, ROBOTS), True),
        (page(200, b""), False),
        (page(404), False),
        (page(403), False),
        (page(429), True),
        (page(500), True),
        (page(503), True),
        (page(302), True),
        (failed(FetchFailure.BAD_ENCODING, 404), False),
        (failed(FetchFailure.BAD_ENCODING, 200), True),
        (failed(FetchFailure.TOO_LARGE, 200), True),
        (failed(FetchFailure.TOO_MANY_REDIRECTS), False),
    ],
)
def test_rules_that_forbid_or_cannot_be_read_block(robots: Page | FetchError, is_blocked: bool) -> None:  # noqa: FBT001
    web = Web({"http://e.org/robots.txt": robots, "http://e.org/private": page()})
    result = outcome(web, "http://e.org/private?token=s3cr3t")
    assert isinstance(result, FetchError) is is_blocked
    if isinstance(result, FetchError):
        assert result.failure == "blocked"
        assert "s3cr3t" not in str(result)
        assert web.pages == []


def test_rules_at_an_address_that_must_not_be_dialled_say_so() -> None:
    result = outcome(Web({"http://e.org/robots.txt": failed(FetchFailure.REFUSED)}))
    assert isinstance(result, FetchError)
    assert result.failure == "refused"


def test_an_interface_for_programs_has_no_rules_for_crawlers() -> None:
    web = Web({"http://e.org/robots.txt": page(200, ROBOTS), "http://e.org/private": page()})
    assert isinstance(outcome(web, "http://e.org/private", heed_robots=False), Page)


def test_a_redirect_to_another_host_heeds_the_rules_there() -> None:
    web = Web({"http://e.org/a": "http://f.org/private", "http://f.org/robots.txt": page(200, ROBOTS)})
    result = outcome(web)
    assert isinstance(result, FetchError)
    assert result.failure == "blocked"
    assert "http://f.org/private" not in [url for _, url in web.log]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again_twice_and_later_each_time(status: int) -> None:
    web = Web({"http://e.org/a": page(status)})
    result = outcome(web, heed_robots=False)
    assert isinstance(result, Page)
    assert result.status == status
    assert [moment for moment, _ in web.pages] == [0.0, 1.0, 3.0]


@pytest.mark.parametrize("failure", [FetchFailure.UNREACHABLE, FetchFailure.UNRESOLVED, FetchFailure.CUT])
def test_a_broken_connection_is_tried_again(failure: FetchFailure) -> None:
    web = Web({"http://e.org/a": [failed(failure), page()]})
    assert isinstance(outcome(web, heed_robots=False), Page)
    assert len(web.pages) == 2


@pytest.mark.parametrize(
    "answer",
    [page(404), page(500), failed(FetchFailure.TIMEOUT), failed(FetchFailure.REFUSED), failed(FetchFailure.TLS)],
)
def test_what_will_not_change_soon_is_not_tried_again(answer: Page | FetchError) -> None:
    web = Web({"http://e.org/a": answer})
    assert outcome(web, heed_robots=False) is answer
    assert len(web.pages) == 1


def test_a_wish_to_be_asked_later_is_granted_to_all_of_a_host() -> None:
    web = Web({"http://e.org/a": [page(503, retry_after="20"), page()]})
    client = web.polite()

    async def run() -> None:
        await client.get("http://e.org/a", heed_robots=False)
        await client.get("http://e.org/b", heed_robots=False)

    asyncio.run(run())
    assert [moment for moment, _ in web.pages] == [0.0, 20.0, 21.0]


def test_a_wish_longer_than_there_is_time_is_told_and_not_slept() -> None:
    web = Web({"http://e.org/a": page(429, retry_after="3600")})
    client = web.polite()

    async def run() -> None:
        assert (await client.get("http://e.org/a", heed_robots=False)).headers["retry-after"] == "3600"
        with pytest.raises(FetchError, match="3600 seconds") as error:
            await client.get("http://e.org/b", heed_robots=False)
        assert error.value.failure == "later"
        assert error.value.retry_after_s is not None

    asyncio.run(run())
    assert web.time_s == 100.0
    assert len(web.pages) == 1


@pytest.mark.parametrize(
    ("failure", "times"),
    [(FetchFailure.UNREACHABLE, 1), (FetchFailure.UNRESOLVED, 1), (FetchFailure.TLS, 1), (FetchFailure.TIMEOUT, 2)],
)
def test_a_host_that_is_down_is_given_up_for_the_run(failure: FetchFailure, times: int) -> None:
    web = Web({f"http://e.org/{number}": failed(failure) for number in range(9)})
    client = web.polite(max_retries=0)
    failures: list[str] = []

    async def run() -> None:
        for number in range(4):
            with pytest.raises(FetchError) as error:
                await client.get(f"http://e.org/{number}", heed_robots=False)
            failures.append(error.value.failure)

    asyncio.run(run())
    assert failures == [failure] * times + ["given_up"] * (4 - times)
    assert len(web.pages) == times


def test_a_host_whose_rules_cannot_be_reached_is_down_and_not_blocking() -> None:
    web = Web({"http://e.org/robots.txt": failed(FetchFailure.UNREACHABLE)})
    result = outcome(web)
    assert isinstance(result, FetchError)
    assert result.failure == "unreachable"


def test_hosts_do_not_wait_for_each_other() -> None:
    web = Web({})
    client = web.polite()

    async def run() -> None:
        await asyncio.gather(*(client.get(f"http://{name}.org/", heed_robots=False) for name in "abc"))

    asyncio.run(run())
    assert [moment for moment, _ in web.log] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Fri, 27 Nov 2026 12:01:00 GMT", 60.0),
        ("Friday, 27-Nov-26 12:01:00 GMT", 60.0),
        ("Fri, 27 Nov 2020 12:01:00 GMT", 0.0),
        ("9" * 400, MAX_RETRY_AFTER_S),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Fri, 99 Nov 2026 12:01:00 GMT", None),
        ("Fri, 27 Nov 99999999 12:01:00 GMT", None),
    ],
)
def test_the_wait_that_a_server_asks_for_is_read_in_all_its_forms(value: str, wanted: float | None) -> None:
    assert retry_after_s(page(503, retry_after=value), NOW) == wanted
    assert retry_after_s(page(200, retry_after=value), NOW) is None


def test_it_works_with_real_servers_and_one_place_for_a_fetch() -> None:
    async def run() -> None:
        async with (
            serving({"/robots.txt": reply(ROBOTS), "/b": reply(b"found")}) as other,
            serving({"/a": redirect(other.url("/b")), "/c": redirect(other.url("/private"))}) as served,
            WebClient(allowed=served.allowed | other.allowed, concurrency=1) as client,
        ):
            polite = PoliteClient(client, interval_s=0.0)
            assert (await polite.get(served.url("/a"))).body == b"found"
            with pytest.raises(FetchError) as error:
                await polite.get(served.url("/c"))
            assert error.value.failure == "blocked"
            assert served.paths == ["/robots.txt", "/a", "/c"]
            assert other.paths == ["/robots.txt", "/b"]

    asyncio.run(run())
