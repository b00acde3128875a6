"""Nothing secret in a URL is ever shown, wherever it stands in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.redaction import MAX_SHOWN_LENGTH, holds_secret, is_secret_name, redacted, shown, shown_broken

SECRET = "s3cr3t"  # noqa: S105 - the one that must not be seen


@pytest.mark.parametrize(
    "url",
    [
        "https://user:s3cr3t@h.org/",
        "https://s3cr3t@h.org",
        "https://u:a@s3cr3t@h.org/",
        "//u:s3cr3t@h.org/",
        "ftp://u:s3cr3t@h.org/?a=1",
        "https://h/?key=s3cr3t",
        "https://h/?a=1&API_KEY=s3cr3t&b=2",
        "https://h/?a=1;token=s3cr3t",
        "https://h/?%74oken=s3cr3t",
        "https://h/?%2574oken=s3cr3t",
        "https://h/?token=a?s3cr3t",
        "https://h/?token=a;s3cr3t",
        "https://h/?token=a=s3cr3t",
        "https://h/#access_token=s3cr3t&x=1",
        "https://h/#/route?auth=s3cr3t",
        "https://h/p;jsessionid=s3cr3t?x=1",
        "https://h/?X-Amz-Signature=s3cr3t",
        "https://h/?X-Goog-Signature=s3cr3t&X-Goog-Date=1",
        "https://h/?AWSAccessKeyId=s3cr3t",
        "https://h/?sig=s3cr3t",
        "https://h/?u=https%3A%2F%2Fx%2F%3Ftoken%3Ds3cr3t",
        "https://h/?u=https%253A%252F%252Fx%252F%253Ftoken%253Ds3cr3t",
        "https://h/?u=https%3A%2F%2Fa%3As3cr3t%40x%2F",
        "https://h/?u=https://x/?token=s3cr3t",
        "https://h/?PHPSESSID=s3cr3t",
        "https://h/?subscription-key=s3cr3t",
        "token=s3cr3t",
    ],
)
def test_a_secret_is_not_shown(url: str) -> None:
    assert SECRET not in redacted(url)
    assert "***" in redacted(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://h.org/@user/post?page=2#top",
        "https://h.org/a?author=Smith&q=a+b%20c&empty=&flag",
        "https://h.org/?u=https%3A%2F%2Fx%2F%3Fa%3Db",
        "https://xn--bcher-kva.example/%C3%BC",
    ],
)
def test_what_is_no_secret_stays_as_it_is(url: str) -> None:
    assert redacted(url) == url


def test_an_empty_secret_is_shown_to_be_empty() -> None:
    assert redacted("https://h/?token=&a=1") == "https://h/?token=&a=1"


def test_a_password_that_breaks_the_url_is_not_shown_either() -> None:
    assert shown_broken("http://user:s3c/s3cr3t?#@h.org/") == "http://***@h.org/"


@given(st.text())
def test_any_text_is_shown_on_one_short_line(text: str) -> None:
    line = shown(text)
    assert line.isprintable() or not line
    assert " " not in line
    assert len(line) <= MAX_SHOWN_LENGTH


@given(st.text(alphabet="abc=&?#;/@:%3d25", max_size=60))
@example("=====")
@example("=2====2")
def test_hiding_twice_is_hiding_once(text: str) -> None:
    once = redacted(text)
    assert redacted(once) == once


@pytest.mark.parametrize("name", ["q", "page", "author", "id", "keyword", "lang", "utm_source", "tokens_of_war"])
def test_an_everyday_parameter_is_no_secret(name: str) -> None:
    assert not is_secret_name(name)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("https://e.org/?token=x", True), ("post?token=x", True), ("https://u:p@e.org/", True), ("a b?page=2", False),
        ("tag:e.org,2026:1", False), ("https://e.org/?u=https%3A%2F%2Fe.org%2F%3Fkey%3Dx", True),
    ],
)  # fmt: skip
def test_what_would_be_hidden_is_a_secret(text: str, holds: bool) -> None:  # noqa: FBT001 - a case
    assert holds_secret(text) is holds
