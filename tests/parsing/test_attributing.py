"""Attributions found in a process of its own: the same as in this one, and every refusal comes back as what it is."""

from collections.abc import Iterator

import pytest

from claimcheck.attribution.extraction import attributions
from claimcheck.errors import UnusableError
from claimcheck.parsing import attributing
from claimcheck.parsing.attributing import LIMITS, attributed
from claimcheck.parsing.limits import MEBIBYTE, Limits
from claimcheck.parsing.server import ParsingServer

TEXT = (
    "Mira Holt, the harbour master, said on Monday that the ferry was late. According to the Daily Post, officials "
    "denied it. “It was on time,” she said. The ministry was accused of a cover-up.\n"
)


@pytest.fixture(scope="module")
def server() -> Iterator[ParsingServer]:
    with ParsingServer(workers=1, limits=LIMITS, trade=attributing.__name__) as running:
        yield running


def test_what_is_found_elsewhere_is_what_is_found_here(server: ParsingServer) -> None:
    found = server.call(attributed, TEXT, "2024-11-06")
    assert found == tuple(attributions(TEXT, published_on="2024-11-06"))
    assert len(found) >= 3


def test_another_language_is_told_across_the_processes(server: ParsingServer) -> None:
    with pytest.raises(UnusableError, match="seems to be in German"):
        server.call(attributed, "Der Minister sagte, dass die Regierung nicht auf die Vorwürfe eingehen werde.")


def test_no_more_than_so_many_and_one_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributing, "MAX_ATTRIBUTIONS", 5)
    assert len(attributed("Ann said that it was late. " * 20)) == 6


def test_a_text_that_takes_too_long_is_a_failure_of_that_text_alone() -> None:
    short = Limits(cpu_s=1, wall_s=30, memory=LIMITS.memory, advice=LIMITS.advice)
    with ParsingServer(workers=1, limits=short, trade=attributing.__name__) as server:
        with pytest.raises(UnusableError, match="more than 1 s of processor time; give it in parts"):
            server.call(attributed, "Ann said that the ferry that left at noon was late. " * 20_000)
        assert server.call(attributed, "Ann said that it was late.") != ()


def test_more_than_may_travel_is_refused() -> None:
    narrow = Limits(cpu_s=60, wall_s=60, memory=3 * 1024 * MEBIBYTE, max_outline=1000)
    with (
        ParsingServer(workers=1, limits=narrow, trade=attributing.__name__) as server,
        pytest.raises(UnusableError, match="larger than"),
    ):
        server.call(attributed, "Ann said that it was late. " * 20)
