"""The three-way comparison: base, ours and theirs, and what becomes of each value."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.steps.three_way import (
    Decision,
    Said,
    changed_document,
    claim_decisions,
    correction_decisions,
    first_place,
    is_same_document,
    place_decisions,
    same_place,
    tag_decisions,
)
from claimcheck.store.present_states import Known

FIELDS = {"text": "T", "source_id": 1, "confidence": 0.5, "said_on": None, "basis": None}
VALUES = st.none() | st.sampled_from(["a", "b", "c"])
TAGS = st.frozensets(st.sampled_from("abc"))


def known(fields: dict[str, Any] | None = None, *places: dict[str, Any], tags: Any = ()) -> Known:
    return Known(FIELDS | (fields or {}), set(tags), places, {}, {8: "x" * 64})


def said(fields: dict[str, Any] | None = None, *, tags: Any = None, **place: Any) -> Said:
    return Said(fields or {}, None if tags is None else frozenset(tags), place, {})


def place(**columns: Any) -> dict[str, Any]:
    return {"id": 5, "is_first": 1, "via": [], **columns}


@given(base=VALUES, ours=VALUES, theirs=VALUES)
def test_a_value_is_applied_kept_or_in_conflict(base: Any, ours: Any, theirs: Any) -> None:
    found = list(claim_decisions(said({"basis": theirs}), known({"basis": base}), known({"basis": ours})))
    if theirs in (base, ours):
        assert found == []
    else:
        assert found == [Decision("basis", base, ours, theirs, is_clash=ours != base)]


@given(base=TAGS, ours=TAGS, theirs=TAGS)
def test_tags_are_merged_one_by_one(base: frozenset[str], ours: frozenset[str], theirs: frozenset[str]) -> None:
    merged = set(ours)
    for decision in tag_decisions(said(tags=theirs), known(tags=base), known(tags=ours)):
        assert not decision.is_clash
        if decision.theirs is None:
            merged.remove(decision.ours)
        else:
            assert decision.theirs not in merged
            merged.add(decision.theirs)
    assert merged == (ours | (theirs - base)) - (base - theirs)
    assert list(tag_decisions(said(), known(tags=base), known(tags=ours))) == []


@pytest.mark.parametrize(
    ("base", "theirs"), [(1 / 3, 0.333333333), ("a\rb", "a\nb"), ("It's", "It’s"), ("true", "TRUE")]
)
def test_what_a_spreadsheet_changed_on_its_own_is_no_change(base: Any, theirs: Any) -> None:
    then, now = known({"basis": base}), known({"basis": "other"})
    assert list(claim_decisions(said({"basis": theirs}), then, now)) == []


def test_words_and_their_offset_are_one_value() -> None:
    then, now = known({}, place(quote="a", quote_start=4)), known({}, place(quote="a", quote_start=9))
    assert list(place_decisions(said(quote="b", quote_start=4), then, then)) == [Decision("quote", "a", "a", "b")]
    assert list(place_decisions(said(quote="b", quote_start=4), then, now)) == [
        Decision("quote", "a", "a", "b", is_clash=True), Decision("quote_start", 4, 9, 4, is_clash=True),
    ]  # fmt: skip
    assert list(place_decisions(said(quote="a", quote_start=4), then, now)) == []


def test_hops_and_the_text_are_compared_as_a_row_says_them() -> None:
    then = known({}, place(via=[{"source_id": 3, "how": "told"}], snapshot_id=8))
    assert list(place_decisions(said(via=[(3, "told")], text_sha256="x" * 64), then, then)) == []
    found = list(place_decisions(said(via=[("New", None)], text_sha256=None), then, then))
    assert [(decision.field, decision.theirs) for decision in found] == [
        ("via", [("New", None)]),
        ("text_sha256", None),
    ]


def test_a_place_that_is_no_longer_first_keeps_the_day_that_the_row_shows() -> None:
    then = known({"said_on": "2024"}, place())
    now = known({"said_on": "2023"}, place(is_first=0, said_on="2024"), {"id": 6, "is_first": 1, "via": []})
    assert list(claim_decisions(said({"said_on": "2025"}), then, now)) == []
    assert list(place_decisions(said({"said_on": "2025"}), then, now)) == [Decision("said_on", "2024", "2024", "2025")]
    assert list(place_decisions(said({"said_on": "2024"}), then, now)) == []


def test_the_place_of_a_row_is_the_first_one_of_then() -> None:
    then, now = known({}, place()), known({}, place(is_first=0), {"id": 6, "is_first": 1, "via": []})
    assert same_place(then, now) == (place(), place(is_first=0))
    assert same_place(known(), now)[1] == first_place(now)
    assert same_place(then, known()) == (place(), {})
    assert first_place(known()) == {}


def test_a_document_is_changed_where_no_export_can_have_shown_what_the_row_says() -> None:
    named = Said({}, None, {}, {"title": "B", "url": "u"})
    assert changed_document(named, {"title": ["A", "B"], "url": [None]}) == {"url": "u"}
    assert is_same_document({"title": "x", "url": "u"}, {"title": "y", "url": "u"})
    assert not is_same_document({"title": "x"}, {"title": "y"})


@pytest.mark.parametrize(
    ("shown", "now", "is_clash"), [(["A"], "A", False), (["A"], "B", True), (["A", "B"], "B", True), (["A"], "C", None)]
)
def test_a_detail_of_a_document_is_corrected_if_the_reviewer_has_seen_it(
    shown: list[str], now: str, *, is_clash: bool | None
) -> None:
    found = list(correction_decisions({"title": "C"}, {"title": shown}, {"title": now}))
    assert found == ([] if is_clash is None else [Decision("title", "A", now, "C", is_clash)])
