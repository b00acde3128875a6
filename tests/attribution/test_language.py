import textwrap
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.attribution import language
from claimcheck.attribution.parsed import ParsedText
from claimcheck.errors import PluginError
from tests.attribution.told import read

ODD = st.text(alphabet=st.sampled_from([*"aB1 .,:;!?-'\"\n\r\t()", *"“”‘’„«»—…\u00a0\u200b\u0301\ufeff\u2028😀é中"]))


def check(parsed: ParsedText, text: str) -> None:
    """Everything that a parsed text promises of itself."""
    total = len(parsed.words)
    every: list[Any] = [
        parsed.starts, parsed.ends, parsed.tags, parsed.deps, parsed.heads, parsed.sentence_of, parsed.children,
    ]  # fmt: skip
    assert [len(one) for one in every] == [total] * len(every)
    assert len(parsed.text) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(parsed.starts, parsed.ends, strict=True))
    assert all(end <= start for end, start in zip(parsed.ends, parsed.starts[1:], strict=False))
    assert all(word and not word.isspace() for word in parsed.words)
    assert all(parsed.text[start:end] == word for word, start, end in zip(
        parsed.words, parsed.starts, parsed.ends, strict=True
    ))  # fmt: skip
    for ranges in (parsed.sentences, parsed.lines):
        assert all(first < last for first, last in ranges)
        assert [first for first, _ in ranges] == [0, *(last for _, last in ranges)][: len(ranges)]
        assert not total or ranges[-1][1] == total
    line_starts = {first for first, _ in parsed.lines}
    assert line_starts <= {first for first, _ in parsed.sentences}
    for token, head in enumerate(parsed.heads):
        assert parsed.sentence_of[head] == parsed.sentence_of[token]


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\t \u00a0 \n", " " * 50_000])
def test_a_text_of_nothing_but_blanks_has_no_words(text: str) -> None:
    parsed = read(text)
    assert parsed.words == []
    assert parsed.sentences == []
    assert parsed.lines == []


@pytest.mark.parametrize("text", ["Yes", "!", '"', "“”", "😀", "\u0301", "e\u0301", "-", "'s", "''", "中"])
def test_a_single_word_or_mark_is_a_text(text: str) -> None:
    check(read(text), text)
    assert len(read(text).lines) == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "\u2028", " \n\t\n "])
def test_no_sentence_goes_over_the_end_of_a_line(line_end: str) -> None:
    parsed = read(f"Northern fleet moves{line_end}The ministry said nothing of it")
    assert [parsed.words[first] for first, _ in parsed.lines] == ["Northern", "The"]
    assert parsed.sentences == parsed.lines


def test_white_space_is_no_word_and_offsets_count_it() -> None:
    text = "  The\tfleet \u00a0 sailed.  "
    parsed = read(text)
    assert parsed.words == ["The", "fleet", "sailed", "."]
    assert parsed.starts == [2, 6, 14, 20]


def test_a_sentence_without_an_end_is_cut() -> None:
    parsed = read("the fleet and the army and " * 500)
    assert len(parsed.words) == 3_000
    assert max(last - first for first, last in parsed.sentences) <= language.MAX_SENTENCE


@pytest.mark.parametrize("mark", [*"a.\"'-“‘,:😀", "\u200b", "\u0301", ".)"])
def test_what_is_repeated_without_end_is_few_words(mark: str) -> None:
    text = mark * (language.MAX_PART // len(mark))
    check(read(text), text)
    assert len(read(text).words) < 100


def test_a_line_is_parsed_as_if_it_stood_alone() -> None:
    line = "The governor said that rates would rise."
    both = read(f"A heading\n{line}\nSomething else, he added")
    alone = read(line)
    first, last = both.lines[1]
    assert both.words[first:last] == alone.words
    assert both.deps[first:last] == alone.deps


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_any_text_gives_words_that_stand_in_it_in_order(text: str) -> None:
    check(language.parsed(text), text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["border ", "a.", ". ", "\n", "\n\n", "x" * 997, "\r\n", "é中"]), max_size=300))
def test_cutting_into_parts_loses_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    parts = list(language.parts(text))
    assert "".join(part for _, part in parts) == text
    assert all(text[start : start + len(part)] == part for start, part in parts)
    assert all(len(part) <= language.MAX_PART for _, part in parts)
    assert [start for start, _ in parts] == [0, *(start + len(part) for start, part in parts)][: len(parts)]


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("One line. And more of it\nthat goes on\n\n", "\n\n"),
        ("One line. And more of it\n", "\n"),
        ("One sentence after the other. ", ". "),
        ("words and ", " "),
    ],
)
def test_a_long_text_is_cut_where_it_hurts_least(unit: str, end: str) -> None:
    parts = list(language.parts(unit * 7_000))
    assert len(parts) > 1
    assert all(part.endswith(end) for _, part in parts[:-1])
    assert all(len(part) > language.MAX_PART // 2 for _, part in parts[:-1])


def test_a_short_text_is_one_part() -> None:
    assert list(language.parts("")) == [(0, "")]
    assert list(language.parts("x" * language.MAX_PART)) == [(0, "x" * language.MAX_PART)]


def test_a_word_without_end_is_cut_all_the_same() -> None:
    parts = list(language.parts("x" * (2 * language.MAX_PART + 1)))
    assert [len(part) for _, part in parts] == [language.MAX_PART, language.MAX_PART, 1]


def test_a_missing_model_names_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "MODELS", ("no_such_model_of_english",))
    with pytest.raises(PluginError, match=r"pip install 'claimcheck-ledger\[extract\]'"):
        language.pipeline.__wrapped__()


