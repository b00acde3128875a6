"""Every form of number and date that is read, and what is not one."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.reading import day_of_year, first_quantities, is_date, quantities
from claimcheck.quantities.scales import overlap
from claimcheck.quantities.values import Mode, Qualifier

NUMBERS = [
    ("It lost 1,500 tanks.", "1,500", 1500, "count"),
    ("It lost 1 500 tanks.", "1 500", 1500, "count"),
    ("It cost 1.500,50 euros.", "1.500,50 euros", 1500.5, "EUR"),
    ("It cost 1.5 euros.", "1.5 euros", 1.5, "EUR"),
    ("It lost two million seals.", "two million", 2e6, "count"),
    ("It lost a dozen seals.", "a dozen", 12, "count"),
    ("It lost two and a half million seals.", "two and a half million", 2.5e6, "count"),
    ("It lost one hundred and ten seals.", "one hundred and ten", 110, "count"),
    ("It lost twenty-five seals.", "twenty-five", 25, "count"),
    ("Half of the seals left.", "Half", 50, "percent"),
    ("Two thirds of the seals left.", "Two thirds", 200 / 3, "percent"),
    ("Three-quarters of the seals left.", "Three-quarters", 75, "percent"),
    ("One in five seals left.", "One in five", 20, "percent"),
    ("It is 4 in 10 seals.", "4 in 10", 40, "percent"),
    ("Nine out of ten seals left.", "Nine out of ten", 90, "percent"),
    ("Every second seal left.", "Every second", 50, "percent"),
    ("The share is 12%.", "12%", 12, "percent"),
    ("The share is 12 per cent.", "12 per cent", 12, "percent"),
    ("It rose by 3 percentage points.", "3 percentage points", 3, "points"),
    ("It rose by 3pp.", "3pp", 3, "points"),
    ("It rose by 50 basis points.", "50 basis points", 0.5, "points"),
    ("It rose by 25 bps.", "25 bps", 0.25, "points"),
    ("It cost $5m.", "$5m", 5e6, "USD"),
    ("It cost US$5 million.", "US$5 million", 5e6, "USD"),
    ("It cost €5bn.", "€5bn", 5e9, "EUR"),
    ("It cost £5.2 tn.", "£5.2 tn", 5.2e12, "GBP"),
    ("It cost 5bn yuan.", "5bn yuan", 5e9, "CNY"),
    ("It cost RMB 300.", "RMB 300", 300, "CNY"),
    ("It is 10 miles long.", "10 miles", 16093.44, "metres"),
    ("It is 12 km long.", "12 km", 12000, "metres"),
    ("It weighs 500 kg.", "500 kg", 0.5, "tonnes"),
    ("It burned 2 hectares.", "2 hectares", 20000, "square_metres"),
    ("It has 3 GW.", "3 GW", 3e9, "watts"),
    ("It took 48 hours.", "48 hours", 2, "days"),
    ("It reached 50 °F.", "50 °F", 10, "celsius"),
    ("A 10-year-old seal.", "10-year-old", 10, "years of age"),
    ("It is three times the size.", "three times", 3, "times"),
    ("Output doubled.", "doubled", 100, "percent"),
    ("Output rose threefold.", "threefold", 200, "percent"),
    ("Output halved.", "halved", 50, "percent"),
    ("They won 2-1.", "2-1", 2001, "score"),
    ("It sold 5m phones.", "5m", 5e6, "count"),
    ("The loss was half a million euros.", "half a million euros", 5e5, "EUR"),
    ("It is minus 5 degrees there.", "5 degrees", -5, "celsius"),
    ("No soldiers were killed.", "No", 0, "count"),
    ("It lost 1,00,000 rupees.", "1,00,000 rupees", 1e5, "INR"),
]
HEDGED = [
    ("About 60% of it.", 54, 66, Qualifier.ABOUT),
    ("Nearly 300 left.", 270, 300, Qualifier.NEARLY),
    ("More than 311 left.", 311, None, Qualifier.MORE_THAN),
    ("Over 311 left.", 311, None, Qualifier.MORE_THAN),
    ("At least 311 left.", 311, None, Qualifier.AT_LEAST),
    ("311 or more left.", 311, None, Qualifier.AT_LEAST),
    ("311+ left.", 311, None, Qualifier.AT_LEAST),
    ("Up to 311 left.", None, 311, Qualifier.AT_MOST),
    ("As many as 311 left.", None, 311, Qualifier.AT_MOST),
    ("Fewer than 311 left.", None, 311, Qualifier.LESS_THAN),
    ("Under 311 left.", None, 311, Qualifier.LESS_THAN),
    ("Between 311 and 321 left.", 311, 321, Qualifier.RANGE),
    ("It takes from 311 to 321 hands.", 311, 321, Qualifier.RANGE),
    ("It takes 311-321 hands.", 311, 321, Qualifier.RANGE),
    ("It takes 311–321 hands.", 311, 321, Qualifier.RANGE),
    ("Tens of thousands left.", 15_000, 200_000, Qualifier.ABOUT),
]
DATES = [
    ("on 3 March 2023", "2023-03-03", "2023-03-03"),
    ("on March 3, 2023", "2023-03-03", "2023-03-03"),
    ("on the 3rd of March 2023", "2023-03-03", "2023-03-03"),
    ("in March 2023", "2023-03-01", "2023-03-31"),
    ("in 2023", "2023-01-01", "2023-12-31"),
    ("on 2023-03-03", "2023-03-03", "2023-03-03"),
    ("on 23/3/2023", "2023-03-23", "2023-03-23"),
    ("in the 1990s", "1990-01-01", "1999-12-31"),
    ("in early 2023", "2023-01-01", "2023-04-30"),
    ("between 2019 and 2021", "2019-01-01", "2021-12-31"),
    ("in 2019-21", "2019-01-01", "2021-12-31"),
    ("from 9 to 10 March 2023", "2023-03-09", "2023-03-10"),
]
NOTHING = [
    "The F-16, the S-400 and the Su-35 flew.",
    "COVID-19 and 5G.",
    "It came in 3rd.",
    "See Section 12 and Article 5.",
    "Call +49 30 1234567.",
    "It began at 10:30 and at 5 pm.",
    "Version 2.10.3 is out.",
    "Nord Stream 2 was shut.",
    "As noted before (12).",
    "The two sides met.",
    "One of them left.",
    "The second half was better.",
    "A third party joined.",
]


@pytest.mark.parametrize(("text", "written", "value", "unit"), NUMBERS)
def test_a_number_is_read_in_its_base_unit_with_its_span(text: str, written: str, value: float, unit: str) -> None:
    (found,) = quantities(text)
    assert text[found.start : found.end] == written
    assert found.unit == unit
    assert found.low is not None
    assert found.high is not None
    assert found.low - 1e-3 <= value <= found.high + 1e-3
    assert found.high - found.low <= 0.25 * abs(value) + 1e-9


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), HEDGED)
def test_a_hedge_makes_an_interval(text: str, low: float | None, high: float | None, qualifier: Qualifier) -> None:
    (found,) = quantities(text)
    assert [found.low, found.high] == [low and pytest.approx(low), high and pytest.approx(high)]
    assert found.qualifier is qualifier


@pytest.mark.parametrize(("text", "first", "last"), DATES)
def test_a_date_is_its_first_and_last_day(text: str, first: str, last: str) -> None:
    (found,) = quantities(f"It happened {text}.")
    assert is_date(found)
    assert (found.low, found.high) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("text", NOTHING)
def test_what_says_neither_how_much_nor_when_is_left_out(text: str) -> None:
    assert quantities(text) == []


def test_a_day_without_a_year_keeps_its_place_in_the_year() -> None:
    (found,) = quantities("It happened on 3 March.")
    assert found.low == found.high == day_of_year(3, 3)


def test_days_without_a_year_reach_from_the_first_to_the_last() -> None:
    (found,) = quantities("It happened on 9-10 September.")
    assert (found.low, found.high) == (day_of_year(9, 9), day_of_year(9, 10))


@pytest.mark.parametrize(
    ("text", "may", "may_not"),
    [
        ("after 2019", "in 2021", "in 2018"),
        ("before 1950", "in 1932", "in 1951"),
        ("before 3 March", "on 1 March", "on 4 March"),
        ("after 3 March 2023", "on 5 March", "in February"),
        ("by 3 March 2023", "on 1 February", "on 4 April"),
        ("about 1850", "in 1848", "in 1830"),
        ("around March 2023", "in April 2023", "in June 2023"),
        ("around 3 March", "on 5 March", "on 9 March"),
        ("before the end of 2030", "in 2028", "in 2031"),
        ("no later than 2030", "in 2028", "in 2031"),
        ("later than 2018", "in 2020", "in 2017"),
        ("no earlier than 2018", "in 2020", "in 2017"),
        ("prior to 2018", "in 2015", "in 2019"),
        ("in 2030 at the latest", "in 2028", "in 2031"),
        ("in 2030 or later", "in 2032", "in 2029"),
        ("in winter 2022", "in January 2023", "in April 2023"),
        ("in the 19th century", "in 1900", "in 1901"),
        ("circa the 1850s", "in 1859", "in 1861"),
    ],
)
def test_words_before_a_date_open_or_widen_it(text: str, may: str, may_not: str) -> None:
    (found,), (other,), (another,) = (quantities(f"It happened {when}.") for when in (text, may, may_not))
    assert overlap(found, other)
    assert overlap(other, found)
    assert not overlap(found, another)
    assert not overlap(another, found)


@pytest.mark.parametrize(
    ("text", "last"), [("from 2010", None), ("from 2010 to 2015", 2015), ("from 2019-21", 2021), ("since 2010", None)]
)
def test_a_time_from_a_year_ends_where_another_is_named(text: str, last: int | None) -> None:
    found = quantities(f"Rents rose by 5 % {text}.")[0].periods
    assert [period.high for period in found] == [last and date(last, 12, 31).toordinal()]


@pytest.mark.parametrize(
    "text",
    [
        "A lone gunman shot the mayor.",
        "The sole survivor is a woman.",
        "A single shot was heard.",
        "She is in her nineties.",
        "Trade quintupled.",
        "A sixth of the voters stayed at home.",
        "Seven eighths of the voters stayed at home.",
        "It began in Oct.",
        "It began in Sept. of that year.",
        "None of the ships came back.",
        "A century ago the king died.",
    ],
)
def test_words_are_numbers_whether_or_not_another_sentence_has_some(text: str) -> None:
    alone, beside = quantities(text), quantities(f"{text} He has 7 cats.")
    assert [found.text for found in alone] == [found.text for found in beside[:-1]]


def test_between_two_months_are_those_between_them() -> None:
    first, last = quantities("It happened between March and May 2023.")
    for when, both in (("April", True), ("February", False), ("June", False)):
        (found,) = quantities(f"It happened in {when} 2023.")
        assert (overlap(first, found) and overlap(last, found)) is both


def test_what_does_not_happen_before_a_date_happens_later() -> None:
    (found,) = quantities("It will not happen before 2026.")
    assert (found.low, found.high) == (date(2026, 1, 1).toordinal(), None)


def test_digits_say_how_far_a_number_is_rounded() -> None:
    (rounded,), (exact,) = quantities("It lost 1.2 million seals."), quantities("It lost 1,215,401 seals.")
    assert rounded.low is not None
    assert rounded.high is not None
    assert exact.low == exact.high == 1_215_401
    assert rounded.low <= 1_215_401 <= rounded.high < 1_300_000


def test_a_number_knows_what_it_counts_of_what_and_when() -> None:
    (share, _) = quantities("About 60% of the parts came from China in 2023.")
    assert share.population == {"part"}
    assert share.names == {"china"}
    assert len(share.periods) == 1
    assert share.shown.startswith("About 60% of the parts")


def test_an_amount_keeps_what_each_has_so_much_for() -> None:
    assert [quantities(text)[0].per for text in ("It costs $85 a barrel.", "It makes 9 tonnes of tin a year.")] == [
        "barrel",
        "year",
    ]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Sales rose by 5%.", Mode.RISE),
        ("Sales rose 5%.", Mode.RISE),
        ("A rise of 5% in sales.", Mode.RISE),
        ("Sales rose to 5%.", Mode.LEVEL),
        ("Sales fell by 5%.", Mode.FALL),
        ("Sales make up 5%.", Mode.LEVEL),
    ],
)
def test_a_change_by_is_told_from_a_change_to(text: str, mode: Mode) -> None:
    assert quantities(text)[0].mode is mode


def test_no_more_is_read_than_asked_for() -> None:
    assert len(first_quantities("12 cats, 13 dogs, 14 mice.", 2)) == 2


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_and_spans_lie_in_it_in_order(text: str) -> None:
    spans = [(item.start, item.end) for item in quantities(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= later for (_, end), (later, _) in pairwise(spans))


WORDS = """
1 12 1,500 2023 3.5 % $ € m bn million two and a half third of in out to - – between from about more than March 3rd not
but no every dozen km/h per year . , ( ) people rose by doubled 1/3 F-16 : ; tens thousands °C minus +
"""
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join))
def test_any_heap_of_numbers_is_read_into_ordered_intervals(text: str) -> None:
    for item in quantities(text):
        assert 0 <= item.start < item.end <= len(text)
        assert item.low is None or item.high is None or item.low <= item.high


def test_a_line_of_ten_million_characters_is_read_no_further_than_asked() -> None:
    assert len(first_quantities("12 killed and " * 700_000, 10)) == 10
