"""Reviewing proposed claims: the lines that are edited, and whatever may be pressed in them."""

import shutil
import sys

import pytest

from tests.cli.proposing import FIRST, PROMPT, column, with_proposals
from tests.cli.terminals import CTRL_D, CTRL_Z, ENTER, ERASE, Terminal
from tests.conftest import Run

pytestmark = pytest.mark.file


@pytest.fixture
def proposed(seeded: Run) -> Run:
    """The command line on a ledger with three proposed claims."""
    return with_proposals(seeded)


def test_a_wrong_value_says_how_the_old_one_is_kept_and_an_emptied_line_keeps_it(proposed: Run) -> None:
    with Terminal("review", columns=200) as terminal:
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(ENTER)
        terminal.see("source: Ann Doe")
        terminal.press(f"{ERASE}Politiko{ENTER}")
        shown = terminal.see("source: Politiko")
        assert "Enter makes it a new one; an emptied line keeps 'Ann Doe'" in shown
        terminal.press(f"{ERASE}{ENTER}")
        terminal.see("kind: assertion, accusation")
        terminal.see("kind: assertion")
        terminal.press(f"{ERASE}rumour{ENTER}")
        assert "an emptied line keeps 'assertion'" in terminal.see("kind: rumour")
        terminal.press(f"{ERASE}{ENTER}")
        terminal.see("said on: ")
        terminal.press(f"soon{ENTER}")
        assert "an emptied line leaves it open" in terminal.see("said on: soon")
        terminal.press(f"{ERASE}{CTRL_D}")
        assert "nothing was changed" in terminal.see(PROMPT)
    assert [column(proposed, FIRST, name) for name in ("source", "kind", "said_on")] == ["Ann Doe", "assertion", ""]
    assert "Politiko" not in proposed("source", "list").out


def test_none_is_no_source_and_no_text(proposed: Run) -> None:
    with Terminal("review", columns=200) as terminal:
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(f"{ERASE}none{ENTER}")
        assert "there has to be a text" in terminal.see("text: none")
        terminal.press(f"{ERASE}{ENTER}")
        terminal.see("source: Ann Doe")
        for _ in range(2):
            terminal.press(f"{ERASE}None{ENTER}")
            shown = terminal.see("source: None")
            assert "there has to be a source, and 'None' is none; an emptied line keeps 'Ann Doe'" in shown
        terminal.press(f"{ERASE}{CTRL_D}")
        assert "nothing was changed" in terminal.see(PROMPT)
    assert column(proposed, FIRST, "source") == "Ann Doe"
    assert column(proposed, FIRST, "text") == "The port is shut."


def test_a_new_source_is_made_by_writing_it_twice(proposed: Run) -> None:
    with Terminal("review", columns=200) as terminal:
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(ENTER)
        terminal.see("source: Ann Doe")
        terminal.press(f"{ERASE}Harbour Board{ENTER}")
        terminal.see("Enter makes it a new one")
        terminal.see("source: Harbour Board")
        terminal.press(ENTER)
        terminal.see("kind: assertion, ")
        terminal.see("kind: assertion")
        terminal.press(CTRL_D)
        shown = terminal.see(PROMPT)
        assert "that was enough: what was given as source is taken, the rest stays as it was" in shown
        assert "claim 63: edited" in shown
    assert column(proposed, FIRST, "source") == "Harbour Board"


def test_ctrl_d_ends_the_questions_in_a_line_as_it_was_and_loses_none_that_was_changed(proposed: Run) -> None:
    with Terminal("review", columns=200) as terminal:
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(CTRL_D)
        assert "nothing was changed" in terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        terminal.press(f"{ERASE}Shut.{CTRL_D}")
        terminal.see("Enter takes what was written in this line; Ctrl-D ends the questions")
        terminal.see("text: Shut.")
        terminal.press(ENTER)
        terminal.see("source: Ann Doe")
        terminal.press(CTRL_D)
        shown = terminal.see(PROMPT)
        assert "that was enough: what was given as text is taken" in shown
        terminal.press("R")
        terminal.see("reason: ")
        terminal.press(CTRL_D)
        assert "it was not rejected" in terminal.see(PROMPT)
    assert [column(proposed, FIRST, name) for name in ("text", "state")] == ["Shut.", "proposed"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell with job control is needed")
def test_a_line_is_drawn_again_with_what_was_written_when_the_stopped_walk_goes_on(proposed: Run) -> None:
    shell = [str(shutil.which("bash")), "--norc", "-i"]
    with Terminal(program=shell, PS1="shell: ") as terminal:
        terminal.see("shell: ")
        terminal.press(f"{sys.executable} -m claimcheck review\r")
        terminal.see(PROMPT)
        terminal.press("e")
        terminal.see("text: The port is shut.")
        for words in (" Tight.", " For good."):
            terminal.press(words)
            terminal.see(words)
            terminal.interrupt_line("Stopped", CTRL_Z)
            terminal.see("shell: ")
            terminal.press("fg\r")
            terminal.see("text: The port is shut. Tight.")
        terminal.press(ENTER)
        terminal.see("source: Ann Doe")
        terminal.press(CTRL_D)
        terminal.see("claim 63: edited")
    assert column(proposed, FIRST, "text") == "The port is shut. Tight. For good."
