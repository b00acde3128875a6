"""Headers that may be sent, and those that came."""

import pytest

from claimcheck.errors import UsageError
from claimcheck.web.headers import checked, declares_more, joined, validators


def test_headers_go_out_as_they_were_given() -> None:
    assert checked({"X-Api-Key": "a b", "Accept": "application/json"}) == [
        (b"X-Api-Key", b"a b"),
        (b"Accept", b"application/json"),
    ]


@pytest.mark.parametrize(
    "name", ["Host", "CONNECTION", "content-length", "Transfer-Encoding", "Cookie", "", "a b", "a:", "ä"]
)
def test_a_header_that_is_not_the_callers_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        checked({name: "x"})


@pytest.mark.parametrize("value", ["", "s3cr3t\r\nHost: x", "s3cr3t\x00", " s3cr3t", "s3cr3t\u20ac"])
def test_a_value_that_no_header_can_hold_is_refused_and_not_shown(value: str) -> None:
    with pytest.raises(UsageError) as error:
        checked({"X-Key": value})
    assert "s3cr3t" not in str(error.value)


def test_validators_that_no_header_can_hold_are_left_out() -> None:
    assert validators('"a"', "Mon") == [(b"If-None-Match", b'"a"'), (b"If-Modified-Since", b"Mon")]
    assert validators('"a"\r\nX: y', None) == []
    assert validators("", "") == []


def test_the_headers_of_an_answer_are_text_by_lower_case_name() -> None:
    raw = [
        (b"Link", b"a"),
        (b"LINK", b"b"),
        (b"Server", "ü".encode()),
        (b"X", b"\xfc"),
        (b"Location", b"/a"),
        (b"location", b"/b"),
    ]
    assert joined(raw) == {"link": "a, b", "server": "ü", "x": "ü", "location": "/a"}


@pytest.mark.parametrize(
    ("length", "wanted"), [("10", False), ("11", True), ("9" * 5000, True), ("x", False), ("", False)]
)
def test_a_length_beyond_the_limit_is_seen_before_anything_is_read(length: str, wanted: bool) -> None:  # noqa: FBT001
    assert declares_more({"content-length": length}, 10) is wanted
