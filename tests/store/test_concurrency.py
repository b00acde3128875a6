"""Several processes on one ledger: every change is stored, and none is half there."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.conftest import Run

PROCESSES = 6
COMMANDS_EACH = 10
PATIENCE_S = 60


def annotate_often(number: int) -> list[tuple[int, str]]:
    """What came of one writer's commands, one process each, all on the same two claims."""
    ends = []
    for turn in range(COMMANDS_EACH):
        words = ["annotate", str(1 + turn % 2), f"remark {number}-{turn}", "--tag", f"t{number}-{turn}"]
        command = [sys.executable, "-m", "claimcheck", *words, "--author", f"writer {number}"]
        end = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=PATIENCE_S)
        ends.append((end.returncode, end.stderr))
    return ends


def test_every_annotation_of_several_processes_is_stored(seeded: Run) -> None:
    assert seeded("count").out == "62\n"
    with ThreadPoolExecutor(PROCESSES) as pool:
        ends = [end for writer in pool.map(annotate_often, range(PROCESSES)) for end in writer]
    assert ends == [(0, "")] * (PROCESSES * COMMANDS_EACH)
    wanted = {(number, turn) for number in range(PROCESSES) for turn in range(COMMANDS_EACH)}
    views = json.loads(seeded("show", "1", "2", "--json").out)
    assert {note["text"] for view in views for note in view["notes"]} == {f"remark {a}-{b}" for a, b in wanted}
    assert {f"t{a}-{b}" for a, b in wanted} <= {tag for view in views for tag in view["tags"]}
    assert len(json.loads(seeded("history", "--limit", "1000", "--json").out)) == 1 + len(wanted)
    assert seeded("db", "check").code == 0