def test_the_parser_is_loaded_once() -> None:
    assert language.pipeline() is language.pipeline()


def test_the_sentences_of_a_line_follow_one_another() -> None:
    parsed = read("The talks failed. Nobody was surprised. The fleet sailed.")
    assert all(before[1] == after[0] for before, after in pairwise(parsed.sentences))
    assert len(parsed.sentences) == 3


TWO_LINES = "Ann Smith denied the charge.\n\nThe  minister said\u00a0that it was true. He left."


def sentences(parsed: ParsedText) -> list[str]:
    return [" ".join(parsed.words[first:last]) for first, last in parsed.sentences]


def test_every_token_stands_where_it_says_and_none_is_white_space() -> None:
    parsed = language.parsed(TWO_LINES)
    assert [TWO_LINES[start:end] for start, end in zip(parsed.starts, parsed.ends, strict=True)] == parsed.words
    assert "".join(parsed.words) == "".join(TWO_LINES.split())
    lengths = {len(column) for column in (parsed.words, parsed.tags, parsed.deps, parsed.heads, parsed.sentence_of)}
    assert lengths == {len(parsed.words)}


def test_sentences_and_lines_cover_all_tokens_and_no_sentence_goes_over_a_line_end() -> None:
    parsed = language.parsed(TWO_LINES)
    assert sentences(parsed) == ["Ann Smith denied the charge .", "The minister said that it was true .", "He left ."]
    assert [len(parsed.words[first:last]) for first, last in parsed.lines] == [6, 11]


def test_governors_count_in_the_whole_text() -> None:
    parsed = language.parsed(TWO_LINES)
    said, minister = parsed.words.index("said"), parsed.words.index("minister")
    assert (parsed.tags[said], parsed.deps[minister], parsed.heads[minister]) == ("VBD", "nsubj", said)
    assert parsed.heads[said] == said
    assert parsed.words[parsed.heads[parsed.words.index("Ann")]] == "Smith"


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_any_token() -> None:
    parsed = language.parsed("\ufeffThe minister left.\r\nHe said so.\r\n")
    assert parsed.words == ["The", "minister", "left", ".", "He", "said", "so", "."]
    assert parsed.starts[0] == 1


def test_a_wrapped_paragraph_has_the_grammar_that_it_has_on_one_line() -> None:
    prose = (
        "The harbour master said on Tuesday that three of the ferries would be back in service before the end "
        "of the week. A spokesman for the owners denied that any buyer had been found for the fourth one yet."
    )
    flowing, wrapped = language.parsed(prose), language.parsed(textwrap.fill(prose, 60))
    assert (wrapped.words, wrapped.heads, wrapped.deps) == (flowing.words, flowing.heads, flowing.deps)
    assert wrapped.sentences == flowing.sentences


def test_a_text_is_parsed_alike_whatever_was_parsed_before() -> None:
    before = language.parsed(TWO_LINES)
    language.parsed("Zorblatt denied the quuxification of his frobnicators. " * 50)
    assert language.parsed(TWO_LINES) == before


def test_what_never_ends_is_cut_into_sentences_of_bounded_length() -> None:
    parsed = language.parsed("and so on " * 400)
    assert max(last - first for first, last in parsed.sentences) <= language.MAX_SENTENCE


def test_a_long_paragraph_is_never_cut_within_a_sentence() -> None:
    parsed = language.parsed("Ann said that the ferry was late. " * 100)
    assert set(sentences(parsed)) == {"Ann said that the ferry was late ."}
    assert len(parsed.lines) == 1


def test_a_long_text_is_cut_at_the_ends_of_paragraphs() -> None:
    paragraph = "Ann Smith said that the ferry was late. " * 20
    text = "\n\n".join([paragraph] * 100)
    parts = list(language.parts(text))
    assert "".join(part for _, part in parts) == text
    assert [text[start : start + len(part)] for start, part in parts] == [part for _, part in parts]
    assert all(len(part) <= language.MAX_PART for _, part in parts)
    assert all(part.endswith("\n\n") for _, part in parts[:-1])


def test_words_that_stand_in_a_text_many_times_have_the_vectors_that_each_would_have_alone() -> None:
    nlp = language.pipeline()
    docs = [nlp.make_doc(text) for text in ("The ship left, the ship came.", "", "Ships  left the port.", "the ship")]
    embed: Any = nlp.get_pipe("tok2vec").model.get_ref("embed")  # type: ignore[attr-defined]
    apart: Any = docs
    for layer in embed.layers:
        apart = layer.predict(apart)
    together: Any = embed.predict(docs)
    for once, alone in zip(together, apart, strict=True):
        assert once.shape == alone.shape
        assert abs(once - alone).max(initial=0) < 1e-5
