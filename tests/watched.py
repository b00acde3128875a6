"""Watches put into a ledger directly, and the ledger looked at, for tests of runs."""

from typing import Any

from claimcheck.store.engine import driver_connection, open_session
from claimcheck.store.watches import add_watch
from tests.conftest import here
from tests.web.aside import article
from tests.web.servers import Answer, hanging

LONG_AGO = "2020-01-01T00:00:00.000000Z"
COUNT = 60
MANY: dict[str, Answer | list[Answer]] = {f"/{n}": article(f"Page {n}", f"Words {n}.") for n in range(COUNT)}
"""Many pages, and one that never comes."""
MANY["/hang"] = hanging()


def sql(statement: str) -> list[tuple[Any, ...]]:
    """Rows of the ledger, or a change of it that no command makes."""
    with open_session(here()) as session:
        done = driver_connection(session).execute(statement)
        return done.fetchall() if statement.startswith("SELECT") else []


def watch(*urls: str) -> None:
    """Watch pages that have been due for long."""
    with open_session(here()) as session:
        for url in urls:
            definition = {"kind": "page", "url": url, "every_s": 21_600}
            add_watch(driver_connection(session), definition, author="a", recorded_at=LONG_AGO)
