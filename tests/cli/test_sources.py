"""The group `source`: list, show, set, merge."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.conftest import Run

FULL = "Center for Strategic and International Studies"


def shown(run: Run, name: str) -> dict[str, Any]:
    view: dict[str, Any] = json.loads(run("source", "show", name, "--json").out)
    return view


def listed(run: Run) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in json.loads(run("source", "list", "--json").out)}


def test_list_gives_every_source_by_name_with_its_claims(seeded: Run) -> None:
    rows = listed(seeded)
    assert list(rows) == sorted(rows)
    assert rows[FULL]["aliases"] == "CSIS"
    counted = {name: int(seeded("count", "--source", name).out) for name in rows}
    assert counted == {name: row["claims"] for name, row in rows.items()}
    assert sum(counted.values()) == int(seeded("count").out)


def test_list_shows_the_columns_and_format_that_are_asked_for(seeded: Run) -> None:
    result = seeded("source", "list", "--columns", "name,reliability", "--csv")
    assert result.out.splitlines()[0] == '"name","reliability"'
    assert '"Reuters","A"' in result.out.splitlines()
    wrong = seeded("source", "list", "--columns", "reliabilty")
    assert wrong.code == 2
    assert "did you mean 'reliability'" in wrong.err


def test_show_says_who_a_source_is_in_words_and_letters(seeded: Run) -> None:
    result = seeded("source", "show", "csis")
    assert result.code == 0
    assert FULL in result.out
    assert "B: usually reliable" in result.out


def test_show_counts_what_a_source_says_publishes_and_passes_on(seeded: Run) -> None:
    view = shown(seeded, "CEIAS")
    assert (view["claims"], view["documents"], view["passed_on"]) == (0, 1, int(seeded("count").out))


@pytest.mark.parametrize("verb", [("show", "Reuter"), ("set", "Reuter", "--role", "x"), ("merge", "Reuter", "CSIS")])
def test_an_unknown_source_exits_with_3_and_names_near_ones(seeded: Run, verb: tuple[str, ...]) -> None:
    result = seeded("source", *verb)
    assert (result.code, result.out) == (3, "")
    assert "did you mean 'Reuters'" in result.err


@pytest.mark.parametrize(
    ("option", "value", "field", "stored"),
    [
        ("--kind", "Outlet", "kind", "outlet"),
        ("--role", "Institute", "role", "Institute"),
        ("--reason", "new methods", "reliability_reason", "new methods"),
        ("--graded-on", "2020-02-29", "reliability_on", "2020-02-29"),
        ("--role", "none", "role", None),
        ("--kind", "none", "kind", None),
    ],
)
def test_each_option_of_set_changes_its_field_and_shows_it(
    seeded: Run, option: str, value: str, field: str, stored: str | None
) -> None:
    result = seeded("source", "set", "CSIS", option, value)
    assert result.code == 0
    assert result.out.startswith(f"{FULL}: {field.replace('_', ' ')}: ")
    assert result.out.endswith(f" -> {stored or '(none)'}\n")
    assert shown(seeded, "CSIS")[field] == stored


def test_a_new_grade_is_dated_today_and_asks_for_its_reason(seeded: Run) -> None:
    seeded("source", "set", "CSIS", "--reliability", "B", "--graded-on", "2020-01-01", "--reason", "old")
    days = {f"{datetime.now(UTC):%Y-%m-%d}"}
    result = seeded("source", "set", "CSIS", "--reliability", "c")
    days.add(f"{datetime.now(UTC):%Y-%m-%d}")
    assert "no reason is stated" in result.err
    view = shown(seeded, "CSIS")
    assert (view["reliability"], view["reliability_reason"]) == ("C", None)
    assert view["reliability_on"] in days


def test_a_grade_with_its_reason_and_day_is_taken_without_a_word(seeded: Run) -> None:
    result = seeded("source", "set", "CSIS", "--reliability", "A", "--reason", "audited", "--graded-on", "2021")
    assert (result.code, result.err) == (0, "")
    view = shown(seeded, "CSIS")
    assert (view["reliability"], view["reliability_reason"], view["reliability_on"]) == ("A", "audited", "2021")


def test_clearing_a_grade_clears_its_day_and_reason(seeded: Run) -> None:
    assert seeded("source", "set", "CSIS", "--reliability", "none").code == 0
    view = shown(seeded, "CSIS")
    assert {view[name] for name in ("reliability", "reliability_on", "reliability_reason")} == {None}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--kind", "robot"),
        ("--role", ""),
        ("--reliability", "G"),
        ("--reason", " "),
        ("--graded-on", "2024-13"),
        ("--alias", "two\nlines"),
        ("--unalias", ""),
        ("--note", ""),
    ],
)
def test_a_wrong_value_of_set_exits_with_2_and_names_the_option(seeded: Run, option: str, value: str) -> None:
    result = seeded("source", "set", "CSIS", f"{option}={value}", "--alias=Fresh")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert option in result.err


def test_set_without_anything_to_set_is_a_usage_error(seeded: Run) -> None:
    assert seeded("source", "set", "CSIS").code == 2


def test_what_stands_already_is_nothing_to_change(seeded: Run) -> None:
    result = seeded("source", "set", "CSIS", "--alias", "csis", "--kind", "organisation")
    assert (result.code, result.out) == (0, "nothing to change\n")


def test_a_new_alias_finds_the_source_and_its_claims_from_then_on(seeded: Run) -> None:
    assert seeded("source", "set", "CSIS", "--alias", "The Center").out == f"{FULL}: alias + The Center\n"
    assert [row[1] for row in seeded("list", "--source", "the  CENTER").rows] == [FULL]
    assert [row[1] for row in seeded("search", '"the center"').rows] == [FULL]
    seeded("source", "set", "CSIS", "--unalias", "the center")
    assert seeded("list", "--source", "The Center").code == 3


def test_an_alias_of_another_source_is_refused_and_nothing_else_is_kept(seeded: Run) -> None:
    result = seeded("source", "set", "CSIS", "--alias", "Fresh", "--alias", "REUTERS", "--role", "x")
    assert (result.code, result.out) == (2, "")
    assert "is a name of 'Reuters' already" in result.err
    assert shown(seeded, "CSIS")["aliases"] == ["CSIS"]
    assert len(seeded("history").rows) == 1


@pytest.mark.parametrize("spelling", [FULL, FULL.upper(), FULL.replace(" for ", "  for ")])
def test_the_name_itself_cannot_be_taken_away(seeded: Run, spelling: str) -> None:
    result = seeded("source", "set", "CSIS", "--unalias", spelling)
    assert (result.code, result.out) == (2, "")
    assert shown(seeded, FULL)["name"] == FULL


def test_merging_moves_claims_hops_documents_and_names(seeded: Run) -> None:
    count = int(seeded("count").out)
    seeded("add", "One of its own.", "--source", "CEIAS")
    result = seeded("source", "merge", "CEIAS", "Reuters", "--note", "a test")
    assert result.code == 0
    assert "claim 63: source: CEIAS -> Reuters" in result.out.splitlines()
    view = shown(seeded, "Central European Institute of Asian Studies")
    assert (view["name"], view["documents"], view["passed_on"]) == ("Reuters", 1, count)
    assert {"CEIAS", "Central European Institute of Asian Studies"} <= set(view["aliases"])
    exported = json.loads(seeded("export", "--json", "--columns", "source,publisher,via").out)
    named = [hop["source"] for row in exported for hop in row["via"]]
    named += [row[field] for row in exported for field in ("source", "publisher")]
    assert "CEIAS" not in named
    assert seeded("db", "check").code == 0


def test_a_merged_source_is_not_listed_and_its_name_means_the_other(seeded: Run) -> None:
    before = listed(seeded)
    seeded("source", "merge", "CSIS", "Reuters")
    after = listed(seeded)
    assert set(before) - set(after) == {FULL}
    assert after["Reuters"]["claims"] == before["Reuters"]["claims"] + before[FULL]["claims"]
    assert [row[1] for row in seeded("list", "--source", "CSIS").rows] == ["Reuters"] * after["Reuters"]["claims"]


def test_a_merge_is_one_command_that_can_be_undone(seeded: Run) -> None:
    before = [listed(seeded), seeded("export").out.count(FULL)]
    seeded("source", "merge", "CSIS", "Reuters")
    assert seeded("undo").code == 0
    assert [listed(seeded), seeded("export").out.count(FULL)] == before
    assert [row[1] for row in seeded("list", "--source", "CSIS").rows] == [FULL]


def test_a_dry_run_of_merge_shows_the_changes_and_keeps_nothing(seeded: Run) -> None:
    before = listed(seeded)
    rehearsal = seeded("source", "merge", "CSIS", "Reuters", "--dry-run")
    assert listed(seeded) == before
    assert rehearsal.out == seeded("source", "merge", "CSIS", "Reuters").out


def test_a_source_cannot_be_merged_into_itself(seeded: Run) -> None:
    result = seeded("source", "merge", "CSIS", FULL)
    assert (result.code, result.out) == (2, "")
    seeded("source", "merge", "CSIS", "Reuters")
    assert seeded("source", "merge", "CSIS", "Reuters").code == 2


def test_loading_the_seeds_again_after_a_merge_brings_nothing_back(seeded: Run) -> None:
    seeded("source", "merge", "CSIS", "Reuters")
    before = listed(seeded)
    assert seeded("load").code in (0, 1)
    assert listed(seeded) == before
