"""What README.md shows of `extract` and `review` is what they print."""

from pathlib import Path

import pytest

from tests.cli.terminals import Terminal
from tests.conftest import Run
from tests.test_house import README

pytestmark = pytest.mark.file
EXAMPLE = README.partition("\n## Extraction\n")[2].partition("```\n")[2].partition("```\n")[0]
TEXT, _, PRINTED = EXAMPLE.partition("$ cat harbour.txt\n")[2].partition("$ claimcheck extract harbour.txt ")
SAVED = README.partition("$ claimcheck extract --save harbour.txt\n")[2].partition("```\n")[0]


def cells(table: str) -> list[str]:
    """The lines of a table, however wide its columns are."""
    return [" ".join(line.split()) for line in table.splitlines()]


@pytest.fixture
def harbour(seeded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line where the file of the example is."""
    monkeypatch.setenv("CLAIMCHECK_SNAPSHOTS", str(tmp_path / "snapshots"))
    Path("harbour.txt").write_text(TEXT, encoding="utf-8")
    return seeded


def test_the_example_of_extraction_is_what_is_printed(harbour: Run) -> None:
    options, *lines = PRINTED.partition("\n$")[0].splitlines()
    result = harbour("extract", "harbour.txt", *options.partition(" |")[0].split())
    assert (result.code, result.err) == (0, "")
    assert cells(result.out) == cells("\n".join(lines))


def test_the_example_of_a_review_is_what_a_terminal_shows(harbour: Run) -> None:
    result = harbour("extract", "--save", "harbour.txt")
    assert result.out == SAVED.partition("$")[0]
    with Terminal("review", columns=110) as terminal:
        shown = terminal.see("help > ")
    assert cells(shown) == cells(SAVED.partition("$ claimcheck review\n")[2])
