"""The history as rows, in words that a reader would use."""

from collections.abc import Iterator

import pytest

from claimcheck.store import timeline
from claimcheck.store.engine import Reader, open_reader
from claimcheck.vocabulary import Action, Entity
from tests.conftest import Run, here


@pytest.fixture
def reader(seeded: Run) -> Iterator[Reader]:
    seeded("annotate", "2", "first", "--kind", "denial")
    seeded("annotate", "2", "second")
    seeded("undo")
    with open_reader(here()) as opened:
        yield opened


def test_commands_are_the_latest_in_the_order_of_time(reader: Reader) -> None:
    assert [command.id for command in timeline.commands(reader, limit=2)] == [3, 4]
    assert [command.name for command in timeline.commands(reader, limit=None)] == [
        "load",
        "annotate",
        "annotate",
        "undo",
    ]


def test_events_are_those_of_the_entity_or_the_command_asked_for(reader: Reader) -> None:
    of_claim = timeline.events(reader, entity=Entity.CLAIM, entity_id=2)
    assert {(event.entity, event.entity_id) for event in of_claim} == {("claim", 2)}
    assert [event.id for event in of_claim] == sorted(event.id for event in of_claim)
    assert [event.field for event in timeline.events(reader, command_id=2)] == ["kind", None]
    assert timeline.events(reader, entity=Entity.CLAIM, entity_id=2, limit=1) == of_claim[-1:]


def test_events_are_those_after_the_one_that_is_named(reader: Reader) -> None:
    of_claim = timeline.events(reader, entity=Entity.CLAIM, entity_id=2)
    first = of_claim[0].id
    assert timeline.events(reader, entity=Entity.CLAIM, entity_id=2, after=first) == of_claim[1:]
    assert timeline.events(reader, event_id=first) == of_claim[:1]
    assert timeline.events(reader, event_id=10**6) == []


def test_an_event_holds_values_and_is_described_in_words(reader: Reader) -> None:
    created = timeline.events(reader, entity=Entity.CLAIM, entity_id=2)[0]
    assert (created.action, created.old, created.new["confidence"]) == (Action.CREATED, None, 0.9)
    assert timeline.as_dict(created, {})["new"] == created.new["text"]


def test_remarks_leave_out_what_was_withdrawn(reader: Reader) -> None:
    remarks = timeline.remarks(timeline.events(reader, entity=Entity.CLAIM, entity_id=2))
    assert [(remark["author"], remark["text"]) for remark in remarks] == [("tester", "first")]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (None, None, None),
        ("verdict", "refuted", "refuted"),
        ("confidence", 0.5, "0.5"),
        ("source_id", 3, "CSIS"),
        ("merged_into_id", 99, "source 99"),
        ("relation", {"kind": "denies", "other_id": 4, "note": "n"}, "denies claim 4 (n)"),
        ("relation", {"kind": "denies", "other_id": 4, "note": None}, "denies claim 4"),
        ("via", {"appearance_id": 9, "position": 2, "source_id": 3}, "hop 2: CSIS"),
        (None, {"text": "words", "source_id": 3}, "words"),
        (None, {"name": "Reuters", "aliases": []}, "Reuters"),
        (None, {"public_id": "0", "url": "https://example.org", "title": "Night", "publisher_id": 3}, "Night"),
        (None, {"public_id": "0", "url": "https://example.org", "snapshots": [{"id": 1}]}, "https://example.org"),
        (
            None,
            {"public_id": "0", "publisher_id": 3, "published_on": "2024", "revision": 2, "recorded_at": "x"},
            "publisher CSIS, published_on 2024",
        ),
        ("snapshot", {"id": 1, "media_type": "text/plain"}, "1: text/plain"),
        (
            "appearance",
            {"id": 1, "is_first": True, "document_id": 2, "via": [{"source_id": 3, "how": "told"}]},
            "document 2, via [told] CSIS",
        ),
        (
            "snapshot",
            {
                "id": 3,
                "sha256": "a" * 64,
                "text_sha256": "b" * 64,
                "media_type": "text/html",
                "size_bytes": 1234,
                "retrieved_at": "2026-11-27T12:00:00.123456Z",
                "etag": "x",
            },
            "3: text/html, 1,234 bytes, sha256 aaaaaaaaaaaa..., 2026-11-27T12:00:00Z",
        ),
        ("snapshot", {"id": 3, "text_sha256": "b" * 64}, "3: sha256 bbbbbbbbbbbb..."),
        (
            "evidence",
            {
                "id": 5,
                "snapshot_id": 3,
                "span_start": 7,
                "span_end": 12,
                "exact": "One\n two",
                "prefix": "",
                "suffix": "",
            },
            "5: \u201cOne two\u201d (snapshot 3, 7-12)",
        ),
        (
            "evidence",
            {"id": 5, "snapshot_id": 3, "span_start": 0, "span_end": 400, "exact": "word " * 80},
            "5: \u201c" + ("word " * 20).strip() + "\u2026\u201d (snapshot 3, 0-400)",
        ),
        (
            "link",
            {"evidence_id": 5, "stance": "mentions", "state": "suggested", "reasons": "shares X, Y"},
            "evidence 5 mentions (suggested): shares X, Y",
        ),
        (
            "link",
            {"evidence_id": 5, "stance": "refutes", "state": "suggested", "probability": 0.8},
            "evidence 5 refutes (suggested, 80%)",
        ),
    ],
)
def test_values_are_spoken_as_a_reader_would_say_them(field: str | None, value: object, words: str | None) -> None:
    assert timeline.spoken(field, value, {3: "CSIS"}) == words


def test_an_event_as_a_dictionary_has_all_its_columns(reader: Reader) -> None:
    event = timeline.events(reader, command_id=4)[0]
    found = timeline.as_dict(event, {})
    assert list(found) == list(timeline.PastEvent.__slots__)
    assert (found["action"], found["old"], found["new"], found["undoes_id"]) == (
        "noted",
        "second",
        None,
        event.undoes_id,
    )


def test_a_remark_that_was_put_back_and_withdrawn_again_is_left_out(seeded: Run) -> None:
    seeded("annotate", "2", "first")
    counts = []
    for undone in ((), ("--command", "3"), ()):
        assert seeded("undo", *undone).code == 0
        with open_reader(here()) as reader:
            counts.append(len(timeline.remarks(timeline.events(reader, entity=Entity.CLAIM, entity_id=2))))
    assert counts == [0, 1, 0]
