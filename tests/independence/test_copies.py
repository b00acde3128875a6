"""Copies: whole, of a part, of the passage, and of quotations."""

from claimcheck.independence.copies import Copied, copies, shared_quotations
from claimcheck.independence.values import Item, MergeKind, Strength
from tests.independence.stories import item, words


def found(*items: Item) -> list[tuple[MergeKind, Strength]]:
    return [(pair.kind, pair.strength) for pair in copies(items, [f"s{one.key}" for one in items])]


def test_the_same_text_is_a_copy() -> None:
    (pair,) = copies([item(1, words(0, 80), "w3 w4"), item(2, words(0, 80), "w60 w61")], ["a", "b"])
    assert pair == Copied(
        0, 1, MergeKind.COPY, "100% of the text stands in the other", Strength.CERTAIN, pair.with_passage
    )


def test_a_story_in_a_longer_page_is_a_copy_if_the_evidence_is_in_it() -> None:
    long = words(100, 200) + "\n" + words(0, 60) + "\n" + words(500, 200)
    assert found(item(1, words(0, 60)), item(2, long, "w20 w21")) == [(MergeKind.COPY, Strength.CERTAIN)]


def test_a_copy_of_one_story_that_has_another_one_behind_it_is_a_copy_of_both() -> None:
    story, brief = words(0, 200), words(500, 30)
    items = [item(1, brief), item(2, story), item(3, f"{story} {brief}", "w510 w511")]
    assert {(pair.one, pair.other, pair.strength) for pair in copies(items, ["a", "b", "c"])} == {
        (0, 2, Strength.CERTAIN), (1, 2, Strength.CERTAIN),
    }  # fmt: skip


def test_a_story_in_a_longer_page_is_only_perhaps_one_if_the_evidence_is_elsewhere() -> None:
    long = words(100, 200) + "\n" + words(0, 60) + "\n" + words(500, 200)
    assert found(item(1, words(0, 60), "w1 w2"), item(2, long, "w600 w601")) == [(MergeKind.COPY, Strength.POSSIBLE)]


def test_half_a_text_in_common_counts_if_the_passage_is_in_it() -> None:
    one, other = words(0, 60) + " " + words(200, 60), words(0, 60) + " " + words(400, 60)
    assert found(item(1, one, "w10 w11"), item(2, other, "w30 w31")) == [(MergeKind.PARTIAL, Strength.LIKELY)]
    assert found(item(1, one, "w210 w211"), item(2, other, "w410 w411")) == [(MergeKind.PARTIAL, Strength.POSSIBLE)]


def test_the_passage_of_who_was_first_in_the_text_of_who_was_later_says_nothing_of_the_latters_own() -> None:
    one, other = words(0, 60) + " " + words(200, 60), words(0, 60) + " " + words(400, 60)
    early, late = (
        item(1, one, "w10 w11", published_on="2025-01-01"),
        item(2, other, "w410 w411", published_on="2025-01-02"),
    )
    assert found(early, late) == [(MergeKind.PARTIAL, Strength.POSSIBLE)]
    late, early = early._replace(published_on="2025-01-03"), late
    assert found(late, early) == [(MergeKind.PARTIAL, Strength.LIKELY)]


def test_a_long_passage_is_found_in_a_text_that_shares_nothing_else() -> None:
    passage = words(0, 30)
    one, other = words(1000, 400) + " " + passage, words(2000, 400) + " " + passage
    assert found(item(1, one, passage), item(2, other, "w2001 w2002")) == [(MergeKind.PASSAGE, Strength.LIKELY)]


def test_a_passage_with_a_word_put_in_counts_as_much_in_texts_that_have_more_in_common() -> None:
    passage = words(0, 36)
    altered = passage.replace("w20", "not w20")
    for common in ("", words(500, 90)):
        one, other = f"{words(1000, 90)} {passage} {common}", f"{words(2000, 90)} {altered} {common}"
        kinds = found(item(1, one, passage), item(2, other, "w2001 w2002"))
        assert (MergeKind.PASSAGE, Strength.LIKELY) in kinds
        assert len(kinds) == (2 if common else 1)


def test_little_text_in_common_and_short_texts_are_no_copies() -> None:
    assert found(item(1, words(0, 20) + words(100, 100), "w101"), item(2, words(0, 20) + words(300, 100), "w301")) == []
    assert found(item(1, "Storm closes the bridge."), item(2, "Storm closes the bridge.")) == []


def test_a_quotation_in_two_texts_is_no_copy_but_perhaps_one_occasion() -> None:
    quotation = f"“{words(0, 40)}”"
    one, other = f"{words(100, 40)} {quotation} she said", f"{words(300, 40)} {quotation} he wrote"
    assert found(item(1, one, "w101"), item(2, other, "w301")) == []
    (pair,) = shared_quotations([item(1, one), item(2, other)])
    assert (pair.kind, pair.strength) == (MergeKind.QUOTE, Strength.POSSIBLE)


def test_many_copies_are_joined_by_few_pairs() -> None:
    items = [item(key, words(0, 200), f"w{key}") for key in range(1, 60)]
    assert len(copies(items, [f"s{one.key}" for one in items])) == 58


def test_a_passage_with_another_figure_is_no_copy() -> None:
    same = "of the foreign-made parts found in Ruritanian weapons come from Graustark"
    customs, asked = f"Customs data show that about 25% {same}.", f"Do 60% {same}?"
    assert found(item(1, customs), item(2, asked)) == []
    assert found(item(1, customs), item(2, asked.replace("60", "25"))) != []
