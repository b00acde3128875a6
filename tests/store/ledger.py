"""All that a ledger holds."""

from claimcheck.store.copying import NUMBERED
from claimcheck.store.engine import open_reader
from claimcheck.store.target import Ledger


def content(place: Ledger) -> dict[str, object]:
    """Every row of every table, and the last ids that were given."""
    from claimcheck.models import metadata

    with open_reader(place) as reader:
        rows = {
            table.name: sorted(
                reader.all(f"SELECT {', '.join(table.columns.keys())} FROM {table.name}"),  # noqa: S608 - our own names
                key=repr,
            )
            for table in metadata.sorted_tables
        }
        return {**rows, "last ids": {name: reader.last_id(name) for name in NUMBERED}}
