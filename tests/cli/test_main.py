"""The boundary: exit codes, one-line errors, global options, terminals, signals."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimcheck import __version__
from claimcheck.cli._app import COMMANDS
from tests.conftest import Run

COMMAND = [sys.executable, "-m", "claimcheck"]
INSTALLED = [str(Path(sys.executable).with_name("claimcheck"))]
PATIENCE_S = 60
ROW = b"Claim number %d,Somebody\n"


def spawn(*arguments: str, stdin: int = subprocess.DEVNULL, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, its output piped."""
    environment = {**os.environ, **variables}
    return subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        stdin=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        env=environment,
    )


def on_a_terminal(*arguments: str, **variables: str) -> str:
    """What a command writes when its standard output is a terminal."""
    mine, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", **variables}
    written = b""
    try:
        with subprocess.Popen(
            [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        ) as run:
            os.close(theirs)
            try:
                while part := os.read(mine, 65536):
                    written += part
            except OSError:  # the other side has closed the terminal
                pass
            assert run.wait(PATIENCE_S) == 0, written
    finally:
        os.close(mine)
    return written.decode()


def test_version_is_one_line(run: Run) -> None:
    assert run("--version").out == f"claimcheck {__version__}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_command(run: Run, flag: str) -> None:
    result = run(flag)
    assert (result.code, result.err) == (0, "")
    words = result.out.split()
    assert [name for name in COMMANDS if name not in words] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_needs_no_ledger_for_it(run: Run, name: str, tmp_path: Path) -> None:
    result = run(name, "-h")
    assert (result.code, result.err) == (0, "")
    assert f"Usage: claimcheck {name}" in result.out
    assert not (tmp_path / "ledger.sqlite3").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lst"], "Did you mean 'list'"),
        (["list", "--surce", "x"], "--surce"),
        (["list", "surplus"], "surplus"),
        (["show"], "ID"),
        (["list", "--limit", "many"], "--limit"),
        (["list", "--format", "yaml"], "'yaml'"),
        (["--db"], "--db"),
        (["source", "lst"], "lst"),
        (["list", "--json", "--csv"], "two formats"),
    ],
)
def test_a_command_line_that_cannot_be_carried_out_exits_with_2_in_one_line(
    seeded: Run, arguments: Sequence[str], words: str
) -> None:
    result = seeded(*arguments)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert result.err.startswith("claimcheck: ")
    assert words in result.err


def test_no_command_is_a_usage_error_that_shows_the_commands(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert "\n  annotate " in result.out + result.err


@pytest.mark.parametrize("command", [["list"], ["count"], ["show", "1"], ["search", "x"], ["export"], ["history"]])
def test_without_a_ledger_one_line_names_the_command_that_starts_one(run: Run, command: Sequence[str]) -> None:
    result = run(*command)
    assert (result.code, result.out, len(result.err.splitlines())) == (5, "", 1)
    assert "`claimcheck load`" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--db", "other.sqlite3", "count"],
        ["count", "--db", "other.sqlite3"],
        ["count", "--db=other.sqlite3", "--kind", "denial"],
        ["db", "--db", "other.sqlite3", "check"],
    ],
)
@pytest.mark.file
def test_the_ledger_may_be_named_anywhere_and_wins_over_the_variable(seeded: Run, arguments: Sequence[str]) -> None:
    assert seeded(*arguments).code == 5
    Path("ledger.sqlite3").rename("other.sqlite3")
    assert seeded(*arguments).code == 0
    assert seeded("count").code == 5


def test_what_follows_two_hyphens_is_never_an_option(run: Run) -> None:
    assert run("-q", "add", "--source", "Somebody", "--", "--db").code == 0
    assert run("list", "--columns", "text").rows == [["--db"]]


def test_quiet_silences_talk_but_not_errors(run: Run) -> None:
    assert run("load", "-q").err == ""
    assert run("count", "--quiet").out == "62\n"
    assert run("-q", "show", "999").err != ""


