"""Shingles: what counts as the same text."""

from claimcheck.independence.shingles import looked_at, quotations, shingled, squeezed, tokens, without_quotations
from tests.independence.stories import words


def test_case_punctuation_and_invisible_characters_make_no_difference() -> None:
    one = "The port of Gdańsk closed — on Tuesday — its northern basin."
    other = "the PORT of Gdan\u0301sk, closed on Tues\u00adday its northern basin"
    assert shingled(one).as_set() == shingled(other).as_set() != set()


def test_a_story_inside_a_longer_page_is_contained_whole() -> None:
    story, page = shingled(words(0, 60)), shingled(words(100, 200) + " " + words(0, 60) + " " + words(500, 200))
    assert story.shared_with(page.as_set()) == len(story)


def test_a_script_without_spaces_is_taken_by_characters() -> None:
    assert len(tokens("船は湖で見つかった")) == 9
    assert len(shingled("船は湖で見つかった")) == 2
    assert len(shingled("one two three four five six")) == 2


def test_the_sample_is_the_same_in_every_text_that_holds_it() -> None:
    story, page = shingled(words(0, 400)), shingled(words(0, 400) + words(1000, 400))
    assert story.sample()
    assert set(story.sample()) <= set(page.sample())


def test_quotations_are_told_from_the_rest() -> None:
    text = 'He said “it sank at noon” and left. «Oui», dit-il. She said "no".'
    assert quotations(text) == ["“it sank at noon”", "«Oui»", '"no"']
    assert "sank" not in without_quotations(text)
    assert "left" in without_quotations(text)


def test_of_a_very_long_text_the_beginning_and_the_passage_are_looked_at() -> None:
    text = "a" * 500 + "b" * 500 + "PASSAGE" + "c" * 500
    seen = looked_at(text, 1000, 1007, most=200)
    assert len(seen) <= 201
    assert seen.startswith("aaa")
    assert "PASSAGE" in seen
    assert looked_at("short", 0, 5) == "short"


def test_words_are_put_on_one_line() -> None:
    assert squeezed("It sank,\nat noon!") == " it sank at noon "
