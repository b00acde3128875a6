"""Fact-checks as an index has them: every review is a finding, and none is a verdict."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UnusableError
from claimcheck.ports import Provider
from claimcheck.providers import google_factcheck
from claimcheck.values import Finding, Question
from tests.providers.pages import ANY_JSON, check, json_page, page, survives

PROVIDER: Provider = google_factcheck
REVIEW = {
    "publisher": {"name": "Harbour Facts", "site": "facts.example"}, "url": "https://facts.example/ferry",
    "title": "No, the ferry isn&#8217;t free", "reviewDate": "2026-11-20T00:00:00Z",
    "textualRating": "Half true, half invented", "languageCode": "en",
}  # fmt: skip
CLAIM = {
    "text": "The ferry is free.",
    "claimant": "A poster",
    "claimDate": "2026-11-02T15:01:23Z",
    "claimReview": [REVIEW],
}


def asked(**question: Any) -> str:
    (request,) = google_factcheck.requests(Question(**{"key": "k3y", **question}))
    return parse_qs(urlsplit(request.url).query)["query"][0]


def test_the_key_stands_in_a_header_and_in_no_url() -> None:
    (request,) = google_factcheck.requests(Question("The ferry is free", key=" k3y\n"))
    assert request.headers == {"X-Goog-Api-Key": "k3y"}
    assert "k3y" not in request.url
    assert "k3y" not in repr(request)


def test_without_a_key_or_words_nothing_is_asked() -> None:
    assert google_factcheck.requests(Question("The ferry is free")) == []
    assert google_factcheck.requests(Question("  ", key="k3y")) == []


def test_a_short_claim_and_a_query_are_sent_as_they_are_and_a_long_claim_as_what_stands_out() -> None:
    long = (
        "The harbour office in Seldwyla has said again and again that the ferry of Goldach carries 1,200 people a day."
    )
    assert asked(words="The  ferry is free") == "The ferry is free"
    assert asked(words=f"{long} {long}", is_query=True) == f"{long} {long}"
    terms = ["Seldwyla", "Goldach", "1,200", "harbour", "carries", "office", "people"]
    assert asked(words=f"{long} And so it is now.").split() == terms


def test_every_review_of_every_claim_is_a_finding() -> None:
    second = {**REVIEW, "url": "https://other.example/x", "publisher": {"site": "other.example"}}
    found = google_factcheck.read(json_page({"claims": [{**CLAIM, "claimReview": [REVIEW, second]}, CLAIM]}))
    check(found)
    assert found[0] == Finding(
        key="https://facts.example/ferry", url="https://facts.example/ferry", title="No, the ferry isn’t free",
        publisher="Harbour Facts", published_on="2026-11-20", language="en", rating="Half true, half invented",
        text="The ferry is free.\nclaimant: A poster\nclaimed on: 2026-11-02",
    )  # fmt: skip
    assert [review.publisher for review in found] == ["Harbour Facts", "other.example"]


def test_every_field_may_be_missing_or_of_another_type() -> None:
    found = google_factcheck.read(json_page({"claims": [{"claimReview": [{}, {"url": 5, "title": ["x"]}]}, 7, None]}))
    check(found)
    assert [(review.url, review.title, review.text) for review in found] == [(None, None, None)]


def test_an_empty_object_is_no_hits() -> None:
    assert google_factcheck.read(json_page({})) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"error": {"code": 400, "message": "API key\\nnot valid."}}', "API key not valid"), ("[]", "error"),
        ("<html><title>Sorry</title></html>", "Sorry"), ("", "empty"), ('{"error": 5}', "error"),
    ],
)  # fmt: skip
def test_an_error_is_no_answer(body: str, said: str) -> None:
    with pytest.raises(UnusableError, match=said):
        google_factcheck.read(page(body, "application/json"))


@given(ANY_JSON)
def test_any_json_is_findings_or_unusable(content: Any) -> None:
    survives(google_factcheck.read, json_page(content))
    survives(
        google_factcheck.read,
        json_page({"claims": [{"claimReview": content}, {"claimReview": [REVIEW], "text": content}]}),
    )


@given(st.binary(max_size=100))
def test_any_bytes_are_findings_or_unusable(body: bytes) -> None:
    survives(google_factcheck.read, page(body))
