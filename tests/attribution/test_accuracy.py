"""How well the extractor does on the project's own gold data: floors that no change may fall below."""

from functools import cache
from pathlib import Path

import pytest

from claimcheck.attribution.extraction import attributions
from tests.attribution.marked import Marked, read_gold
from tests.attribution.scores import Scores, score

GOLD = Path(__file__).resolve().parents[1] / "data/attribution_gold.jsonl"
FLOORS = {
    "content token-overlap": 0.92,
    "content half-match (Dice>=.5)": 0.92,
    "attribution partial (content+source)": 0.91,
    "attribution exact (all three)": 0.80,
}


@cache
def claims() -> Scores:
    documents = read_gold(GOLD.read_text(encoding="utf-8").splitlines())
    found = {
        doc_id: [Marked(one.source, one.cue, one.content) for one in attributions(document.text)]
        for doc_id, document in documents.items()
    }
    return score(documents, found, claims_only=True)


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items(), ids=FLOORS)
def test_claims_are_found_at_least_so_well(measure: str, floor: float) -> None:
    assert claims().measures[measure].f1 >= floor


def test_of_what_is_found_the_speaker_is_right() -> None:
    assert claims().source_given_content.exact >= 0.92
