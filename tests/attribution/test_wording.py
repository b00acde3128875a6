"""The words of an attribution: propositions, quotations and cues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.attribution.wording import MAX_PROPOSITION, claimed, cue, hull, proposition, quotation
from claimcheck.vocabulary import ClaimKind, Directness
from tests.steps.sayings import said


def whole(text: str) -> str:
    return proposition(text, ((0, len(text)),))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("that the ships left at dawn", "The ships left at dawn."),
        ("That the ships left", "The ships left."),
        ("that", "That."),
        ("that is why they left", "That is why they left."),
        ("\u201cWe saw nothing,\u201d", "We saw nothing."),
        ('"We saw nothing!"', "We saw nothing!"),
        ("\u201cWe saw nothing", "We saw nothing."),
        ("we saw nothing.\u201d", "We saw nothing."),
        ("\u201cmad\u201d and \u201cbad\u201d", "\u201cMad\u201d and \u201cbad\u201d."),
        ("\u2018We didn\u2019t see it,\u2019", "We didn\u2019t see it."),
        ("it was \u201cmad\u201d", "It was \u201cmad\u201d."),
        ("it was \u201cmad.\u201d", "It was \u201cmad.\u201d"),
        ("\u201cIt was mad\u201d, and bad", "\u201cIt was mad\u201d, and bad."),
        ("iPhone sales fell", "iPhone sales fell."),
        ("ships\nleft,\n  at dawn ", "Ships left, at dawn."),
        ("5% of ships left", "5% of ships left."),
        ("\u2014 ships left;", "Ships left."),
        ("ships left (at dawn)", "Ships left (at dawn)."),
        ("ßx", "ßx."),
        ("there is \u201ca difference,\u201d", "There is \u201ca difference\u201d."),
        ("we want (", "We want."),
        ("it is 'so.'", "It is 'so.'"),
        ("\u2026", ""),
        ("\u201c\u201d", ""),
        ("\u0e40\u0e23\u0e37\u0e2d", "\u0e40\u0e23\u0e37\u0e2d."),
    ],
)
def test_what_is_said_becomes_one_sentence_in_its_own_words(words: str, sentence: str) -> None:
    assert whole(words) == sentence


def test_words_that_stand_apart_are_put_together() -> None:
    text = "\u201cWe will fight,\u201d he said, \u201cuntil the end.\u201d"
    content = said(text, "\u201cWe will fight,\u201d ... \u201cuntil the end.\u201d").content
    assert proposition(text, content) == "We will fight until the end."
    assert hull(content) == (0, len(text))


def test_two_sentences_that_stand_apart_stay_two() -> None:
    text = "\u201cIt failed,\u201d he said. \u201cNow it works.\u201d"
    content = said(text, "\u201cIt failed,\u201d ... \u201cNow it works.\u201d").content
    assert proposition(text, content) == "It failed. Now it works."


def test_a_long_speech_is_cut_at_a_word() -> None:
    cut = whole("word " * 1_000)
    assert len(cut) <= MAX_PROPOSITION + 1
    assert cut.endswith("word\u2026")
    assert len(whole("x" * 5_000)) == MAX_PROPOSITION + 1


@given(st.text(max_size=60))
def test_a_proposition_is_one_line_with_words_or_nothing(words: str) -> None:
    sentence = whole(words)
    assert sentence == "" or (any(map(str.isalnum, sentence)) and " ".join(sentence.split()) == sentence)


@pytest.mark.parametrize(
    ("text", "content", "directness", "quote"),
    [
        ("\u201cWe saw nothing,\u201d he said.", "\u201cWe saw nothing,\u201d", Directness.DIRECT, "We saw nothing"),
        ("\u201cWe saw nothing,\u201d he said.", "We saw nothing", Directness.DIRECT, "We saw nothing"),
        ("\u201cWe saw nothing,\u201d he said.", "\u201cWe saw nothing,\u201d", Directness.INDIRECT, None),
        ('He called it "a very bad idea" and left.', 'it "a very bad idea"', Directness.MIXED, "a very bad idea"),
        ("He called it bad.", "it bad", Directness.MIXED, None),
        ("It\u2019s \u2018a plot\u2019, he said", "It\u2019s \u2018a plot\u2019", Directness.MIXED, "a plot"),
        ("He said:\n> We saw nothing.\n", "We saw nothing.", Directness.DIRECT, "We saw nothing."),
        ("\u00abNous voil\u00e0\u00bb, dit-il", "Nous voil\u00e0", Directness.DIRECT, "Nous voil\u00e0"),
    ],
)
def test_the_sources_own_words_are_found_between_their_marks(
    text: str, content: str, directness: Directness, quote: str | None
) -> None:
    span = quotation(text, said(text, content, directness=directness))
    assert (None if span is None else text[span[0] : span[1]]) == quote


def test_of_two_quotations_the_longer_is_the_quotation() -> None:
    text = "\u201cYes,\u201d he said, \u201cwe saw nothing.\u201d"
    span = quotation(text, said(text, "\u201cYes,\u201d ... \u201cwe saw nothing.\u201d", directness=Directness.DIRECT))
    assert span is not None
    assert text[slice(*span)] == "we saw nothing."


def test_a_cue_in_two_parts_is_known_by_the_longer_and_a_lone_quotation_has_none() -> None:
    text = "He told us it is so in a statement"
    span = cue(said(text, "it is so", cue="told ... in a statement"))
    assert span is not None
    assert text[slice(*span)] == "in a statement"
    assert cue(said(text, "it is so")) is None


def test_words_that_make_no_sense_alone_stand_with_who_says_them_and_how() -> None:
    text = "It denies any role in the attack."
    one = said(text, "any role in the attack", cue="denies", source="It", resolved_source="Beijing", is_clause=False)
    assert claimed(text, one) == "Beijing denies any role in the attack."


def test_a_passive_is_put_together_again() -> None:
    text = "China is believed to be the key supplier."
    one = said(text, "China ... to be the key supplier", cue="is believed", is_clause=False)
    assert claimed(text, one) == text


def test_a_clause_stands_alone() -> None:
    text = "The army said that the bridge had fallen."
    one = said(text, "that the bridge had fallen", cue="said", source="The army")
    assert claimed(text, one) == "The bridge had fallen."


def test_what_was_not_said_is_no_claim_by_itself() -> None:
    text = "Ann Doe never said “We won.”"
    one = said(text, "“We won.”", cue="never said", source="Ann Doe", is_clause=False, directness=Directness.DIRECT)
    assert claimed(text, one).startswith("Ann Doe never said")


def test_a_denial_stands_with_who_denies() -> None:
    text = "Ann Doe denied that the ships had left."
    one = said(text, "that the ships had left", cue="denied", source="Ann Doe", kind=ClaimKind.DENIAL)
    assert claimed(text, one) == text


def test_who_says_it_makes_no_claim_of_what_has_no_word() -> None:
    text = "Ann Doe said: \u201c???\u201d"
    assert not claimed(text, said(text, "\u201c???\u201d", cue="said", source="Ann Doe"))
