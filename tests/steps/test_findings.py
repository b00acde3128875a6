"""Searches and what they found: what is new, told once, and what there was to say of the rest."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.steps.asking import Asked
from claimcheck.steps.findings import content_sha256, keep_findings, without_secrets
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.watches import Watched, add_watch, due_watches
from claimcheck.values import Finding
from claimcheck.vocabulary import Outcome

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
AT = "2026-11-27T12:00:00Z"
LEAD = Finding(key="https://example.org/1", url="https://example.org/1", title="Ships seen", publisher="The Paper")
SEARCHES = "SELECT provider, watch_id, claim_id, query, outcome, hit_count, message FROM search ORDER BY id"


@pytest.fixture
def connection(session: Session) -> Connection:
    return driver_connection(session)


@pytest.fixture
def watch(session: Session, connection: Connection) -> Watched:
    definition = {"kind": "query", "url": "gdelt:ships near:Vladivostok", "provider": "gdelt", "every_s": 60}
    add_watch(connection, definition, author="a", recorded_at=AT)
    (found,) = due_watches(session_reader(session), AT)
    return found


def rows(connection: Connection, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(sql).fetchall()]


def answer(watch: Watched, *findings: Finding, outcome: Outcome = Outcome.OK, message: str | None = None) -> Asked:
    return Asked(watch, NOW, outcome, message, findings=findings)


def test_a_lead_is_told_once_and_again_when_it_says_something_else(connection: Connection, watch: Watched) -> None:
    told = keep_findings(connection, answer(watch, LEAD, LEAD))
    assert told == ['lead from gdelt: "Ships seen", The Paper, https://example.org/1']
    assert keep_findings(connection, answer(watch, LEAD)) == []
    assert len(keep_findings(connection, answer(watch, replace(LEAD, rating="false"), LEAD))) == 1
    assert rows(connection, "SELECT search_id, position, key, rating FROM finding ORDER BY search_id") == [
        (1, 1, LEAD.key, None), (3, 1, LEAD.key, "false"),
    ]  # fmt: skip


def test_nothing_found_not_searched_and_no_answer_are_three_records(connection: Connection, watch: Watched) -> None:
    for asked in (
        answer(watch),
        answer(watch, outcome=Outcome.SKIPPED, message="it needs a key"),
        answer(watch, outcome=Outcome.FAILED, message="it is down"),
        answer(watch, LEAD, outcome=Outcome.PARTIAL, message="half of it is down"),
    ):
        keep_findings(connection, asked)
    words = "ships near:Vladivostok"
    assert rows(connection, SEARCHES) == [
        ("gdelt", watch.id, None, words, "ok", 0, None),
        ("gdelt", watch.id, None, words, "skipped", None, "it needs a key"),
        ("gdelt", watch.id, None, words, "failed", None, "it is down"),
        ("gdelt", watch.id, None, words, "partial", 1, "half of it is down"),
    ]


def test_what_a_finding_says_is_what_tells_it_from_an_earlier_one() -> None:
    assert content_sha256(LEAD) == content_sha256(replace(LEAD, key="other", url=None, language="en"))
    for change in ({"title": "x"}, {"publisher": "x"}, {"published_on": "2026"}, {"text": "x"}, {"rating": "x"}):
        assert content_sha256(LEAD) != content_sha256(replace(LEAD, **change))
    assert content_sha256(Finding("1", title="a", publisher=None)) != content_sha256(Finding("1", publisher="a"))


SECRET = "s3cr3t"  # noqa: S105 - none, but must be treated as one


def test_no_secret_of_an_address_is_kept_wherever_it_stands(connection: Connection, watch: Watched) -> None:
    url = f"https://example.org/1?utm_source=x&access_token={SECRET}"
    found = Finding(
        key=f"20260101000000 {url}", url=url, title=f"See {url}", publisher=f"http://u:{SECRET}@e.org", author=url,
        text=f"claimant: X\nappearance: {url}\n(https://web.archive.org/web/2020id_/{url})", rating=url,
    )  # fmt: skip
    told = keep_findings(connection, answer(watch, found))
    assert SECRET not in repr([told, rows(connection, "SELECT * FROM finding")])
    assert keep_findings(connection, answer(watch, found)) == []
    other = replace(found, key=found.key.replace(SECRET, "0ther"))
    assert without_secrets(found).key != without_secrets(other).key


def test_a_key_that_is_a_part_of_an_address_is_its_digest() -> None:
    keys = [without_secrets(replace(LEAD, key=key)).key for key in (f"post?token={SECRET}", "post?token=0ther")]
    assert len(set(keys)) == 2
    assert all(key.startswith("sha256:") for key in keys)


def test_what_holds_no_secret_stays_as_it_is() -> None:
    said = replace(LEAD, key="tag:e.org,2026:a b", text="See https://e.org/?utm_source=x#top.\nkey=value, a@b.example")
    assert without_secrets(said) == said
