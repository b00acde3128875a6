"""Judging claims: annotate, tag, relate."""

import getpass
import json
from typing import Any

import pytest

from tests.conftest import Run

CLAIM = "2"


def shown(run: Run, claim: str = CLAIM) -> dict[str, Any]:
    view: dict[str, Any] = json.loads(run("show", claim, "--json").out)
    return view


def last_command(run: Run) -> dict[str, Any]:
    command: dict[str, Any] = json.loads(run("history", "--limit", "1", "--json").out)[0]
    return command


@pytest.mark.parametrize(
    ("field", "option", "value", "stored", "line"),
    [
        (
            "verdict",
            "--verdict",
            "Not enough evidence",
            "not_enough_evidence",
            "verdict: (none) -> not_enough_evidence",
        ),
        ("confidence", "--confidence", "0.25", 0.25, "confidence: 0.9 -> 0.25"),
        ("basis", "--basis", "seen in customs data", "seen in customs data", "left open here. -> seen in customs data"),
        ("credibility", "--credibility", "6", 6, "credibility: 2 -> 6"),
        ("kind", "--kind", "DENIAL", "denial", "kind: assertion -> denial"),
        ("state", "--state", "proposed", "proposed", "state: accepted -> proposed"),
        ("said_on", "--said-on", "2024-09~", "2024-09~", "said on: (none) -> 2024-09~"),
        ("text", "--text", "A better wording.", "A better wording.", "making weapons. -> A better wording."),
    ],
)
def test_each_option_changes_its_field_and_shows_old_and_new(  # noqa: PLR0913, PLR0917 - one column each
    seeded: Run, field: str, option: str, value: str, stored: object, line: str
) -> None:
    result = seeded("annotate", CLAIM, option, value)
    assert result.code == 0
    assert any(printed.startswith(f"claim {CLAIM}: ") and printed.endswith(line) for printed in result.out.splitlines())
    assert shown(seeded)[field] == stored


def test_tags_are_added_and_taken_away_in_lower_case(seeded: Run) -> None:
    result = seeded("annotate", CLAIM, "--tag", "Customs  Data", "--tag", "drones", "--untag", "components")
    assert result.out.splitlines() == [
        "claim 2: tag + customs data",
        "claim 2: tag + drones",
        "claim 2: tag - components",
    ]
    assert shown(seeded)["tags"] == ["arms-transfer", "customs data", "drones", "ukraine-war"]


def test_everything_given_is_one_command_with_the_note_as_its_reason(seeded: Run) -> None:
    before = last_command(seeded)["command"]
    result = seeded(
        "annotate", CLAIM, "two studies agree", "--verdict", "supported", "--credibility", "1", "--tag", "a"
    )
    assert result.out.splitlines()[-1] == "claim 2: noted"
    command = last_command(seeded)
    assert (command["command"], command["name"], command["note"]) == (before + 1, "annotate", "two studies agree")
    assert command["events"] == 4
    assert shown(seeded)["revision"] == 2


def test_a_note_alone_is_kept_and_changes_no_field(seeded: Run) -> None:
    before = shown(seeded)
    result = seeded("annotate", CLAIM, "ask the authors")
    assert (result.code, result.out, result.err) == (0, "claim 2: noted\n", "")
    after = shown(seeded)
    assert [remark["text"] for remark in after["notes"]] == ["ask the authors"]
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"notes", "event_count", "history"}


