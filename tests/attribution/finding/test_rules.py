"""All the rules together, on texts of every sort."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.attribution import language
from claimcheck.attribution.finding import rules
from claimcheck.attribution.parsed import ParsedText
from tests.attribution.told import Row, read, rows, told

PHRASES = [
    *["The minister", "said", "told reporters", "that", "it is over", "according to", "the agency", ", adding"],
    *["and denied", "reportedly", "the claim that", "as", "noted", "accused Norland of", "is believed to", "Who"],
    *["She wrote:", "went on to say", "who", "not", "in the view of", "KYIV (Agency) -", "MINISTER:", "show"],
    *["issued a statement saying", "its report was that"],
    *["“", "”", '"', "'", "''", "‘", "’", "„", "«", "»", "—", "-", ",", ".", "?", ":", ";", "(", ")", "…"],
    *["\n", "\r\n", "\t", "\u00a0", "\u200b", "\u0301", "😀", "中"],
]
LETTERS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


def check(parsed: ParsedText) -> None:
    """Everything that holds for what is found in any text."""
    found = rules.find(parsed)
    places = range(len(parsed.words))
    for one in found:
        assert one.content
        assert one.cue
        for tokens in (one.cue, one.source, one.content):
            assert all(token in places for token in tokens)
            assert all(before < after for before, after in pairwise(tokens))
            spans = parsed.spans(tokens)
            assert all(0 <= start < end <= len(parsed.text) for start, end in spans)
            assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert not set(one.content) & {*one.cue, *one.source}
        assert one.head is None or one.head in one.cue
    assert [one.cue[0] for one in found] == sorted(one.cue[0] for one in found)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), max_size=40), st.sampled_from(["", " "]))
def test_any_words_and_marks_give_attributions_within_the_text(pieces: list[str], glue: str) -> None:
    check(language.parsed(glue.join(pieces)))


@settings(max_examples=60, deadline=None)
@given(LETTERS)
def test_any_text_at_all_gives_attributions_within_the_text(text: str) -> None:
    check(language.parsed(text))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PHRASES), max_size=40))
def test_the_same_text_always_gives_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    first, second = language.parsed(text), language.parsed(text)
    assert rules.find(first) == rules.find(second)
    assert rules.find(first) == rules.find(first)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "“",
        "”",
        "''",
        "'",
        "—",
        ":",
        ".",
        "…",
        "()",
        "“”",
        "“ ”",
        "‘’",
        "«»",
        "„“",
    ],
)
def test_blanks_and_marks_say_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "word", ["said", "Said", "According", "reportedly", "claim", "Who", "“said”", "said:", "—said"]
)
def test_a_single_word_says_nothing(word: str) -> None:
    assert told(word) == []


@pytest.mark.parametrize("blank", ["\u00a0", "\t", "  ", "\u202f", " \u00a0 "])
def test_a_blank_of_any_kind_is_a_blank(blank: str) -> None:
    text = "The minister said that the border was closed.".replace(" ", blank)
    assert [row[:2] for row in told(text)] == [("The minister", "said")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028"])
def test_the_ends_of_lines_make_no_difference(line_end: str) -> None:
    lines = ["Border closed", "The minister said it was closed.", "“It stays closed,” she said.", "“It is our border.”"]
    assert told(line_end.join(lines)) == [
        ("The minister", "said", "it was closed"),
        ("she", "said", "“It stays closed,” ... “It is our border.”"),
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The minister said 😀 the border was closed.", ("The minister", "said")),
        ("Zoe\u0301 Petrov said the border was clo\u0308sed.", ("Zoé Petrov".replace("é", "e\u0301"), "said")),
        ("Łukasz Żak said the border was closed.", ("Łukasz Żak", "said")),
    ],
)
def test_letters_of_any_kind_stand_in_names_and_contents(text: str, row: tuple[str, str]) -> None:
    assert [found[:2] for found in told(text)] == [row]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Border closed, says minister", [("minister", "says", "Border closed")]),
        ("Officials say reactor is safe", [("Officials", "say", "reactor is safe")]),
        ("Talks fail in Geneva", []),
        ("Contents\n1. Introduction\n2. The fleet\n3. The army", []),
        ("- ships\n- planes\n- trains", []),
        ("LONDON (Agency) - The minister said it was over.", [("The minister", "said", "it was over")]),
        ("KYIV, Nov. 3 - It is over, officials said.", [("officials", "said", "It is over")]),
        ("Who said the border was closed?", []),
        ("The minister said:", []),
        ("The minister said: “It is", [("The minister", "said", "“It is")]),
    ],
)
def test_headlines_lists_datelines_questions_and_unended_texts_are_read(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("mark", [*"aA.\"'-“‘,:;\n\t 😀", "\u200b", "\u0301", "''", "Ab"])
def test_what_is_repeated_without_end_says_nothing(mark: str) -> None:
    text = mark * (language.MAX_PART // len(mark))
    assert rules.find(language.parsed(text)) == []


@pytest.mark.parametrize(
    "unit", ["border ", "said ", "the minister said that ", "'as ", "“a ", '" ', "she said: “no” "]
)
def test_a_line_of_thousands_of_words_without_a_stop_is_read_to_its_end(unit: str) -> None:
    check(read(unit * (3_000 // len(unit.split()))))


def test_what_is_found_in_a_line_does_not_depend_on_the_lines_around_it() -> None:
    line = "The minister said that the border was closed."
    alone = told(line)
    among = told(f"Border closed\n\n{line}\n\nNobody was surprised by it at all.")
    assert among == alone


def test_finding_changes_nothing_of_the_text() -> None:
    text = "“It is over,” she said. “We have won the war.” He denied it, saying that it goes on."
    parsed = language.parsed(text)
    before = (list(parsed.words), list(parsed.heads), [list(children) for children in parsed.children])
    first = rows(parsed, rules.find(parsed))
    assert (parsed.words, parsed.heads, parsed.children) == before
    assert rows(parsed, rules.find(parsed)) == first
