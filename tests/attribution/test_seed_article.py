"""What is extracted from the first document, compared with what people found in it."""

from typing import Any

import pytest

from claimcheck.attribution.extraction import attributions
from claimcheck.attribution.values import Attribution
from tests.test_seeds import ARTICLE, CLAIMS, SOURCES

MAX_SPURIOUS = 2
BEYOND_ATTRIBUTION = {"willingness", "likely", "concerns"}
"""Cues of claims that no sentence attributes by itself: a wish shown by a deed, a guess, a list begun before."""

pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not part of the repository")


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def extracted(text: str) -> list[Attribution]:
    return list(attributions(text, published_on="2024-11"))


def place(claim: dict[str, Any]) -> tuple[int, int]:
    return claim["span_start"], claim["span_end"]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def of(claim: dict[str, Any], extracted: list[Attribution]) -> list[Attribution]:
    """The attributions whose cue is that of the claim."""
    cue = claim["cue_start"], claim["cue_start"] + len(claim["cue"])
    return [one for one in extracted if any(overlap(span, cue) for span in one.cue)]


def names(claim: dict[str, Any]) -> set[str]:
    source = next(source for source in SOURCES if source["name"] == claim["source"])
    return {source["name"], *source.get("aliases", [])}


CUED = [claim for claim in CLAIMS if claim.get("cue") and claim["cue"] not in BEYOND_ATTRIBUTION]


@pytest.mark.parametrize("claim", CUED, ids=[claim["key"] for claim in CUED])
def test_every_attributed_claim_is_found_in_its_place(claim: dict[str, Any], extracted: list[Attribution]) -> None:
    found = of(claim, extracted)
    assert len(found) == 1
    said = [*found[0].source, *found[0].cue, *found[0].content]
    assert 2 * sum(shared(place(claim), span) for span in said) >= place(claim)[1] - place(claim)[0]


@pytest.mark.parametrize("claim", CUED, ids=[claim["key"] for claim in CUED])
def test_denials_accusations_estimates_and_reports_are_such(
    claim: dict[str, Any], extracted: list[Attribution]
) -> None:
    if claim["kind"] in {"denial", "accusation", "estimate", "report"}:
        assert [one.kind.value for one in of(claim, extracted)] == [claim["kind"]]


def test_at_most_two_are_found_that_nobody_else_found(extracted: list[Attribution]) -> None:
    cues = [(claim["cue_start"], claim["cue_start"] + len(claim["cue"])) for claim in CLAIMS if claim.get("cue")]
    spurious = [one for one in extracted if not any(overlap(span, cue) for span in one.cue for cue in cues)]
    assert len(spurious) <= MAX_SPURIOUS


# "neither" is two
NAMED = [
    claim
    for claim in CUED
    if claim["cue"] != "wants" and not claim["source"].startswith(("Un", "Ukraine ", "Japanese", "North ", "Russian"))
]


@pytest.mark.parametrize("claim", NAMED, ids=[claim["key"] for claim in NAMED])
def test_short_names_and_pronouns_lead_to_whom_people_attribute_it(
    claim: dict[str, Any], extracted: list[Attribution]
) -> None:
    assert {one.resolved_source for one in of(claim, extracted)} <= names(claim)


def test_campbell_and_it_are_named(text: str, extracted: list[Attribution]) -> None:
    by_words = {
        (text[one.source[0][0] : one.source[0][1]], text[one.cue[0][0] : one.cue[0][1]]): one
        for one in extracted
        if one.source
    }
    assert by_words["Campbell", "pointed out"].resolved_source == "Kurt Campbell"
    assert by_words["it", "has stressed"].resolved_source == "White House"


def test_days_are_those_people_found(extracted: list[Attribution]) -> None:
    dated = {claim["key"]: claim for claim in CUED if claim.get("said_on") in {"2024-09", "2023", "2024-04"}}
    assert len(dated) >= 5
    for claim in dated.values():
        assert [one.said_on for one in of(claim, extracted)] == [claim["said_on"]]
