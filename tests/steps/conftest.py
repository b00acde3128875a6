"""What the tests of several steps share."""

from collections.abc import Iterator

import pytest

from claimcheck.parsing.server import ParsingServer


@pytest.fixture(scope="package")
def parser() -> Iterator[ParsingServer]:
    """Processes that read documents, started once."""
    with ParsingServer(workers=2) as running:
        yield running
