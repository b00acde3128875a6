"""A text read once."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stance_reading.reading import MAX_CHARACTERS, MAX_SENTENCE_TOKENS, content_stems, read


def test_names_numbers_and_questions_are_seen() -> None:
    reading = read("Yesterday Ada Moss sold twelve boats in Belmont. Did she sell 1,200?")
    assert {"moss", "belmont"} <= reading.names
    assert {"12", "1200"} <= reading.numbers.keys()
    assert [part.asks for part in reading.sentences] == [False, True]


def test_in_a_title_plain_words_with_capitals_are_no_names() -> None:
    assert "compani" not in read("Old Company House Sold By Ada Moss").names


def test_sentences_have_places_in_the_text() -> None:
    text = "  The mill burned. \n\n Nobody was hurt.  "
    assert [text[part.start : part.end].rstrip() for part in read(text).sentences] == [
        "The mill burned.", "Nobody was hurt.",
    ]  # fmt: skip


def test_a_line_without_end_is_read_in_parts_and_not_for_ever() -> None:
    reading = read("word " * 2_000_000)
    assert len(reading.text) == MAX_CHARACTERS
    assert all(part.last - part.first <= MAX_SENTENCE_TOKENS for part in reading.sentences)


def test_the_distinct_stems_are_those_of_a_reading() -> None:
    text = "The mills burned and the mill's owner wept."
    assert content_stems(text, 1000) == set(read(text).positions)


@given(st.text(max_size=300))
def test_every_token_lies_in_one_sentence(text: str) -> None:
    reading = read(text)
    assert len(reading.sentence_of) == len(reading.words)
    for part in reading.sentences:
        assert 0 <= part.start <= part.end <= len(text)
    assert [part.first for part in reading.sentences[1:]] == [part.last for part in reading.sentences[:-1]]
