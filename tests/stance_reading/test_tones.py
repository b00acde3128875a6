"""The tone of a headline, or of what stands near a claim."""

import pytest

from claimcheck.stance_reading import tones
from tests.stance_reading.texts import CLAIM, document, held_against


def toned(passage: str, claim: str = CLAIM) -> dict[str, float]:
    mine, theirs, shared = held_against(claim, passage)
    best = theirs.sentences[shared.best] if shared.best >= 0 else None
    return dict(zip(tones.NAMES, tones.tone(mine, theirs, best), strict=True))


def test_words_count_that_the_claim_does_not_use() -> None:
    assert toned("Crocodile hoax debunked: zoo not missing any")["tone_refutes"] == 2
    assert toned("Crocodile hoax debunked: zoo not missing any")["tone_negates"] == 1
    of_a_hoax = toned("The hoax fooled all", "The crocodile is a hoax")
    assert (of_a_hoax["tone_refutes"], of_a_hoax["tone_claim_refutes"]) == (1, 1)


def test_a_hedge_leaves_open_and_a_confirmation_takes_it_back() -> None:
    hedged, confirmed = toned("Crocodile may have escaped, sources say"), toned("Zoo confirms crocodile escaped")
    assert hedged["tone_passed_on"] > 0 > confirmed["tone_passed_on"]
    assert hedged["tone_open"] > confirmed["tone_open"]


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("Did a crocodile escape from Belmont zoo?", "opens_asking"),
        ("Crocodile escaped? No trace in Belmont", "asks_anew"),
        ("No, the crocodile did not escape", "opens_with_no"),
        ("Has the crocodile escaped? Probably not", "opens_doubting"),
        ("Witness: crocodile escaped from Belmont zoo", "speaker_before_colon"),
        ("Crocodile escaped from Belmont zoo: police", "speaker_after_colon"),
        ("Crocodile escaped from Belmont zoo, police say", "speaker_says_last"),
        ("Police say crocodile escaped from Belmont zoo", "speaker_says_first"),
        ("Crocodile about to escape from Belmont zoo", "passage_alone_ahead"),
    ],
)
def test_how_headlines_doubt_and_pass_on(passage: str, name: str) -> None:
    assert toned(passage)[name] == 1
    assert toned("A crocodile escaped from the Belmont zoo")[name] == 0


def test_of_a_document_only_its_beginning_and_its_closest_sentence_count() -> None:
    far = document("The town met on Friday.") + "\n\nThe fair was announced."
    assert toned(far)["tone_vouches"] == 0
    assert toned(far + " A crocodile escaped from the Belmont zoo, keepers confirmed.")["tone_vouches"] == 1


def test_a_text_without_words_has_no_tone() -> None:
    assert {toned("")[name] for name in ("tone_refutes", "tone_hedges", "asks_anew", "speakers")} == {0}
