import pytest

from tests.attribution.told import Row, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moscow supplied the rebels with arms, which Beijing denies.",
            ("Beijing", "denies", "Moscow supplied the rebels with arms"),
        ),
        (
            "The ship carried shells to Oslo, an allegation that Tehran rejects.",
            ("Tehran", "rejects", "The ship carried shells to Oslo"),
        ),
        ("He faces allegations of fraud that Moscow rejects.", ("Moscow", "rejects", "allegations of fraud")),
    ],
)
def test_what_is_denied_in_passing_is_attributed(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo bought a bridge that nobody rejects.",
        "The offer which Oslo rejects is old.",
    ],
)
def test_an_offer_that_is_turned_down_is_not(text: str) -> None:
    assert told(text) == []
