"""The tables: words by value, text of any length, and nothing that only one database can do."""

from enum import StrEnum
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from claimcheck import vocabulary
from claimcheck.models import metadata
from claimcheck.store.claims import APPEARANCE_FIELDS, FIELDS

DIALECTS: list[Any] = [sqlite, postgresql]
COLUMNS: list[Any] = [column for table in metadata.tables.values() for column in table.columns]
WORDS = [column for column in COLUMNS if isinstance(column.type, sa.Enum)]


def label(column: Any) -> str:
    return str(column)


def test_there_is_a_table_for_every_word_of_the_ledger() -> None:
    assert set(metadata.tables) == {
        *("source", "source_alias", "document", "snapshot", "claim", "appearance", "via", "tag", "claim_tag"),
        *("relation", "command", "event"),
        *("rendition", "evidence", "link", "watch", "run", "run_outcome", "search", "finding"),
        *("relation_suggestion", "assessment"),
    }


@pytest.mark.parametrize("column", WORDS, ids=label)
def test_words_are_stored_by_value_and_are_no_native_type(column: Any) -> None:
    vocabulary_of = column.type.enum_class
    assert issubclass(vocabulary_of, StrEnum)
    assert column.type.enums == [member.value for member in vocabulary_of]
    assert column.type.native_enum is False
    assert max(map(len, column.type.enums)) <= column.type.length


@pytest.mark.parametrize("column", WORDS, ids=label)
def test_the_database_knows_every_word_of_the_list(column: Any) -> None:
    checks = [
        str(item.sqltext.compile(dialect=DIALECTS[0].dialect(), compile_kwargs={"literal_binds": True}))
        for item in column.table.constraints
        if isinstance(item, sa.CheckConstraint)
    ]
    assert any(all(f"'{word}'" in check for word in column.type.enums) for check in checks)


def test_every_word_list_of_stored_things_has_its_column() -> None:
    lists = {item for item in vars(vocabulary).values() if isinstance(item, type) and issubclass(item, StrEnum)}
    assert {column.type.enum_class for column in WORDS} == lists - {
        StrEnum,
        vocabulary.Preference,
        vocabulary.FetchFailure,
        vocabulary.AnchorState,
        vocabulary.NumberOutcome,
    }


@pytest.mark.parametrize("name", ["text", "basis", "note", "quote", "name", "title", "old", "new"])
def test_text_that_people_write_has_no_length(name: str) -> None:
    found = [column for column in COLUMNS if column.name == name]
    assert found
    assert [column for column in found if column.type.length is not None] == []


def test_every_number_that_people_see_is_never_given_twice() -> None:
    for table in metadata.tables.values():
        if "id" in table.columns:
            assert table.dialect_options["sqlite"]["autoincrement"] is True, table.name


def leading(columns: Any) -> str:
    return str(next(iter(columns)).name)


def test_every_reference_has_an_index_or_is_searched_first() -> None:
    for table in metadata.tables.values():
        unique: list[Any] = [item for item in table.constraints if isinstance(item, sa.UniqueConstraint)]
        found = {leading(item.columns) for item in [*unique, *table.indexes, table.primary_key]}
        assert {column.name for column in table.columns if column.foreign_keys} - found == set(), table.name


@pytest.mark.parametrize("module", DIALECTS, ids=["sqlite", "postgresql"])
def test_both_databases_can_be_told_to_make_the_tables(module: Any) -> None:
    dialect = module.dialect()
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))


def test_a_state_holds_every_column_that_cannot_be_derived() -> None:
    derived = {"id", "claim_id", "text_fingerprint", "said_earliest", "said_latest"}
    for table, fields in (("claim", FIELDS), ("appearance", APPEARANCE_FIELDS)):
        assert {column.name for column in metadata.tables[table].columns} - derived == set(fields)
