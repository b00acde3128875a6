"""What a user typed to name a claim, a source or a tag."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.errors import NotFoundError, UsageError
from claimcheck.store.engine import Reader, open_reader
from claimcheck.store.lookups import claim_id, require_tag, source_id, source_names, standing_source
from tests.conftest import Run, here

FIRST = "01234567-89ab-7def-8123-456789abcdef"
SECOND = "01234567-89ab-7def-8123-456789abcd00"
DIGITS = "12345678-0000-7000-8000-000000000000"


@pytest.fixture
def reader(run: Run) -> Iterator[Reader]:
    """A reader on three claims of two sources."""
    rows = f"One.,Ann Smith,a,{FIRST}\nTwo.,Ann Smith,,{SECOND}\nThree.,Zoë,,{DIGITS}\n"
    Path("claims.csv").write_text("text,source,tags,public_id\n" + rows, encoding="utf-8")
    assert run("load", "claims.csv").code == 0
    with open_reader(here()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1", 1), (" #2 ", 2), ("0003", 3), (FIRST, 1), (SECOND.upper(), 2), (FIRST[:-1], 1), ("12345678", 3),
        ("12345678-0000", 3),
    ],
)  # fmt: skip
def test_a_number_or_the_unique_beginning_of_a_public_id_names_a_claim(
    reader: Reader, written: str, expected: int
) -> None:
    assert claim_id(reader, written) == expected


@pytest.mark.parametrize("written", ["4", "0", "0000000000", "01234567-89ac", "ffffffff", "9" * 18])
def test_a_claim_that_is_not_there_is_not_found(reader: Reader, written: str) -> None:
    with pytest.raises(NotFoundError, match="the last one is 3"):
        claim_id(reader, written)


@pytest.mark.parametrize("written", ["", "x", "-1", "1.5", "abcdef0", "0123456g", FIRST[:34], "٣", "%_%_%_%_"])
def test_what_can_name_no_claim_or_several_is_a_mistake(reader: Reader, written: str) -> None:
    with pytest.raises(UsageError):
        claim_id(reader, written)


@pytest.mark.parametrize(("name", "expected"), [("ann  SMITH ", 1), ("ZOË", 2), ("Zoe\u0308", 2)])
def test_a_source_is_found_whatever_the_case_spaces_and_composition(reader: Reader, name: str, expected: int) -> None:
    assert source_id(reader, name) == expected


def test_an_unknown_source_or_tag_gets_near_names(reader: Reader) -> None:
    with pytest.raises(NotFoundError, match="did you mean 'Ann Smith'"):
        source_id(reader, "Ann Smit")
    with pytest.raises(NotFoundError, match="there is no tag 'b'"):
        require_tag(reader, "b")
    require_tag(reader, "a")


def test_every_source_has_its_name(reader: Reader) -> None:
    assert source_names(reader) == {1: "Ann Smith", 2: "Zoë"}


def test_a_ledger_without_claims_says_so(run: Run) -> None:
    run("db", "init")
    with open_reader(here()) as empty, pytest.raises(NotFoundError, match="is empty"):
        claim_id(empty, "1")


def test_a_merged_source_stands_under_the_name_of_what_it_was_merged_into(run: Run, reader: Reader) -> None:
    first, last = source_id(reader, "Ann Smith"), source_id(reader, "Zo\u00eb")
    assert standing_source(reader, first) == "Ann Smith"
    assert run("source", "merge", "Ann Smith", "Zo\u00eb").code == 0
    with open_reader(here()) as later:
        assert [standing_source(later, number) for number in (first, last, 999)] == ["Zo\u00eb", "Zo\u00eb", None]
