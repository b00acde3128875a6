"""What is asked, supposed, ordered or denied is not taken for what somebody claims."""

import pytest

from claimcheck.attribution.extraction import attributions
from claimcheck.attribution.finding.supposing import is_supposed, is_unsaid
from claimcheck.attribution.parsed import Found
from tests.attribution.told import read, told


@pytest.mark.parametrize(
    "text",
    [
        "Did Anna Brown say that prices would fall?",
        "Has Anna Brown said that prices would fall?",
        "Who said that prices would fall?",
        "If Anna Brown says that the prices fell, call me.",
        "Unless Anna Brown says that the prices fell, we stay here.",
        "You may say that the prices fell.",
        "You should say that the prices fell.",
        "Let us say that the prices fell.",
        "Please say that the prices fell.",
        "Say that the prices fell.",
    ],
)
def test_a_saying_that_is_asked_about_supposed_or_ordered_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Why did Anna Brown say that prices would fall?",
        "Anna Brown said that prices would fall if the strike ends.",
        "Anna Brown asked whether the prices fell.",
        "Anna Brown may say that the prices fell.",
        "If the strike ends, Anna Brown said, prices will fall.",
    ],
)
def test_a_saying_beside_a_question_or_a_condition_stays_one(text: str) -> None:
    assert [source for source, _, _ in told(text)] == ["Anna Brown"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Anna Brown did not say that the prices fell.", "did not say"),
        ("Anna Brown didn’t say that the prices fell.", "didn’t say"),
        ("Anna Brown never said that the prices fell.", "never said"),
        ("Anna Brown declined to confirm that the prices fell.", "declined to confirm"),
        ("Anna Brown refused to say whether the prices fell.", "refused to say"),
        ("Anna Brown stopped short of saying that the prices fell.", "stopped short of saying"),
        ("The ministry could neither confirm nor deny that the prices fell.", "could neither confirm nor deny"),
        ("Nobody said that the prices fell.", "said"),
        ("None of the ministers said that the prices fell.", "said"),
        ("Anna Brown denied that seven ships had sunk.", "denied"),
        ("Anna Brown doubted that seven ships had sunk.", "doubted"),
        ("Anna Brown asked whether seven ships had sunk.", "asked"),
    ],
)
def test_what_is_denied_or_not_said_is_found_and_no_claim_by_itself(text: str, cue: str) -> None:
    (one,) = attributions(text)
    assert " ".join(text[start:end] for start, end in one.cue) == cue
    assert not one.is_clause


@pytest.mark.parametrize(
    "text",
    [
        "Anna Brown said that seven ships had sunk.",
        "Anna Brown wanted to say that seven ships had sunk.",
        "Anna Brown said that no ships had sunk.",
        "The failed council said that seven ships had sunk.",
    ],
)
def test_what_is_said_is_a_claim_by_itself(text: str) -> None:
    (one,) = attributions(text)
    assert one.is_clause


def test_a_lone_quotation_is_neither_supposed_nor_denied() -> None:
    parsed = read("“Seven ships had sunk.”")
    lone = Found([], [], list(range(len(parsed.words))), None, "")
    assert not is_supposed(parsed, lone)
    assert not is_unsaid(parsed, lone)


def test_a_noun_of_denying_denies() -> None:
    parsed = read("The council’s denial that seven ships had sunk came late.")
    assert is_unsaid(parsed, Found([3], [0, 1], list(range(4, 9)), 3, "denial"))
