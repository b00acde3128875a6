"""What a row would like to see changed: the comparison itself."""

from typing import Any

from claimcheck.steps.wishes import Row, Wish, wishes
from claimcheck.store.present_states import Known
from claimcheck.values import ClaimIn

STORED = {
    "public_id": "p",
    "source_id": 1,
    "text": "T",
    "confidence": 0.5,
    "said_on": None,
    "revision": 3,
    "recorded_at": "2026",
}


def row(fields: dict[str, Any], *, place: dict[str, Any] | None = None, **own: Any) -> Row:
    return Row(7, ClaimIn("row 2", "S", fields, **own), 1, place, is_repeated=False)


def known(*appearances: dict[str, Any], tags: set[str] | None = None) -> Known:
    return Known(STORED, tags or set(), appearances)


def test_a_row_that_says_what_the_ledger_has_wishes_nothing() -> None:
    assert wishes(row({"text": "T", "confidence": 0.5}), known()) == []


def test_a_row_known_by_its_words_does_not_respell_them_and_one_known_by_its_id_does() -> None:
    assert wishes(row({"text": "t"}), known()) == []
    assert wishes(row({"text": "t"}, public_id="p"), known()) == [Wish("text", "T", "t")]


def test_tags_are_added_and_none_is_taken_away() -> None:
    assert wishes(row({}, tags=("b",)), known(tags={"a"})) == [Wish("tag", None, "b")]
    assert wishes(row({}), known(tags={"a"})) == []


def test_the_day_of_a_later_appearance_is_its_own() -> None:
    first, second = {"id": 1, "document_id": 4, "is_first": 1}, {"id": 2, "document_id": 5, "is_first": 0}
    (wish,) = wishes(row({"said_on": "2024"}, place={"document_id": 5}), known(first, second))
    assert wish == Wish("appearance", second, {**second, "said_on": "2024"})
