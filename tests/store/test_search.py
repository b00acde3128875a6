"""What a user types, taken apart: the same on every database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.store.search import Part, parsed


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        ("red tank", [["red"], ["tank"]], []),
        ('"red tank" car', [["red tank"], ["car"]], []),
        ("red OR car tank", [["red", "car"], ["tank"]], []),
        ('red -tank -"blue car"', [["red"]], ["tank", "blue car"]),
        ("OR red OR", [["red"]], []),
        ("red ... -", [["red"]], []),
    ],
)
def test_words_phrases_alternatives_and_exclusions(query: str, wanted: list[list[str]], unwanted: list[str]) -> None:
    found, excluded = parsed(query)
    assert [[part.words for part in parts] for parts in found] == wanted
    assert [part.words for part in excluded] == unwanted


def test_an_asterisk_at_the_end_stands_for_any_ending() -> None:
    assert parsed("chin*") == ([[Part("chin", is_beginning=True)]], [])


@pytest.mark.parametrize("query", ["", " ", "-red", "OR", '""', "*", "- -", "(((", "_"])
def test_a_query_that_wants_nothing_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        parsed(query)


@given(st.text() | st.text(alphabet="ab \"'*-()^:{}+~,.\0_²OR"))
def test_every_part_holds_something_to_look_for(query: str) -> None:
    try:
        wanted, unwanted = parsed(query)
    except UsageError:
        return
    assert all(any(map(str.isalnum, part.words)) for parts in (*wanted, unwanted) for part in parts)
