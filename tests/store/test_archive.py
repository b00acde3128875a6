"""The folder of documents: private, each once, and nothing that is not what it is named."""

import stat
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.store.archive import Archive

CONTENT = b"<p>The ships were seen at dawn.</p>"
DIGEST = sha256(CONTENT).hexdigest()


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "snapshots"


def test_what_is_kept_is_found_by_its_hash_and_readable_by_its_owner_alone(folder: Path) -> None:
    assert Archive(folder).keep(CONTENT) == DIGEST
    assert Archive(folder).bytes_of(DIGEST) == CONTENT
    (file,) = files(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_same_bytes_twice_are_one_file(folder: Path) -> None:
    Archive(folder).keep(CONTENT)
    (before,) = [path.stat().st_mtime_ns for path in files(folder)]
    Archive(folder).keep(CONTENT)
    assert [path.stat().st_mtime_ns for path in files(folder)] == [before]


def test_what_is_not_there_is_nothing(folder: Path) -> None:
    assert Archive(folder).bytes_of(DIGEST) is None


def test_a_file_that_was_changed_is_not_handed_out(folder: Path) -> None:
    Archive(folder).keep(CONTENT)
    (file,) = files(folder)
    file.write_bytes(CONTENT.replace(b"dawn", b"dusk"))
    with pytest.raises(StoreError, match="no longer what was kept"):
        Archive(folder).bytes_of(DIGEST)


def test_a_file_that_a_crash_left_short_is_written_anew(folder: Path) -> None:
    Archive(folder).keep(CONTENT)
    (file,) = files(folder)
    file.write_bytes(b"")
    Archive(folder).keep(CONTENT)
    assert Archive(folder).bytes_of(DIGEST) == CONTENT


def test_a_folder_that_cannot_be_made_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError, match=r"cannot keep a document in .*taken.*; choose a folder"):
        Archive(tmp_path / "taken").keep(CONTENT)


def test_nothing_is_left_behind_where_the_disk_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("claimcheck.store.archive.os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        Archive(folder).keep(CONTENT)
    assert files(folder) == []
