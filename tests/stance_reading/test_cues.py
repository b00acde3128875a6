"""Cues: words and phrases that tell how a text stands to what it mentions."""

import pytest

from claimcheck.stance_reading.cues import KINDS, found, length
from claimcheck.stance_reading.words import lowered, stem, tokens


def kinds(text: str) -> set[str]:
    words = [lowered(word) for word, _, _ in tokens(text)]
    return {KINDS[kind] for _, kind in found(words, [stem(word) for word in words])}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is a hoax", "hoax"), ("The photo was doctored", "fake"), ("That is not true", "false"),
        ("Experts debunked it", "debunk"), ("He denies everything", "deny"), ("She reportedly left", "reportedly"),
        ("They allegedly stole it", "allege"), ("There is no evidence", "evidence_no"), ("It wasn't him", "not"),
        ("It could not be verified", "unclear"), ("Officials confirmed it", "confirm"), ("A parody site", "satire"),
    ],
)  # fmt: skip
def test_a_cue_is_found_in_any_form(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_a_cue_is_as_long_as_its_phrase() -> None:
    words = ["there", "is", "no", "evidence", "and", "no", "doubt"]
    kind = KINDS.index("evidence_no")
    assert [length(words, place, kind) for place in (2, 5)] == [2, 1]


def test_plain_reporting_of_facts_has_no_refuting_cue() -> None:
    assert not kinds("The bridge opened on Monday") & {"hoax", "fake", "false", "debunk", "deny", "satire"}


@pytest.mark.parametrize(
    ("text", "kind", "is_there"),
    [
        ("Forty ships lie waiting off Portville", "false", False), ("The mill lies on the river", "false", False),
        ("He lies about the ships", "false", True), ("That is a lie", "false", True),
        ("Chips made up 80 percent of them", "fake", False), ("Women made up most of the crowd", "fake", False),
        ("The story was made up", "fake", True), ("He made up stories", "fake", True),
    ],
)  # fmt: skip
def test_words_that_lie_somewhere_and_make_up_a_share_are_no_cues(text: str, kind: str, *, is_there: bool) -> None:
    assert (kind in kinds(text)) is is_there


def test_a_report_is_not_what_is_reportedly_so() -> None:
    assert "reportedly" not in kinds("The mill burned, the report found")
    assert "reportedly" in kinds("The mill reportedly burned")


def test_a_phrase_counts_where_it_begins() -> None:
    words = ["there", "is", "no", "evidence"]
    assert (2, KINDS.index("evidence_no")) in found(words, [stem(word) for word in words])
