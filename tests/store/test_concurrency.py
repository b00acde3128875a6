"""Several processes on one ledger: every change is stored, and none is half there."""

import json
import subprocess
import sys

from tests.conftest import Run

PROCESSES = 6
COMMANDS_EACH = 10
PATIENCE_S = 120
WRITER = """
import sys
from claimcheck.cli import main
own, turns = sys.argv[1], int(sys.argv[2])
sys.stdin.readline()
for turn in range(turns):
    words = ["annotate", str(1 + turn % 2), f"remark {own}-{turn}", "--tag", f"t{own}-{turn}", "--author", f"w{own}"]
    code = main(words)
    if code:
        sys.exit(code)
"""
LISTENER = """
import sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from claimcheck.cli import main
before = set()
event.listen(Engine, "begin", lambda _: before.update(sys.modules))
event.listen(Engine, "commit", lambda _: print("imported:", sorted(set(sys.modules) - before), file=sys.stderr))
sys.exit(main(sys.argv[1:]))
"""


def test_every_annotation_of_several_processes_is_stored(seeded: Run) -> None:
    assert seeded("count").out == "62\n"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(number), str(COMMANDS_EACH)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for number in range(PROCESSES)
    ]
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    ends = [(writer.communicate(timeout=PATIENCE_S)[1], writer.returncode) for writer in writers]
    assert ends == [("", 0)] * PROCESSES
    wanted = {(number, turn) for number in range(PROCESSES) for turn in range(COMMANDS_EACH)}
    views = json.loads(seeded("show", "1", "2", "--json").out)
    assert {note["text"] for view in views for note in view["notes"]} == {f"remark {a}-{b}" for a, b in wanted}
    assert {f"t{a}-{b}" for a, b in wanted} <= {tag for view in views for tag in view["tags"]}
    assert len(json.loads(seeded("history", "--limit", "1000", "--json").out)) == 1 + len(wanted)
    assert seeded("db", "check").code == 0


def test_one_command_in_a_process_of_its_own_meets_the_same_ledger(seeded: Run) -> None:
    assert seeded("count").out == "62\n"
    command = [sys.executable, "-m", "claimcheck", "annotate", "1", "from outside"]
    starts = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    ends = [(*start.communicate(timeout=PATIENCE_S), start.returncode) for start in starts]
    assert ends == [(b"claim 1: noted\n", b"", 0)] * 2
    assert len(json.loads(seeded("show", "1", "--json").out)["notes"]) == 2


def test_a_command_imports_nothing_while_others_wait_for_its_lock(seeded: Run) -> None:
    assert seeded("count").out == "62\n"
    words = ["annotate", "1", "remark", "--tag", "new", "--confidence", "0.4", "--basis", "trade figures"]
    ended = subprocess.run(
        [sys.executable, "-c", LISTENER, *words], capture_output=True, encoding="utf-8", timeout=PATIENCE_S, check=True
    )
    assert ended.stderr == "imported: []\n"
