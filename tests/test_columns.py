"""The names, forms and cells of a claim's columns."""

import pytest

from claimcheck.columns import (
    CLAIM_COLUMNS,
    EXPORT_COLUMNS,
    FIELD_MARK,
    ITEM_MARK,
    LIST_COLUMNS,
    SEARCH_COLUMNS,
    Form,
    claim_columns,
    hops_text,
    native,
    plain,
    require_column,
    split_hops,
)
from claimcheck.errors import UsageError
from claimcheck.hops import hops

STORED = f"told{FIELD_MARK}Reuters{ITEM_MARK}{FIELD_MARK}CEIAS"


def test_every_column_stands_under_its_own_name() -> None:
    assert all(column.name == name for name, column in CLAIM_COLUMNS.items())
    assert {*LIST_COLUMNS, *SEARCH_COLUMNS, *EXPORT_COLUMNS} <= set(CLAIM_COLUMNS)
    counts = ("hop", "appearance", "relation", "evidence", "suggestion", "origin")
    computed = {"computed_confidence", "suggested_verdict", "impact"}
    assert set(CLAIM_COLUMNS) - set(EXPORT_COLUMNS) == {*(f"{what}_count" for what in counts), *computed}


def test_a_list_of_names_is_taken_in_its_order_without_repetitions() -> None:
    assert claim_columns("text, id ,,text") == ["text", "id"]


@pytest.mark.parametrize(
    ("names", "message"), [("", "names no column"), (" , ", "names no column"), ("id,txt", "'text'")]
)
def test_a_list_with_a_wrong_name_is_refused_with_those_there_are(names: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        claim_columns(names)
    assert "attribution_note" in str(caught.value)


def test_a_name_is_known_as_it_is_written() -> None:
    require_column("id")
    for name in ("ID", "relevance", "claim.id; --"):
        with pytest.raises(UsageError):
            require_column(name)


def test_a_cell_is_text_or_a_number_and_never_none() -> None:
    assert [plain(None, form) for form in Form] == [""] * len(Form)
    assert plain(0.5, Form.NUMBER) == 0.5
    assert plain("a,b", Form.TAGS) == "a,b"
    assert plain(STORED, Form.HOPS) == "[told] Reuters > CEIAS"


def test_json_gets_lists_and_null() -> None:
    assert native("a,b", Form.TAGS) == ["a", "b"]
    assert native(None, Form.TAGS) == native(None, Form.HOPS) == []
    assert native(None, Form.TEXT) is None
    assert native(STORED, Form.HOPS) == [{"source": "Reuters", "how": "told"}, {"source": "CEIAS", "how": None}]
    assert split_hops("") == []


def test_no_hops_are_an_empty_cell() -> None:
    assert plain("", Form.HOPS) == plain(None, Form.HOPS) == hops_text([]) == ""


@pytest.mark.parametrize(
    "way",
    [
        [("Reuters", "told"), ("CEIAS", None)], [("a > b", None)], [("[x] y", None), ("z", "by")], [("x", "a]b")],
        [("x", "a[b")], [('"x"', "é")],
    ],
)  # fmt: skip
def test_hops_written_on_one_line_are_read_as_the_same_hops(way: list[tuple[str, str | None]]) -> None:
    assert [(hop.source, hop.how) for hop in hops(hops_text(way))] == way
