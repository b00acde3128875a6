"""Cells that could be formulas are protected, and the protection comes off exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.spreadsheet import protected, unprotected

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
