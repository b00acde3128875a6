"""Vectors kept from one run to the next."""

import sqlite3
from pathlib import Path

import pytest

from claimcheck.vectors import KeptVectors, file_for


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vectors.sqlite3"


def test_what_is_kept_is_known_again_and_nothing_else(file: Path) -> None:
    KeptVectors(file).keep({"a text": b"12", "another": b"34"})
    assert KeptVectors(file).of(["a text", "a third"]) == {"a text": b"12"}
    many = {f"text {number}": b"0" for number in range(1_200)}
    KeptVectors(file).keep(many)
    assert KeptVectors(file).of([*many, "another"]) == many | {"another": b"34"}


def test_no_text_can_be_read_in_the_file(file: Path) -> None:
    KeptVectors(file).keep({"a secret text": b"12"})
    assert b"secret" not in file.read_bytes()


def test_a_file_that_is_damaged_or_held_by_another_run_counts_as_none(file: Path) -> None:
    assert KeptVectors(file).of(["a"]) == {}
    KeptVectors(file).keep({"a": b"1"})
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    KeptVectors(file).keep({"b": b"2"})
    assert KeptVectors(file).of(["a"]) == {}
    other.close()
    assert KeptVectors(file).of(["a", "b"]) == {"a": b"1"}
    file.write_bytes(b"not a database at all" * 100)
    assert KeptVectors(file).of(["a"]) == {}


def test_a_damaged_file_is_made_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database at all" * 100)
    assert KeptVectors(file).of(["a"]) == {}
    KeptVectors(file).keep({"a": b"1"})
    assert KeptVectors(file).of(["a"]) == {"a": b"1"}


def test_what_is_kept_as_something_else_than_bytes_is_not_known(file: Path) -> None:
    KeptVectors(file).keep({"a": b"1", "b": b"2"})
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE vector SET numbers = 'text' WHERE numbers = x'31'")
    connection.close()
    assert KeptVectors(file).of(["a", "b"]) == {"b": b"2"}


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    KeptVectors(tmp_path / "cache" / "v.sqlite3").keep({"a": b"1"})
    assert KeptVectors(tmp_path / "cache" / "v.sqlite3").of(["a"]) == {}


def test_each_model_has_its_own_file(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in ("one", "same", "other"))
    for model, content in ((one, b"1"), (same, b"1"), (other, b"2")):
        model.write_bytes(content)
    assert file_for(tmp_path, one) == file_for(tmp_path, same) != file_for(tmp_path, other)
    assert file_for(tmp_path, one, other) not in {file_for(tmp_path, one), file_for(tmp_path, one, same)}
