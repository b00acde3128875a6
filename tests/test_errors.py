"""The tree of errors: one exit code each, and names that were probably meant."""

import pytest

from claimcheck import errors
from claimcheck.errors import BadRowsError, ClaimcheckError, near_names
from claimcheck.values import RowProblem

CODES = {
    "ClaimcheckError": 70,
    "UsageError": 2,
    "NotFoundError": 3,
    "InputError": 4,
    "BadRowsError": 4,
    "StoreError": 5,
    "OutputError": 5,
    "NoLedgerError": 5,
    "ConflictError": 5,
    "FetchError": 6,
    "UnusableError": 6,
    "PluginError": 7,
    "AlreadyRunningError": 75,
    "StoppedError": 130,
}
KNOWN = ["Reuters", "Politico", "White House", "CSIS", "Campbell"]


def test_each_error_has_the_exit_code_that_scripts_rely_on() -> None:
    found = {
        name: value.exit_code
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, ClaimcheckError)
    }
    assert found == CODES


def test_the_tree_that_the_module_shows_is_the_tree() -> None:
    shown = errors.__doc__ or ""
    for name, code in CODES.items():
        (line,) = (line for line in shown.splitlines() if name in line)
        assert str(code) in line.split()


def test_bad_rows_carry_every_problem() -> None:
    problems = [RowProblem("row 2", "text", "it is empty"), RowProblem("row 3", None, "ragged")]
    error = BadRowsError("two rows", problems)
    assert (str(error), error.problems) == ("two rows", problems)
    assert [str(problem) for problem in problems] == ["row 2: text: it is empty", "row 3: ragged"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Reuter", "; did you mean 'Reuters'?"),
        ("REUTERS", "; did you mean 'Reuters'?"),
        ("house", "; did you mean 'White House'?"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_near_names_say_what_was_probably_meant(name: str, sentence: str) -> None:
    assert near_names(name, KNOWN) == sentence


def test_near_names_are_few_and_each_once() -> None:
    sentence = near_names("name", [f"name {number}" for number in range(10)])
    assert sentence.count("'name ") == 3
    assert near_names("x" * 100_000, KNOWN) == ""
