"""One file's records, loaded whole or not at all."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimcheck.errors import BadRowsError
from claimcheck.steps.load import CHUNK_SIZE, load
from claimcheck.store import schema
from claimcheck.store.engine import open_reader, open_session
from claimcheck.store.target import Target
from claimcheck.values import LoadReport, Record, RowProblem

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """An empty ledger."""
    place = Target(tmp_path / "ledger.sqlite3")
    schema.create(place)
    return place


def claim(number: int, **values: object) -> Record:
    return Record("claims", f"row {number}", {"text": f"Claim {number}", "source": "Ann", **values})


def loaded(target: Target, *records: Record, command: str = "load") -> LoadReport:
    with open_session(target) as session:
        return load(session, records, author="Maria", now=NOW, command=command, note="why")


def test_the_report_counts_and_the_history_has_one_command(target: Target) -> None:
    report = loaded(target, claim(1), claim(2, publisher="Post"), claim(1))
    assert (report.added, report.changed, report.unchanged, report.first_id) == (2, 0, 1, 1)
    assert (report.sources_added, report.documents_added, report.new_sources) == (2, 1, ["Ann", "Post"])
    with open_reader(target) as reader:
        commands = reader.all("SELECT name, author, note, recorded_at FROM command")
        assert commands == [("load", "Maria", "why", "2026-11-24T12:00:00.000000Z")]
        assert reader.value("SELECT count(*) FROM event WHERE command_id <> 1") == 0


def test_a_load_that_changes_nothing_leaves_no_command(target: Target) -> None:
    loaded(target, claim(1))
    report = loaded(target, claim(1))
    assert (report.added, report.unchanged, report.first_id) == (0, 1, None)
    with open_reader(target) as reader:
        assert reader.value("SELECT count(*) FROM command") == 1


def test_progress_is_told_after_each_chunk(target: Target) -> None:
    told: list[int] = []
    with open_session(target) as session:
        records = (claim(number) for number in range(CHUNK_SIZE + 5))
        load(session, records, author="Maria", now=NOW, progress=told.append)
    assert told == [CHUNK_SIZE, CHUNK_SIZE + 5]


def test_problems_of_rows_and_of_the_reader_are_all_reported_and_nothing_is_kept(target: Target) -> None:
    def records() -> Iterator[Record]:
        yield claim(1)
        yield claim(2, kind="lie")
        yield claim(3, public_id="x", text="")
        msg = "ragged"
        raise BadRowsError(msg, [RowProblem("row 9", None, "it is ragged")])

    with pytest.raises(BadRowsError) as caught, open_session(target) as session:
        load(session, records(), author="Maria", now=NOW)
    assert [(problem.row, problem.field) for problem in caught.value.problems] == [
        ("row 2", "kind"), ("row 3", "public_id"), ("row 9", None),
    ]  # fmt: skip
    with open_reader(target) as reader:
        counts = [reader.value(f"SELECT count(*) FROM {table}") for table in ("claim", "source", "command", "event")]  # noqa: S608 - three names
    assert counts == [0, 0, 0, 0]


def test_a_claim_may_repeat_in_a_later_chunk(target: Target) -> None:
    records = [claim(number) for number in range(CHUNK_SIZE)]
    report = loaded(target, *records, claim(7, kind="denial", tags="late"))
    assert (report.added, report.unchanged + report.changed) == (CHUNK_SIZE, 1)
    with open_reader(target) as reader:
        assert reader.value("SELECT count(*) FROM claim_search WHERE claim_search MATCH 'claim'") == CHUNK_SIZE
        assert reader.value("SELECT name FROM tag") == "late"
