"""Words that may stand for one another."""

from claimcheck.stance_reading.kindred import GROUPS
from claimcheck.stance_reading.words import stem


def test_kindred_words_share_a_group_and_others_do_not() -> None:
    assert GROUPS[stem("aircraft")] & GROUPS[stem("planes")]
    assert GROUPS[stem("detained")] & GROUPS[stem("arrested")]
    assert not GROUPS[stem("aircraft")] & GROUPS[stem("spider")]
