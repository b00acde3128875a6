from claimcheck.attribution.tagging.choice_features import Proposal, choice_features, head_of, overlap

from .marking import DENIAL, sketch, token


def proposal(anchor: str, source: str, content: str, likelihood: float = 0.9) -> Proposal:
    def tokens(words: str) -> list[int]:
        return [token(DENIAL, word) for word in words.split()]

    here = token(DENIAL, anchor)
    return Proposal(here, likelihood, tokens(source), [here], tokens(content), {"C": 0.5}, 0.4)


def test_a_proposal_tells_its_parts_and_whether_the_rules_agree() -> None:
    (row,) = choice_features(sketch(DENIAL), [proposal("denied", "Ilsa Varnek", "that the buoys had been moved")])
    assert {"s=deny", "S=NNP", "C==ccomp>n", "mC0", "mS-", "R4"} <= set(row)


def test_a_proposal_that_the_rules_do_not_have_says_so() -> None:
    (row,) = choice_features(sketch(DENIAL), [proposal("closed", "", "harbour")])
    assert {"R-", "S=-"} <= set(row)


def test_proposals_that_want_the_same_words_tell_of_each_other() -> None:
    better, worse = choice_features(
        sketch(DENIAL), [proposal("denied", "", "buoys had moved"), proposal("been", "", "buoys had moved", 0.1)]
    )
    assert any(feature.startswith("B-") for feature in better)
    assert any(feature.startswith("B+") for feature in worse)


def test_overlap_goes_from_none_to_all() -> None:
    assert overlap({1, 2}, {1, 2}) == 1
    assert overlap({1, 2}, {2, 3}) == 0.5
    assert overlap(set(), set()) == 0


def test_the_head_of_some_tokens_is_governed_by_none_of_them() -> None:
    assert head_of([1, 2, 2, 2], [0, 1]) == 1
    assert head_of([1, 2, 2, 2], [2, 3]) == 2
