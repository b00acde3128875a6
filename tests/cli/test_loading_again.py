"""What has been loaded stays as it is: an export loaded again, a load that was killed."""

import csv
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.cli import main
from claimcheck.columns import CLAIM_COLUMNS, EXPORT_COLUMNS
from tests.conftest import Run

PROCESS_TIMEOUT_S = 60
LINES = st.text(max_size=30) | st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\r\n",
        "a\rb",
        "a\nb",
        "\ta",
        '"',
        '""',
        "a,b;c",
        "\x1b[31m",
        "\u202e",
        "🛰",
        "＝1",
        " =1",
    ]
)
NAMES = st.text(alphabet="aB >[]{}\"'=,;\u00e9", min_size=1, max_size=6).filter(lambda name: bool(name.strip()))
STORABLE = LINES.filter(lambda text: bool(text) and not text.isspace() and "\0" not in text)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger file without claims."""
    place = tmp_path_factory.mktemp("empty")
    (place / "none.jsonl").touch()
    assert main(["--quiet", "--db", str(place / "ledger.sqlite3"), "load", str(place / "none.jsonl")]) == 0
    return (place / "ledger.sqlite3").read_bytes()


@contextmanager
def fed(fifo: Path, content: bytes) -> Iterator[None]:
    """Write all of it into a pipe that somebody reads, and leave the pipe open; fails after a while."""
    pipe = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
    deadline = time.monotonic() + PROCESS_TIMEOUT_S
    try:
        while content:
            assert select.select([], [pipe], [], max(0, deadline - time.monotonic()))[1]
            content = content[os.write(pipe, content[:4096]) :]
        yield
    finally:
        os.close(pipe)


def resave(exported: Path, saved: Path) -> None:
    """Save a table again as a spreadsheet of another locale would: semicolons, UTF-16."""
    with exported.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    with saved.open("w", encoding="utf-16", newline="") as stream:
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)


def test_a_killed_load_leaves_nothing_and_can_be_run_again(run: Run, tmp_path: Path) -> None:
    run("add", "The bridge is safe.", "--source", "Ann")
    before = run("export").out, run("history").out
    rows = "text,source\n" + "".join(f"Claim {number} {'x' * 60},Bob\n" for number in range(8000))
    fifo = tmp_path / "claims.csv"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "claimcheck", "load", "claims.csv"]
    # the pipe holds 64 KiB: once all is written, thousands of claims are in the transaction
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process, fed(fifo, rows.encode()):
        process.kill()
    fifo.unlink()
    assert (run("export").out, run("history").out) == before
    assert run("db", "check").code == 0
    fifo.write_text(rows, encoding="utf-8")
    assert run("load", "claims.csv").out.startswith("loaded claims.csv: 8000 claims added, 0 changed")


def test_an_untouched_export_of_the_bundled_claims_changes_nothing(seeded: Run) -> None:
    seeded(
        "annotate",
        "11",
        "Why not.",
        "--verdict",
        "refuted",
        "--confidence",
        "0.1",
        "--tag",
        "=x",
        "--untag",
        "alliance",
    )
    seeded("source", "set", "Reuters", "--role", "@agency")
    before = seeded("list", "--json", "-c", ",".join(CLAIM_COLUMNS)).out
    for name in ("out.csv", "out.json", "out.jsonl"):
        seeded("export", "-f", name.partition(".")[2], "-o", name)
        assert seeded("load", name).out == f"loaded {name}: 0 claims added, 0 changed, 62 unchanged\n"
    assert seeded("list", "--json", "-c", ",".join(CLAIM_COLUMNS)).out == before


@pytest.mark.parametrize("format_name", ["csv", "json", "jsonl"])
def test_an_export_loaded_into_another_ledger_keeps_all_but_its_numbers(seeded: Run, format_name: str) -> None:
    columns = ",".join(name for name in EXPORT_COLUMNS if name not in ("id", "revision", "recorded_at"))
    seeded("annotate", "11", "--verdict", "refuted")
    seeded("export", "--sort", "-id", "-f", format_name, "-o", f"out.{format_name}")
    loaded = seeded("--db", "other.sqlite3", "load", f"out.{format_name}")
    assert loaded.out.startswith(f"loaded out.{format_name}: 62 claims added, 0 changed, 0 unchanged")
    other = seeded("--db", "other.sqlite3", "list", "--sort", "public_id", "--json", "-c", columns).out
    assert other == seeded("list", "--sort", "public_id", "--json", "-c", columns).out
    assert seeded("load", f"out.{format_name}").out.endswith("0 claims added, 0 changed, 62 unchanged\n")


@given(
    claims=st.lists(
        st.fixed_dictionaries(
            {"text": STORABLE, "source": st.sampled_from(["Ann", "=Bob"])},
            optional={
                "basis": STORABLE, "quote": STORABLE, "cue": STORABLE, "attribution_note": STORABLE,
                "document_title": STORABLE, "source_role": STORABLE, "confidence": st.floats(0, 1),
                "credibility": st.integers(1, 6), "said_on": st.sampled_from(["2024", "../2024", "2024-09~"]),
                "publisher": NAMES,
                "tags": st.lists(st.sampled_from(["=a", "b c", "+", "é"]), unique=True),
                "via": st.lists(st.fixed_dictionaries({"source": NAMES, "how": st.none() | NAMES}), max_size=3),
            },
        ),
        min_size=1, max_size=8,
    ),
    change=st.sampled_from([
        [], ["--confidence", "0.125"], ["--text", "Other."], ["--tag", "b c", "--tag", "new"], ["--said-on", "1999"],
    ]),
)  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_untouched_export_loaded_again_changes_nothing(
    run: Run, tmp_path_factory: pytest.TempPathFactory, empty: bytes, claims: list[dict[str, Any]], change: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("export")
    ledger = str(folder / "ledger.sqlite3")
    (folder / "ledger.sqlite3").write_bytes(empty)
    (folder / "claims.json").write_text(json.dumps(claims), encoding="utf-8")
    assert run("--db", ledger, "load", str(folder / "claims.json")).code in (0, 1)
    stored = run("--db", ledger, "export", "--format", "json").out
    number = len(json.loads(stored))
    for name in ("out.csv", "out.json", "out.jsonl"):
        run("--db", ledger, "export", "-f", name.partition(".")[2], "-o", str(folder / name))
    resave(folder / "out.csv", folder / "resaved.csv")
    for _ in range(2):
        for name in ("out.csv", "out.json", "out.jsonl", "resaved.csv"):
            again = run("--db", ledger, "load", "--blank-clears", str(folder / name))
            assert (again.code, again.err) == (0, "")
            assert again.out == f"loaded {name}: 0 claims added, 0 changed, {number} unchanged\n"
            assert run("--db", ledger, "export", "--format", "json").out == stored
        run("--db", ledger, "annotate", "1", "Seen.", *change)
        stored = run("--db", ledger, "export", "--format", "json").out
