"""Reviewing proposed claims: what the terminal has to bear, and how it is left."""

import shutil
import signal
import sys

import pytest
from rich.cells import cell_len

from tests.cli.proposing import FIRST, PROMPT, column, with_proposals
from tests.cli.terminals import CTRL_C, CTRL_D, CTRL_Z, ENTER, ERASE, Terminal
from tests.conftest import Run

pytestmark = pytest.mark.file


@pytest.fixture
def proposed(seeded: Run) -> Run:
    """The command line on a ledger with three proposed claims."""
    return with_proposals(seeded)


@pytest.mark.parametrize(
    ("keys", "number", "code"),
    [(CTRL_C, None, 130), ("", signal.SIGTERM, 143), (CTRL_D, None, 0), ("", signal.SIGHUP, -signal.SIGHUP)],
)
def test_however_the_walk_ends_the_terminal_is_as_usual_and_decisions_are_kept(
    proposed: Run, keys: str, number: int | None, code: int
) -> None:
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        assert not terminal.is_as_usual
        terminal.press("a")
        terminal.see(PROMPT)
        if number is None:
            terminal.press(keys)
        else:
            terminal.process.send_signal(number)
        ended, shown = terminal.end()
        assert (ended, terminal.is_as_usual) == (code, True)
    assert number == signal.SIGHUP or "accepted 1" in shown
    assert ("interrupted; decisions kept: 1; `claimcheck review` goes on from there" in shown) == (code in (130, 143))
    assert "not kept" not in shown
    assert "Traceback" not in shown
    assert column(proposed, FIRST) == "accepted"


def test_who_interrupts_before_anything_is_decided_is_told_so(proposed: Run) -> None:
    assert column(proposed, FIRST) == "proposed"
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.press(CTRL_C)
        code, shown = terminal.end()
    assert code == 130
    assert "interrupted; nothing was decided" in shown


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell with job control is needed")
def test_the_walk_can_be_stopped_for_a_while(proposed: Run) -> None:
    shell = [str(shutil.which("bash")), "--norc", "-i"]
    with Terminal(program=shell, PS1="shell: ") as terminal:
        terminal.see("shell: ")
        terminal.press(f"{sys.executable} -m claimcheck review\r")
        terminal.see(PROMPT)
        terminal.press(CTRL_Z)
        terminal.see("Stopped")
        terminal.see("shell: ")
        terminal.press("fg\r")
        assert "1 of 3" in terminal.see(PROMPT)
        terminal.press("a")
        terminal.see("claim 63: accepted")
    assert column(proposed, FIRST) == "accepted"


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_it_fits_any_terminal_and_follows_its_size(proposed: Run, columns: int) -> None:
    words = "\u4e2d\u56fd\u4f9b\u5e94\u65e0\u4eba\u673a" * 20
    proposed("annotate", FIRST, "--text", f"{words} {'x' * 300}")
    with Terminal("review") as terminal:
        terminal.see(PROMPT)
        terminal.resize(columns)
        shown = terminal.see(PROMPT)
        assert "1 of 3" in shown
        widths = [cell_len(line) for line in shown.splitlines()]
        assert max(widths) <= max(columns, 24)
        terminal.press("q")
        assert terminal.end()[0] == 0


def test_styles_stand_for_the_marks_where_a_terminal_has_them(proposed: Run) -> None:
    assert column(proposed, FIRST) == "proposed"
    with Terminal("review", NO_COLOR="") as terminal:
        assert "Ann Doe said that the port is shut. The" in terminal.see(PROMPT)
    with Terminal("review", TERM="dumb", NO_COLOR="") as terminal:
        assert "<Ann Doe> {said} [that the port is shut]." in terminal.see(PROMPT)


def test_a_text_that_no_line_can_hold_is_shown_in_part_and_kept_or_replaced(proposed: Run) -> None:
    long = f"first \n{'word ' * 2_000}last"
    assert proposed("annotate", FIRST, "--text", long).code == 0
    with Terminal("review") as terminal:
        assert "last" not in terminal.see(PROMPT).partition("claim 63")[2].partition("said by")[0]
        terminal.press("e")
        assert "last" not in terminal.see("...]: ")
        terminal.press(f"other{CTRL_D}")
        terminal.see("Enter takes what was written")
        terminal.see("...]: other")
        terminal.press(f"{ERASE}{ENTER}")
        terminal.see("source: ")
        terminal.interrupt_line(PROMPT)
    assert column(proposed, FIRST, "text").endswith("word last")
