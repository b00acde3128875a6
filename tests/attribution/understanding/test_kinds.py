"""The kind of claim, by the word of the cue, by what is said and by who says it."""

from functools import cache
from pathlib import Path

import pytest

from claimcheck.attribution.finding import rules
from claimcheck.attribution.understanding.kinds import kind, kinds
from claimcheck.vocabulary import ClaimKind
from tests.attribution.by_hand import found, read

ROWS: list[tuple[str, tuple[str, ...], ClaimKind]] = [
    ("Beijing denies selling arms.", ("Beijing", "denies", "selling arms", "deny"), ClaimKind.DENIAL),
    ("Oslo did not deny that ships left.", ("Oslo", "did not deny", "that ships left", "deny"), ClaimKind.ASSERTION),
    ("Oslo rejected the claim as a lie.", ("Oslo", "rejected", "the claim as a lie", "reject"), ClaimKind.DENIAL),
    ("Oslo rejected the offer of talks.", ("Oslo", "rejected", "the offer of talks", "reject"), ClaimKind.OPINION),
    ("Oslo said the reports were false.", ("Oslo", "said", "the reports were false", "say"), ClaimKind.DENIAL),
    (
        "Oslo said it had nothing to do with it.",
        ("Oslo", "said", "it had nothing to do with it", "say"),
        ClaimKind.DENIAL,
    ),
    (
        "Berg said rain had nothing to do with it.",
        ("Berg", "said", "rain had nothing to do with it", "say"),
        ClaimKind.ASSERTION,
    ),
    ("Berg insists they never met.", ("Berg", "insists", "they never met", "insist"), ClaimKind.DENIAL),
    ("Berg accused Oslo of spying.", ("Berg", "accused", "Oslo of spying", "accuse"), ClaimKind.ACCUSATION),
    (
        "The allegation that Oslo spied spread.",
        ("", "allegation", "that Oslo spied", "allegation"),
        ClaimKind.ACCUSATION,
    ),
    ("Oslo put the loss at a quarter.", ("Oslo", "put", "the loss at a quarter", "put"), ClaimKind.ESTIMATE),
    (
        "Berg said about 60% of parts came late.",
        ("Berg", "said", "about 60% of parts came late", "say"),
        ClaimKind.ESTIMATE,
    ),
    ("Berg said at least nine ships sank.", ("Berg", "said", "at least nine ships sank", "say"), ClaimKind.ESTIMATE),
    ("Berg said it took about five years.", ("Berg", "said", "it took about five years", "say"), ClaimKind.ASSERTION),
    (
        "Reuters reported that nine ships sank.",
        ("Reuters", "reported", "that nine ships sank", "report"),
        ClaimKind.REPORT,
    ),
    (
        "According to Politico, ships sank.",
        ("Politico", "According to", "ships sank", "according to"),
        ClaimKind.REPORT,
    ),
    ("A CSIS report says that ships sank.", ("A CSIS report", "says", "that ships sank", "say"), ClaimKind.REPORT),
    ("The commission found that ships sank.", ("The commission", "found", "that ships sank", "find"), ClaimKind.REPORT),
    (
        "The White House found that ships sank.",
        ("The White House", "found", "that ships sank", "find"),
        ClaimKind.ASSERTION,
    ),
    (
        "The pilot reported smoke, he reported fire.",
        ("he", "reported", "fire", "report", "he reported"),
        ClaimKind.ASSERTION,
    ),
    ("China's reported supply grew.", ("", "reported", "supply", "report"), ClaimKind.REPORT),
    ("Ships reportedly sank.", ("", "reportedly", "Ships", "reportedly"), ClaimKind.REPORT),
    ("Oslo predicts that ice returns.", ("Oslo", "predicts", "that ice returns", "predict"), ClaimKind.FORECAST),
    ("Oslo warned that ice would return.", ("Oslo", "warned", "that ice would return", "warn"), ClaimKind.FORECAST),
    ("Oslo warned that ice had returned.", ("Oslo", "warned", "that ice had returned", "warn"), ClaimKind.ASSERTION),
    ("Oslo said that trains will run.", ("Oslo", "said", "that trains will run", "say"), ClaimKind.FORECAST),
    ("Oslo said that trains would run.", ("Oslo", "said", "that trains would run", "say"), ClaimKind.FORECAST),
    (
        "Oslo said that if asked it would help.",
        ("Oslo", "said", "that if asked it would help", "say"),
        ClaimKind.ASSERTION,
    ),
    ("Oslo vowed to fight.", ("Oslo", "vowed", "to fight", "vow"), ClaimKind.FORECAST),
    ("Berg said that Oslo should act.", ("Berg", "said", "that Oslo should act", "say"), ClaimKind.OPINION),
    ("Japan perceives China as a threat.", ("Japan", "perceives", "China as a threat", "perceive"), ClaimKind.OPINION),
    ("Berg called for calm.", ("Berg", "called", "for calm", "call"), ClaimKind.OPINION),
    ("China is believed to sell arms.", ("", "is believed", "to sell arms", "believe"), ClaimKind.ASSERTION),
    ("Berg knows that ships sank.", ("Berg", "knows", "that ships sank", "know"), ClaimKind.ASSERTION),
    ("Berg pointed out that ships sank.", ("Berg", "pointed out", "that ships sank", "point"), ClaimKind.ASSERTION),
    ("“Ships sank.”", ("", "", "“Ships sank.”"), ClaimKind.ASSERTION),
]


@pytest.mark.parametrize(("text", "row", "expected"), ROWS, ids=[text for text, _, _ in ROWS])
def test_a_claim_is_of_the_kind_that_its_words_tell(text: str, row: tuple[str, ...], expected: ClaimKind) -> None:
    parsed = read(text)
    assert kind(parsed, found(parsed, *row)) is expected


SENTENCES = Path(__file__).resolve().parents[2] / "data/claim_kinds.tsv"
FLOOR = 0.95
"""The share of the sentences of each kind that are told right."""


@cache
def sentences() -> list[tuple[ClaimKind, str]]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [(ClaimKind(name), text) for name, text in (line.split("\t") for line in lines)]


@pytest.mark.parametrize("expected", ClaimKind)
def test_sentences_of_agencies_and_think_tanks_are_of_the_kind_that_a_reader_sees(expected: ClaimKind) -> None:
    texts = [text for name, text in sentences() if name is expected]
    assert len(texts) >= 40
    wrong = [text for text in texts if kinds_of(text)[:1] != [expected]]
    assert len(wrong) <= (1 - FLOOR) * len(texts), wrong


def kinds_of(text: str) -> list[ClaimKind]:
    parsed = read(text)
    return kinds(parsed, rules.find(parsed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oslo accused Bergen of moving two anchors. “No anchor has been moved,” the mayor of Bergen said.",
            [ClaimKind.ACCUSATION, ClaimKind.DENIAL],
        ),
        (
            "Oslo blamed the owners for the leak in the lake. The owners said that the lake had not changed.",
            [ClaimKind.ACCUSATION, ClaimKind.DENIAL],
        ),
        (
            "Oslo accused Bergen of moving two anchors. The mayor of Lund said no train had arrived.",
            [ClaimKind.ACCUSATION, ClaimKind.ASSERTION],
        ),
        ("“No anchor has been moved,” the mayor of Bergen said.", [ClaimKind.ASSERTION]),
    ],
)
def test_what_says_no_to_a_charge_made_just_before_is_a_denial(text: str, expected: list[ClaimKind]) -> None:
    assert kinds_of(text) == expected
