from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.attribution import language
from claimcheck.attribution.finding.layout import _MAX_JOINED, Layout
from tests.attribution.told import laid_out, read, token, told, words


def sentences(layout: Layout) -> list[str]:
    parsed = layout.parsed
    starts = sorted({layout.sentence(at)[0] for at in range(len(parsed.words))})
    return [words(parsed, list(range(*layout.sentence(start)))) for start in starts]


@pytest.mark.parametrize(
    "text",
    [
        '"It is over. We have won. Go home," the minister said.',
        "“Is it over?” the minister asked.",
        "“It is over!” said the minister.",
        'The minister said: "It is over. We have won."',
        "He called it “a farce. A bad one” and left.",
    ],
)
def test_no_quotation_is_cut_and_its_cue_stands_in_its_sentence(text: str) -> None:
    assert sentences(laid_out(text)) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The talks failed. Nobody was surprised.", ["The talks failed.", "Nobody was surprised."]),
        ("Talks fail\nThe talks failed.", ["Talks fail", "The talks failed."]),
        ("“It is over.”\n“It is not,” he said.", ["“It is over.”", "“It is not,” he said."]),
        ("LONDON (Agency) - The talks failed.", ["LONDON (Agency) -", "The talks failed."]),
        ("KYIV, Nov. 3 - The talks failed.", ["KYIV, Nov. 3 -", "The talks failed."]),
        ("GENEVA — The talks failed.", ["GENEVA —", "The talks failed."]),
    ],
)
def test_lines_sentences_and_datelines_are_apart(text: str, parts: list[str]) -> None:
    assert sentences(laid_out(text)) == parts


@pytest.mark.parametrize("text", ["A" * 5_000, "Ab" * 5_000, "Ab " * 2_000, "AB, " * 2_000])
def test_a_line_that_looks_like_a_dateline_without_end_is_read_to_its_end(text: str) -> None:
    layout = laid_out(text)
    assert layout.sentence(0)[0] == 0


def test_the_marks_of_a_quotation_open_and_close_it() -> None:
    layout = laid_out('He called it "a farce" and left.')
    first, last = token(layout.parsed, '"'), token(layout.parsed, "farce") + 1
    assert layout.opens(first)
    assert layout.closes(last)
    assert not layout.opens(last)
    assert not layout.closes(first)
    assert layout.is_quoted(first)
    assert layout.is_quoted(last)
    assert layout.quotation(first) == layout.quotation(last - 1)
    assert not layout.is_quoted(last + 1)


def test_a_quotation_that_is_never_closed_has_no_closing_mark() -> None:
    layout = laid_out("“It is over.")
    assert layout.opens(0)
    assert not any(layout.closes(at) for at in range(len(layout.parsed.words)))


@pytest.mark.parametrize("place", [-1, 99])
def test_no_quotation_stands_outside_the_text(place: int) -> None:
    layout = laid_out('"It is over," he said.')
    assert layout.quotation(place) is None
    assert not layout.opens(place)
    assert not layout.closes(place)


def test_every_word_knows_its_line() -> None:
    layout = laid_out("Talks fail\n\nThe talks failed.\nNobody left.")
    assert layout.line_number(token(layout.parsed, "talks")) == 1
    assert layout.line(token(layout.parsed, "Nobody")) == layout.parsed.lines[2]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (", the talks failed,", "the talks failed"),
        ("— the talks failed —", "the talks failed"),
        ("the talks, too, failed.", "the talks, too, failed"),
        (", , ;", ""),
        ("“the talks failed.”", "“the talks failed.”"),
    ],
)
def test_trimming_takes_commas_dashes_and_stops_from_both_ends(text: str, kept: str) -> None:
    layout = laid_out(text)
    assert words(layout.parsed, layout.trimmed(range(len(layout.parsed.words)))) == kept


def test_trimming_puts_in_order_and_takes_nothing_twice() -> None:
    layout = laid_out("the talks failed")
    assert layout.trimmed([2, 0, 2, 1]) == [0, 1, 2]
    assert layout.trimmed([]) == []


@pytest.mark.parametrize("unit", ["according to the ministry ", "and then, ", "“the border is closed. ", "he: she "])
def test_what_has_no_end_is_not_put_together_without_end(unit: str) -> None:
    layout = laid_out(unit * 1_000)
    lengths = [last - first for first, last in {layout.sentence(at) for at in range(len(layout.parsed.words))}]
    assert max(lengths) <= _MAX_JOINED


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "The minister", "said", "asked", ".", "?", ",", ":", "\n", "KYIV -", "it is over", "-"]
        ),
        max_size=30,
    )
)
def test_the_sentences_of_any_text_are_all_of_it(pieces: list[str]) -> None:
    parsed = language.parsed(" ".join(pieces))
    layout = Layout(parsed)
    found = sorted({layout.sentence(at) for at in range(len(parsed.words))})
    assert all(first < last for first, last in found)
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert all(layout.line_number(first) == layout.line_number(last - 1) for first, last in found)
    assert sum(last - first for first, last in found) == len(parsed.words)


def test_an_empty_text_has_a_layout() -> None:
    assert Layout(read("")).quotations == []


@pytest.mark.parametrize("dateline", ["OSLO, 3 February 2026 - ", "KYIV, Sept. 14 (Agency) - ", "BERLIN -- "])
def test_a_sentence_begins_behind_the_dateline(dateline: str) -> None:
    assert told(f"{dateline}The minister denied it.") == [("The minister", "denied", "it")]
