from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.attribution import language
from claimcheck.attribution.finding.quotations import quotations
from tests.attribution.told import read


def quoted(text: str) -> list[str]:
    parsed = read(text)
    return [text[parsed.starts[one.first] : parsed.ends[one.last - 1]] for one in quotations(parsed)]


@pytest.mark.parametrize(
    "quotation",
    [
        '"the border is closed"',
        "“the border is closed”",
        "''the border is closed''",
        "``the border is closed''",
        "‘‘the border is closed’’",
        "’’the border is closed,’’",
        "„the border is closed“",
        "„the border is closed”",
        "«the border is closed»",
        "»the border is closed«",
        '“the border is closed"',
        '"the border is closed”',
        "‘the border is closed’",
        "'the border is closed'",
        "“the ‘border’ is closed”",
        "\"the 'border' is closed\"",
        "‘the army’s border is closed’",
        "“the border’s closed”",
        "“the border is closed,”",
        '"the border is closed."',
    ],
)
def test_what_stands_between_two_marks_is_quoted_with_the_marks(quotation: str) -> None:
    assert quoted(f"The minister said {quotation} and left.") == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ministers’ plan failed.",
        "The ministers' plan and the generals' plan failed.",
        "It's the army's and it isn't ours.",
        "The mast is 6' high and 12' long.",
        'A 6" board is 12" long.',
        "The mast is 5' 10\" high and 3' 2\" wide.",
        "Nothing is quoted here.",
        "That was in the summer of '89, or so.",
    ],
)
def test_an_apostrophe_opens_nothing(text: str) -> None:
    assert quoted(text) == []


def test_several_quotations_stand_in_the_order_of_the_text() -> None:
    assert quoted('A "first" and a “second” and a ‘third’ word.') == ['"first"', "“second”", "‘third’"]


def test_a_mark_right_after_a_digit_is_a_measure_while_another_one_closes_the_quotation() -> None:
    assert quoted('"The board is 6" wide," she said.') == ['"The board is 6" wide,"']
    assert quoted('He won "in 1999" and lost "in 2003" again.') == ['"in 1999"', '"in 2003"']


def test_what_is_not_closed_ends_with_its_sentence_if_the_next_line_opens_nothing() -> None:
    assert quoted("She left. “The border is closed. The trains stop.\nNothing more.") == ["“The border is closed."]
    assert quoted("She said “the border is closed. It was “not open”.") == ["“the border is closed. It was “not open”"]


def test_what_is_not_closed_goes_on_to_the_end_of_its_line_if_the_next_one_opens_too() -> None:
    parsed = read("“The border is closed. It was.\n“It stays closed,” she said.\nNothing more.")
    first, second = quotations(parsed)
    assert not first.is_closed
    assert (first.first, first.last) == parsed.lines[0]
    assert second.is_closed
    assert parsed.words[second.last - 1] == "”"


def test_a_text_that_ends_in_an_opening_mark_has_a_quotation_of_that_mark() -> None:
    assert quoted("The minister said: “") == ["“"]


def test_a_closing_mark_alone_closes_nothing() -> None:
    assert quoted("The border is closed” and shut.") == []


def test_a_single_mark_without_its_pair_opens_nothing() -> None:
    assert quoted("The ‘border is closed and shut.") == []


def test_the_apostrophe_of_a_possessive_does_not_end_a_quotation() -> None:
    text = "He said ‘the engineers’ figures are wrong’ and left."
    assert quoted(text) == ["‘the engineers’ figures are wrong’"]


@pytest.mark.parametrize("text", ["'a " * 2_000, "'as' " * 1_000, "‘as ’ " * 1_000, "s' " * 2_000])
def test_a_line_full_of_single_marks_ends_in_quotations_apart_from_each_other(text: str) -> None:
    found = quotations(read(text))
    assert all(before.last <= after.first for before, after in pairwise(found))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from([*"\"'“”‘’„«»‹›", "``", "''", "a", "As", " ", " ", ",", ".", "\n", "\u200b"]), max_size=40)
)
def test_any_marks_give_quotations_within_lines_and_apart(pieces: list[str]) -> None:
    parsed = language.parsed("".join(pieces))
    found = quotations(parsed)
    assert all(one.first < one.last for one in found)
    assert all(before.last <= after.first for before, after in pairwise(found))
    assert all(any(first <= one.first and one.last <= last for first, last in parsed.lines) for one in found)
    ends = {last for _, last in parsed.lines} | {last for _, last in parsed.sentences}
    assert all(one.is_closed or one.last in ends for one in found)
