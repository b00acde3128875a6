"""What the tests of the commands share."""

from collections.abc import Iterator

import pytest

from tests.spares import Spares


@pytest.fixture(scope="session")
def spares() -> Iterator[Spares]:
    """Processes that read documents, for all commands of all tests."""
    processes = Spares()
    yield processes
    processes.end()


@pytest.fixture(autouse=True)
def lent(spares: Spares) -> Iterator[None]:
    """A command that runs in the process of the tests starts no process where one is idle."""
    with spares.lent():
        yield
