from claimcheck.attribution.finding.clause import Clause
from claimcheck.attribution.finding.lexicon import VERBS


def test_a_subject_of_its_own_stands_in_one_block_with_the_verb() -> None:
    clause = Clause(5, VERBS["said"], [4, 5], 7, is_own_subject=True, sentence=(0, 9), source=[6, 7])
    assert clause.block == [4, 5, 6, 7]


def test_a_subject_that_is_lent_stands_apart() -> None:
    clause = Clause(5, VERBS["said"], [5], 1, is_own_subject=False, sentence=(0, 9), source=[0, 1])
    assert clause.block == [5]


def test_words_that_are_cue_and_source_stand_in_the_block_once_and_in_order() -> None:
    clause = Clause(5, VERBS["said"], [3, 5], 1, is_own_subject=True, sentence=(0, 9), source=[1, 3])
    assert clause.block == [1, 3, 5]


def test_the_source_is_empty_until_it_is_found() -> None:
    assert Clause(5, VERBS["said"], [5], None, is_own_subject=False, sentence=(0, 9)).source == []
