"""Wire credits: where stories carry them, and what is only a mention."""

import pytest

from claimcheck.independence.values import Strength
from claimcheck.independence.wires import credit
from tests.independence.stories import OWNERSHIP, item

REST = " The lock gates were opened at six and forty barges went through before noon, while a crew took soundings."


def credited(text: str, author: str | None = None) -> str | None:
    found = credit(item(1, text, author=author), OWNERSHIP)
    return found.agency if found else None


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("BEIJING (Reuters) -", "Reuters"),
        ("BEIJING, Nov 5 (Reuters) –", "Reuters"),
        ("(Reuters) -", "Reuters"),
        ("PARIS (AFP) —", "AFP"),
        ("MISSOULA, Mont. (AP) —", "Associated Press"),
        ("Berlin (dpa/tmn) -", "dpa"),
        ("ROMA (ANSA) -", "ANSA"),
        ("Madrid, 5 nov (EFE).-", "EFE"),
        ("MOSCOW, November 5. /TASS/.", "TASS"),
        ("МОСКВА, 5 ноября. /ТАСС/.", "TASS"),
        ("TOKYO, Nov. 5 (Kyodo) --", "Kyodo"),
        ("SEOUL, Nov. 5 (Yonhap) --", "Yonhap"),
        ("BEIJING, Nov. 5 (Xinhua) --", "Xinhua"),
        ("WASHINGTON, Nov. 5 (UPI) --", "UPI"),
        ("Kyiv. November 5. INTERFAX-UKRAINE -", "Interfax-Ukraine"),
        ("新华社北京11月5日电", "Xinhua"),
        ("【法新社】", "AFP"),
        ("A headline\nBy a reporter\nLONDON (Reuters) -", "Reuters"),
        ("By Staff Writer, Associated Press\n", "Associated Press"),
        ("Reuters\n", "Reuters"),
    ],
)
def test_a_dateline_or_byline_credits_the_agency(opening: str, agency: str) -> None:
    assert credited(opening + REST) == agency


@pytest.mark.parametrize(
    ("ending", "agency"),
    [
        ("\n(Reporting by the desk; Editing by another)", "Reuters"),
        ("\nSource: AP", "Associated Press"),
        ("\n(Source: Xinhua)", "Xinhua"),
        ("\n— AFP", "AFP"),
        ("\n(dpa/lno)", "dpa"),
        ("\n© 2025 AFP", "AFP"),
        ("\nCopyright 2025 The Associated Press. All rights reserved.", "Associated Press"),
        (" (PTI)", "PTI"),
        ("\nvia dpa", "dpa"),
    ],
)
def test_a_last_line_credits_the_agency(ending: str, agency: str) -> None:
    assert credited(REST.strip() + ending) == agency


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("Reuters Staff", "Reuters"),
        ("PA Media", "PA Media"),
        ("A Reporter, Associated Press", "Associated Press"),
        ("A Reporter | AFP", "AFP"),
        ("A Reporter for AP", "Associated Press"),
        ("via dpa", "dpa"),
        ("A Reporter (Bloomberg)", "Bloomberg"),
    ],
)
def test_an_author_credits_the_agency(author: str, agency: str) -> None:
    assert credited(REST, author) == agency


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master told Reuters that the gate was open." + REST,
        "Reuters had a camera team on the quay, and so had AFP." + REST,
        "The ap on the phone (which is an app) shows the tide -" + REST,
        REST + REST + REST + "\nLater that week, in a room at the port (Reuters) - the minister spoke." + REST,
        "",
    ],
)
def test_a_mention_in_running_text_is_no_credit(text: str) -> None:
    assert credited(text) is None


def test_agencies_without_a_name_are_a_credit_without_an_agency() -> None:
    found = credit(item(1, REST, author="Agencies"), OWNERSHIP)
    assert found is not None
    assert (found.agency, found.strength) == (None, Strength.CERTAIN)


def test_an_agency_that_shares_a_byline_or_only_contributed_is_credited_less_surely() -> None:
    shared = credit(item(1, REST, author="Our staff with Reuters"), OWNERSHIP)
    helped = credit(item(1, REST + "\nThe Associated Press contributed to this report."), OWNERSHIP)
    assert shared is not None
    assert helped is not None
    assert (shared.strength, helped.strength) == (Strength.LIKELY, Strength.POSSIBLE)


@pytest.mark.parametrize(
    "line",
    [
        "AP Photo/Ann Doe",
        "Photo: Reuters",
        "A crane at noon. (Photo by STR/AFP)",
        "Photograph: AFP",
        "Image: REUTERS/Ann Doe",
    ],
)
@pytest.mark.parametrize("behind", [False, True], ids=["in front", "behind"])
def test_the_credit_of_a_picture_is_none_of_the_story(line: str, *, behind: bool) -> None:
    assert credited(f"{REST}\n\n{line}" if behind else f"{line}\n\n{REST}") is None


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("REUTERS/Ann Doe", Strength.POSSIBLE),
        ("A crane over the new slips (AP)", Strength.POSSIBLE),
        ("Ann Doe/AP", Strength.LIKELY),
        ("The crane fell over two of the slips. (AP)", Strength.CERTAIN),
        ("Ann Doe, Reuters", Strength.CERTAIN),
    ],
)
def test_what_may_credit_a_picture_is_less_sure(line: str, strength: Strength) -> None:
    found = credit(item(1, f"{REST}\n\n{line}"), OWNERSHIP)
    assert found is not None
    assert found.strength is strength


def test_a_story_of_pictures_keeps_its_credit() -> None:
    assert credited(f"OSLO (Reuters) - A video shows the lock.{REST}") == "Reuters"
