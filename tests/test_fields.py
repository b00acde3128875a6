"""How each field is read when it comes from outside."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import fields
from claimcheck.errors import InputError
from claimcheck.vocabulary import ClaimKind, Reliability


def kind(value: object) -> str:
    return fields.word(value, vocabulary=ClaimKind)


def grade(value: object) -> str:
    return fields.word(value, vocabulary=Reliability, upper=True)


READ: list[tuple[Callable[[Any], Any], object, object]] = [
    (fields.text, "  as it is\r\n", "  as it is\r\n"),
    (fields.text, "\U0001f6f0", "\U0001f6f0"),
    (fields.text, "x" * fields.MAX_TEXT_LENGTH, "x" * fields.MAX_TEXT_LENGTH),
    (fields.name, "  Ann Smith ", "Ann Smith"),
    (fields.name, "x" * fields.MAX_NAME_LENGTH, "x" * fields.MAX_NAME_LENGTH),
    (fields.number, 0, 0.0),
    (fields.number, " 12.5 ", 12.5),
    (fields.number, "1e-3", 0.001),
    (fields.number, "5.", 5.0),
    (fields.confidence, "0", 0.0),
    (fields.confidence, 1, 1.0),
    (fields.confidence, ".5", 0.5),
    (fields.integer, "007", 7),
    (fields.integer, 2**53, 2**53),
    (kind, ClaimKind.DENIAL, "denial"),
    (kind, " DENIAL ", "denial"),
    (grade, "b", "B"),
    (fields.day, date(2024, 9, 12), "2024-09-12"),
    (fields.day, 2024, "2024"),
    (fields.day, " 2024-09~ ", "2024-09~"),
    (fields.instant, "2024-09-12T10:30:00+02:00", "2024-09-12T08:30:00.000000Z"),
    (fields.instant, datetime(2024, 9, 12, 8, 30, 0, 5, tzinfo=UTC), "2024-09-12T08:30:00.000005Z"),
    (fields.tag, "  Ukraine   WAR ", "ukraine war"),
    (fields.tags, "b, a,,B ,", ("b", "a")),
    (fields.tags, ["b", "A"], ("b", "a")),
    (fields.names, "Ann; Bob;;Ann", ("Ann", "Bob")),
    (fields.names, ["A; B", "", None], ("A; B",)),
    (fields.sha256, " " + "A" * 64, "a" * 64),
    (fields.public_id, "01234567-89AB-7def-8123-456789abcdef", "01234567-89ab-7def-8123-456789abcdef"),
]
REFUSED: list[tuple[Callable[[Any], Any], object]] = [
    (fields.text, None), (fields.text, "\u3000"), (fields.text, "x" * (fields.MAX_TEXT_LENGTH + 1)),
    (fields.text, b"x"), (fields.text, "\udfff"), (fields.name, "a\tb"), (fields.name, "\x1b[1m"), (fields.name, 5),
    (fields.name, "x" * (fields.MAX_NAME_LENGTH + 1)), (fields.number, "1,000"), (fields.number, "+1"),
    (fields.number, "1e999x"), (fields.number, None), (fields.number, "0x1"), (fields.number, "１"),
    (fields.confidence, 1.0000001), (fields.confidence, "1e999"), (fields.confidence, False),
    (fields.integer, 2**53 + 1), (fields.integer, "9" * 19), (fields.integer, "-1"), (fields.integer, 1.0),
    (fields.integer, True),
    (kind, ""), (kind, ["denial"]), (kind, True), (grade, "AB"), (fields.day, datetime(2024, 1, 1, tzinfo=UTC)),
    (fields.day, True), (fields.day, None), (fields.day, 12024), (fields.instant, "2024-09-12"),
    (fields.instant, "2024-09-12T08:30:00"), (fields.instant, 5), (fields.tag, "a,b"), (fields.tag, " -a"),
    (fields.tags, 5), (fields.tags, [None, ""]), (fields.names, 5), (fields.names, [5]), (fields.sha256, "a" * 63),
    (fields.sha256, 5), (fields.public_id, "0123456789ab7def8123456789abcdef"), (fields.public_id, None),
]  # fmt: skip


@pytest.mark.parametrize(("parse", "value", "expected"), READ)
def test_a_good_value_is_read(parse: Callable[[Any], Any], value: object, expected: object) -> None:
    assert parse(value) == expected
    assert type(parse(value)) is type(expected)


@pytest.mark.parametrize(("parse", "value"), REFUSED)
def test_a_bad_value_is_refused_in_one_line(parse: Callable[[Any], Any], value: object) -> None:
    for _ in range(2):  # what is remembered of good values must not let a bad one through
        with pytest.raises(InputError) as caught:
            parse(value)
        assert str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "blank"),
    [(None, True), ("", True), (" \n\u3000", True), ([], True), (0, False), (False, False), ({}, False), ("x", False)],
)
def test_what_says_nothing_is_blank(value: object, blank: bool) -> None:  # noqa: FBT001 - the expected answer
    assert fields.is_blank(value) is blank


@pytest.mark.parametrize(
    ("value", "advice"),
    [("0,5", "write 0.5"), ("60 %", "write 0.6"), ("6.0.0%", "from 0 to 1"), ("high", "like 0.5"), (60, "write 0.6")],
)
def test_a_wrong_confidence_gets_the_right_one_as_advice(value: object, advice: str) -> None:
    with pytest.raises(InputError, match=advice):
        fields.confidence(value)


@given(value=st.floats(0, 1))
def test_a_confidence_is_read_as_it_is_written(value: float) -> None:
    assert fields.confidence(value) == fields.confidence(repr(abs(value))) == value


@given(value=st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)), hours=st.integers(-12, 14))  # noqa: DTZ001 - the zone is given below
def test_an_instant_is_the_same_moment_in_utc(value: datetime, hours: int) -> None:
    moment = value.replace(tzinfo=timezone(timedelta(hours=hours)))
    stored = fields.instant(moment.isoformat())
    assert datetime.fromisoformat(stored) == moment
    assert fields.instant(stored) == stored
    assert stored.endswith("Z")


@given(value=st.text(max_size=20))
def test_a_tag_that_is_read_is_read_as_itself(value: str) -> None:
    try:
        label = fields.tag(value)
    except InputError:
        return
    assert fields.tag(label) == label
    assert fields.tags(label) == (label,)
