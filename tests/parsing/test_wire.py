"""What the processes say to each other: everything allowed comes back, and nothing else is made."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.attribution.values import Attribution
from claimcheck.errors import BadRowsError, ClaimcheckError, UnusableError
from claimcheck.parsing import wire
from claimcheck.values import Finding, Hop, Page, Record, Rendition, Request, RowProblem
from claimcheck.vocabulary import ClaimKind, Directness, Outcome

FINDING = {
    "key": "k", "url": None, "title": None, "publisher": None, "author": None, "published_on": None, "language": None,
    "text": None, "markup": None, "rating": None,
}  # fmt: skip


ATTRIBUTION = Attribution(
    content=((10, 20), (30, 40)), cue=((5, 9),), source=(), directness=Directness.MIXED, kind=ClaimKind.DENIAL,
    resolved_source="Ann Smith", hops=(Hop("Daily Post", "according to"), Hop("officials")), said_on="2024-11",
)  # fmt: skip
SOURCE = {"row": "r", "name": "n", "fields": {"map": []}}


def there_and_back(value: Any) -> Any:
    return wire.unpacked(*wire.packed(value))


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.binary(max_size=300)
    | TEXT,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)  # fmt: skip


@given(PLAIN)
def test_plain_values_come_back_as_they_are(value: Any) -> None:
    again = there_and_back(value)
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize(
    "value",
    [
        Rendition("t" * 500, "html", "1", "text/html", published_on="2024"),
        Finding("k", text="t"),
        Request("https://example.org/", {"Accept": "*/*"}),
        RowProblem("row 1", None, "m"),
        Hop("s", None),
        ATTRIBUTION,
        Record("claims", "row 1", {"a": [1, ("b", None)]}),
        [Outcome.EMPTY, datetime(2024, 5, 1, 10, tzinfo=UTC), date(2024, 5, 1)],
        wire.Failure("ValueError", "a.py:1"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_and_words_of_claimcheck_come_back_as_they_are(value: Any) -> None:
    again = there_and_back(value)
    assert again == value
    assert type(again) is type(value)


def test_errors_come_back_with_what_they_carry() -> None:
    class OwnError(UnusableError):
        """One that a plug-in made."""

    bad = there_and_back(BadRowsError("m", [RowProblem("1", "f", "m")]))
    assert (type(bad), str(bad), bad.problems) == (BadRowsError, "m", [RowProblem("1", "f", "m")])
    own = there_and_back(OwnError("m", Outcome.BLOCKED))
    assert (type(own), str(own), own.outcome) == (UnusableError, "m", Outcome.BLOCKED)


@pytest.mark.parametrize("value", [object(), {1, 2}, print, Exception("x"), type, st])
def test_anything_else_may_not_travel(value: object) -> None:
    with pytest.raises(TypeError, match="may not travel"):
        wire.packed([value])


@pytest.mark.parametrize(
    "outline",
    [
        b"", b"\xff", b"{", b"[" * 100_000, b"1" * 5000, b'{"a":1,"b":2}', b"{}", b'{"no such":1}',
        b'{"text":[0,9]}', b'{"text":[-1,1]}', b'{"text":["0",1]}', b'{"bytes":[0,4]}', b'{"text":3}',
        b'[{"bytes":[0,4]},{"bytes":[0,4]}]', b'{"map":[[[],1]]}', b'{"map":5}', b'{"datetime":"soon"}',
        b'{"word":["Outcome","no such"]}', b'{"word":["StrEnum","a"]}', b'{"word":["likelihood",0.5]}',
        b'{"value":["NOTHING",{}]}', b'{"value":["Any",{}]}', b'{"value":["datetime",{}]}', b'{"value":["Finding",{}]}',
        b'{"value":["__builtins__",{}]}', b'{"value":["Entity",{}]}', b'{"value":["Hop",{"source":1,"how":null}]}',
        b'{"error":["Exception","m",{}]}', b'{"error":["quoted","m",{}]}', b'{"error":["UnusableError","m",{}]}',
        b'{"error":["__name__","m",{}]}', b'{"error":["UnusableError","m",{"outcome":"ok"}]}',
        b'{"error":["FetchError","m",{"failure":{"word":["Outcome","ok"]},"status":1}]}',
        b'{"error":["BadRowsError","m",{"problems":[1]}]}', b'{"failure":[]}',
        json.dumps({"value": ["Finding", {**FINDING, "title": 5}]}).encode(),
        json.dumps({"value": ["Finding", {**FINDING, "more": None}]}).encode(),
        json.dumps({"value": ["Record", {"section": "s", "row": "r", "values": [1]}]}).encode(),
        json.dumps({"value": ["SourceIn", {**SOURCE, "aliases": {"tuple": [1]}}]}).encode(),
    ],
    ids=lambda outline: outline[:40].decode("ascii", "replace"),
)  # fmt: skip
def test_what_no_worker_says_is_refused_whole(outline: bytes) -> None:
    with pytest.raises(wire.MalformedError):
        wire.unpacked(outline, b"abc")


@pytest.mark.parametrize("spans", [((1, 2, 3),), ((1,),), (("1", 2),), (1, 2)])
def test_a_span_that_is_no_pair_of_numbers_is_refused(spans: Any) -> None:
    with pytest.raises(wire.MalformedError):
        there_and_back(replace(ATTRIBUTION, cue=spans))


@pytest.mark.parametrize("length", [0, 2 * wire.SHORT])
@pytest.mark.parametrize("bad", ["\0", "\ud800"])
def test_a_text_that_no_database_keeps_is_refused_wherever_it_stands(bad: str, length: int) -> None:
    text = "a" * length + bad
    for answer in (
        text,
        [text],
        {text: 1},
        {"a": (text,)},
        Rendition(text, "html", "1", "t"),
        Finding("k", title=text),
    ):
        with pytest.raises(wire.MalformedError):
            there_and_back(answer)


@pytest.mark.parametrize("bad", ["\0", "\ud800"])
def test_a_message_may_repeat_such_a_text_and_can_be_written_even_so(bad: str) -> None:
    error = there_and_back(UnusableError(f"no {bad}"))
    assert error.args[0].encode().startswith(b"no ")
    assert "\0" not in error.args[0]


def test_no_error_is_made_without_what_its_kind_carries() -> None:
    error = there_and_back(ClaimcheckError("m"))
    assert (type(error), error.args) == (ClaimcheckError, ("m",))


def test_a_message_is_one_line_and_not_without_end() -> None:
    error = there_and_back(ClaimcheckError("a\nb\x1b" + "c" * 10_000))
    assert str(error).startswith("a\\nb\\x1bccc")
    assert len(str(error)) < 3000


def test_a_whole_number_does_where_a_fraction_is_asked_for() -> None:
    page = Page("u", "u", (), 200, {}, b"b", 1, datetime(2024, 5, 1, tzinfo=UTC), 2)
    assert there_and_back(page) == page


def test_the_answers_made_in_need_are_answers() -> None:
    assert wire.unpacked(wire.TOO_LONG, b"") == wire.Failure("size", "")
    assert wire.unpacked(wire.NO_MEMORY, b"") == wire.Failure("memory", "")


def test_only_what_has_fields_has_names_of_fields() -> None:
    assert wire.field_names(Hop) == ("source", "how")
    with pytest.raises(TypeError, match="int has no fields"):
        wire.field_names(int)
