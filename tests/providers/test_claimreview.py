"""Reviews that pages publish about themselves are found wherever they stand, with the reviewer's own words."""

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import PluginError, UnusableError
from claimcheck.ports import Provider
from claimcheck.providers import claimreview
from claimcheck.values import Finding, Question
from tests.providers.pages import ANY_JSON, check, json_page, page, survives

PROVIDER: Provider = claimreview
REVIEW: dict[str, Any] = {
    "@context": "https://schema.org", "@type": "ClaimReview", "url": "/checks/ferry",
    "claimReviewed": "The ferry is free.",
    "datePublished": "2026-11-23T23:30:00-02:00", "inLanguage": "en",
    "author": {"@type": "Organization", "name": "Harbour Facts"},
    "reviewRating": {"ratingValue": 2, "worstRating": 1, "bestRating": 5, "alternateName": "Unproven"},
    "itemReviewed": {
        "@type": "Claim", "author": {"@type": "Person", "name": "G. Keller"},
        "firstAppearance": {"@type": "CreativeWork", "url": "https://post.example/1"},
        "appearance": [{"url": "https://post.example/1"}, "https://post.example/2", {"url": "javascript:x"}],
    },
}  # fmt: skip


def html(*scripts: str) -> str:
    inner = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!doctype html><html><head><title>t</title>{inner}</head><body><p>text</p></body></html>"


def found(*contents: Any) -> list[Finding]:
    findings = list(claimreview.read(page(html(*map(json.dumps, contents)))))
    check(findings)
    return findings


def test_every_page_of_a_question_is_asked_once() -> None:
    asked = claimreview.requests(Question("w", urls=("https://a.example/", "https://a.example/")))
    assert [request.url for request in asked] == ["https://a.example/"]


def test_a_review_gives_all_that_it_says() -> None:
    assert found(REVIEW) == [
        Finding(
            key="https://example.org/checks/ferry", url="https://example.org/checks/ferry", title="The ferry is free.",
            publisher="Harbour Facts", published_on="2026-11-24", language="en", rating="Unproven",
            text="The ferry is free.\nclaimant: G. Keller\nappearance: https://post.example/1\n"
            "appearance: https://post.example/2",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        [REVIEW], {"@graph": [{"@type": "WebPage"}, REVIEW]}, {"@type": "NewsArticle", "review": {"deep": [[REVIEW]]}},
        {**REVIEW, "@type": ["Article", "https://schema.org/ClaimReview"]}, {**REVIEW, "@type": "schema:ClaimReview"},
    ],
)  # fmt: skip
def test_a_review_is_found_wherever_it_stands(content: Any) -> None:
    assert [review.title for review in found(content)] == ["The ferry is free."]


@pytest.mark.parametrize(
    "wrapping",
    ["<!--\n{}\n-->", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "\ufeff{}", "{}\r\n", "<!-- // {} // -->"],
)
def test_what_hides_a_script_from_old_readers_is_taken_off(wrapping: str) -> None:
    body = html(wrapping.replace("{}", json.dumps(REVIEW)))
    assert [review.title for review in claimreview.read(page(body))] == ["The ferry is free."]


def test_a_broken_script_hides_no_other_and_other_scripts_are_not_read() -> None:
    body = (
        html('{"@type": "ClaimReview", "claimReviewed": ', "", json.dumps(REVIEW))
        + f"<script>{json.dumps(REVIEW)}</script>"
    )
    assert len(claimreview.read(page(body))) == 1
    assert len(claimreview.read(page(body.replace("application/ld+json", "Application/LD+JSON; charset=utf-8")))) == 1


@pytest.mark.parametrize(
    ("rating", "wanted"),
    [
        ({"alternateName": " Mostly\nfalse "}, "Mostly false"),
        ({"alternateName": ["Faux &#8211; inventé"]}, "Faux – inventé"),
        ({"ratingValue": 5, "worstRating": "1", "bestRating": 6.5}, "5 of 1..6.5"),
        ({"ratingValue": "-1", "worstRating": -1, "bestRating": -1}, "-1 of -1..-1"),
        ({"ratingValue": 0}, "0"),
        ({"ratingValue": float("nan")}, None),
        ({"ratingValue": True, "alternateName": 4}, None),
        ([{}], None),
        ("False", None),
        (None, None),
    ],
)
def test_a_rating_stays_in_the_words_and_numbers_of_the_reviewer(rating: Any, wanted: str | None) -> None:
    assert found({**REVIEW, "reviewRating": rating})[0].rating == wanted


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("Facts", "Facts"), (["A", {"name": "B"}, {"name": ["C"]}, 5], "A, B, C"), ({"name": {"@value": "D"}}, "D"),
        ({"@id": "x"}, None), (None, None),
    ],
)  # fmt: skip
def test_an_author_may_be_a_text_an_object_or_a_list(author: Any, wanted: str | None) -> None:
    assert found({**REVIEW, "author": author})[0].publisher == wanted


def test_reviews_without_a_url_are_known_by_the_page_and_their_place() -> None:
    first, second = found([{"@type": "ClaimReview"}, {"@type": "ClaimReview", "url": "javascript:x"}])
    assert (first.key, second.key) == ("https://example.org/news/today#1", "https://example.org/news/today#2")
    assert first.url == second.url == "https://example.org/news/today"


def test_a_page_without_a_review_is_an_answer() -> None:
    assert found() == found({"@type": "NewsArticle"}) == []


def test_json_that_is_served_alone_is_read_too() -> None:
    assert len(claimreview.read(json_page({"@graph": [REVIEW]}))) == 1


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    body = html(json.dumps({**REVIEW, "claimReviewed": "Zürich – gratis"}, ensure_ascii=False))
    for data, kind in (
        (body.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (body.replace("<head>", "<head><meta charset='windows-1252'>").encode("cp1252"), None),
        (body.encode("utf-16"), "text/html"),
        (body.encode(), "text/html; charset=unicode_escape"),
        (body.replace("<head>", "<head><meta charset='utf-16'>").encode(), "text/html"),
    ):
        assert claimreview.read(page(data, kind))[0].title == "Zürich – gratis"


@pytest.mark.parametrize(("body", "kind"), [("%PDF-1.7", "application/pdf"), ("words", None), ("", "text/html")])
def test_what_is_no_html_cannot_be_looked_at(body: str, kind: str | None) -> None:
    with pytest.raises(UnusableError):
        claimreview.read(page(body, kind))


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(PluginError, match=r"pip install 'claimcheck-ledger\[extract\]'"):
        claimreview.read(page(html()))


def test_a_page_of_endless_nesting_ends() -> None:
    assert claimreview.read(page(html("[" * 100_000, json.dumps(REVIEW))))[0].rating == "Unproven"
    assert claimreview.read(page("<html>" + "<div>" * 20_000)) == []
    assert len(found([[{}] * 30_000, REVIEW])) == 0


@given(ANY_JSON)
def test_any_json_is_reviews_or_unusable(content: Any) -> None:
    survives(claimreview.read, json_page([content, {"@type": "ClaimReview", "itemReviewed": content}]))
    survives(claimreview.read, json_page({"@type": "ClaimReview", **dict.fromkeys(REVIEW, content), "@graph": content}))
    survives(claimreview.read, json_page({**REVIEW, **dict.fromkeys(("author", "url", "reviewRating"), content)}))


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"<script type='application/ld+json'>", b"<html><head><meta charset="]),
)
def test_any_bytes_are_reviews_or_unusable(body: bytes, start: bytes) -> None:
    survives(claimreview.read, page(start + body))
    survives(claimreview.read, page(start + body, body[:10].decode("latin-1")))
