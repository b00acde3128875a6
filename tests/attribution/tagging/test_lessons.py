from claimcheck.attribution.parsed import Found
from claimcheck.attribution.tagging.choice_features import Proposal
from claimcheck.attribution.tagging.lessons import anchor, right

from .marking import DENIAL, sketch, token


def proposal(cue: int, content: list[int]) -> Proposal:
    return Proposal(cue, 0.9, [], [cue], content, {}, 1.0)


def test_the_anchor_of_a_cue_is_what_the_rules_take() -> None:
    denied = token(DENIAL, "denied")
    assert anchor(sketch(DENIAL), [denied, denied + 1, denied + 2]) == denied


def test_the_anchor_of_a_cue_that_the_rules_do_not_know_is_what_governs_the_rest() -> None:
    closed = token(DENIAL, "closed")
    assert anchor(sketch(DENIAL), [closed - 1, closed, closed + 1]) == closed


def test_a_proposal_is_right_if_half_of_its_content_is_marked() -> None:
    marked = [Found([1], [], [2, 3, 4, 5], None, "")]
    assert right([proposal(1, [2, 3, 4]), proposal(9, [5, 6, 7, 8])], marked) == [True, False]


def test_what_is_marked_makes_only_one_proposal_right_and_that_is_the_one_with_its_cue() -> None:
    marked = [Found([1], [], [2, 3, 4, 5], None, "")]
    assert right([proposal(9, [2, 3, 4, 5]), proposal(1, [2, 3, 4])], marked) == [False, True]
