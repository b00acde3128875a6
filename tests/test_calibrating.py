import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.calibrating import MIN_FORECASTS, Forecast, calibration


def forecasts(probability: float, true_count: int, count: int) -> list[Forecast]:
    return [Forecast(probability, number < true_count) for number in range(count)]


def test_too_few_forecasts_are_not_scored() -> None:
    assert calibration(forecasts(0.5, 5, MIN_FORECASTS - 1)) is None
    assert calibration(forecasts(0.5, 5, MIN_FORECASTS)) is not None


def test_a_constant_half_scores_a_quarter() -> None:
    found = calibration(forecasts(0.5, 10, 20))
    assert found is not None
    assert (found.brier, found.base_rate, found.calibration_error) == (0.25, 0.5, 0.0)


def test_overconfidence_shows_as_distance_between_forecast_and_outcome() -> None:
    found = calibration(forecasts(0.9, 12, 20))
    assert found is not None
    assert found.calibration_error == pytest.approx(0.3)
    (only,) = found.bins
    assert (only.forecast_count, only.true_share) == (20, 0.6)
    assert only.mean_forecast == pytest.approx(0.9)


def test_certainty_that_is_right_scores_zero_and_falls_into_the_outer_bins() -> None:
    found = calibration([*forecasts(1.0, 10, 10), *forecasts(0.0, 0, 10)])
    assert found is not None
    assert found.brier == 0
    assert [(part.lowest, part.highest) for part in found.bins] == [(0.0, 0.1), (0.9, 1.0)]


@given(st.lists(st.builds(Forecast, st.floats(0, 1), st.booleans()), min_size=MIN_FORECASTS))
def test_every_score_lies_between_nothing_and_one(given_forecasts: list[Forecast]) -> None:
    found = calibration(given_forecasts)
    assert found is not None
    assert 0 <= found.brier <= 1
    assert 0 <= found.calibration_error <= 1
    assert sum(part.forecast_count for part in found.bins) == found.forecast_count == len(given_forecasts)
