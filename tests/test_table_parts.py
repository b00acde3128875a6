"""Column types, constraints and indexes that both databases understand."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from claimcheck.table_parts import one_of, portable, span_check, word
from claimcheck.vocabulary import Directness


def ddl(kind: "sa.types.TypeEngine[Any]") -> tuple[str, str]:
    return kind.compile(sqlite.dialect()), kind.compile(postgresql.dialect())  # type: ignore[no-untyped-call]


def test_numbers_have_64_bits_and_text_sorts_by_code_point() -> None:
    assert ddl(portable(sa.Integer())) == ("INTEGER", "BIGINT")
    assert ddl(portable(sa.String(64))) == ("VARCHAR(64)", 'VARCHAR(64) COLLATE "C"')
    assert ddl(portable(sa.SmallInteger())) == ("SMALLINT", "SMALLINT")


def test_a_word_stays_a_word() -> None:
    kind = word(Directness)
    assert portable(kind) is kind
    assert ddl(kind) == ("VARCHAR(32)", "VARCHAR(32)")


def test_a_list_of_words_is_a_chain_of_comparisons() -> None:
    said = str(one_of("directness", Directness).sqltext)
    assert said == "directness = 'direct' OR directness = 'indirect' OR directness = 'mixed'"


@pytest.mark.parametrize(
    ("start", "end", "is_kept"), [(None, None, True), (0, 1, True), (3, 3, False), (4, 3, False), (-1, 2, False)]
)
def test_a_span_is_empty_or_runs_forward(start: int | None, end: int | None, is_kept: bool) -> None:  # noqa: FBT001
    engine = sa.create_engine("sqlite://")
    condition = span_check("a", "b", "order").sqltext
    with engine.connect() as connection:
        row = connection.execute(sa.text(f"SELECT {condition} FROM (SELECT :a AS a, :b AS b)"), {"a": start, "b": end})  # noqa: S608
        assert bool(row.scalar()) is is_kept
