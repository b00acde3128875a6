"""What the tables are built from: column types, constraints and indexes that both databases understand."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def word(vocabulary: type[StrEnum]) -> sa.Enum:
    """A text column that holds one value of a closed list; `one_of` says so in a CHECK."""
    return sa.Enum(
        vocabulary,
        name=vocabulary.__name__.lower(),
        native_enum=False,
        create_constraint=False,
        values_callable=lambda enum: [member.value for member in enum],
        length=32,
    )


def one_of(column: str, vocabulary: type[StrEnum]) -> sa.CheckConstraint:
    """A CHECK as a chain of comparisons: for an IN list SQLite builds a table anew for every row."""
    allowed = " OR ".join(f"{column} = '{member.value}'" for member in vocabulary)
    return sa.CheckConstraint(allowed, name=vocabulary.__name__.lower())


def reference(target: str, *, ondelete: str = "RESTRICT", deferred: bool = False) -> sa.ForeignKey:
    """A reference to another table's column; a deferred one is looked at when the transaction ends."""
    if deferred:
        return sa.ForeignKey(target, ondelete=ondelete, deferrable=True, initially="DEFERRED")
    return sa.ForeignKey(target, ondelete=ondelete)


def rare_index(column: str, *columns: str) -> sa.Index:
    """An index of the rows that fill a column which few fill, on it or on `columns`: it costs nothing elsewhere."""
    filled = sa.text(f"{column} IS NOT NULL")
    return sa.Index(None, *(columns or (column,)), sqlite_where=filled, postgresql_where=filled)


def span_check(start: str, end: str, name: str) -> sa.CheckConstraint:
    """A CHECK that two columns are both empty, or the half-open range of something."""
    both = f"({start} IS NULL AND {end} IS NULL) OR ({start} >= 0 AND {end} > {start})"
    return sa.CheckConstraint(both, name=name)


def portable(kind: "sa.types.TypeEngine[Any]") -> "sa.types.TypeEngine[Any]":
    """The same column on both databases: whole numbers of 64 bits, text sorted by code point.

    Only INTEGER can be SQLite's row id, where it holds 64 bits as it is.
    """
    if type(kind) is sa.Integer:
        return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    if isinstance(kind, sa.String) and not isinstance(kind, sa.Enum):
        return sa.String(kind.length).with_variant(sa.String(kind.length, collation="C"), "postgresql")
    return kind
