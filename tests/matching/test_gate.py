"""Whether a passage bears on a claim."""

import pytest

from claimcheck.matching.gate import bearing_probability, rank_score, shares_enough, shown_words
from claimcheck.matching.likening import asked_of, likeness_of, told_of, weighed

CLAIM = "The Belgorod left Severodvinsk with Poseidon torpedoes on board."
CLOSE = "The Belgorod, with Poseidon torpedoes, was seen near Severodvinsk."
FAR = "The Poseidon was a god of the sea, as was told in Athens."


def likeness(passage: str) -> tuple[float, ...]:
    asked = asked_of(passage)
    return likeness_of(weighed(asked, dict.fromkeys(asked.words.shown, 8.0), 10.0), told_of(CLAIM))


def test_the_likelier_is_ranked_higher_and_held_for_more_probable() -> None:
    assert rank_score(likeness(CLOSE)) > rank_score(likeness(FAR))
    close, far = (bearing_probability(likeness(text), said_by=False) for text in (CLOSE, FAR))
    assert 0 < far < 0.5 < close < 1


def test_naming_the_source_makes_it_likelier() -> None:
    assert bearing_probability(likeness(CLOSE), said_by=True) > bearing_probability(likeness(CLOSE), said_by=False)


@pytest.mark.parametrize(
    ("claim", "passage", "enough"),
    [
        (CLAIM, CLOSE, True),
        (CLAIM, FAR, False),
        (CLAIM, "The Belgorod and its torpedoes", False),
        ("It is in Murmansk, and so is the Belgorod.", "Murmansk saw the Belgorod", True),
        ("It is in Murmansk.", "Murmansk saw the Belgorod", False),
        ("It is so.", "It is so.", False),
    ],
)
def test_few_words_in_common_are_an_accident_unless_the_claim_has_no_more(
    claim: str, passage: str, *, enough: bool
) -> None:
    assert shares_enough(asked_of(passage), told_of(claim), said_by=False) is enough


def test_reasons_are_the_words_of_the_claim_and_a_name_is_one() -> None:
    claim = told_of("Kurt Campbell spoke of submarines, of submarines and of Russia.")
    asked = asked_of("Russia's submarine, says Kurt Campbell")
    assert shown_words(asked, claim) == ["Kurt Campbell", "submarines", "Russia"]
