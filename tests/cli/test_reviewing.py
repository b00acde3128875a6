"""Reviewing proposed claims: the command `review`, by keys on a terminal."""

import re

import pytest

from claimcheck.cli._review import KEYS
from tests.cli.proposing import FIRST, PROMPT, SECOND, THIRD, column, with_proposals
from tests.cli.terminals import CTRL_D, ENTER, ERASE, Terminal
from tests.conftest import Run

pytestmark = pytest.mark.file


@pytest.fixture
def proposed(seeded: Run) -> Run:
    """The command line on a ledger with three proposed claims."""
    return with_proposals(seeded)


def test_each_claim_is_shown_with_its_context_and_decided_with_one_key(proposed: Run) -> None:
    with Terminal("review") as terminal:
        shown = terminal.see(PROMPT)
        assert "1 of 3" in shown
        assert "<Ann Doe> {said} [that the port is shut]. The Kremlin" in shown
        assert re.search(r"claim 63\s+The port is shut\.\n", shown)
        assert "\\x1b[31mtitle" in shown
        terminal.press("a")
        assert "claim 63: accepted" in (shown := terminal.see(PROMPT))
        assert "2 of 3" in shown
        terminal.press("R")
        terminal.see("reason: ")
        terminal.press(f"no claim{ENTER}")
        assert "claim 64: rejected" in terminal.see(PROMPT)
        terminal.press("s")
        code, shown = terminal.end()
        assert (code, terminal.is_as_usual) == (0, True)
    assert "accepted 1, rejected 1, skipped 1" in shown
    assert [column(proposed, claim) for claim in (FIRST, SECOND, THIRD)] == ["accepted", "rejected", "proposed"]
    last = proposed("history", "--json").out
    assert '"name": "review"' in last
    assert '"note": "no claim"' in last


