"""What a claim and a passage share."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.stance_reading.overlap import densest, longest_common, opposed, replaced
from tests.stance_reading.texts import CLAIM, REFUTING, held_against


def test_the_best_sentence_is_the_one_that_says_most_of_the_claim() -> None:
    _, passage, shared = held_against(CLAIM, f"It rained in Belmont. {REFUTING}")
    best = passage.sentences[shared.best]
    assert passage.text[best.start : best.end].startswith("The story that a crocodile")
    assert set(shared.shared) | set(shared.missing) == set(shared.weights)


def test_nothing_shared_has_no_best_sentence() -> None:
    assert held_against(CLAIM, "Wheat is dear.")[2].best == -1


def test_opposites_are_seen_unless_the_word_itself_stands_there_too() -> None:
    claim, passage, _ = held_against("Prices increased", "Prices decreased in May")
    assert opposed(claim, passage, 0, 5) == [("increas", "decreas")]
    claim, passage, _ = held_against("Prices increased", "Prices increased, then decreased")
    assert opposed(claim, passage, 0, 5) == []


def test_opposites_come_in_the_same_order_in_every_run() -> None:
    claim, passage, _ = held_against("Prices increased", "Prices fell, dropped, declined, decreased and shrank")
    there = [theirs for _, theirs in opposed(claim, passage, 0, len(passage.words))]
    assert there == sorted(there)
    assert len(there) > 3


def test_a_word_that_was_exchanged_is_seen() -> None:
    claim, passage, _ = held_against("green tea cures asthma", "green tea worsens asthma")
    assert replaced(claim, passage) == ["cur"]


def test_the_longest_common_subsequence_keeps_the_order() -> None:
    assert longest_common(list("abcde"), list("xaycze")) == 3
    assert longest_common([], list("abc")) == 0


def test_the_densest_place_is_counted() -> None:
    assert densest([1, 2, 3, 50, 51, 90], 10) == 3
    assert densest([], 10) == 0


@given(st.text(alphabet="abc", max_size=12), st.text(alphabet="abc", max_size=12))
def test_the_longest_common_subsequence_is_that_of_the_table(one: str, other: str) -> None:
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row, mine in enumerate(one):
        for column, theirs in enumerate(other):
            table[row + 1][column + 1] = (
                table[row][column] + 1 if mine == theirs else max(table[row][column + 1], table[row + 1][column])
            )
    assert longest_common(list(one), list(other)) == table[-1][-1]
