"""What the tests of the reviewer's loop share: an export with some cells written anew."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conftest import Run

CLAIM: dict[str, Any] = {
    "text": "The bridge is safe.", "source": "Ann", "kind": "denial", "said_on": "2024-09-12", "confidence": 0.5,
    "basis": "Photographs.", "credibility": 3, "verdict": "supported", "attribution_note": "By letter.",
    "tags": ["bridge", "safety"], "quote": "It is safe.", "quote_start": 4, "cue": "said", "cue_start": 1,
    "directness": "direct", "via": [{"source": "Reuters", "how": "told"}, {"source": "Post", "how": None}],
    "document_title": "Bridges", "publisher": "Post", "published_on": "2024-10-01", "span_start": 0, "span_end": 20,
    "span_sha256": "b" * 64, "text_sha256": "a" * 64, "source_kind": "person", "reliability": "B",
}  # fmt: skip


def load(run: Run, *claims: Mapping[str, Any]) -> None:
    Path("claims.json").write_text(json.dumps([dict(claim) for claim in claims]), encoding="utf-8")
    assert run("load", "claims.json").code == 0


def exported(run: Run) -> list[dict[str, str]]:
    run("export", "-o", "out.csv")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def written(rows: list[dict[str, str]], *, separator: str = ",", encoding: str = "utf-8") -> str:
    """The name of a file with those rows."""
    with Path("edited.csv").open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, rows[0], delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)
    return "edited.csv"


def edited(run: Run, **cells: str) -> str:
    """An export whose first row has those cells."""
    first, *others = exported(run)
    return written([{**first, **cells}, *others])


def stored(run: Run, claim: int = 1) -> dict[str, Any]:
    """What the ledger says of a claim, without what every change changes."""
    rows = json.loads(run("export", "--format", "json").out)
    (row,) = (row for row in rows if row["id"] == claim)
    return {name: value for name, value in row.items() if name not in ("revision", "likelihood")}
