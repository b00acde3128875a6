"""The earliest appearance that is known is the first one."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

CLAIM = {"text": "The bridge is safe.", "source": "Ann"}


def load(run: Run, **values: object) -> None:
    Path("claims.json").write_text(json.dumps([{**CLAIM, **values}]), encoding="utf-8")
    assert run("load", "claims.json").code == 0


def shown(run: Run, columns: str) -> list[str]:
    return run("list", "-c", columns).rows[0]


def test_an_earlier_appearance_becomes_the_first_and_gives_the_claim_its_day(run: Run) -> None:
    load(run, document_title="Later", said_on="2024-05-02")
    load(run, document_title="Earlier", said_on="2023-05")
    assert shown(run, "document_title,said_on,appearance_count") == ["Earlier", "2023-05", "2"]
    places = json.loads(run("show", "1", "--json").out)["appearances"]
    assert [(place["document_title"], place["said_on"]) for place in places] == [
        ("Earlier", None),
        ("Later", "2024-05-02"),
    ]


@pytest.mark.parametrize("said_on", ["2024-05-02", "2024-05", "2024", "2025"])
def test_one_that_may_be_as_late_does_not(run: Run, said_on: str) -> None:
    load(run, document_title="First", said_on="2024-05-02")
    load(run, document_title="Second", said_on=said_on)
    assert shown(run, "document_title,said_on") == ["First", "2024-05-02"]


def test_without_a_day_of_its_own_the_document_s_day_counts(run: Run) -> None:
    load(run, document_title="Later", published_on="2024-05")
    load(run, document_title="Earlier", published_on="2024-04")
    assert shown(run, "document_title,said_on") == ["Earlier", ""]


def test_loading_both_files_again_changes_nothing_and_undo_restores_the_first(run: Run) -> None:
    load(run, document_title="Later", said_on="2024-05-02")
    before = run("export", "-c", "text,said_on,document_title").out
    load(run, document_title="Earlier", said_on="2023-05")
    load(run, document_title="Later", said_on="2024-05-02")
    load(run, document_title="Earlier", said_on="2023-05")
    assert len(run("history").rows) == 2
    assert run("undo").code == 0
    assert run("export", "-c", "text,said_on,document_title").out == before
    assert run("db", "check").code == 0