def test_the_author_is_the_flag_before_the_variable_before_the_system_user(
    seeded: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeded("annotate", CLAIM, "one", "--author", "Ada Lovelace")
    assert last_command(seeded)["author"] == "Ada Lovelace"
    seeded("annotate", CLAIM, "two")
    assert last_command(seeded)["author"] == "tester"
    monkeypatch.delenv("CLAIMCHECK_AUTHOR")
    seeded("annotate", CLAIM, "three")
    assert last_command(seeded)["author"] == getpass.getuser()


@pytest.mark.parametrize(
    ("field", "option"),
    [("confidence", "--confidence"), ("basis", "--basis"), ("credibility", "--credibility")],
)
def test_none_clears_a_field(seeded: Run, field: str, option: str) -> None:
    assert shown(seeded)[field] is not None
    result = seeded("annotate", CLAIM, option, "None")
    assert result.code == 0
    assert f"{field}: " in result.out
    assert "-> (none)" in result.out
    assert shown(seeded)[field] is None


def test_a_verdict_and_a_day_that_were_given_can_be_cleared_again(seeded: Run) -> None:
    seeded("annotate", CLAIM, "--verdict", "refuted", "--said-on", "2024")
    seeded("annotate", CLAIM, "--verdict", "none", "--said-on", "none")
    assert (shown(seeded)["verdict"], shown(seeded)["said_on"]) == (None, None)
    assert seeded("list", "--since", "2024", "--until", "2024", "--verdict", "refuted", "--json").out == "[]\n"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--verdict", "true"),
        ("--confidence", "1.5"),
        ("--confidence", "nan"),
        ("--confidence", "0,5"),
        ("--confidence", "high"),
        ("--basis", " "),
        ("--credibility", "7"),
        ("--credibility", "0"),
        ("--kind", "rumour"),
        ("--kind", "none"),
        ("--state", "none"),
        ("--said-on", "2024-02-30"),
        ("--said-on", "2024-02-03T10:00"),
        ("--text", ""),
        ("--tag", "a,b"),
        ("--untag", "-a"),
        ("--author", " "),
    ],
)
def test_a_wrong_value_exits_with_2_and_names_the_option(seeded: Run, option: str, value: str) -> None:
    result = seeded("annotate", CLAIM, "why", f"{option}={value}")
    assert (result.code, result.out) == (2, "")
    assert option in result.err
    assert len(result.err.splitlines()) == 1
    assert last_command(seeded)["command"] == 1


def test_nothing_to_record_is_a_usage_error(seeded: Run) -> None:
    result = seeded("annotate", CLAIM)
    assert result.code == 2
    assert "nothing to record" in result.err


@pytest.mark.parametrize("verb", [("annotate", "9999", "x"), ("tag", "9999", "x"), ("relate", "1", "denies", "9999")])
def test_an_unknown_claim_exits_with_3_and_changes_nothing(seeded: Run, verb: tuple[str, ...]) -> None:
    result = seeded(*verb)
    assert (result.code, result.out) == (3, "")
    assert "9999" in result.err
    assert last_command(seeded)["command"] == 1


def test_a_claim_may_be_named_by_the_beginning_of_its_public_id(seeded: Run) -> None:
    public_id = shown(seeded, "5")["public_id"]
    assert seeded("annotate", public_id, "--verdict", "refuted").out == "claim 5: verdict: (none) -> refuted\n"


def test_a_new_confidence_without_a_basis_drops_the_old_basis_and_says_so(seeded: Run) -> None:
    result = seeded("annotate", CLAIM, "--confidence", "0.2")
    assert result.err == "no basis is stated for this confidence; add one with --basis\n"
    assert (shown(seeded)["confidence"], shown(seeded)["basis"]) == (0.2, None)
    assert seeded("--quiet", "annotate", CLAIM, "--confidence", "0.3").err == ""


def test_the_note_is_the_basis_of_a_confidence_that_has_no_other(seeded: Run) -> None:
    result = seeded("annotate", CLAIM, "the denial is weak", "--confidence", "0.2")
    assert result.err == ""
    assert shown(seeded)["basis"] == "the denial is weak"


def test_a_confidence_with_its_basis_is_taken_without_a_word(seeded: Run) -> None:
    result = seeded("annotate", CLAIM, "--confidence", "0.2", "--basis", "customs data")
    assert (result.err, shown(seeded)["basis"]) == ("", "customs data")


def test_what_stands_already_is_no_change_and_no_command(seeded: Run) -> None:
    result = seeded("annotate", CLAIM, "--kind", "assertion", "--tag", "components", "--untag", "never-had")
    assert (result.code, result.out) == (0, "claim 2: nothing to change\n")
    assert last_command(seeded)["command"] == 1


def test_a_dry_run_shows_the_change_and_keeps_nothing(seeded: Run) -> None:
    wet = ["annotate", CLAIM, "why", "--verdict", "supported", "--tag", "new"]
    rehearsal = seeded(*wet, "--dry-run")
    assert (last_command(seeded)["command"], shown(seeded)["verdict"]) == (1, None)
    assert rehearsal.out == seeded(*wet).out
    assert shown(seeded)["verdict"] == "supported"


