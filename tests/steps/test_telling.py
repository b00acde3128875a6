"""What a load tells, in the words of a file's columns."""

from typing import Any, cast

from claimcheck.steps.telling import Teller
from claimcheck.values import RowChange, RowProblem


class Names:
    """Sources as far as names go."""

    def names(self) -> dict[int, str]:
        return {1: "Ann", 2: "Reuters"}


def told(*, listens: bool = True) -> tuple[Teller, list[RowChange]]:
    heard: list[RowChange] = []
    return Teller(cast("Any", Names()), heard.append if listens else None), heard


def test_a_change_is_told_by_column_and_name() -> None:
    teller, heard = told()
    teller.change("row 2", 7, "source_id", 1, "Bob")
    teller.change("row 2", 7, "tag", None, "new")
    teller.change("row 2", 7, "title", None, "T")
    assert heard == [
        RowChange("row 2", 7, "source", "Ann", "Bob"), RowChange("row 2", 7, "tag", None, "new"),
        RowChange("row 2", 7, "document_title", None, "T"),
    ]  # fmt: skip


def test_of_an_appearance_each_column_that_changed_is_told() -> None:
    teller, heard = told()
    old: dict[str, Any] = {"id": 3, "is_first": 1, "cue": "said", "quote": "Aye", "via": []}
    teller.appearance("row 2", 7, old, {**old, "quote": "No", "via": [{"source_id": 2, "how": "told"}]})
    assert [(change.field, change.old, change.new) for change in heard] == [
        ("quote", "Aye", "No"), ("via", None, "[told] Reuters"),
    ]  # fmt: skip


def test_nothing_is_told_where_nobody_listens() -> None:
    teller, heard = told(listens=False)
    teller.change("row 2", 7, "basis", None, "x")
    teller.appearance("row 2", 7, None, {"cue": "said"})
    assert heard == []


def test_a_conflict_names_all_three_values() -> None:
    message = "conflict in claim 7: base nothing, ours 'Ann', theirs 'Reuters'; --prefer decides"
    assert told()[0].clash("row 2", 7, "source_id", [None, 1, 2]) == RowProblem("row 2", "source", message)
