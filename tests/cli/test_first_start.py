"""The command that starts a ledger: kept with what it stored, and never there without."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

GOOD = "text,source\n{0},Ann\n"
BAD = "text,source,confidence\n{0},Ann,7\n"


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize("content", [BAD.format("T"), "", "text,source\n,Ann\n", 'text,source\n"T\n'])
def test_a_first_file_that_is_refused_leaves_no_ledger(run: Run, tmp_path: Path, content: str) -> None:
    result = run("load", write("bad.csv", content))
    assert (result.code, result.out, "started" in result.err) == (4, "", False)
    assert "there is no ledger" in run("list").err
    assert [path.name for path in tmp_path.iterdir()] == ["bad.csv"]


def test_a_first_file_that_is_refused_does_not_stand_in_the_way_of_the_second(run: Run) -> None:
    result = run("load", write("bad.csv", BAD.format("T")), write("good.csv", GOOD.format("T")))
    assert result.code == 4
    assert run("count").out == "1\n"


def test_a_second_file_that_is_refused_takes_nothing_from_the_first(run: Run) -> None:
    result = run("load", write("good.csv", GOOD.format("T")), write("bad.csv", BAD.format("U")))
    assert result.code == 4
    assert run("count").out == "1\n"
    assert run("db", "check").code == 0


@pytest.mark.file
def test_a_refusal_by_the_disk_names_the_place_of_the_ledger_and_not_of_its_draft(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite3"
    place.with_name(".ledger.sqlite3.new").mkdir()
    result = run("add", "T", "--source", "Ann")
    assert result.code == 5
    assert f"cannot create a ledger at {place}: " in result.err


def test_many_first_commands_at_once_make_one_ledger_with_everything(run: Run, database: str, tmp_path: Path) -> None:
    good = [write(f"good{number}.csv", GOOD.format(number)) for number in range(5)]
    bad = [write(f"bad{number}.csv", BAD.format(number)) for number in range(3)]
    starts = [
        subprocess.Popen([sys.executable, "-m", "claimcheck", "-q", "load", name], stderr=subprocess.PIPE)
        for pair in zip(good, [*bad, *[""] * 2], strict=True)
        for name in pair
        if name
    ]
    ends = [(start.communicate(timeout=120)[1], start.returncode) for start in starts]
    assert sorted(code for _, code in ends) == [0] * 5 + [4] * 3, ends
    assert {row["text"] for row in json.loads(run("list", "--json").out)} == {str(number) for number in range(5)}
    assert len(json.loads(run("history", "--json").out)) == 5
    assert run("db", "check").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [*good, *bad, *(["ledger.sqlite3"] if database == "sqlite" else [])]
    )
