"""Words that are alike by their letters."""

import pytest

from claimcheck.stance_reading import alike
from tests.stance_reading.texts import CLAIM, document, held_against


def compared(claim: str, passage: str) -> dict[str, float]:
    mine, theirs, shared = held_against(claim, passage)
    best = theirs.sentences[shared.best] if shared.best >= 0 else None
    return dict(zip(alike.NAMES, alike.alike(mine, theirs, best), strict=True))


def test_the_same_words_are_wholly_alike_and_others_hardly() -> None:
    assert compared(CLAIM, CLAIM)["alike_mean"] == pytest.approx(1)
    assert compared(CLAIM, CLAIM)["letters_found"] == 1
    assert compared(CLAIM, "Wheat is dear")["alike_mean"] < 0.2


def test_other_forms_and_spellings_are_more_alike_than_other_words() -> None:
    forms, others = compared("Kobani falls", "Fall of Kobane"), compared("Kobani falls", "Fire at Aleppo")
    assert forms["alike_mean"] > 0.5 > others["alike_mean"]
    assert forms["unlike_back"] < others["unlike_back"]


def test_names_and_other_words_are_found_apart() -> None:
    shown = compared("The plane crashed near Belmont", "Aircraft crashed near Arlon")
    assert shown["plain_words_found_or_kin"] == 1
    assert shown["plain_words_found"] == pytest.approx(2 / 3)
    assert shown["names_found_or_kin"] == 0


def test_of_a_document_only_its_beginning_and_its_closest_sentence_are_compared() -> None:
    text = document("The town met on Friday.")
    assert compared(CLAIM, text)["unlike_back"] < len(text.split()) / 2


def test_a_side_without_words_is_like_nothing() -> None:
    assert compared("", "Wheat is dear")["alike_mean"] == 0
    assert compared(CLAIM, "")["alike_mean"] == 0
