"""Tables of claims on a narrow terminal."""

import pytest

from tests.conftest import Run


def test_a_narrow_table_leaves_out_what_is_empty_and_was_not_asked_for(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "verdict" not in seeded("list", "--format", "table").out
    assert "verdict" in seeded("list", "--format", "table", "-c", "id,verdict,text").out
    seeded("annotate", "1", "--verdict", "refuted")
    assert "verdict" in seeded("list", "--format", "table").out
    monkeypatch.setenv("COLUMNS", "160")
    assert "said_on" in seeded("list", "--source", "CSIS", "--format", "table").out


def test_long_names_of_a_narrow_table_are_broken_between_their_words(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    seeded("annotate", "9", "--verdict", "not_enough_evidence", "--confidence", "0.4", "--basis", "a hunch")
    columns = "id,verdict,computed_confidence,suggested_verdict,origin_count,confidence,text"
    lines = seeded("list", "--limit", "3", "--sort", "-verdict", "--format", "table", "-c", columns).out.splitlines()
    assert max(map(len, lines)) <= 80
    assert {"computed_", "suggested_", "origin_"} <= set(lines[0].split())
    assert {"confidence", "verdict", "count"} <= set(lines[1].split())
    assert [line.split()[0] for line in lines if line[5:].startswith(("not_", "enough_", "evidence"))] == [
        "9", "enough_", "evidence",
    ]  # fmt: skip
