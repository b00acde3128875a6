"""A small ledger with evidence on both sides, for tests of what weighs it; articles and states are ours."""

from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import Run

CLAIM = "Ruritania closed the eastern harbour of Strelsau in May 2024."


class Article(NamedTuple):
    """A document to bring in, and the passage of it that is evidence."""

    publisher: str
    host: str
    text: str
    passage: str


HARBOUR_LOG = Article(
    "Strelsau Herald",
    "herald.example.org",
    "The harbour log of Strelsau lists no arrivals after the second of May. Pilots who work there say that the eastern "
    "harbour has been closed since then. Our reporter saw chains across its mouth on three mornings.",
    "the eastern harbour has been closed since then",
)
SURVEY = Article(
    "Coastal Survey",
    "survey.example.net",
    "Radar images taken by the survey in the summer show empty quays. Nothing has moored at the eastern harbour of "
    "Strelsau since Ruritania closed it, the images suggest, while the western one is as busy as ever.",
    "Nothing has moored at the eastern harbour of Strelsau since Ruritania closed it",
)
REPRINT = Article(
    "Morning Mirror",
    "mirror.example.com",
    HARBOUR_LOG.text + " This article first appeared elsewhere.",
    HARBOUR_LOG.passage,
)
AGAINST = Article(
    "Sailors Weekly",
    "sailors.example.edu",
    "Two of our readers moored at Strelsau last June. They found the eastern harbour open, and paid the usual fee to "
    "its master. It is not true that it was closed in May, they write, and enclose the receipt.",
    "It is not true that it was closed in May",
)


def add_claim(run: Run, text: str = CLAIM, source: str = "Harbour Union", *options: str) -> str:
    """Record a claim; gives its number."""
    done = run("add", text, "--source", source, *options)
    assert done.code == 0, done.err
    return run("list", "--source", source, "--sort", "-id", "--limit", "1", "-c", "id").rows[0][0]


def bring_in(run: Run, folder: Path, article: Article) -> str:
    """Keep a document; gives its number."""
    path = folder / f"{article.host}.txt"
    path.write_text(article.text, encoding="utf-8")
    options = ("--publisher", article.publisher, "--url", f"https://{article.host}/story", "--title", article.publisher)
    done = run("ingest", str(path), *options)
    assert done.code == 0, done.err
    return run("document", "list", "-c", "id").rows[-1][0]


def add_evidence(run: Run, folder: Path, claim: str, article: Article, stance: str) -> None:
    """Bring a document in, and confirm what its passage says to the claim."""
    document = bring_in(run, folder, article)
    done = run("evidence", "add", claim, "--document", document, "--quote", article.passage, "--stance", stance)
    assert done.code == 0, done.err


def as_rows(out: str) -> list[dict[str, Any]]:
    """Tab-separated output as one dictionary for each row."""
    header, *lines = out.splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
