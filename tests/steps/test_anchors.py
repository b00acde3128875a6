"""Whether what the ledger quotes from a document stands in a text of it."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from claimcheck.steps.anchors import AnchorCheck, anchor_checks
from claimcheck.steps.evidence import find_or_add_evidence
from claimcheck.store import documents
from claimcheck.store.claims import insert_appearance
from claimcheck.store.engine import driver_connection, session_reader
from claimcheck.store.evidence import keep_text
from claimcheck.vocabulary import AnchorState
from tests.steps.papers import command, keep

ARTICLE = Path(__file__).resolve().parents[2] / "../shared/seeds/ceias-sino-russian-military-nexus.txt"
OLD = (
    "An opening. Officials said that \u201cno vessel left the port\u201d before noon on Monday. "
    "The harbour had been closed since 14 May. A closing."
)
NEW = OLD.replace("An opening.", "Another opening, longer.").replace("since 14 May", "from 14 to 20 May")
QUOTE = "no vessel left the port"
SPAN = (OLD.index("The harbour"), OLD.index(" A closing"))


@pytest.fixture
def document_id(session: Session) -> int:
    return keep(session, OLD, "https://example.org/a").kept.document_id


def snapshot_id(session: Session, document_id: int) -> int:
    sql = "SELECT id FROM snapshot WHERE document_id = ?"
    return int(driver_connection(session).execute(sql, (document_id,)).fetchone()[0])


def appear(session: Session, document_id: int, **fields: Any) -> None:
    state = {"document_id": document_id, "is_first": False, **fields}
    insert_appearance(driver_connection(session), 1, state)


def checks(session: Session, document_id: int, text: str) -> list[AnchorCheck]:
    return anchor_checks(session_reader(session), document_id, text)


def only(session: Session, document_id: int, text: str) -> AnchorCheck:
    (check,) = checks(session, document_id, text)
    return check


def test_a_document_of_which_nothing_is_quoted_has_nothing_to_check(session: Session, document_id: int) -> None:
    assert checks(session, document_id, OLD) == []


def test_a_quotation_is_found_where_it_is_said_to_be_or_elsewhere(session: Session, document_id: int) -> None:
    at = OLD.index(QUOTE)
    appear(session, document_id, quote=QUOTE, quote_start=at, snapshot_id=snapshot_id(session, document_id))
    check = only(session, document_id, OLD)
    assert (check.what, check.claim_id, check.exact, check.start, check.how) == ("quote", 1, QUOTE, at, "exact")
    moved = only(session, document_id, NEW)
    assert (moved.state, moved.start, moved.how) == (AnchorState.ANCHORED, NEW.index(QUOTE), "moved")
    assert only(session, document_id, "Nothing of it.").state is AnchorState.ORPHANED


def test_of_a_quotation_that_stands_twice_the_one_in_the_span_is_meant(session: Session, document_id: int) -> None:
    twice = f"First {QUOTE}. Then {QUOTE} again."
    appear(session, document_id, quote=QUOTE, span_start=twice.index("Then"), span_end=len(twice))
    quote = checks(session, document_id, twice)[1]
    assert (quote.what, quote.start) == ("quote", twice.rindex(QUOTE))


def test_a_quotation_that_stands_twice_and_is_said_to_be_nowhere_is_ambiguous(
    session: Session, document_id: int
) -> None:
    appear(session, document_id, quote=QUOTE)
    assert only(session, document_id, f"{QUOTE}, {QUOTE}").state is AnchorState.AMBIGUOUS


def test_a_span_is_known_by_its_hash_where_no_text_of_its_own_is_kept(session: Session, document_id: int) -> None:
    start, end = SPAN
    digest = sha256(OLD[start:end].encode()).hexdigest()
    appear(session, document_id, span_start=start, span_end=end, span_sha256=digest)
    check = only(session, document_id, OLD)
    assert (check.state, check.exact, check.how) == (AnchorState.ANCHORED, OLD[start:end], "exact")
    for other in (NEW, "Short."):
        assert (only(session, document_id, other).state, only(session, document_id, other).exact) == (None, None)


def test_a_span_whose_text_is_kept_drifts(session: Session, document_id: int) -> None:
    start, end = SPAN
    own = snapshot_id(session, document_id)
    appear(session, document_id, span_start=start, span_end=end, snapshot_id=own)
    check = only(session, document_id, NEW)
    assert (check.what, check.state, check.how) == ("span", AnchorState.DRIFTED, "similar")
    assert NEW[check.start : check.end] == "The harbour had been closed from 14"
    assert 0.75 <= (check.similarity or 0) < 1
    assert only(session, document_id, OLD).state is AnchorState.ANCHORED


def test_a_span_beyond_the_text_that_is_kept_is_not_looked_for(session: Session, document_id: int) -> None:
    own = snapshot_id(session, document_id)
    appear(session, document_id, span_start=5, span_end=len(OLD) + 1, snapshot_id=own)
    assert only(session, document_id, OLD).state is None


def test_evidence_is_looked_for_with_what_stood_around_it(session: Session, document_id: int) -> None:
    start, end = SPAN
    own = snapshot_id(session, document_id)
    number, _ = find_or_add_evidence(session, command(session), snapshot_id=own, text=OLD, start=start, end=end)
    check = only(session, document_id, OLD)
    assert (check.what, check.evidence_id, check.claim_id, check.how) == ("evidence", number, None, "exact")
    assert only(session, document_id, NEW).state is AnchorState.DRIFTED


def test_hundreds_of_quotations_of_one_text_are_found_each_for_itself(session: Session, document_id: int) -> None:
    lines = [f"Vessel number {n} carried cargo from port {n * 7} to port {n * 11}." for n in range(300)]
    text = "\n\n".join(lines)
    own = documents.insert_snapshot(driver_connection(session), document_id, {"text_sha256": "e" * 64})
    keep_text(driver_connection(session), "e" * 64, text)
    log = command(session)
    for line in lines:
        start = text.index(line)
        find_or_add_evidence(session, log, snapshot_id=own, text=text, start=start, end=start + len(line))
    assert {check.how for check in checks(session, document_id, text)} == {"exact"}
    typeset = "Before it. " + text.replace("cargo from", "cargo\u00a0\u00a0from")
    found = checks(session, document_id, typeset)
    assert {(check.state, check.how) for check in found} == {(AnchorState.ANCHORED, "normalised")}
    assert [check.start for check in found] == sorted(check.start or 0 for check in found)


def test_everything_that_the_seed_ledger_quotes_stands_in_the_article(session: Session) -> None:
    if not ARTICLE.is_file():
        pytest.skip("the article is not part of the repository and there is no copy beside it")
    found = checks(session, 1, ARTICLE.read_bytes().decode())
    assert {(check.state, check.how) for check in found} == {(AnchorState.ANCHORED, "exact")}
    assert {check.what for check in found} == {"quote", "span"}
    assert len({check.claim_id for check in found}) == 62