def test_a_bug_is_one_line_that_asks_for_a_report(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr("claimcheck.steps.show.claim_view", broken)
    result = seeded("show", "1")
    assert (result.code, result.out) == (70, "")
    assert result.err.startswith("claimcheck: a bug in claimcheck: ZeroDivisionError: a\\nb; please report it")
    assert len(result.err.splitlines()) == 1
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        seeded("show", "1")


def test_an_interrupt_exits_with_130(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimcheck.steps.show.claim_view", interrupted)
    result = seeded("show", "1")
    assert (result.code, result.err) == (130, "claimcheck: interrupted; the change under way was not kept\n")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_during_a_long_load_ends_it_and_nothing_is_kept(run: Run, sent: signal.Signals, code: int) -> None:
    run("db", "init")
    environment = {**os.environ, "CLAIMCHECK_AUTHOR": "tester"}
    command = [*INSTALLED, "load", "-", "--format", "csv"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as load:
        assert load.stdin
        assert load.stderr
        load.stdin.write(b"text,source\n")
        for number in range(12_000):  # more than a pipe holds, so by now it has stored some of them
            load.stdin.write(ROW % number)
        load.stdin.flush()
        load.send_signal(sent)
        assert load.wait(PATIENCE_S) == code
        assert b"Traceback" not in load.stderr.read()
        load.stdin.close()
    assert run("count").out == "0\n"
    assert run("db", "check").code == 0
    assert run("load", "-q").code == 0


@pytest.mark.parametrize("ignored", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_whoever_starts_it_ignores_does_not_end_a_command(run: Run, ignored: signal.Signals) -> None:
    run("db", "init")
    shell = ["/bin/sh", "-c", f"trap '' {ignored.name.removeprefix('SIG')}; exec \"$@\"", "sh"]
    command = [*shell, *INSTALLED, "load", "-", "--format", "csv", "-q"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as load:
        assert load.stdin
        assert load.stderr
        load.stdin.write(b"text,source\n")
        for number in range(12_000):  # more than a pipe holds, so by now it reads
            load.stdin.write(ROW % number)
        load.stdin.flush()
        load.send_signal(ignored)
        load.stdin.close()
        assert (load.wait(PATIENCE_S), load.stderr.read()) == (0, b"")
    assert run("count").out == "12000\n"


@pytest.mark.parametrize("command", [["export", "--json"], ["list"], ["history"]])
def test_a_reader_that_goes_away_ends_the_command_without_a_word(seeded_file: Path, command: Sequence[str]) -> None:
    line = [*COMMAND, "--db", str(seeded_file), *command]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as written:
        assert written.stdout
        assert written.stderr
        written.stdout.close()
        assert written.wait(PATIENCE_S) == 141
        assert written.stderr.read() == b""


def test_the_module_and_main_give_the_same(seeded: Run) -> None:
    for arguments in (["list", "--limit", "3"], ["show", "999"], ["list", "--kind", "x"]):
        alone, here = spawn(*arguments), seeded(*arguments)
        assert (alone.returncode, alone.stdout, alone.stderr) == (here.code, here.out, here.err)


def test_standard_input_is_not_read_unasked(seeded: Run) -> None:
    assert seeded("count").code == 0
    for arguments in (["list"], ["show", "1"], ["history"], ["annotate", "1", "x"], ["load", "-q"], ["undo"], []):
        theirs, mine = os.pipe()
        try:
            os.write(mine, b"untouched")
            assert "Traceback" not in spawn(*arguments, stdin=theirs).stderr
            assert os.read(theirs, 100) == b"untouched", arguments
        finally:
            os.close(theirs)
            os.close(mine)


def test_a_terminal_gets_a_table_in_colour_and_a_pipe_plain_lines(seeded: Run) -> None:
    seeded("annotate", "1", "--verdict", "supported")
    shown = on_a_terminal("search", "submarine")
    assert "\t" not in shown
    assert "\x1b[" in shown
    assert "─" in shown
    piped = spawn("search", "submarine").stdout
    assert "\x1b" not in piped
    assert piped.splitlines()[0].split("\t")[:2] == ["id", "source"]
    assert "\x1b[1m" in on_a_terminal("show", "1")


@pytest.mark.parametrize("command", [["search", "submarine"], ["show", "1"]])
def test_no_color_is_heeded_on_a_terminal(seeded: Run, command: Sequence[str]) -> None:
    seeded("count")
    coloured = on_a_terminal(*command, NO_COLOR="1")
    assert "[33m" not in coloured
    assert ";33m" not in coloured
    assert "\x1b[1m" not in on_a_terminal("show", "1", NO_COLOR="1")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_a_shell_is_shown(shell: str) -> None:
    result = spawn(_CLAIMCHECK_COMPLETE=f"source_{shell}")
    assert result.returncode == 0
    assert "_CLAIMCHECK_COMPLETE" in result.stdout


def test_the_shell_completes_commands_options_and_words() -> None:
    asked = {"claimcheck ann": ("1", "annotate"), "claimcheck list --ki": ("2", "--kind")}
    asked["claimcheck list --kind de"] = ("3", "denial")
    for line, (position, completion) in asked.items():
        result = spawn(COMP_WORDS=line, COMP_CWORD=position, _CLAIMCHECK_COMPLETE="complete_bash")
        assert completion in result.stdout.split(), line
