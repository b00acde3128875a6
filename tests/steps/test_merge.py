"""What a load takes over of claims that the ledger knows; the command line's tests say the rest."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

CLAIM = {"text": "The bridge is safe.", "source": "Ann"}


def events(run: Run, claim: str = "1") -> list[tuple[str, str | None]]:
    found: list[dict[str, Any]] = json.loads(run("history", claim, "--json").out)
    return [(event["command"], event["field"]) for event in found]


def load(run: Run, **values: object) -> int:
    Path("claims.json").write_text(json.dumps([{**CLAIM, **values}]), encoding="utf-8")
    return run("load", "claims.json").code


def test_only_what_differs_becomes_an_event(run: Run) -> None:
    load(run, kind="denial", confidence=0.5, tags=["a"])
    load(run, kind="denial", confidence=0.6, tags=["a", "b"], credibility=2)
    assert sorted(events(run)[1:]) == [("load", "confidence"), ("load", "credibility"), ("load", "tag")]


def test_a_place_that_is_filled_is_one_event_and_keeps_what_it_had(run: Run) -> None:
    load(run, document_url="https://example.org/1", quote="Safe.", via=["Post"])
    load(run, document_url="https://example.org/1", cue="said", span_start=5, span_end=9)
    assert events(run)[1:] == [("load", "appearance")]
    (row,) = json.loads(run("list", "--json", "-c", "quote,cue,span_start,span_end,via,appearance_count").out)
    assert row == {
        "quote": "Safe.", "cue": "said", "span_start": 5, "span_end": 9, "appearance_count": 1,
        "via": [{"source": "Post", "how": None}],
    }  # fmt: skip


def test_another_span_of_the_same_document_is_another_place(run: Run) -> None:
    load(run, document_url="https://example.org/1", span_start=5, span_end=9)
    load(run, document_url="https://example.org/1", span_start=50, span_end=90)
    assert json.loads(run("list", "--json", "-c", "appearance_count").out) == [{"appearance_count": 2}]
    load(run, document_url="https://example.org/1", span_start=50, span_end=90)
    assert len(events(run)) == 2


@pytest.mark.parametrize(
    ("field", "first", "second"), [("source_role", "Engineer", "Mayor"), ("reliability", "B", "E")]
)
def test_what_is_recorded_of_a_source_is_not_replaced_by_a_row_of_a_claim(
    run: Run, field: str, first: str, second: str
) -> None:
    load(run, **{field: first})
    load(run, **{field: second})
    assert run("list", "-c", field).rows == [[first]]


def test_the_first_of_several_rows_describes_the_source(run: Run) -> None:
    rows = [{**CLAIM, "source_role": "Engineer"}, {"text": "It is not.", "source": "Ann", "source_role": "Mayor"}]
    run("add", "Another.", "--source", "Ann")
    Path("claims.json").write_text(json.dumps(rows), encoding="utf-8")
    run("load", "claims.json")
    assert {row[0] for row in run("list", "-c", "source_role").rows} == {"Engineer"}
