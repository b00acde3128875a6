"""Cells that could be formulas are protected, and the protection comes off exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.spreadsheet import decimal, is_resaved, protected, unprotected

FIRST_CHARACTERS = "=+-@\t\r\n＝＋－＠"
TRICKY = st.text(alphabet=FIRST_CHARACTERS + " \u00a0\u3000ax\"'|", max_size=8)


@given(cell=st.text() | TRICKY)
def test_protection_can_be_taken_off(cell: str) -> None:
    assert unprotected(protected(cell)) == cell


@given(cell=st.text() | TRICKY)
def test_no_protected_cell_begins_as_a_formula_does(cell: str) -> None:
    safe = protected(cell)
    assert safe[:1] not in set(FIRST_CHARACTERS) - {"\t"}
    first_shown = safe.lstrip()[:1]
    assert not first_shown or first_shown not in FIRST_CHARACTERS or safe[0] == "\t"
    assert safe in (cell, "\t" + cell)


@pytest.mark.parametrize("first", FIRST_CHARACTERS)
def test_every_dangerous_beginning_is_protected_even_behind_space(first: str) -> None:
    assert protected(first + "1") == "\t" + first + "1"
    assert protected("\u00a0 " + first + "=") == "\t\u00a0 " + first + "="


@pytest.mark.parametrize("cell", ["", "a=1", "1+1", "é", '"=1', "'=1", "\U0001f6f0", " a"])
def test_a_harmless_cell_stays_as_it_is(cell: str) -> None:
    assert protected(cell) == unprotected(cell) == cell


def test_a_tab_that_protection_cannot_have_written_stays() -> None:
    assert unprotected("\tAnn") == "\tAnn"
    assert unprotected("\t") == "\t"


@pytest.mark.parametrize(
    ("cell", "with_comma", "with_point"),
    [
        ("0,5", "0.5", "0,5"), ("50%", "0.5", "0.5"), ("50 %", "0.5", "0.5"), ("50\u00a0%", "0.5", "0.5"),
        ("12,5 %", "0.125", "12,5 %"), ("0.75", "0.75", "0.75"), ("1,5,5", "1,5,5", "1,5,5"), ("high", "high", "high"),
        ("%", "%", "%"), ("", "", ""), ("1e-7", "1e-7", "1e-7"),
    ],
)  # fmt: skip
def test_a_percentage_and_a_decimal_comma_are_undone_where_nothing_else_can_be_meant(
    cell: str, with_comma: str, with_point: str
) -> None:
    assert (decimal(cell, comma=True), decimal(cell, comma=False)) == (with_comma, with_point)


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("a", "a"), ("TRUE", "true"), ("FALSE", "False"), ("a\nb", "a\rb"), ("a\nb", "a\r\nb"), ("“It’s”", "\"It's\""),
        ("\u00a0a\u00a0", "a"), (0.333333333, 1 / 3), (None, None),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_changes_on_its_own_is_no_change(cell: object, stored: object) -> None:
    assert is_resaved(cell, stored)


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("a", "A"),
        ("TRUE", "It is true"),
        ('"It\'s"', "“It’s”"),
        (" a", "a"),
        (0.5, 0.51),
        (1, None),
        ("1", 1),
        ("a b", "a\nb"),
    ],
)
def test_what_a_person_must_have_written_is_a_change(cell: object, stored: object) -> None:
    assert not is_resaved(cell, stored)
