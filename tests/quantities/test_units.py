"""Units and rates."""

import pytest

from claimcheck.quantities.units import rate_at, unit_at, unit_of_sign
from tests.quantities.sentence import split


@pytest.mark.parametrize(
    ("text", "base", "factor"),
    [
        ("5 %", "percent", 1),
        ("5 % points", "points", 1),
        ("5 percentage points", "points", 1),
        ("5 basis points", "points", 0.01),
        ("5 per cent", "percent", 1),
        ("5 square kilometres", "square_metres", 1e6),
        ("5 cubic metres", "litres", 1000),
        ("5 US dollars", "USD", 1),
        ("5 U.S. dollars", "USD", 1),
        ("5 Australian dollars", "AUD", 1),
        ("5 Hong Kong dollars", "HKD", 1),
        ("5 full days", "days", 1),
        ("5 straight weeks", "days", 7),
        ("5 short tons", "tonnes", 0.907185),
        ("5 long tons", "tonnes", 1.016047),
        ("5 metric tons", "tonnes", 1),
        ("5 pounds", "GBP", 1),
        ("5 pounds of tea", "tonnes", 0.000453592),
        ("5 years old", "years of age", 1),
        ("5 m", "metres", 1),
    ],
)
def test_a_unit_has_a_base(text: str, base: str, factor: float) -> None:
    found = unit_at(split(text), 1)
    assert found is not None
    assert found.base == base
    assert found.factor == pytest.approx(factor)


@pytest.mark.parametrize("text", ["5 cats", "5 per cat", "5 percentage of", "5 square deals", "5"])
def test_other_words_are_no_units(text: str) -> None:
    assert unit_at(split(text), 1) is None


def test_a_sign_is_a_currency() -> None:
    assert [unit_of_sign(sign) for sign in ("$", "US$", "€", "RMB", "km")] == ["USD", "USD", "EUR", "CNY", None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("per barrel", (2, "barrel")),
        ("a year", (2, "year")),
        ("annually", (1, "year")),
        ("a cat", (0, "")),
        ("per 100,000", (2, "100000")),
        ("per million", (2, "1000000")),
        ("per", (0, "")),
    ],
)
def test_a_rate_is_per_something(text: str, found: tuple[int, str]) -> None:
    assert rate_at(split(text), 0) == found
