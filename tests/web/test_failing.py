"""What a failed fetch says."""

import pytest

from claimcheck.urls import parse
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.failing import broken_body, broken_head, told


def test_it_is_one_line_with_what_happened_and_what_to_do() -> None:
    asked, at = parse("https://u:s3cr3t@a.org/?token=s3cr3t"), parse("http://b.org/?key=s3cr3t")
    error = told(asked, at, "stops before its end", FetchFailure.CUT, 200)
    assert str(error) == (
        "cannot fetch https://a.org/?token=***, redirected to http://b.org/?key=***: it stops before its end; "
        "nothing was kept; try again later"
    )
    assert (error.exit_code, error.failure, error.status) == (6, "cut", 200)


@pytest.mark.parametrize("failure", [item for item in FetchFailure if item not in ("blocked", "later", "given_up")])
def test_every_failure_of_a_fetch_has_a_next_step(failure: FetchFailure) -> None:
    url = parse("https://a.org/")
    assert "; " in str(told(url, url, "failed", failure, None))


def test_an_answer_that_does_not_begin_is_told_apart_from_one_that_begins_wrong() -> None:
    assert broken_head(ValueError("Server disconnected without sending a response."))[1] == "unreachable"
    assert broken_head(ValueError("illegal status line"))[1] == "protocol"


def test_a_body_that_is_cut_is_told_apart_from_one_that_is_framed_wrong() -> None:
    assert broken_body(ValueError()).failure == "cut"
    assert broken_body(ValueError("peer closed connection without sending complete message body")).failure == "cut"
    assert broken_body(ValueError("illegal chunk header")).failure == "protocol"
