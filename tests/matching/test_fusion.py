"""One ranking out of several."""

from claimcheck.matching.fusion import fused


def test_what_stands_high_in_both_comes_first() -> None:
    assert fused([["a", "b", "c", "d"], ["d", "b", "a", "c"]])[0] in ("a", "b")
    assert fused([["a", "b"], ["b", "c"], ["b", "a"]]) == ["b", "a", "c"]


def test_ties_are_as_in_the_first_and_nothing_is_lost_or_doubled() -> None:
    assert fused([["a", "b"], ["b", "a"]]) == ["a", "b"]
    assert fused([["a", "a", "b"], []]) == ["a", "b"]
    assert fused([]) == []
