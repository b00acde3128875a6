"""psycopg's connection as the store's: `?` for values, 1 and 0 for what is true or false, and COPY for many rows."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

_COPY_FROM = 20
"""From this many rows on, COPY is quicker than statements."""
_INSERT = re.compile(r"INSERT INTO (\w+) \(([\w, ]+)\) VALUES \((?:\?, ?)*\?\)")


class ServerConnection:
    """psycopg's connection behind the store's: `?` for values, and COPY for many rows."""

    def __init__(self, raw: Any) -> None:
        """Take over an open connection."""
        self._raw = raw

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> Any:
        """Run one statement."""
        return self._raw.execute(_translated(sql), _plain(parameters))

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> None:
        """Run one statement for each row; many rows for one table go there by COPY."""
        waiting = iter(rows)
        first = list(islice(waiting, _COPY_FROM))
        table = _INSERT.fullmatch(sql) if len(first) == _COPY_FROM else None
        with self._raw.cursor() as cursor:
            if table:
                with cursor.copy(f"COPY {table[1]} ({table[2]}) FROM STDIN") as copy:
                    for row in chain(first, waiting):
                        copy.write_row(_plain(row))
            elif first:
                cursor.executemany(_translated(sql), [_plain(row) for row in chain(first, waiting)])

    def close(self) -> None:
        """Close the connection."""
        self._raw.close()


@lru_cache(maxsize=512)
def _translated(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def _plain(values: Sequence[Any]) -> list[Any]:
    """Values as the tables hold them: what is true or false is 1 or 0 there."""
    return [int(value) if value is True or value is False else value for value in values]
