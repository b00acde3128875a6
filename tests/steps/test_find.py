"""Asking providers about one claim: what they are asked, and what becomes of what they say."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import Session

from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.fetching import Fetcher
from claimcheck.steps.find import (
    ONLY_WHEN_NAMED,
    Searched,
    default_providers,
    question_about,
    record_searches,
    search,
)
from claimcheck.store.archive import Archive
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.evidence_reads import findings, latest_searches
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import FetchFailure, Outcome
from tests.web.fake_web import NOW, Web, failed, page

PAGE = "https://e.org/page"
FOUND = Finding(key="k", url="https://a.org/", title="T")


def asked(tmp_path: Path, web: Web, question: Question, *names: str, urls: tuple[str, ...] = ()) -> list[Searched]:
    async def ask() -> list[Searched]:
        with ParsingServer(workers=1) as parser:
            return await search(Fetcher(web.polite(), parser, Archive(tmp_path)), question, names, urls=urls)

    return asyncio.run(ask())


def searched(*found: Finding, outcome: Outcome = Outcome.OK, provider: str = "gdelt") -> Searched:
    return Searched(provider, NOW, "what was asked", outcome, found, None if found else "why")


def test_a_claim_is_asked_about_with_all_that_is_known_of_it(session: Session) -> None:
    connection = driver_connection(session)
    connection.execute("UPDATE document SET url = 'https://e.org/a', language = 'en'")
    question = question_about(session_reader(session), 31)
    assert question.words.startswith("Russia ")
    assert (question.source, question.language, question.urls) == ("Reuters", "en", ("https://e.org/a",))
    assert (question.is_query, question.key) == (False, None)
    connection.execute("UPDATE document SET url = 'doi:10.1/2'")
    assert question_about(session_reader(session), 31).urls == ()


def test_everybody_is_asked_but_those_who_need_an_address_of_their_own() -> None:
    assert default_providers() == ["claimreview", "gdelt", "google_factcheck", "url", "wayback"]
    assert "feed" in ONLY_WHEN_NAMED


def test_answers_come_in_the_order_of_the_providers_whatever_happens(tmp_path: Path) -> None:
    html = b"<html><title>Page</title></html>"
    web = Web(
        {
            PAGE: replace(page(body=html), headers={"content-type": "text/html"}),
            "https://feed.org/": failed(FetchFailure.TIMEOUT),
        }
    )
    question = Question("They said so.", urls=(PAGE,))
    found = asked(tmp_path, web, question, "wayback", "feed", "google_factcheck", "url", urls=("https://feed.org/",))
    assert [(item.provider, item.outcome, item.hit_count) for item in found] == [
        ("wayback", Outcome.FAILED, None),
        ("feed", Outcome.FAILED, None),
        ("google_factcheck", Outcome.SKIPPED, None),
        ("url", Outcome.PARTIAL, 1),
    ]
    assert [item.query for item in found[1:]] == [
        "https://feed.org/",
        "They said so.",
        f"https://feed.org/\n{PAGE}",
    ]


@pytest.mark.parametrize(
    ("answer", "outcome", "said"),
    [
        (failed(FetchFailure.BLOCKED), Outcome.BLOCKED, "cannot fetch it"),
        (failed(FetchFailure.LATER), Outcome.FAILED, "cannot fetch it"),
        (failed(FetchFailure.UNREACHABLE), Outcome.FAILED, "cannot fetch it"),
        (page(403), Outcome.BLOCKED, "answers 403 Forbidden"),
        (page(404), Outcome.FAILED, "answers 404 Not Found"),
        (replace(page(body=b" "), headers={}), Outcome.FAILED, "the page is empty"),
    ],
)
def test_a_page_without_an_answer_never_counts_as_nothing_found(
    tmp_path: Path, answer: object, outcome: Outcome, said: str
) -> None:
    (item,) = asked(tmp_path, Web({PAGE: answer}), Question("They said so.", urls=(PAGE,)), "url")
    assert (item.outcome, item.hit_count, item.findings) == (outcome, None, ())
    assert said in (item.message or "")


def test_who_has_nothing_to_ask_is_not_asked_and_what_is_no_address_is_said(tmp_path: Path) -> None:
    web = Web({})
    (skipped,) = asked(tmp_path, web, Question("They said so."), "url")
    (failing,) = asked(tmp_path, web, Question("They said so.", urls=("nonsense",)), "url")
    assert (skipped.outcome, failing.outcome, web.log) == (Outcome.SKIPPED, Outcome.FAILED, [])
    assert "nonsense does not begin with http" in (failing.message or "")


def test_every_search_is_recorded_and_only_new_findings_are(session: Session) -> None:
    first, silent = record_searches(session, 1, [searched(FOUND), searched(outcome=Outcome.FAILED, provider="url")])
    assert (first.new, silent.new, silent.hit_count) == ((FOUND,), (), None)
    other = Finding(key="k", url="https://a.org/", title="Another title")
    (again,) = record_searches(session, 1, [searched(FOUND, other, FOUND)])
    assert (again.new, again.hit_count) == ((other,), 3)
    assert record_searches(session, 2, [searched(FOUND)])[0].new == (FOUND,)
    assert record_searches(session, 1, [searched(FOUND, provider="wayback")])[0].new == (FOUND,)
    reader = session_reader(session)
    assert reader.value("SELECT count(*) FROM search") == 5
    assert [(item["provider"], item["hit_count"], item["message"]) for item in latest_searches(reader, 1)] == [
        ("gdelt", 3, None),
        ("url", None, "why"),
        ("wayback", 1, None),
    ]
    assert [item["title"] for item in findings(reader, 1)] == ["T", "Another title", "T"]
