"""From pairs to judgements."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.judgements import Judgement, Pair
from claimcheck.stance_reading.judging import DECIDED, combined, decided, judge, prepared
from claimcheck.stance_reading.model_file import bundled
from claimcheck.vocabulary import Stance
from tests.stance_reading.texts import ASKING, CLAIM, REFUTING, STRANGE, SUPPORTING, document


def judged(*passages: str, claim: str = CLAIM) -> list[Judgement]:
    return judge(bundled(), [Pair(claim, passage) for passage in passages])


def test_an_article_that_reports_refutes_or_has_nothing_to_do_with_it() -> None:
    supports, refutes, strange = judged(*map(document, (SUPPORTING, REFUTING)), STRANGE)
    assert refutes.stance is Stance.REFUTES
    assert supports.probabilities[Stance.REFUTES] < refutes.probabilities[Stance.REFUTES]
    assert supports.probabilities[Stance.SUPPORTS] > refutes.probabilities[Stance.SUPPORTS]
    assert strange.stance is Stance.UNRELATED


def test_a_headline_that_asserts_denies_or_asks() -> None:
    asserts, denies, asks = judged(
        "Crocodile escapes from Belmont zoo", "No, a crocodile did not escape from Belmont zoo: the story is a hoax",
        "Crocodile reportedly escaped from Belmont zoo?",
    )  # fmt: skip
    assert asserts.stance is Stance.SUPPORTS
    assert denies.stance is Stance.REFUTES
    assert asks.stance is Stance.MENTIONS


def test_asking_supports_less_than_confirming() -> None:
    supports, asks = judged(*map(document, (SUPPORTING, ASKING)))
    assert asks.probabilities[Stance.MENTIONS] > supports.probabilities[Stance.MENTIONS]


def test_the_judgement_rests_on_the_sentence_that_says_most_of_the_claim() -> None:
    passage = document("Nothing else was in the news. " + SUPPORTING)
    (judgement,) = judged(passage)
    assert passage[judgement.start : judgement.end].startswith("A crocodile has escaped")
    assert passage[judgement.start : judgement.end].endswith("Friday.")


def test_judgements_come_in_the_order_of_the_pairs_and_the_same_twice() -> None:
    passages = [document(SUPPORTING), STRANGE, REFUTING, document(SUPPORTING), ASKING]
    first = judged(*passages)
    assert first == judged(*passages)
    assert first[0] == first[3] != first[1]
    assert judged() == []


def test_every_pair_of_a_passage_read_once_keeps_its_place() -> None:
    pairs = [Pair(CLAIM, REFUTING), Pair(CLAIM, STRANGE), Pair("Wheat is dear", REFUTING)]
    assert sorted(pair.place for pair in prepared(pairs)) == [0, 1, 2]


def test_favours_and_doubt_decide_without_changing_what_is_probable() -> None:
    chances = combined(0.9, 0.4, 0.6)
    assert sum(chances.values()) == pytest.approx(1)
    assert decided(chances, {}, {}) == (Stance.MENTIONS, False)
    assert decided(chances, {Stance.REFUTES: 3.0}, {Stance.REFUTES: 0.5}) == (Stance.REFUTES, True)


@pytest.mark.parametrize(
    "passage",
    [
        "", " \n\n ", "....?!?!", "\x00\x01\x02\x1b[31m", "\u202e\u2066", "word " * 2_000_000,
        "\n" * 1_000_000, "." * 1_000_000,
        "¿" * 100_000, "鰐が動物園から逃げた。" * 1000, "هرب تمساح من حديقة الحيوان. " * 1000, "a'" * 100_000,
        "1.2." * 200_000, "crocodile " * 100_000, "“" * 100_000, ("\n" + " " * 79) * 50_000,
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_any_passage_is_answered(passage: str) -> None:
    for claim in (CLAIM, passage):
        (judgement,) = judged(passage, claim=claim)
        assert judgement.stance in DECIDED
        assert 0 <= judgement.start <= judgement.end <= len(passage)
        assert judgement.reasons


def test_ideographs_are_compared_too() -> None:
    same, other = judged("鰐が動物園から逃げた。", "小麦の値段。", claim="鰐が動物園から逃げた")
    assert same.probabilities[Stance.UNRELATED] < other.probabilities[Stance.UNRELATED]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=200), max_size=4))
def test_probabilities_sum_to_one_and_the_stance_has_its_own(claim: str, passages: list[str]) -> None:
    for passage, judgement in zip(passages, judged(*passages, claim=claim), strict=True):
        assert sum(judgement.probabilities.values()) == pytest.approx(1)
        assert set(judgement.probabilities) == set(DECIDED)
        assert judgement.probability == judgement.probabilities[judgement.stance]
        assert 0 <= judgement.start <= judgement.end <= len(passage)


def test_an_answer_is_judged_with_the_question_before_it() -> None:
    yes, no, alone = judged(
        "Did a crocodile escape from the Belmont zoo? Yes, on Friday night.",
        "Did a crocodile escape from the Belmont zoo? No.",
        "Did a crocodile escape from the Belmont zoo?",
    )
    assert (yes.stance, yes.abstains) == (Stance.SUPPORTS, False)
    assert (no.stance, no.abstains) == (Stance.REFUTES, False)
    assert no.reasons[0] == "answers no to what the claim says"
    assert alone.stance is Stance.MENTIONS or alone.abstains


def test_a_plain_sentence_under_a_question_about_something_else_is_judged_by_itself() -> None:
    judged = judge(bundled(), [Pair(CLAIM, f"Why now?\n\n{CLAIM}.")])[0]
    assert (judged.stance, judged.abstains) == (Stance.SUPPORTS, False)


_PRINT_ROWS = """
from claimcheck.judgements import Pair
from claimcheck.stance_reading.judging import prepared
from tests.stance_reading.texts import ASKING, CLAIM, REFUTING, SUPPORTING, document
texts = (document(REFUTING), document(SUPPORTING), ASKING, REFUTING)
print([one.row for one in prepared([Pair(CLAIM, text) for text in texts])])
"""


def test_every_process_comes_to_the_same_numbers_whatever_the_order_of_its_sets() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_ROWS], check=True, capture_output=True, text=True, timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3", "4")
    }  # fmt: skip
    assert len(found) == 1
