"""What robots.txt says to us, and that reading one never takes long."""

import time

import pytest

from claimcheck.urls import parse
from claimcheck.web.robots import MAX_DELAY_S, MAX_READ, Rules

TEXT = b"""\xef\xbb\xbfUser-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 4

User-agent: ClaimCheck
Disallow: /not-for-us
"""


@pytest.mark.parametrize(
    ("agents", "path", "wanted"),
    [
        (b"*", "/", True),
        (b"*", "/private/a", False),
        (b"*", "/private/open", True),
        (b"*", "/a.pdf", False),
        (b"*", "/a.pdf?x", True),
        (b"*", "/%70rivate", False),
        (b"claimcheck", "/private/a", True),
        (b"claimcheck", "/not-for-us", False),
    ],
)
def test_the_rules_for_us_hold(agents: bytes, path: str, wanted: bool) -> None:  # noqa: FBT001
    text = TEXT if agents == b"claimcheck" else TEXT.partition(b"User-agent: Claim")[0]
    assert Rules(text).allow(parse(f"http://e.org{path}")) is wanted


@pytest.mark.parametrize(
    "body", [b"", b"<html><body>hello: world</body></html>", bytes(range(256)) * 100, b"\x00" * 9999]
)
def test_what_is_no_robots_file_has_no_rules(body: bytes) -> None:
    rules = Rules(body)
    assert rules.allow(parse("http://e.org/a"))
    assert rules.delay_s == 0


@pytest.mark.parametrize(
    ("value", "wanted"), [("4", 4), ("0.5", 0.5), ("9999", MAX_DELAY_S), ("-1", 0), ("nan", 0), ("x", 0)]
)
def test_a_delay_is_borne_with_up_to_a_bound(value: str, wanted: float) -> None:
    assert Rules(f"User-agent: *\nCrawl-delay: {value}\n".encode()).delay_s == wanted


@pytest.mark.parametrize(
    "line",
    [b"Disallow: /" + b"*a" * 200, b"Disallow: /*", b"User-agent: a", b"Disallow: /" + b"%" * 999, b"x" * 10_000, b":"],
)
def test_a_hostile_file_of_any_size_is_read_soon(line: bytes) -> None:
    body = b"User-agent: *\n" + (line + b"\n") * (3 * MAX_READ // len(line))
    started = time.process_time()
    Rules(body).allow(parse("http://e.org/" + "a" * 8000))
    assert time.process_time() - started < 5


def test_no_rule_is_read_in_part() -> None:
    body = b"User-agent: *\nDisallow: /x\n".ljust(MAX_READ - 12, b"\n") + b"Disallow: /private\n"
    assert Rules(body).allow(parse("http://e.org/a"))
    assert not Rules(body).allow(parse("http://e.org/x"))
