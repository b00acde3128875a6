"""Texts with their grammar: where the tokens stand, what governs what, and that a text is parsed by itself."""

import textwrap

import pytest

from claimcheck.attribution import language
from claimcheck.attribution.parsed import ParsedText
from claimcheck.errors import PluginError

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


def test_a_text_of_blanks_has_no_tokens() -> None:
    assert language.parsed(" \n\n").words == []
    assert language.parsed("").sentences == []


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


def test_without_a_model_of_english_the_line_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "MODELS", ("no_such_model",))
    language.pipeline.cache_clear()
    try:
        with pytest.raises(PluginError, match=r"pip install 'claimcheck-ledger\[extract\]'"):
            language.pipeline()
    finally:
        language.pipeline.cache_clear()