def test_who_quits_goes_on_where_the_walk_stopped(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.press("r")
        terminal.see("2 of 3")
        terminal.see(PROMPT)
        terminal.press("q")
        assert terminal.end()[0] == 0
    with Terminal("review") as terminal:
        shown = terminal.see(PROMPT)
        assert "1 of 2" in shown
        assert "claim 64" in shown
    assert column(proposed, FIRST) == "rejected"


def test_the_last_decisions_are_undone_one_by_one(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        for key in "ar":
            terminal.press(key)
            terminal.see(PROMPT)
        for claim, what in ((SECOND, "rejected"), (FIRST, "accepted")):
            terminal.press("u")
            assert f"claim {claim}: no longer {what}" in (shown := terminal.see(PROMPT))
            assert f"\nclaim {claim}  " in shown
        terminal.press("u")
        assert "nothing was decided in this walk" in terminal.see(PROMPT)
    assert [column(proposed, claim) for claim in (FIRST, SECOND)] == ["proposed", "proposed"]


def test_an_edit_begins_with_what_is_there_and_asks_again_for_what_cannot_be(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(f"{ERASE}Shut.{ENTER}")
        terminal.see("source: Ann Doe")
        terminal.press(f"{ERASE}Politiko{ENTER}")
        terminal.see("did you mean 'Politico'?")
        terminal.see("source: Politiko")
        terminal.press(f"{ERASE}politico{ENTER}")
        terminal.see("kind: assertion, accusation")
        terminal.see("kind: assertion")
        terminal.press(f"{ERASE}rumour{ENTER}")
        terminal.see("kind: rumour")
        terminal.press(f"{ERASE}report{ENTER}")
        terminal.see("said on: ")
        terminal.press(f"2024-13{ENTER}")
        terminal.see("has no month 13")
        terminal.see("said on: 2024-13")
        terminal.press(f"{ERASE}2024-09{ENTER}")
        terminal.see("confidence: ")
        terminal.press(f"0.5{ENTER}")
        terminal.see("tags: ")
        terminal.press(f"Port, ships{ENTER}")
        terminal.see("note: ")
        terminal.press(f"read twice{ENTER}")
        shown = terminal.see(PROMPT)
        assert "claim 63: edited" in shown
        assert re.search(r"claim 63\s+Shut\.\nsaid by\s+Politico", shown)
        assert "1 of 3" in shown
        terminal.press("e")
        terminal.see("text: Shut.")
        terminal.press(ENTER)
        terminal.see("source: Politico")
        terminal.press(f"{ERASE}{CTRL_D}")
        assert "nothing was changed" in terminal.see(PROMPT)
        terminal.press("a")
        terminal.see("claim 63: accepted")
    columns = "text,source,kind,said_on,confidence,basis,tags,state"
    assert proposed("list", "--document", "2", "--tag", "ships", "-c", columns).rows == [
        ["Shut.", "Politico", "report", "2024-09", "0.5", "read twice", "port,ships", "accepted"]
    ]


def test_an_edit_that_is_given_up_changes_nothing(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(f"!{ENTER}")
        terminal.see("source: ")
        assert "the edit was given up" in terminal.interrupt_line(PROMPT)
        terminal.press("q")
        assert terminal.end()[0] == 0
    assert column(proposed, FIRST, "text") == "The port is shut."


def test_a_claim_is_merged_with_another_one(proposed: Run) -> None:
    with Terminal("review") as terminal:
        assert re.search(r"like it\s+claim 64 \(\d+%, proposed\)", terminal.see(PROMPT))
        terminal.press("m")
        terminal.see("the same as claim: ")
        terminal.press(f"{SECOND}{ENTER}")
        terminal.see("merge all the same? y/n: ")
        terminal.press(f"n{ENTER}")
        assert "it was not merged" in terminal.see(PROMPT)
        terminal.press("m")
        terminal.see("the same as claim: ")
        terminal.press(f"999{ENTER}")
        assert "there is no claim 999" in terminal.see(PROMPT)
        terminal.press("m")
        terminal.see("the same as claim: ")
        terminal.press(f"{ERASE}{ENTER}")
        assert "it was not merged" in terminal.see(PROMPT)
        terminal.press("m")
        terminal.see("the same as claim: ")
        terminal.press(f"{ERASE}9{ENTER}")
        terminal.see("merge all the same? y/n: ")
        terminal.press(f"y{ENTER}")
        assert "claim 63: merged with claim 9" in terminal.see(PROMPT)
    assert column(proposed, FIRST) == "rejected"
    assert '"A \\u001b[31mtitle"' in proposed("show", "9", "--json").out
    assert "the same as claim 9" in proposed("show", FIRST).out


def test_what_somebody_else_decided_meanwhile_is_not_decided_again(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        assert proposed("annotate", FIRST, "--state", "rejected", "--author", "paul").code == 0
        assert proposed("annotate", SECOND, "--state", "accepted", "--author", "paul").code == 0
        terminal.press("a")
        shown = terminal.see(PROMPT)
        assert "claim 63 was rejected meanwhile by paul" in " ".join(shown.split())
        assert "3 of 3" in shown
    assert column(proposed, FIRST) == "rejected"


def test_no_key_decides_on_a_claim_that_is_not_shown_yet(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.press("aaa")
        terminal.see("2 of 3")
        terminal.see(PROMPT)
        terminal.press("q")
        assert terminal.end()[0] == 0
    assert [column(proposed, claim) for claim in (FIRST, SECOND, THIRD)] == ["accepted", "proposed", "proposed"]


def test_other_keys_do_nothing_and_a_question_mark_explains(proposed: Run) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.press("\x1b[A")
        terminal.press("x")
        assert "'x' is no key here" in terminal.see(PROMPT)
        for piece in ("\x1b", "[", "A"):
            terminal.press(piece)
        terminal.press("\u0444")
        assert "'\u0444' is no key here" in terminal.see(PROMPT)
        terminal.press("?")
        assert "Ctrl-Z stops the walk" in terminal.see(PROMPT)
    assert column(proposed, FIRST) == "proposed"


def test_filters_choose_what_is_reviewed(proposed: Run) -> None:
    with Terminal("review", "--source", "Joe Roe", "--document", "2") as terminal:
        shown = terminal.see(PROMPT)
        assert "1 of 1" in shown
        assert "claim 65" in shown
    assert proposed("list", "--document", "99").code == 3


def test_nothing_to_review_is_said(seeded: Run) -> None:
    assert seeded("count").out == "62\n"
    with Terminal("review") as terminal:
        code, shown = terminal.end()
    assert code == 0
    assert "there is no proposed claim to review" in shown


def test_accepted_claims_are_not_for_review(seeded: Run) -> None:
    assert seeded("count").out == "62\n"
    with Terminal("review", "--state", "accepted") as terminal:
        assert terminal.end()[0] == 2


def test_the_help_names_every_key(run: Run) -> None:
    listed = [line.split() for line in run("review", "--help").out.partition("Keys:\n")[2].splitlines()]
    assert {words[0].strip(",") for words in listed[: len(KEYS)]} == set(KEYS)
    assert listed[2][:2] == ["r,", "R"]


def test_off_a_terminal_it_says_what_to_use_instead(proposed: Run) -> None:
    result = proposed("review")
    assert (result.code, result.out) == (2, "")
    assert "claimcheck export --state proposed" in result.err
