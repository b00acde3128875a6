"""What stands around a word."""

from claimcheck.attribution.understanding.names import Names
from claimcheck.attribution.understanding.scene import Scene, is_body, kind_of_noun, nouns_for
from claimcheck.attribution.understanding.trail import Trail
from tests.attribution.by_hand import read, tokens_of


def scene(text: str) -> Scene:
    return Scene(read(text), Names(), Trail(), (10, 5))


def test_sentences_are_counted_over_all_parts_and_lines_in_one() -> None:
    here = scene("He left. She stayed.\n\nThey slept.\n")
    last = len(here.parsed.words) - 1
    assert (here.sentence(0), here.sentence(last)) == (10, 12)
    assert (here.line(0), here.line(last)) == (0, 1)
    assert here.place(last) == (12, 6)


def test_nouns_are_singular_and_a_think_tank_is_one() -> None:
    here = scene("Ministries, spokesmen and think tanks spoke.")
    assert [here.noun(token) for token in (0, 2, 5)] == ["ministry", "spokesman", "think tank"]


def test_the_us_is_not_the_first_person() -> None:
    here = scene("US officials asked us.")
    assert [here.is_first_person(token) for token in range(4)] == [False, False, False, True]


def test_the_news_agency_has_no_modifier_that_tells_it_apart_and_the_spy_agency_has() -> None:
    here = scene("The news agency spoke of the spy agency.")
    assert not here.has_modifier(tokens_of(here.parsed, "agency")[0])
    assert here.has_modifier(tokens_of(here.parsed, "agency", after=20)[0])
    assert here.is_definite(2)


def test_a_noun_is_a_person_a_body_or_neither() -> None:
    assert [kind_of_noun(noun) for noun in ("minister", "ministry", "report", "weather")] == [True, False, False, None]
    assert is_body("think tank")


def test_an_organisation_is_called_by_the_nouns_in_its_name() -> None:
    assert nouns_for(("ministry", "of", "defence")) >= {"ministry"}
    assert nouns_for(("washington", "post")) >= {"newspaper", "paper"}
    assert nouns_for(("carnegie", "endowment")) >= {"think tank"}
