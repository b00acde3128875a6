"""Publishers: one domain, one group, one account, one name."""

import pytest

from claimcheck.independence.families import Family, bears_name, document_url, family_of, registrable
from tests.independence.stories import OWNERSHIP, item


def family(url: str | None, publisher: str | None = None) -> Family:
    return family_of(item(1, url=url, publisher=publisher), OWNERSHIP)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("news.harbour.example", "harbour.example"),
        ("a.b.paper.co.uk", "paper.co.uk"),
        ("paper.com.au", "paper.com.au"),
        ("mofcom.gov.cn", "mofcom.gov.cn"),
        ("www.mod.go.jp", "mod.go.jp"),
        ("t.co", "t.co"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::1"),
        ("me.blogspot.com", "me.blogspot.com"),
        ("a.me.github.io", "me.github.io"),
    ],
)
def test_a_domain_is_what_one_owner_registered(host: str, domain: str) -> None:
    assert registrable(host, OWNERSHIP.platforms) == domain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.thetimes.co.uk/a", "https://www.thesun.co.uk/b"),
        ("https://sport.paper.example/a", "https://m.paper.example/b"),
        ("https://x.com/Someone/status/1", "https://mobile.twitter.com/someone/status/2"),
        ("https://t.me/s/channel/1", "https://t.me/channel/2"),
        ("https://www.youtube.com/@name/videos", "https://youtube.com/@name"),
    ],
)
def test_two_addresses_have_one_publisher(one: str, other: str) -> None:
    assert family(one).nodes == family(other).nodes != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://one.co.uk/", "https://other.co.uk/"),
        ("https://one.blogspot.com/", "https://other.blogspot.com/"),
        ("https://x.com/one/status/1", "https://x.com/other/status/1"),
        ("https://one.medium.com/a", "https://medium.com/@other/a"),
        ("https://www.rt.com/a", "https://tass.com/a"),
    ],
)
def test_two_addresses_have_two_publishers(one: str, other: str) -> None:
    assert not set(family(one).nodes) & set(family(other).nodes)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.wikipedia.org/wiki/A",
        "https://news.google.com/a",
        "https://www.msn.com/a",
        "https://news.yahoo.com/a",
    ],
)
def test_what_only_passes_on_publishes_nothing(url: str) -> None:
    found = family(url)
    assert found.relays
    assert found.nodes == ()


def test_a_name_counts_more_than_the_address_of_who_passes_on() -> None:
    assert family("https://www.msn.com/a", "Associated Press").nodes == ("owner:Associated Press",)
    assert family("https://quay.example/a", "The Times").nodes == ("owner:News Corp",)


@pytest.mark.parametrize(
    "url", [None, "", "ftp://a.example/", "no address", "https://x.com/", "http://" + "a" * 10_000]
)
def test_what_is_no_address_of_anybody_has_no_publisher(url: str | None) -> None:
    assert family(url).nodes == ()


def test_an_archived_page_is_the_page() -> None:
    archived = item(1, url="https://web.archive.org/web/20250101000000id_/https://a.example/x?utm_source=y")
    assert document_url(archived) == "https://a.example/x"
    assert family(archived.url).nodes == ("host:a.example",)


def test_an_address_bears_a_name_out_unless_it_is_too_short_to_tell() -> None:
    assert bears_name("www.csis.org", ("Center for Strategic and International Studies",))
    assert not bears_name("mod.gov.uk", ("Ministry of Defence",))
    assert not bears_name("www.csis.org", ("Rand",))
