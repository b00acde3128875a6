"""Quotations found again: the same words are anchored, what is like them has drifted, and nothing is guessed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.anchoring import CONTEXT, Anchor, anchor, divides_words, selector
from claimcheck.vocabulary import AnchorState

ANCHORED, DRIFTED = AnchorState.ANCHORED, AnchorState.DRIFTED
ORPHANED, AMBIGUOUS = Anchor(AnchorState.ORPHANED), Anchor(AnchorState.AMBIGUOUS)
REPORT = (
    "The ministry said on Monday that \u201cno vessel left the port\u201d before noon. A second official, who asked "
    "not to be named,\nsaid that the har\u00adbour had been closed since 14 May. Chinese machines were the cause. "
    "Analysts doubt that the harbour had been closed at all; they say that 240 ships passed through the strait."
)
TYPESET = {"\u201c": '"', "\u201d": '"', "\u2019": "'", "\u2013": "-", "\u00a0": " ", "\u2026": "...", "\ufb01": "fi"}
TYPESET_WORDS = ["ships", "don\u2019t", "\u201cno\u201d", "2022\u201324", "wait\u2026", "\ufb01ve", "a\u00a0b"]
PROSE = st.text(st.sampled_from("abcA 1.\n\u201c\u2019\u00e9e\u0301\u00ad\u200b-\u4e2d\u56fd"), min_size=1, max_size=60)


@st.composite
def spans(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def quoted(anchored: Anchor, text: str) -> str:
    return text[anchored.start : anchored.end]


@given(spans(st.text(min_size=1) | PROSE))
def test_a_selection_is_found_where_it_was_made(span: tuple[str, int, int]) -> None:
    text, start, end = span
    chosen = selector(text, start, end)
    assert anchor(text, **chosen._asdict(), start=start) == Anchor(ANCHORED, start, end, "exact")
    assert chosen.exact == text[start:end]
    assert text[:start].endswith(chosen.prefix)
    assert text[end:].startswith(chosen.suffix)
    assert max(len(chosen.prefix), len(chosen.suffix)) <= CONTEXT


@given(spans(PROSE), PROSE, st.booleans())
@example(span=("ab ab", 3, 5), inserted="x ", with_start=False)
def test_a_selection_that_moved_is_found_or_cannot_be_told_apart(
    span: tuple[str, int, int],
    inserted: str,
    with_start: bool,  # noqa: FBT001
) -> None:
    text, start, end = span
    chosen = selector(text, start, end)
    found = anchor(inserted + text, **chosen._asdict(), start=start if with_start else None)
    if found.state is ANCHORED and (chosen.prefix or chosen.suffix):
        right = start + len(inserted)
        place = found.start or 0
        whole = chosen.prefix + chosen.exact + chosen.suffix
        assert place == right or (inserted + text).startswith(whole, place - len(chosen.prefix))
        assert quoted(found, inserted + text) == chosen.exact
    elif chosen.prefix or chosen.suffix:
        assert found == AMBIGUOUS


@given(PROSE, PROSE, PROSE, PROSE, st.integers(-5, 80))
def test_whatever_is_asked_an_answer_is_a_span_of_the_text(
    text: str, exact: str, prefix: str, suffix: str, start: int
) -> None:
    found = anchor(text, exact=exact, prefix=prefix, suffix=suffix, start=start)
    if found.state in (ANCHORED, DRIFTED):
        assert 0 <= (found.start or 0) < (found.end or 0) <= len(text)
        assert found.how
    else:
        assert found[1:] == (None, None, "", None)


@given(st.lists(st.sampled_from(TYPESET_WORDS), min_size=1, max_size=8), st.integers(1, 4))
def test_words_typeset_otherwise_are_found_where_they_stand(words: list[str], gap: int) -> None:
    quote = " ".join(words)
    text = f"Before it: {(' ' * gap + chr(10)).join(words)} :after it"
    plain = quote
    for one, other in TYPESET.items():
        plain = plain.replace(one, other)
    for asked in (quote, plain):
        found = anchor(text, exact=asked, prefix="Before it: ", suffix=" :after it")
        assert (found.state, found.start, found.end) == (ANCHORED, 11, len(text) - len(" :after it"))


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"no vessel left the port"', "\u201cno vessel left the port\u201d"),
        ("who asked not to be named, said", "who asked not to be named,\nsaid"),
        ("the harbour had been closed since", "the har\u00adbour had been closed since"),
        ("  through the   strait. ", "through the strait."),
    ],
)
def test_the_offsets_of_a_normalised_match_are_those_of_the_text_itself(quote: str, found: str) -> None:
    anchored = anchor(REPORT, exact=quote, start=3)
    assert (anchored.state, anchored.how, quoted(anchored, REPORT)) == (ANCHORED, "normalised", found)


@pytest.mark.parametrize("quote", ["Linus", "linus", "hines", "mach", "No vessel left", "since 14 June", ""])
def test_what_is_not_there_is_orphaned(quote: str) -> None:
    text = "The chines and the machines. " + REPORT.replace("\u201cno", "\u201cnot one")
    assert anchor(text, exact=quote, prefix="said ", suffix=" ") == ORPHANED


@pytest.mark.parametrize(
    ("quote", "text"), [("art", "party art"), ("10", "100, 210 and 10"), ("cafe", "cafe\u0301 cafe")]
)
def test_whole_words_are_found_before_parts_of_others(quote: str, text: str) -> None:
    assert anchor(text, exact=quote).start == text.rindex(quote)
    assert anchor("party 1001 cafe\u0301 .", exact=quote, prefix="a ", suffix=" b") == ORPHANED


def test_a_part_of_a_word_that_was_selected_is_found_again() -> None:
    chosen = selector("The harbourmaster", 4, 11)
    assert anchor("In May, the harbourmaster left", **chosen._asdict(), start=4).start == 12


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("that ", " at all", 2),
        ("", " at all; they", None),
        ("doubt that ", "", None),
        ("Analysts doubt\nthat ", "", None),
    ],
)
def test_of_several_places_the_context_tells_which(prefix: str, suffix: str, start: int | None) -> None:
    text = REPORT.replace("\u00ad", "")
    anchored = anchor(text, exact="the harbour had been closed", prefix=prefix, suffix=suffix, start=start)
    assert (anchored.state, anchored.start) == (ANCHORED, text.rindex("the harbour had"))


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("that ", ""), ("xx", "yy"), ("at ", " ")])
def test_places_that_the_context_does_not_tell_apart_are_ambiguous(prefix: str, suffix: str) -> None:
    text = REPORT.replace("\u00ad", "")
    assert anchor(text, exact="the harbour had been closed", prefix=prefix, suffix=suffix) == AMBIGUOUS


def test_the_old_place_does_not_outweigh_a_context_that_moved() -> None:
    text = "one cat and one dog. Elsewhere: the one cat that we meant."
    chosen = selector("It was the one cat that we meant.", 11, 14)
    assert chosen.exact == "one"
    moved = anchor(text.replace("one cat and", "0123456789 one cat"), **chosen._asdict(), start=11)
    assert quoted(moved, text.replace("one cat and", "0123456789 one cat")) == "one"
    assert (moved.start, moved.how) == (text.rindex("one") + 7, "moved")


def test_a_quotation_that_stands_once_is_found_though_all_around_it_changed() -> None:
    anchored = anchor(REPORT, exact="240 ships passed", prefix="nothing like ", suffix=" this")
    assert (anchored.state, anchored.how, quoted(anchored, REPORT)) == (ANCHORED, "moved", "240 ships passed")


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("they say that 250 ships passed through the strait", "they say that 240 ships passed through the strait"),
        (
            "they never say that 240 ships passed through the strait",
            "they say that 240 ships passed through the strait",
        ),
        ("\u201cno vessel had left the port\u201d before noon", "no vessel left the port\u201d before noon"),
    ],
)
def test_what_is_like_the_quotation_has_drifted_and_is_never_anchored(quote: str, words: str) -> None:
    drifted = anchor(REPORT, exact=quote, prefix="; ", suffix=".", start=REPORT.index(words))
    assert (drifted.state, drifted.how, quoted(drifted, REPORT)) == (DRIFTED, "similar", words)
    assert drifted.similarity is not None
    assert 0.75 <= drifted.similarity < 1


def test_two_places_that_are_equally_like_the_quotation_are_ambiguous() -> None:
    text = "The port was closed for 3 days in May. Then the port was closed for 5 days in May."
    assert anchor(text, exact="the port was closed for 4 days in May") == AMBIGUOUS


def test_a_change_in_a_script_without_spaces_is_drift() -> None:
    text = "他表示，中国政府从来没有向任何国家提供过致命性武器，也不会这样做。"
    drifted = anchor(text, exact="中国政府从未有向任何国家提供过致命性武器，也不会")
    assert (drifted.state, quoted(drifted, text)) == (DRIFTED, "中国政府从来没有向任何国家提供过致命性武器，也不会")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 2_000_000, "a" * 1000),
        ("a" * 2_000_000, "a" * 999_999 + "b"),
        ("ab " * 700_000, "ab ab ab ab ab cd ab ab ab ab"),
        ("e\u0301" * 500_000, "\u00e9" * 30),
        ("a\u0316\u0301" * 300_000, "\u0301\u0316" * 5000),
        ("x-\n" * 300_000, "x-x" * 1000),
        ("中国" * 400_000, "中国中国中国中国中国中国中国中国中国人中国中国"),
        ("\u00ad\u200b" * 500_000, "\u00ad\n" * 1000),
    ],
    ids=["letters", "long", "words", "accents", "marks", "hyphens", "han", "invisible"],
)
def test_repeats_by_the_hundred_thousand_are_no_place_at_all(text: str, quote: str) -> None:
    assert anchor(text, exact=quote, prefix="b", suffix="c", start=7).state is not ANCHORED


def test_among_very_many_places_the_whole_context_still_tells_which() -> None:
    text = "said so. " * 50_000 + "She said so. Then " + "said so. " * 50_000
    assert anchor(text, exact="said so.", prefix="She ", suffix=" Then").start == 450_004


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (1, 5)])
def test_what_is_no_span_cannot_be_selected(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span of a text of 4 characters"):
        selector("text", start, end)


@pytest.mark.parametrize(
    ("text", "exact", "expected"),
    [
        ("It is illegal.", "legal", True), ("It is illegal.", "illeg", True), ("It is illegal.", "illegal", False),
        ("150 ships", "50 ships", True), ("150 ships", "150 sh", True), ("150 ships", "150 ships", False),
        ("cafe\u0301s", "cafe", True), ("\u4e2d\u56fd\u4eba", "\u56fd", False), ("a-b", "b", False), ("x", "x", False),
    ],
)  # fmt: skip
def test_a_span_divides_words_where_it_begins_or_ends_inside_one(text: str, exact: str, *, expected: bool) -> None:
    start = text.index(exact)
    assert divides_words(text, start, start + len(exact)) is expected
