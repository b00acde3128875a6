"""Where sentences end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stance_reading.sentences import ends


def pieces(text: str) -> list[str]:
    starts = [0, *ends(text)]
    return [piece for start, end in pairwise(starts) if (piece := text[start:end].strip())]


def test_full_stops_questions_and_blank_lines_end_sentences() -> None:
    assert pieces("It rains. Does it? Yes!\n\nA title\n \nThe end") == [
        "It rains.", "Does it?", "Yes!", "A title", "The end",
    ]  # fmt: skip


def test_abbreviations_initials_and_decimals_end_none() -> None:
    assert pieces("Dr. Ada B. Moss of the U.S. office paid 3.5 million. He left.") == [
        "Dr. Ada B. Moss of the U.S. office paid 3.5 million.", "He left.",
    ]  # fmt: skip


def test_ideographic_full_stops_end_sentences() -> None:
    assert len(pieces("雨が降る。風が吹く。")) == 2


@given(st.text(alphabet='aB. ?!\n"”。', max_size=80))
def test_the_ends_rise_to_the_end_of_the_text(text: str) -> None:
    found = ends(text)
    assert found == sorted(set(found))
    assert found[-1] == len(text)
