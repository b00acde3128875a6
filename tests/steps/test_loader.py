"""Which claims of a file are new, and how they are stored."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.ids import new_public_id
from claimcheck.steps.loader import BULK_SIZE, ClaimLoader
from claimcheck.store import schema
from claimcheck.store.engine import driver_connection, open_session
from claimcheck.store.search_sqlite import TRIGGERS
from claimcheck.store.target import Target
from claimcheck.values import AppearanceIn, ClaimIn, DocumentIn, RelationIn, SourceIn

if TYPE_CHECKING:
    from sqlmodel import Session

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator["Session"]:
    """A writing session on an empty ledger."""
    place = Target(tmp_path / "ledger.sqlite3")
    schema.create(place)
    with open_session(place) as opened:
        yield opened


def loader(session: "Session") -> ClaimLoader:
    return ClaimLoader(session, command="load", author="Maria", now=NOW, note=None)


def claim(number: int, **parts: Any) -> ClaimIn:
    return ClaimIn(f"row {number}", "Ann", {"text": f"Claim {number}"}, **parts)


def value(session: "Session", sql: str) -> Any:
    return driver_connection(session).execute(sql).fetchone()[0]


def test_a_large_chunk_waits_for_its_index_and_a_small_one_does_not(session: "Session") -> None:
    triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%search%'"
    hits = "SELECT count(*) FROM claim_search WHERE claim_search MATCH 'claim'"
    one = loader(session)
    one.store([claim(number) for number in range(BULK_SIZE - 1)])
    assert (value(session, hits), value(session, triggers)) == (BULK_SIZE - 1, len(TRIGGERS))
    one.store([claim(number) for number in range(BULK_SIZE, 2 * BULK_SIZE)])
    assert value(session, triggers) == 0
    assert one.finish([]) == []
    assert (value(session, hits), value(session, triggers)) == (2 * BULK_SIZE - 1, len(TRIGGERS))


def test_a_file_may_not_name_a_key_twice(session: "Session") -> None:
    one = loader(session)
    public_id = new_public_id()
    problems = one.check([claim(1, key="a", public_id=public_id), claim(2, key="a"), claim(3, public_id=public_id)])
    assert [(problem.row, problem.field) for problem in problems] == [("row 2", "key"), ("row 3", "public_id")]
    (problem,) = one.check([claim(4, key="a")])
    assert "row 1" in problem.message
    document = DocumentIn(fields={"title": "T"})
    assert one.add_document("documents[1]", "d", document) == []
    assert [problem.field for problem in one.add_document("documents[2]", "d", document)] == ["key"]


def test_a_new_claim_needs_text_and_source_and_a_known_one_does_not(session: "Session") -> None:
    public_id = new_public_id()
    one = loader(session)
    one.store([claim(1, public_id=public_id)])
    assert one.check([ClaimIn("row 2", None, {"kind": "denial"}, public_id=public_id)]) == []
    problems = one.check([ClaimIn("row 3", None, {"kind": "denial"}, public_id=new_public_id())])
    assert [problem.field for problem in problems] == ["text", "source"]
    one.finish([])


def test_a_document_of_the_file_is_stored_once_whether_or_not_a_claim_names_it(session: "Session") -> None:
    one = loader(session)
    one.add_document("documents[1]", "d", DocumentIn("Post", {"title": "T"}, {"text_sha256": "a" * 64}))
    one.add_document("documents[2]", "e", DocumentIn(None, {"title": "U"}))
    (problem,) = one.check([claim(1, appearance=AppearanceIn(document_key="f"))])
    assert problem.field == "document"
    place = AppearanceIn({"cue": "said"}, document_key="d")
    one.store([claim(1, appearance=place), claim(2, appearance=place)])
    one.finish([])
    assert one.report.documents_added == 2
    assert value(session, "SELECT count(*) FROM snapshot") == 1
    assert value(session, "SELECT count(DISTINCT document_id) FROM appearance WHERE snapshot_id IS NOT NULL") == 1


def test_an_alias_that_is_another_source_s_is_a_problem_of_its_row(session: "Session") -> None:
    one = loader(session)
    assert one.add_source(SourceIn("sources[1]", "Ann", {}, ("A",))) == []
    assert [problem.field for problem in one.add_source(SourceIn("sources[2]", "Bob", {}, ("a",)))] == ["aliases"]
    assert one.add_source(SourceIn("sources[3]", "ANN", {"role": "Engineer"}, ("Annie",))) == []
    one.finish([])
    assert value(session, "SELECT count(*) FROM source_alias") == 3


def test_relations_name_claims_by_key_or_public_id(session: "Session") -> None:
    public_id = new_public_id()
    one = loader(session)
    one.store([claim(1, key="a"), claim(2, public_id=public_id)])
    good = RelationIn("relations[1]", "a", "denies", public_id)
    wrong = [RelationIn("relations[2]", "a", "denies", "b"), RelationIn("relations[3]", "a", "denies", "a")]
    problems = one.finish([good, good, *wrong])
    assert [(problem.row, problem.field) for problem in problems] == [
        ("relations[2]", "other"), ("relations[3]", "other"),
    ]  # fmt: skip
    assert one.report.relations_added == 1
