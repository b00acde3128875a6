"""What may be fetched, in one spelling, and when two URLs name the same document."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.urls import canonical, join, parse


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        (" https://example.org:443/a \n", "https://example.org/a"),
        ("https://example.org:8443?q", "https://example.org:8443/?q"),
        ("http://example.org:/", "http://example.org/"),
        ("http://example.org./", "http://example.org./"),
        ("https://bücher.example/ä b?ö=ü&p=%zz#ß", "https://xn--bcher-kva.example/%C3%A4%20b?%C3%B6=%C3%BC&p=%zz"),
        ("http://h/a/../b/./c/%2E%2e/d/..", "http://h/b/"),
        ("http://h/../../etc", "http://h/etc"),
        ("http://h/a//b", "http://h/a//b"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("http://u:p@h/", "http://h/"),
        ("http://h/a\\b", "http://h/a%5Cb"),
    ],
)
def test_a_url_has_one_spelling(text: str, wanted: str) -> None:
    assert str(parse(text)) == wanted
    assert str(parse(wanted)) == wanted


def test_the_parts_are_those_that_are_dialled() -> None:
    url = parse("https://u:p%40@Example.org/a?b=c#d")
    assert (url.scheme, url.host, url.port, url.target) == ("https", "example.org", 443, "/a?b=c")
    assert url.user_info == "u:p%40"
    assert url.authority == "example.org"
    assert parse("http://0x7f.1:81/").authority == "0x7f.1:81"
    assert str(parse("http://０ｘ７ｆ.1/").address) == "127.0.0.1"
    assert pickle.loads(pickle.dumps(url)) == url  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "http://"),
        ("example.org", "http://"),
        ("/etc/passwd", "http://"),
        ("file:///etc/passwd", "neither"),
        ("ftp://example.org/", "neither"),
        ("javascript:alert(1)", "neither"),
        ("data:text/html,x", "neither"),
        ("http:", "no host"),
        ("http:///path", "no host"),
        ("http:example.org", "no host"),
        ("http://:80/", "host name"),
        ("http://a b/", "host name"),
        ("http://a%2eb/", "host name"),
        ("http://-a.org/", "host name"),
        (f"http://{'a' * 64}.org/", "host name"),
        (f"http://{'a.' * 130}org/", "host name"),
        (f"http://{'ü' * 5000}.org/", "host name"),
        ("http://a..org/", "host name"),
        ("http://stra\u00dfe.de/", "xn--"),
        ("http://example.org:0/", "port"),
        ("http://example.org:65536/", "port"),
        ("http://example.org:99999999999999999999/", "port"),
        ("http://example.org:80:80/", "in no way"),
        ("http://example.org:8a/", "in no way"),
        ("http://evil.org\\@example.org/", "in no way"),
        ("http://[::1/", "in no way"),
        ("http://[::zz]/", "IPv6"),
        ("http://[fe80::1%25eth0]/", "IPv6"),
        ("http://1.2.3.256/", "IP address"),
        ("http://exa\tmple.org/", "control"),
        ("http://example.org/a\r\nHost: b", "control"),
        ("http://example.org/\x00", "control"),
        ("http://example.org/\ud800", "control"),
        (f"http://example.org/{'a' * 9000}", "longer"),
    ],
)
def test_what_is_no_web_address_is_an_error_on_one_line(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as error:
        parse(text)
    message = str(error.value)
    assert message.isprintable()
    assert len(message) < 400
    assert error.value.__cause__ is None


@pytest.mark.parametrize(
    "text", ["http://u:s3cr3t@a b/", "http://u:s3/cr3t@h/", "x://h/?token=s3cr3t", f"http://u:{'s3cr3t' * 2000}@h/"]
)
def test_no_error_shows_a_secret(text: str) -> None:
    with pytest.raises(InputError) as error:
        parse(text)
    assert "s3" not in str(error.value)


def test_a_url_written_out_shows_no_secret() -> None:
    assert "s3cr3t" not in repr(parse("http://u:s3cr3t@h/?key=s3cr3t"))


@pytest.mark.parametrize(
    ("location", "wanted"),
    [
        ("/b", "https://h.org/b"),
        ("b?c=d", "https://h.org/x/b?c=d"),
        ("?q", "https://h.org/x/y?q"),
        ("//other.org/z", "https://other.org/z"),
        ("http://u:p@other.org/z", "http://other.org/z"),
        ("../../../b", "https://h.org/b"),
        ("/\\evil.org/", "https://h.org/%5Cevil.org/"),
        (" /b ", "https://h.org/b"),
        ("/ü", "https://h.org/%C3%BC"),
    ],
)
def test_a_redirect_leads_where_a_browser_would_go_or_nowhere_worse(location: str, wanted: str) -> None:
    assert str(join(parse("https://h.org/x/y?z"), location)) == wanted
    assert join(parse("https://h.org/x/y?z"), location).user_info is None


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://h/", "http://[", "http://1.2.3.999/"])
def test_a_redirect_to_what_is_no_web_address_is_an_error(location: str) -> None:
    with pytest.raises(InputError):
        join(parse("https://h.org/"), location)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTPS://EXAMPLE.org:443/a#b", "https://example.org/a"),
        ("https://example.org./", "https://example.org"),
        ("https://u:p@example.org/", "https://example.org/"),
        ("https://e.org/?utm_source=x&a=1&UTM_Medium=y&fbclid=z", "https://e.org/?a=1"),
        ("https://e.org/?utm_source=x", "https://e.org/"),
        ("https://e.org/?", "https://e.org/"),
        ("https://e.org/%7ea/%c3%bc", "https://e.org/~a/%C3%BC"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://[0:0::1]/", "http://[::1]/"),
        ("https://b.s3.org/f?X-Amz-Date=1&X-Amz-Signature=a", "https://b.s3.org/f?X-Amz-Date=2&X-Amz-Signature=b"),
        ("https://c.org/f?Expires=1&Signature=a&Key-Pair-Id=k", "https://c.org/f?Expires=2&Signature=b&Key-Pair-Id=k"),
        ("https://e.org/a;jsessionid=A", "https://e.org/a;jsessionid=B"),
    ],
)
def test_two_urls_of_one_document_are_the_same(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.org/?a=1&b=2", "https://e.org/?b=2&a=1"),
        ("https://e.org/a", "https://e.org/a/"),
        ("https://e.org/A", "https://e.org/a"),
        ("https://e.org/", "http://e.org/"),
        ("https://e.org/?key=1", "https://e.org/?key=2"),
        ("https://e.org/?expires=1", "https://e.org/?expires=2"),
        ("https://e.org/a%2Fb", "https://e.org/a/b"),
        ("https://e.org/?u=https%3A%2F%2Fx%2F%3Ftoken%3D1", "https://e.org/?u=https%3A%2F%2Fx%2F%3Ftoken%3D2"),
    ],
)
def test_two_urls_that_may_be_of_two_documents_are_not(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
    assert canonical(one) == canonical(one)


def test_no_canonical_url_holds_a_secret() -> None:
    text = "https://u:s3cr3t@e.org/p;sid=s3cr3t?key=s3cr3t&u=https%3A%2F%2Fa%3As3cr3t%40x%2F#token=s3cr3t"
    assert "s3cr3t" not in canonical(text)


@given(st.from_regex(r"https?://[a-z]{1,9}\.org/[a-z%./~?&=0-9A-F-]{0,40}", fullmatch=True))
def test_the_canonical_url_is_its_own(text: str) -> None:
    once = canonical(text)
    if "***" not in once:
        assert canonical(once) == once


@given(st.text(max_size=80))
def test_any_text_is_a_url_or_an_input_error(text: str) -> None:
    for candidate in (text, f"http://{text}", f"http://h/{text}"):
        try:
            assert str(parse(str(parse(candidate)))) == str(parse(candidate))
        except InputError as error:
            assert str(error).isprintable()  # noqa: PT017 - either is right


def test_an_address_that_is_too_long_once_its_secrets_are_digests_has_no_spelling() -> None:
    with pytest.raises(InputError, match="longer than 8192 characters without its secrets"):
        canonical("https://example.org/end?" + "&".join(["key=1"] * 1_200))
    longest = canonical("https://example.org/" + "a" * 8_000)
    assert canonical(longest) == longest


def test_the_digest_of_a_secret_is_none() -> None:
    once = canonical("https://example.org/?key=s3cr3t")
    assert canonical(once) == once
    assert "s3cr3t" not in canonical("https://example.org/?key=***s3cr3t")
