"""What stance models are given and answer is nothing but values."""

from claimcheck.judgements import Judgement, Pair
from claimcheck.vocabulary import Stance


def test_a_pair_and_a_judgement_are_plain_tuples() -> None:
    assert Pair("c", "p") == ("c", "p")
    found = Judgement(Stance.SUPPORTS, 0.7, {Stance.SUPPORTS: 0.7}, abstains=False, reasons=("r",), start=0, end=1)
    assert found._replace(abstains=True).abstains
