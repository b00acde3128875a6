"""Sources as rows name them, whatever has become of them since."""

import pytest

from tests.cli.reviewing import CLAIM, edited, load, stored
from tests.conftest import Run


def test_a_source_that_was_merged_since_is_still_the_one_of_the_row(run: Run) -> None:
    load(run, CLAIM)
    run("add", "It is not.", "--source", "Annie")
    file = edited(run, verdict="refuted")
    for names in (("Ann", "Annie"), ("Reuters", "Agency"), ("Post", "The Post")):
        run("add", "Another.", "--source", names[1])
        assert run("source", "merge", *names).code == 0
    result = run("load", file)
    assert (result.code, result.err) == (0, "")
    row = stored(run)
    assert (row["source"], row["publisher"], row["verdict"]) == ("Annie", "The Post", "refuted")
    assert [hop["source"] for hop in row["via"]] == ["Agency", "The Post"]


def test_a_merged_source_is_no_change_after_another_change_of_the_same(run: Run) -> None:
    load(run, CLAIM)
    file = edited(run)
    run("add", "Another.", "--source", "Annie")
    run("source", "merge", "Ann", "Annie")
    assert run("load", edited(run, source="Zoe")).code == 0
    first = exported_again(run, file)
    assert first.endswith("0 changed, 2 unchanged\n")
    assert stored(run)["source"] == "Zoe"


def exported_again(run: Run, file: str) -> str:
    return run("load", file).out


@pytest.mark.parametrize("cells", [{}, {"verdict": "refuted"}])
def test_a_source_that_was_undone_does_not_come_back_with_its_row(run: Run, cells: dict[str, str]) -> None:
    load(run, {"text": "One.", "source": "Ann"})
    assert run("load", edited(run, source="Zoe")).code == 0
    file = edited(run, **cells)
    run("undo")
    assert run("load", file).code == 0
    assert (stored(run)["source"], "Zoe" in run("source", "list").out) == ("Ann", False)
