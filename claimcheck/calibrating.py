"""How well probabilities foretold what turned out: pure arithmetic.

Source: Brier, Verification of Forecasts Expressed in Terms of Probability (1950), for the score of two outcomes;
Murphy, A New Vector Partition of the Probability Score (1973), for its parts.
"""

from collections.abc import Sequence
from typing import NamedTuple

MIN_FORECASTS = 20
"""Below so many a score says more about chance than about whoever is scored."""
BIN_COUNT = 10


class Forecast(NamedTuple):
    """A probability, 0..1, and whether what it was given for turned out true."""

    probability: float
    is_true: bool


class Bin(NamedTuple):
    """The forecasts of one range of probability."""

    lowest: float
    highest: float
    forecast_count: int
    mean_forecast: float
    true_share: float


class Calibration(NamedTuple):
    """How well forecasts did; all numbers 0..1."""

    forecast_count: int
    brier: float
    """The mean squared error: 0 is best, 0.25 is what a constant 0.5 gets."""
    base_rate: float
    """The share that turned out true."""
    reference_brier: float
    """What whoever always gives the base rate would get."""
    calibration_error: float
    """The mean distance between a bin's forecasts and its outcomes, by the number in each."""
    bins: tuple[Bin, ...]
    """Those that hold a forecast, lowest first."""


def calibration(forecasts: Sequence[Forecast]) -> Calibration | None:
    """The scores of forecasts; None if there are fewer than MIN_FORECASTS."""
    count = len(forecasts)
    if count < MIN_FORECASTS:
        return None
    base_rate = sum(one.is_true for one in forecasts) / count
    brier = sum((one.probability - one.is_true) ** 2 for one in forecasts) / count
    bins = tuple(_bins(forecasts))
    error = sum(one.forecast_count * abs(one.mean_forecast - one.true_share) for one in bins) / count
    return Calibration(count, brier, base_rate, base_rate * (1 - base_rate), error, bins)


def _bins(forecasts: Sequence[Forecast]) -> list[Bin]:
    sorted_in: list[list[Forecast]] = [[] for _ in range(BIN_COUNT)]
    for one in forecasts:
        sorted_in[min(BIN_COUNT - 1, int(one.probability * BIN_COUNT))].append(one)
    return [
        Bin(
            number / BIN_COUNT,
            (number + 1) / BIN_COUNT,
            len(held),
            sum(one.probability for one in held) / len(held),
            sum(one.is_true for one in held) / len(held),
        )
        for number, held in enumerate(sorted_in)
        if held
    ]
