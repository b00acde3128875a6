"""Where names begin and end."""

import pytest

from claimcheck.attribution.understanding.name_extents import MAX_WORDS, bare, extents, headings
from tests.attribution.by_hand import read


def names(text: str) -> list[str]:
    parsed = read(text)
    return [parsed.text[parsed.starts[first] : parsed.ends[end - 1]] for first, end, _ in extents(parsed)]


@pytest.mark.parametrize(
    "name",
    [
        "Center for Strategic and International Studies",
        "Securities and Exchange Commission",
        "Ministry of Defence of Ukraine",
        "People's Liberation Army",
        "Teachers' Union",
        "Ban Ki-moon",
        "Jean-Claude Juncker",
        "Ursula von der Leyen",
        "Reuters/Ipsos",
        "Brell & Sons",
    ],
)
def test_small_words_inside_a_name_are_of_it(name: str) -> None:
    assert names(f"He spoke of {name} again.") == [name]


def test_names_that_are_only_coordinated_are_two() -> None:
    assert names("He met Kurt Campbell and Marta Berg there.") == ["Kurt Campbell", "Marta Berg"]


def test_days_and_the_nouns_that_begin_sentences_are_no_names() -> None:
    assert names("He met Marta Berg on Monday in May.") == ["Marta Berg"]
    assert names("Officials met. Research was done.") == []


def test_a_body_of_a_country_in_small_letters_does_not_run_into_the_name_before() -> None:
    assert names("It was a study by the Lodestar Institute for the Danish parliament.")[0] == "Lodestar Institute"


def test_a_line_of_capitals_is_a_heading_and_a_very_long_one_no_name() -> None:
    parsed = read("Minister Berg Leaves Oslo For Good\n\nShe left Oslo in the end.\n")
    assert headings(parsed) == {0}
    assert all(len(name.split()) <= MAX_WORDS for name in names("He saw " + " ".join(["Oslo"] * 40) + " there."))


def test_a_word_is_bare_without_capitals_and_full_stops() -> None:
    assert bare("Sen.") == "sen"
