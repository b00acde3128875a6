"""Where a text is divided."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matching.passages import MAX_PASSAGE_LENGTH, passages_of

FILLER = "Nothing of interest happened in the other places that we visited."


@given(st.text(st.sampled_from("ab. \n!。\u2026\"'")) | st.text(max_size=50).map(lambda part: part * 60))
def test_passages_are_in_order_and_lose_nothing_but_spaces(text: str) -> None:
    end = 0
    for start, stop in passages_of(text):
        assert text[end:start].strip() == ""
        assert 0 < stop - start <= MAX_PASSAGE_LENGTH
        assert text[start:stop].strip() == text[start:stop]
        end = stop
    assert text[end:].strip() == ""


def test_a_paragraph_is_a_passage_and_a_long_one_several_of_whole_sentences_or_lines() -> None:
    assert [*passages_of("One.\ntwo\n\n  Three. Four.\n")] == [(0, 8), (12, 24)]
    for part in (f"{FILLER} ", f"{FILLER[:-1]}\n", f"{FILLER[:-1]}\u3002"):
        text = part * 40
        assert all(text[start:end] == (part * 40)[start:end] for start, end in passages_of(text))
        assert {text[start:end][:7] for start, end in passages_of(text)} == {"Nothing"}


def test_a_question_is_one_passage_with_the_paragraph_that_answers_it() -> None:
    text = "First.\n\nWas the bridge closed?\n\nNo, it was not.\n\nWas it, was it?\n\nWas it not?\n\nLast."
    assert [text[start:end] for start, end in passages_of(text)] == [
        "First.", "Was the bridge closed?\n\nNo, it was not.", "Was it, was it?", "Was it not?\n\nLast.",
    ]  # fmt: skip
    assert [*passages_of("Was it?")] == [(0, 7)]
