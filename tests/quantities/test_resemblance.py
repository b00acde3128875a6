"""Texts that have so much in common that their numbers are of one thing."""

import pytest

from claimcheck.quantities.comparing import compare
from claimcheck.quantities.reading import quantities
from claimcheck.quantities.resemblance import resemble
from claimcheck.vocabulary import NumberOutcome

CLAIM = "The mayor of Zenda opened the bridge over the Esk with 40 boats."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("With 60 boats the mayor of Zenda inaugurated the bridge across the Esk.", True),
        ("The bridge across the Esk in Zenda was opened by its mayor, cheered on from 60 boats.", True),
        ("The mayor of Zenda opened a library with 60 books.", False),
        ("The mayor of Zenda opened the bridge over the Esk with 900 boats.", False),
        ("The mayor of Zenda will open the bridge over the Esk with 60 boats.", False),
        ("The mayor of Zenda should open the bridge over the Esk with 60 boats.", False),
        ("The mayor of Zenda closed the bridge over the Esk with 60 boats.", False),
        ("The mayor of Zenda opened the bridge over the Esk with 60 small boats every year.", False),
    ],
)
def test_most_words_are_known_to_both_and_nothing_tells_them_apart(other: str, expected: bool) -> None:  # noqa: FBT001
    (mine,), (theirs,) = quantities(CLAIM), quantities(other)
    assert resemble(mine, theirs) is expected
    assert resemble(theirs, mine) is expected


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("St Ann's in Zenda did 40 knee operations last May.", "St Ann's in Zenda did 60 hip operations last May."),
        ("Anders scored 12 goals in the league for Zenda.", "For Zenda, Anders scored 16 goals in the cup."),
        ("Drivers of the Zenda line earn 900 euros before tax.", "Drivers of the Zenda line earn 700 euros after tax."),
        ("The new Esk bridge in Zenda will cost $10bn.", "The state will give $4bn for the new Esk bridge in Zenda."),
        ("Zenda holds 60 % of the rare earths of Ruritania.", "Zenda processes 90 % of the rare earths of Ruritania."),
        ("60 firemen fought the fire at the Zenda mill.", "The fire at the Zenda mill injured 40 firemen."),
        ("Primary schools in Zenda lack 40 teachers.", "Zenda's secondary schools, 12 in all, lack 60 teachers."),
    ],
)
def test_what_makes_another_part_of_either_keeps_them_apart(claim: str, passage: str) -> None:
    assert compare(claim, passage).outcome is NumberOutcome.INCOMPARABLE
