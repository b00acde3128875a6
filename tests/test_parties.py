import pytest

from claimcheck.parties import parties, state_called


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China does not provide weapons to Russia.", {"china", "russia"}),
        ("Beijing denied that it had helped the Kremlin's war.", {"china", "russia"}),
        ("The White House and Downing Street agreed.", {"united states", "britain"}),
        ("North Korean shells reached the front, as Seoul had warned.", {"north korea", "south korea"}),
        ("Officials of the U.S. said so.", {"united states"}),
        ("He told us so.", set()),
        ("Reuters wrote that Northern Lines Ltd had paid.", {"reuters", "northern lines ltd"}),
        ("American-made chips were found.", {"united states"}),
        ("", set()),
    ],
)
def test_states_are_known_by_capitals_adjectives_and_seats_of_government(text: str, expected: set[str]) -> None:
    assert parties(text) == expected


def test_a_small_word_is_no_state() -> None:
    assert parties("It was told us by a turkey.") == frozenset()


def test_one_word_that_names_a_state() -> None:
    assert (state_called("Chinese"), state_called("Moscow's"), state_called("table")) == ("china", "russia", None)


def test_a_very_long_line_is_read_only_at_its_beginning() -> None:
    assert parties("China " + "x" * 1_000_000 + " Russia") == {"china"}
