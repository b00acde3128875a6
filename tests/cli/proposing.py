"""Proposed claims for tests of their review, and what became of them."""

from claimcheck.steps.propose import propose
from claimcheck.store.engine import open_session
from tests.conftest import Run, here
from tests.steps.papers import NOW, received, rendition
from tests.steps.sayings import said

TEXT = "Ann Doe said that the port is shut. The Kremlin said that the port is open. Joe Roe said that ships left.\n"
PROMPT = " > "
FIRST, SECOND, THIRD = "63", "64", "65"
"""The claims that the text makes, behind those of the bundled ledger."""


def with_proposals(run: Run) -> Run:
    """The same command line, its ledger with three proposed claims more."""
    found = [
        said(TEXT, "that the port is shut", cue="said", source="Ann Doe"),
        said(TEXT, "that the port is open", cue="said", source="The Kremlin", after="The K"),
        said(TEXT, "that ships left", cue="said", source="Joe Roe", after="Joe"),
    ]
    with open_session(here()) as session:
        propose(session, received(TEXT), rendition(TEXT, title="A \x1b[31mtitle"), found, author="x", now=NOW)
    return run


def column(run: Run, claim: str, name: str = "state") -> str:
    """What one column of a claim holds."""
    result = run("list", "--columns", f"id,{name}", "--no-headers")
    return dict(line.split("\t") for line in result.out.splitlines())[claim]
