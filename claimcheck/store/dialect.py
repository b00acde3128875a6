"""What the store asks of a database; `sqlite` and `postgresql` answer it, each in its own file.

SQL texts are the same for both: standard statements with `?` for each value.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol


def insertion(table: str, *columns: str) -> str:
    """The statement that inserts one row with a value for each of those columns."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - our own names


class Cursor(Protocol):
    """The rows of one statement."""

    @property
    def rowcount(self) -> int:
        """How many rows it changed."""

    def fetchone(self) -> Any:
        """The next row, None after the last."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """The rows that are left, one by one."""


class Connection(Protocol):
    """A driver's connection; transactions are begun and ended by whoever opened it."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> object:
        """Run one statement for each row."""

    def close(self) -> None:
        """Give the connection back."""


class Search(Protocol):
    """The full-text index of claims: what a query says about it, and how it is kept."""

    MATCH: str
    """A condition on claims; its parameter is what `expression` gives."""
    RANKED: str
    """A row source of (hit_id, rank), best first when ordered by rank ascending; its parameter is the same."""
    HIGHLIGHT: str
    """A claim's text with START_MARK and END_MARK around each match; its parameter is the same."""
    POSTINGS: str
    """The ids of the claims that match, ascending, with commas; the second parameter bounds their number."""
    LENGTHS: str
    """Rows of a claim's id and what `word_count` counts its words by; {marks} stands for the list of ids."""

    def word_count(self, length: Any) -> int:
        """How many words a claim has in the index, out of what LENGTHS gives."""

    def expression(self, query: str) -> str:
        """What the index is asked for a query as a user typed it."""

    def suspend(self, connection: Any) -> int:
        """Stop indexing row by row for a large load; gives the last claim id that is indexed."""

    def resume(self, connection: Any, last_indexed_id: int) -> None:
        """Index the claims that came since `suspend`, and index row by row again."""


class Dialect(Protocol):
    """One kind of database."""

    search: Search
    BEGIN_READING: str
    """Begins a transaction in which all statements see one state."""

    def inspect(self, target: Any) -> None:
        """Refuse, before anything is opened, what cannot be a ledger."""

    def connect(self, target: Any, *, writable: bool) -> Connection:
        """A connection on which no transaction has begun."""

    def sql_engine(self, target: Any) -> Any:
        """An SQLAlchemy engine whose every transaction has the ledger to itself for writing."""

    def revision(self, connection: Any, target: Any) -> str | None:
        """The revision that the schema says it has; refuses what has no schema of ours."""

    def stream(self, connection: Any, sql: str, parameters: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, few at a time."""

    def last_id(self, connection: Any, table: str) -> int:
        """The highest id that the table ever held, whether or not that row is still there; 0 for none."""

    def set_last_id(self, connection: Any, table: str, last: int) -> None:
        """Let the table's next id come after `last`."""

    def renew_statistics(self, connection: Any) -> None:
        """Let the planner know what a large load has brought."""

    def joined_text(self, expression: str, rows_of: str, order: str, separator: str) -> str:
        """A scalar SQL expression: `expression` of every row of `rows_of`, joined in `order`."""

    def advice(self, error: BaseException) -> str | None:
        """What to do about an error of this database's driver; None for any other error."""

    def is_conflict(self, error: BaseException) -> bool:
        """Whether an error says that a change contradicts what else the database holds."""

    def is_refusal(self, error: BaseException) -> bool:
        """Whether an error says that a value cannot be kept, rather than that nothing can."""

    def findings(self, connection: Any, target: Any, /) -> Iterator[str]:
        """What is wrong with the database itself, its references, triggers and index, each as one sentence."""
