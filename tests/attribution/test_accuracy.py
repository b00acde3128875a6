"""How well the extractor does on the project's own gold data: floors that no change may fall below."""

import json
from functools import cache
from pathlib import Path

import pytest

from claimcheck.attribution.extraction import attributions
from tests.attribution.marked import Marked, read_gold
from tests.attribution.scores import Scores, score

GOLD = Path(__file__).resolve().parents[1] / "data/attribution_gold.jsonl"
FLOORS = {
    "content token-overlap": 0.95,
    "content half-match (Dice>=.5)": 0.945,
    "attribution partial (content+source)": 0.94,
    "attribution exact (all three)": 0.835,
}
FIELDS = {"kind": 0.83, "directness": 0.98, "resolved_source": 0.95}
"""The share of attributions with the right spans of which this is right, too, where the gold data says what is."""


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
    assert claims().source_given_content.exact >= 0.95


@cache
def right() -> dict[str, list[bool]]:
    """Of each attribution that is found with its content, whether what is understood of it is what people marked."""
    told: dict[str, list[bool]] = {name: [] for name in FIELDS}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        found = {one.content: one for one in attributions(document["text"])}
        for marked in document["attributions"]:
            one = found.get(tuple(tuple(span) for span in marked["content"]))
            for name in FIELDS:
                if one is not None and marked.get(name) is not None:
                    told[name].append(comparable(getattr(one, name)) == comparable(marked[name]))
    return told


def comparable(value: str | None) -> str | None:
    return value and value.casefold().removeprefix("the ")


@pytest.mark.parametrize(("name", "floor"), FIELDS.items(), ids=FIELDS)
def test_what_is_found_is_understood_at_least_so_well(name: str, floor: float) -> None:
    told = right()[name]
    assert len(told) >= 80
    assert sum(told) / len(told) >= floor
