"""Scripts without spaces."""

from claimcheck.matching.unspaced import is_mostly_unspaced, pairs_of, shared_part

CLAIM = "俄罗斯从中国获得潜艇技术以换取武器。"


def test_most_of_the_characters_decide() -> None:
    assert is_mostly_unspaced(CLAIM)
    assert not is_mostly_unspaced("He spoke of 潜艇技术 in Murmansk.")
    assert not is_mostly_unspaced("")


def test_pairs_are_of_neighbours_within_one_run() -> None:
    assert pairs_of("潜艇, 技术潜艇") == ["潜艇", "技术", "术潜"]


def test_what_a_passage_shares_is_named_in_whole_runs() -> None:
    share, shown = shared_part(CLAIM, "莫斯科向北京提供武器，从中国获得潜艇技术，另一方面否认。", {})
    assert share > 0.5
    assert shown == ["从中国获得潜艇技术", "武器"]


def test_a_pair_that_many_claims_hold_counts_less() -> None:
    passage = "从中国获得潜艇技术"
    counts = dict.fromkeys(pairs_of(passage), 400)
    assert shared_part(CLAIM, passage, counts)[0] < shared_part(CLAIM, passage, {})[0]


def test_a_pair_or_two_are_an_accident() -> None:
    assert shared_part(CLAIM, "武器很好", {}) == (0.0, [])
