"""Taking back a change that a later one stands on: refused with the number of that one, and nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.store.engine import open_reader
from tests.conftest import Run, here

FIRST = "text,source,said_on,document_title,via\nT,Ann,2024-05,Monday,Bea > Cat\n"
LATER = "text,source,said_on,document_title,via\nT,Ann,2024-06,Tuesday,Bea > Cat\n"
QUOTED = "text,source,said_on,document_title,via,quote\nT,Ann,2024-06,Tuesday,Bea > Cat,words\n"
EARLIER = "text,source,said_on,document_title,via\nT,Ann,2023-01,Sunday,Bea > Cat\n"


@pytest.fixture
def run(blank: Run) -> Run:
    """The command line on a ledger that was started before."""
    return blank


def load(run: Run, text: str) -> None:
    Path("claims.csv").write_text(text, encoding="utf-8")
    assert run("load", "claims.csv").code == 0


def state(run: Run) -> list[Any]:
    """Everything that the members are, without revisions."""
    assert run("db", "check").code == 0
    with open_reader(here()) as reader:
        return [
            reader.all(sql)
            for sql in (
                "SELECT claim_id, name FROM claim_tag JOIN tag ON tag.id = tag_id ORDER BY 1, 2",
                "SELECT * FROM relation ORDER BY 1, 2, 3",
                "SELECT * FROM source_alias ORDER BY 1",
                "SELECT * FROM appearance ORDER BY 1",
                "SELECT * FROM via ORDER BY 1, 2",
                "SELECT id, said_on FROM claim ORDER BY 1",
            )
        ]


def events(run: Run, command: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("history", "--command", str(command), "--json").out)
    return found


@pytest.mark.parametrize(
    "commands",
    [
        [("tag", "2", "t"), ("tag", "2", "--remove", "t"), ("tag", "2", "t")],
        [("tag", "2", "--remove", "components"), ("tag", "2", "components"), ("tag", "2", "--remove", "components")],
        [("relate", "2", "denies", "3", "--note", "a"), ("relate", "2", "denies", "3", "--note", "b")],
        [("relate", "2", "denies", "3"), ("relate", "2", "denies", "3", "--remove"), ("relate", "2", "denies", "3")],
        [
            ("source", "set", "CSIS", "--alias", "The Center"),
            ("source", "set", "CSIS", "--unalias", "THE CENTER"),
            ("source", "set", "CSIS", "--alias", "the center"),
        ],
    ],
    ids=["tag", "tag away", "note of a relation", "relation", "alias"],
)
def test_a_member_is_not_taken_back_under_a_later_change_of_it(seeded: Run, commands: list[tuple[str, ...]]) -> None:
    for command in commands:
        assert seeded(*command).code == 0
    before = state(seeded)
    (first,), (last,) = events(seeded, 2), events(seeded, len(commands) + 1)
    for what in (("--event", str(first["id"])), ("--command", "2")):
        result = seeded("undo", *what)
        assert (result.code, result.out) == (5, "")
        assert f"was changed since (event {last['id']}); undo that first" in result.err
    assert state(seeded) == before
    for _ in commands:
        assert seeded("undo").code == 0


@pytest.mark.parametrize(
    "change", [("tag", "2", "other"), ("annotate", "2", "a note"), ("relate", "2", "denies", "4")], ids=" ".join
)
def test_what_happened_to_another_member_stands_against_nothing(seeded: Run, change: tuple[str, ...]) -> None:
    before = state(seeded)
    seeded("tag", "2", "t")
    seeded("relate", "2", "denies", "3")
    seeded(*change)
    assert seeded("undo", "--command", "3").code == 0
    assert seeded("undo", "--command", "2").code == 0
    assert seeded("undo", "--command", "4").code == 0
    assert state(seeded) == before


@pytest.mark.parametrize(
    ("later", "field"),
    [(QUOTED, "appearance"), (None, "via"), (EARLIER.replace("Sunday", "Tuesday"), "appearance")],
    ids=["filled in", "hop moved", "day"],
)
def test_an_appearance_is_not_taken_away_with_what_was_added_to_it(run: Run, later: str | None, field: str) -> None:
    load(run, FIRST)
    load(run, LATER)
    added = next(event["id"] for event in events(run, 2) if event["field"] == "appearance")
    if later is None:
        assert run("source", "merge", "Cat", "Dan").code == 3
        run("add", "Other.", "--source", "Dan")
        assert run("source", "merge", "Cat", "Dan").code == 0
    else:
        Path("claims.csv").write_text(later, encoding="utf-8")
        run("load", "claims.csv")
    last = [event["id"] for event in events(run, 3 if later else 4) if event["field"] == field][-1]
    before = state(run)
    result = run("undo", "--event", str(added))
    assert (result.code, f"(event {last})" in result.err) == (5, True), result.err
    assert state(run) == before


def test_an_appearance_that_became_the_first_names_the_event_that_made_it_so(run: Run) -> None:
    load(run, FIRST)
    before = state(run)
    load(run, EARLIER)
    after = state(run)
    made = events(run, 2)
    fields = ("appearance", "first_appearance")
    added, first = (next(event["id"] for event in made if event["field"] == name) for name in fields)
    assert "undo that first" in run("undo", "--event", str(added)).err
    assert "undo that first" in run("undo", "--event", str(first)).err
    assert state(run) == after
    assert run("undo", "--command", "2").code == 0
    assert state(run) == before
    assert run("undo", "--command", "3").code == 0
    assert state(run) == after


def test_a_command_that_changed_one_member_several_times_is_taken_back_and_done_again(run: Run) -> None:
    load(run, FIRST)
    load(run, LATER)
    before = state(run)
    load(run, EARLIER + "T,Ann,2022,Saturday,Bea > Cat\nT,Ann,2021,Friday,Bea > Cat\n")
    fields = [event["field"] for event in events(run, 3)]
    assert fields.count("first_appearance") == 3
    after = state(run)
    for command, expected in ((3, before), (4, after), (5, before), (6, after)):
        assert run("undo", "--command", str(command)).code == 0
        assert state(run) == expected


def test_merges_of_different_hops_are_taken_back_in_any_order(run: Run) -> None:
    load(run, FIRST)
    run("add", "Other.", "--source", "Dan")
    before = state(run)
    assert run("source", "merge", "Bea", "Dan").code == 0
    middle = state(run)
    assert run("source", "merge", "Cat", "Ann").code == 0
    assert run("undo", "--command", "3").code == 0
    assert run("undo", "--command", "5").code == 0
    assert run("undo", "--command", "4").code == 0
    assert state(run) == middle
    assert run("undo", "--command", "3").code == 0
    assert state(run) == before


def test_a_spelling_comes_back_as_it_was_stored(seeded: Run) -> None:
    before = state(seeded)
    assert seeded("source", "set", "CEIAS", "--unalias", "central european institute of asian STUDIES").code == 0
    assert seeded("undo").code == 0
    assert state(seeded) == before
