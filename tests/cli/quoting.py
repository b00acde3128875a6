"""What tests of evidence share: a document with passages, brought in as a user would."""

from pathlib import Path

from tests.conftest import Run

TEXT = (
    "The ministry said \u201cwe saw nothing\u201d.\n\n"
    "Ships were seen at dawn.\nThey left before\nnoon on Monday.\n\n"
    "The same words. The same words.\n\n"
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd \u05d6\u05d4 \u05e0\u05db\u05d5\u05df.\n"
)
DOCUMENT = "2"
"""The number of the first document that is brought in: the bundled claims have one."""


def bring_in(run: Run, text: str = TEXT, name: str = "report.txt") -> None:
    """Keep a text as a document."""
    Path(name).write_bytes(text.encode())
    result = run("ingest", name)
    assert (result.code, result.err) == (0, "")


def add(run: Run, claim: str, quote: str, stance: str, *options: str) -> str:
    """Add evidence from the first document; gives what that said."""
    result = run("evidence", "add", claim, "--document", DOCUMENT, "--quote", quote, "--stance", stance, *options)
    assert (result.code, result.err) == (0, "")
    return result.out
