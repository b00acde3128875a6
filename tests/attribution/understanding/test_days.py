"""The day of a saying."""

import pytest

from claimcheck.attribution.understanding.days import days
from tests.attribution.by_hand import all_found, found, read

PUBLISHED = "2024-03-13"  # a Wednesday
BERG = "Berg"
ROWS: list[tuple[str, tuple[str, str, str], str | None, str | None]] = [
    ("Berg said on 12 March 2024 that ships left.", (BERG, "said", "that ships left"), None, "2024-03-12"),
    ("Berg said on March 12, 2024 that ships left.", (BERG, "said", "that ships left"), None, "2024-03-12"),
    ("Berg said on Tuesday, March 12, 2024 that ships left.", (BERG, "said", "that ships left"), None, "2024-03-12"),
    ("In September 2024, Berg said that ships left.", (BERG, "said", "that ships left"), None, "2024-09"),
    ("In 2023 Berg said that ships left.", (BERG, "said", "that ships left"), None, "2023"),
    ("Berg said that ships left in 2023.", (BERG, "said", "that ships left in 2023"), None, None),
    (
        "A CSIS report from April 2024 says that ships left.",
        ("A CSIS report from April 2024", "says", "that ships left"),
        None,
        "2024-04",
    ),
    (
        "According to a 2023 report by Berg, ships left.",
        ("a 2023 report by Berg", "According to", "ships left"),
        None,
        "2023",
    ),
    ("Berg, born in 1970, said that ships left.", ("Berg, born in 1970,", "said", "that ships left"), None, None),
    ("Berg said on 31 February 2024 that ships left.", (BERG, "said", "that ships left"), None, None),
    ("Berg said on Monday that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2024-03-11"),
    ("Berg said on Wednesday that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2024-03-13"),
    ("Berg said Monday that ships left.", (BERG, "said", "that ships left"), None, None),
    (
        "Berg said in an interview on Monday that ships left.",
        (BERG, "said", "that ships left"),
        PUBLISHED,
        "2024-03-11",
    ),
    ("Berg said yesterday that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2024-03-12"),
    ("Berg said last month that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2024-02"),
    ("Berg said last year that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2023"),
    ("Berg said last week that ships left.", (BERG, "said", "that ships left"), PUBLISHED, None),
    ("Today, Berg says that ships left.", (BERG, "says", "that ships left"), PUBLISHED, None),
    ("Berg said next Monday that ships left.", (BERG, "said", "that ships left"), PUBLISHED, None),
    ("Berg will say on Monday that ships left.", (BERG, "will say", "that ships left"), PUBLISHED, None),
    ("Berg would say on Monday that ships left.", (BERG, "would say", "that ships left"), PUBLISHED, None),
    ("Berg is to say on Monday that ships left.", (BERG, "say", "that ships left"), PUBLISHED, None),
    ("Berg plans to say on Monday that ships left.", (BERG, "say", "that ships left"), PUBLISHED, None),
    ("In September, Berg will say that ships left.", (BERG, "will say", "that ships left"), PUBLISHED, None),
    ("Berg will say on 15 March 2024 that ships left.", (BERG, "will say", "that ships left"), PUBLISHED, "2024-03-15"),
    ("Berg refused to say on Monday that ships left.", (BERG, "say", "that ships left"), PUBLISHED, "2024-03-11"),
    ("In September, Berg said that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2023-09"),
    ("In March, Berg said that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2024-03"),
    ("On 14 March, Berg said that ships left.", (BERG, "said", "that ships left"), PUBLISHED, "2023-03-14"),
    ("In September, Berg said that ships left.", (BERG, "said", "that ships left"), "2024-11-06/2025-01-19", "2024-09"),
    ("In December, Berg said that ships left.", (BERG, "said", "that ships left"), "2024-11-06/2025-01-19", None),
    ("Berg said yesterday that ships left.", (BERG, "said", "that ships left"), "../2024", None),
]


@pytest.mark.parametrize(("text", "row", "published_on", "expected"), ROWS)
def test_a_saying_has_the_day_that_the_text_gives_it(
    text: str, row: tuple[str, str, str], published_on: str | None, expected: str | None
) -> None:
    parsed = read(text)
    assert days(parsed, [found(parsed, *row)], [None], published_on) == [expected]


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("Berg added that gas was flowing.", "2024-05"),
        ("Berg now adds that gas was flowing.", None),
        ("Later Berg added that gas was flowing.", None),
        ("Last week Berg added that gas was flowing.", None),
    ],
)
def test_what_is_added_in_the_next_sentence_is_of_the_same_day(following: str, expected: str | None) -> None:
    parsed = read(f"In May 2024 Berg said that ships left. {following}")
    cue = "adds" if "adds" in following else "added"
    rows = [("Berg", "said", "that ships left"), ("Berg", cue, "that gas was flowing", "add", following[:4])]
    assert days(parsed, all_found(parsed, rows), ["Berg", "Berg"], PUBLISHED) == ["2024-05", expected]


def test_another_source_or_paragraph_does_not_share_a_day() -> None:
    parsed = read("In May 2024 Berg said that ships left.\n\nKowal added that gas was flowing.\n")
    rows = [("Berg", "said", "that ships left"), ("Kowal", "added", "that gas was flowing")]
    assert days(parsed, all_found(parsed, rows), ["Berg", "Kowal"]) == ["2024-05", None]
    assert days(parsed, all_found(parsed, rows), ["Berg", "Berg"]) == ["2024-05", None]
