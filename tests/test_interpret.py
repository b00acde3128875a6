"""Rows of a file become claims, sources, documents and relations, or lists of what is wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from claimcheck import interpret
from claimcheck.columns import CLAIM_COLUMNS
from claimcheck.values import AppearanceIn, ClaimIn, DocumentIn, Hop, Record, RelationIn, RowProblem, SourceIn

HASH = "a" * 64
UUID = "01234567-89ab-7def-8123-456789abcdef"


def record(**values: Any) -> Record:
    return Record("claims", "row 2", values)


def problems(found: object) -> list[tuple[str | None, str]]:
    assert isinstance(found, list)
    assert all(isinstance(problem, RowProblem) and problem.row == "row 2" for problem in found)
    return [(problem.field, problem.message) for problem in found]


def test_two_words_suffice_for_a_claim() -> None:
    assert interpret.claim(record(text="T", source=" Ann ")) == ClaimIn("row 2", "Ann", {"text": "T"})


def test_every_value_goes_where_it_belongs() -> None:
    values = {
        "id": 4, "public_id": UUID, "revision": "2", "key": "k", "text": "T", "source": "Ann", "kind": "Denial",
        "said_on": 2024, "confidence": "0.5", "basis": "B", "credibility": 3, "verdict": "refuted",
        "state": "proposed", "attribution_note": "N", "tags": "b,a", "quote": "Q", "quote_start": 12, "cue": "said",
        "cue_start": 9, "directness": "mixed", "span_start": 8, "span_end": 20, "span_sha256": HASH,
        "via": "[told] Reuters", "publisher": "Post", "document_title": "D", "document_url": "U", "language": "en",
        "published_on": "2024-09", "text_sha256": HASH, "source_kind": "person", "source_role": "R",
        "reliability": "c", "reliability_on": "2024", "reliability_reason": "W",
    }  # fmt: skip
    appearance = {"quote": "Q", "quote_start": 12, "cue": "said", "cue_start": 9, "directness": "mixed"}
    assert interpret.claim(record(**values)) == ClaimIn(
        row="row 2", source="Ann", key="k", public_id=UUID, revision=2, ledger_id=4, tags=("b", "a"),
        fields={
            "text": "T", "kind": "denial", "said_on": "2024", "confidence": 0.5, "basis": "B", "credibility": 3,
            "verdict": "refuted", "state": "proposed", "attribution_note": "N",
        },
        source_fields={
            "kind": "person", "role": "R", "reliability": "C", "reliability_on": "2024", "reliability_reason": "W",
        },
        appearance=AppearanceIn(
            fields={**appearance, "span_start": 8, "span_end": 20, "span_sha256": HASH},
            via=(Hop("Reuters", "told"),),
            document=DocumentIn(
                "Post",
                {"title": "D", "url": "U", "language": "en", "published_on": "2024-09"},
                {"text_sha256": HASH},
            ),
        ),
    )  # fmt: skip


def test_every_column_is_taken_or_knowingly_ignored() -> None:
    blank = interpret.claim(record(**dict.fromkeys(CLAIM_COLUMNS, "")))
    assert blank == ClaimIn("row 2", None, {})
    assert interpret.header_problems(record(**dict.fromkeys(CLAIM_COLUMNS))) == []
    ignored = {"likelihood": "wrong", "hop_count": "x", "relation_count": [], "appearance_count": -1}
    ignored |= {"evidence_count": "many", "suggestion_count": -1.5}
    assert interpret.claim(record(text="T", **ignored)) == ClaimIn("row 2", None, {"text": "T"})


@pytest.mark.parametrize("nothing", [None, "", "  ", [], "\n"])
def test_a_blank_value_says_nothing(nothing: object) -> None:
    found = interpret.claim(record(text="T", source="Ann", confidence=nothing, tags=nothing, cue=nothing, via=nothing))
    assert found == ClaimIn("row 2", "Ann", {"text": "T"})


def test_a_publisher_alone_is_a_document_and_a_key_alone_a_place() -> None:
    found = interpret.claim(record(text="T", publisher="Post"))
    assert isinstance(found, ClaimIn)
    assert found.appearance == AppearanceIn(document=DocumentIn("Post"))
    found = interpret.claim(record(text="T", document="d"))
    assert isinstance(found, ClaimIn)
    assert found.appearance == AppearanceIn(document_key="d")


def test_all_that_is_wrong_with_a_row_is_named() -> None:
    found = problems(
        interpret.claim(record(text=5, kind="lie", span_start=3, cue_start=1, confidense=1, tags=5, source=" "))
    )
    assert [field for field, _ in found] == ["text", "kind", "confidense", "tags", "span_end", "cue_start"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"span_start": 3}, "span_end"), ({"span_end": 3}, "span_start"),
        ({"span_start": 3, "span_end": 3}, "span_end"),
        ({"span_start": 3, "span_end": 2}, "span_end"), ({"quote_start": 0}, "quote_start"),
        ({"cue_start": 0, "cue": " "}, "cue_start"),
    ],
)  # fmt: skip
def test_what_the_parts_of_a_place_need_of_each_other(values: dict[str, Any], field: str) -> None:
    assert [name for name, _ in problems(interpret.claim(record(text="T", **values)))] == [field]


def test_an_unknown_name_in_a_header_gets_near_names_and_the_columns_that_can_be_loaded() -> None:
    (found,) = interpret.header_problems(Record("header", "row 1", {"text": None, "sorce": None, "likelihood": None}))
    assert (found.row, found.field) == ("row 1", "sorce")
    assert "did you mean 'source'" in found.message
    assert "confidence" in found.message
    assert "likelihood" not in found.message


def test_a_source_is_a_name_with_what_is_given() -> None:
    assert interpret.source(record(name="Ann", aliases="A; B", reliability="f", role="")) == SourceIn(
        "row 2", "Ann", {"reliability": "F"}, ("A", "B")
    )
    assert problems(interpret.source(record(kind="person"))) == [("name", "it is missing; every entry needs it")]


def test_a_document_is_a_key_with_document_and_snapshot() -> None:
    values = {
        "key": "d", "title": "T", "publisher": "Post", "published_on": "2024", "snapshot_sha256": HASH,
        "text_sha256": HASH, "media_type": "text/plain", "retrieved_at": "2024-09-12T08:30:00Z",
    }  # fmt: skip
    snapshot = {
        "sha256": HASH, "text_sha256": HASH, "media_type": "text/plain", "retrieved_at": "2024-09-12T08:30:00.000000Z",
    }  # fmt: skip
    expected = DocumentIn("Post", {"title": "T", "published_on": "2024"}, snapshot)
    assert interpret.document(record(**values)) == ("d", expected)
    assert [field for field, _ in problems(interpret.document(record(key="d", publisher="Post")))] == ["title"]


def test_a_relation_needs_both_claims_and_a_kind() -> None:
    assert interpret.relation(record(claim="a", kind="Denies", other="b", note="")) == RelationIn(
        "row 2", "a", "denies", "b"
    )
    assert [field for field, _ in problems(interpret.relation(record(claim="a")))] == ["kind", "other"]
    assert [field for field, _ in problems(interpret.relation(record(claim="a", kind="x", other="b")))] == ["kind"]


@pytest.mark.parametrize("read", [interpret.source, interpret.document, interpret.relation])
def test_an_unknown_field_of_a_table_lists_those_there_are(read: Callable[[Record], object]) -> None:
    (field, message), *_ = problems(read(record(nmae="x", key="d", title="T", claim="a", kind="person")))
    assert field
    assert "(known: " in message


def test_blank_cells_are_named_where_they_are_to_mean_something() -> None:
    record = Record(
        "claims", "row 2", {"text": "T", "source": "S", "basis": "", "cue": " \u00a0", "tags": [], "quote": None}
    )
    for with_blank, blank in ((True, ("basis", "cue", "tags", "quote")), (False, ())):
        found = interpret.claim(record, with_blank=with_blank)
        assert not isinstance(found, list)
        assert found.blank == blank


def test_an_offset_needs_its_words_unless_the_row_was_exported() -> None:
    values = {"text": "T", "source": "S", "cue_start": 4}
    assert isinstance(interpret.claim(Record("claims", "row 2", values)), list)
    found = interpret.claim(Record("claims", "row 2", {**values, "revision": "1"}))
    assert not isinstance(found, list)
    assert [problem.field for problem in interpret.wordless(found)] == ["cue_start"]


@pytest.mark.parametrize("moment", ["24.11.2026 17:31", "46350.7", "2026-11-24T17:31:12"])
def test_a_moment_of_recording_that_a_spreadsheet_rewrote_is_refused(moment: str) -> None:
    ((field, _message),) = problems(interpret.claim(record(recorded_at=moment)))
    assert field == "recorded_at"
