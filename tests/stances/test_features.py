"""The stance model that comes along, found by its name."""

import subprocess
import sys
from typing import TYPE_CHECKING

from claimcheck import shelf
from claimcheck.judgements import Pair
from claimcheck.stances import features
from claimcheck.vocabulary import Stance

if TYPE_CHECKING:
    from claimcheck.ports import StanceModel


def test_it_is_found_on_the_shelf_and_judges() -> None:
    model: StanceModel = shelf.find("stances", "features")
    (judgement,) = model.judge([Pair("The mill burned down", "Report that the mill burned down is a hoax, owner says")])
    assert judgement.stance is Stance.REFUTES
    assert "features" in shelf.names("stances")
    assert model.version == features.version


def test_judging_loads_nothing_heavy() -> None:
    code = (
        "import sys; from claimcheck.stances import features; from claimcheck.judgements import Pair;"
        "features.judge([Pair('a mill burned', 'The mill burned.')]);"
        "print(*{'numpy', 'sklearn', 'lightgbm', 'sqlalchemy', 'pydantic', 'spacy'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""