def test_markup_and_escape_sequences_are_stored_as_they_are_and_shown_made_visible(seeded: Run) -> None:
    nasty = "\x1b[31m[bold]red[/bold] \u202eabc"
    result = seeded("annotate", CLAIM, "--text", nasty)
    assert "\x1b" not in result.out
    assert r"\x1b[31m[bold]red[/bold] \u202eabc" in result.out
    assert shown(seeded)["text"] == nasty


def test_tag_adds_and_removes_labels_of_a_claim(seeded: Run) -> None:
    assert seeded("tag", CLAIM, "New", "newer").out == "claim 2: tag + new\nclaim 2: tag + newer\n"
    assert seeded("tag", CLAIM, "--remove", "new").out == "claim 2: tag - new\n"
    assert last_command(seeded)["name"] == "tag"
    assert seeded("list", "--tag", "newer").rows[0][0] == CLAIM


def test_tag_without_a_claim_lists_all_tags_with_the_number_of_claims(seeded: Run) -> None:
    seeded("tag", CLAIM, "zzz")
    rows = seeded("tag").rows
    assert rows[-1] == ["zzz", "1"]
    assert [name for name, _ in rows] == sorted(name for name, _ in rows)
    counted = {name: seeded("count", "--tag", name).out.strip() for name, _ in rows[:3]}
    assert counted == dict(rows[:3])


def test_tag_without_a_label_is_a_usage_error(seeded: Run) -> None:
    assert seeded("tag", CLAIM).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("tag", CLAIM, "Q", "--remove", "q"),
        ("annotate", CLAIM, "--tag", "q", "--untag", "q"),
        ("source", "set", "CSIS", "--alias", "The Center", "--unalias", "the  center"),
    ],
    ids=" ".join,
)
def test_the_same_cannot_be_added_and_taken_away_at_once(seeded: Run, arguments: tuple[str, ...]) -> None:
    result = seeded(*arguments)
    assert (result.code, result.out, "decide for one" in result.err) == (2, "", True)
    assert last_command(seeded)["name"] == "load"


def test_relate_states_a_relation_that_both_claims_show(seeded: Run) -> None:
    result = seeded("relate", CLAIM, "Numeric-Conflict", "3", "--note", "60 against 80 %")
    assert result.out == "claim 2: relation + numeric_conflict claim 3 (60 against 80 %)\n"
    for claim, outgoing in ((CLAIM, True), ("3", False)):
        found = [row for row in shown(seeded, claim)["relations"] if row["kind"] == "numeric_conflict"]
        assert [(row["is_outgoing"], row["note"]) for row in found] == [(outgoing, "60 against 80 %")]


def test_a_relation_is_stated_once_and_its_note_can_be_changed(seeded: Run) -> None:
    seeded("relate", CLAIM, "denies", "3", "--note", "a")
    assert seeded("relate", CLAIM, "denies", "3", "--note", "a").out == "nothing to change\n"
    assert "denies claim 3 (a) -> denies claim 3 (b)" in seeded("relate", CLAIM, "denies", "3", "--note", "b").out
    assert len([row for row in shown(seeded)["relations"] if row["kind"] == "denies"]) == 1


def test_a_relation_can_be_taken_away_once(seeded: Run) -> None:
    seeded("relate", CLAIM, "denies", "3")
    result = seeded("relate", CLAIM, "denies", "3", "--remove")
    assert (result.code, result.out) == (0, "claim 2: relation - denies claim 3\n")
    assert not [row for row in shown(seeded)["relations"] if row["kind"] == "denies"]
    assert seeded("relate", CLAIM, "denies", "3", "--remove").code == 3


def test_a_claim_cannot_stand_in_a_relation_to_itself(seeded: Run) -> None:
    public_id = shown(seeded)["public_id"]
    result = seeded("relate", CLAIM, "repeats", public_id)
    assert (result.code, result.out) == (2, "")
    assert "itself" in result.err


def test_an_unknown_kind_of_relation_names_those_there_are(seeded: Run) -> None:
    result = seeded("relate", CLAIM, "deny", "3")
    assert result.code == 2
    assert "KIND" in result.err
    assert "did you mean 'denies'" in result.err


@pytest.mark.parametrize(
    "command", [("annotate", "1", "x"), ("undo",), ("source", "merge", "CSIS", "Reuters")], ids=lambda words: words[0]
)
def test_a_dry_run_without_a_ledger_fails_as_the_command_would(run: Run, command: tuple[str, ...]) -> None:
    real = run(*command)
    assert real.code == 5
    assert run(*command, "--dry-run") == real
