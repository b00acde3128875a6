"""What a reviewer's row says of the source in passing; the command line's tests say the rest."""

from tests.cli.reviewing import CLAIM, edited, load, stored
from tests.conftest import Run


def test_what_is_empty_of_a_source_is_filled_and_what_is_not_is_reported(run: Run) -> None:
    load(run, CLAIM)
    result = run("load", edited(run, source_role="Engineer", reliability="E"))
    assert (result.code, stored(run)["source_role"], stored(run)["reliability"]) == (1, "Engineer", "B")
    assert "row 2: reliability: the ledger keeps 'B', not 'E' (source 1)" in result.err


def test_what_the_row_repeats_of_a_source_does_not_come_back(run: Run) -> None:
    load(run, CLAIM)
    run("source", "set", "Ann", "--role", "Engineer")
    file = edited(run)
    run("undo")
    run("source", "set", "Ann", "--kind", "organisation")
    result = run("load", file)
    assert (result.code, result.err) == (0, "")
    assert (stored(run)["source_role"], stored(run)["source_kind"]) == (None, "organisation")


def test_a_row_that_names_another_source_does_not_give_it_what_was_the_former_one_s(run: Run) -> None:
    load(run, CLAIM)
    file = edited(run, source="Bob", source_role="Mayor")
    for _ in range(2):
        assert run("load", file).code == 0
    row = stored(run)
    assert (row["source"], row["source_role"], row["source_kind"], row["reliability"]) == ("Bob", "Mayor", None, None)
