"""The folder of documents: private, each once, and nothing that is not what it is named."""

import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.store import archive
from claimcheck.store.archive import Archive

CONTENT = b"<p>The ships were seen at dawn.</p>"
DIGEST = sha256(CONTENT).hexdigest()


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(params=["as the system can", "with names"], autouse=True)
def _ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to write: with files without a name, and on file systems that have none."""
    if request.param == "with names":
        monkeypatch.setattr(archive, "_unnamed", lambda _: None)


@pytest.fixture
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "snapshots"


@pytest.mark.usefixtures("usual_umask")
def test_what_is_kept_is_found_by_its_hash_and_readable_by_its_owner_alone(folder: Path) -> None:
    assert Archive(folder).keep(CONTENT) == DIGEST
    assert Archive(folder).bytes_of(DIGEST) == CONTENT
    (file,) = files(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [stat.S_IMODE(made.stat().st_mode) for made in (file.parent, folder)] == [0o700, 0o700]


@pytest.mark.usefixtures("usual_umask")
def test_a_folder_that_is_there_stays_as_its_owner_made_it(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    Archive(folder).keep(CONTENT)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


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


@pytest.mark.parametrize("left", [b"", CONTENT[:-1], CONTENT.replace(b"dawn", b"dusk"), bytes(len(CONTENT))])
def test_a_file_that_is_not_what_its_name_says_is_written_anew(folder: Path, left: bytes) -> None:
    Archive(folder).keep(CONTENT)
    (file,) = files(folder)
    file.write_bytes(left)
    Archive(folder).keep(CONTENT)
    assert Archive(folder).bytes_of(DIGEST) == CONTENT
    assert files(folder) == [file]


def test_whoever_keeps_the_same_at_the_same_time_is_not_in_the_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(handle: int, content: bytes) -> None:
        monkeypatch.setattr(archive, "_fill", filling)
        Archive(folder).keep(CONTENT)
        filling(handle, content)

    filling = archive._fill
    monkeypatch.setattr(archive, "_fill", fill)
    Archive(folder).keep(CONTENT)
    assert Archive(folder).bytes_of(DIGEST) == CONTENT
    assert len(files(folder)) == 1


def test_a_process_that_is_killed_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / DIGEST[:2]).mkdir(parents=True)
    handle = archive._unnamed(folder)
    if handle is None:
        pytest.skip("this file system has no files without a name")
    os.close(handle)
    killed = os.fork()
    if killed == 0:
        monkeypatch.setattr("claimcheck.store.archive.os.fsync", lambda _: os._exit(9))
        Archive(folder).keep(CONTENT)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(killed, 0)[1]) == 9
    assert files(folder) == []


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
