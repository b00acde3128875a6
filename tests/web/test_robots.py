"""What robots.txt says to us, and that reading one never takes long."""

import pytest

from claimcheck.urls import parse
from claimcheck.web.robots import (
    MAX_DELAY_S,
    MAX_LINE,
    MAX_READ,
    MAX_RULES,
    MAX_WILD_LENGTH,
    MAX_WILDCARDS,
    Rules,
    group_for_us,
)

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


def handed_on(text: str) -> list[str]:
    """The lines that are left for the parser."""
    return group_for_us(text).text().splitlines()


def test_of_many_agents_only_one_is_handed_on() -> None:
    agents = [f"User-agent: bot{number}" for number in range(2000)]
    rules = [f"Disallow: /{number}" for number in range(4000)]
    for own, left in (("*", 4001), ("claimcheck", 4001), ("other", 1)):
        lines = handed_on("\n".join([*agents, f"User-agent: {own}", *agents, *rules]))
        assert (lines[0], len(lines)) == ("User-agent: claimcheck", left)


@pytest.mark.parametrize(
    "line",
    ["Disallow: /" + "*a" * 200, "Allow: /" + "*a" * 200, "Disallow: /*", "User-agent: a", "Disallow: /" + "%" * 999,
     "x" * 10_000, ":", "Disallow: /{}", "Disallow: /*{}b", "Allow: /*{}$", "User-agent: {}", "Crawl-delay: {}"],
)  # fmt: skip
def test_of_a_hostile_file_of_any_size_little_is_handed_on(line: str) -> None:
    count = 3 * MAX_READ // len(line)
    text = "\n".join(["User-agent: *", *(line.format(number) for number in range(count))])
    rules = handed_on(text)[1:]
    assert len(rules) <= MAX_RULES
    assert max([len(rule) for rule in rules], default=0) <= MAX_LINE
    assert sum(len(rule) - len("Disallow: ") for rule in rules if "*" in rule) <= MAX_WILD_LENGTH
    assert max([rule.count("*") for rule in rules], default=0) <= MAX_WILDCARDS
    Rules(text.encode()).allow(parse("http://e.org/" + "a" * 8000))


def test_a_rule_with_too_many_wildcards_forbids_no_less_and_allows_no_more() -> None:
    path = "/" + "/".join("abcdefghijklmnopqrst")
    rule = path.replace("/", "/*")
    assert not Rules(f"User-agent: *\nDisallow: {rule}".encode()).allow(parse(f"http://e.org{path}"))
    assert not Rules(f"User-agent: *\nDisallow: /a\nAllow: {rule}".encode()).allow(parse(f"http://e.org{path}"))


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: a\nUser-agent: *\nDisallow: /x", "y"),
        ("User-agent: *\nSitemap: http://e.org/s\nUser-agent: a\nDisallow: /x", "y"),
        ("User-agent: *\n\n# more\nUser-agent: a # us\nDisallow: /x # here", "y"),
        ("User-agent: *\nDisallow: /y\nUser-agent: a\nDisallow: /x", "x"),
        ("User-agent: *\nDisallow: /y\nUser-agent: a\nDisallow: /z\nUser-agent: *\nDisallow: /x", ""),
        ("User-agent: claimcheck\nDisallow:\n\nUser-agent: *\nDisallow: /", "xy"),
        ("User-agent: *\nDisallow: /\nUser-agent: claimcheck\nCrawl-delay: 3", "xy"),
        ("User-agent: claim\nDisallow: /\nUser-agent: claimcheckers\nDisallow: /", "xy"),
        ("User-agent: ClaimCheck/1.0\nDisallow: /x", "y"),
        ("Useragent claimcheck\nDisalow /x", "y"),
        ("User-agent: *\nUser-agent: claimcheck\nUser-agent: *\nDisallow: /x", "y"),
        ("Disallow: /x\nUser-agent: *\nAllow: /", "xy"),
        ("User-agent: *\nDisallow: /x\nUser-agent:\nDisallow: /y", "y"),
        ("User-agent: *\r\nDisallow: /\r\nAllow: /x\r\n", "x"),
        ("User-agent: *\nDisallow: /x$", "y"),
    ],
)
def test_whom_a_rule_is_for(text: str, allowed: str) -> None:
    rules = Rules(text.encode())
    assert "".join(path for path in "xy" if rules.allow(parse(f"http://e.org/{path}"))) == allowed


def test_no_rule_is_read_in_part() -> None:
    body = b"User-agent: *\nDisallow: /x\n".ljust(MAX_READ - 12, b"\n") + b"Disallow: /private\n"
    assert Rules(body).allow(parse("http://e.org/a"))
    assert not Rules(body).allow(parse("http://e.org/x"))
