"""A file in the making: seen by nobody until it is whole, and in nobody's way when it never was."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from claimcheck.errors import StoreError
from claimcheck.store import draft

KILLED = """
import os, sys
from pathlib import Path
from claimcheck.store import draft
with draft.opened(Path(sys.argv[1])) as file:
    file.with_name(file.name + "-wal").touch()
    os.kill(os.getpid(), 9)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_draft_takes_its_place_when_it_is_published_and_leaves_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "file"
    with draft.opened(place) as file:
        assert file is not None
        assert file.stat().st_mode & 0o777 == 0o600
        file.write_bytes(b"whole")
        assert not place.exists()
        draft.publish(file, place)
    assert place.read_bytes() == b"whole"
    assert names(tmp_path) == ["file"]


def test_a_draft_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), draft.opened(tmp_path / "file"):
        raise ValueError("x")
    assert names(tmp_path) == []


@pytest.mark.parametrize("is_link", [True, False])
def test_there_is_no_draft_for_a_place_that_is_taken(tmp_path: Path, *, is_link: bool) -> None:
    place = tmp_path / "file"
    if is_link:
        place.symlink_to("nowhere")
    else:
        place.touch()
    with draft.opened(place) as file:
        assert file is None
    assert names(tmp_path) == ["file"]


def test_what_somebody_else_has_put_there_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    place = tmp_path / "file"
    with draft.opened(place) as file:
        assert file is not None
        place.write_text("precious", encoding="utf-8")
        with pytest.raises(FileExistsError):
            draft.publish(file, place)
    assert (names(tmp_path), place.read_text(encoding="utf-8")) == (["file"], "precious")


def test_the_draft_of_a_killed_process_is_removed_by_the_next(tmp_path: Path) -> None:
    place = tmp_path / "file"
    ended = subprocess.run([sys.executable, "-c", KILLED, str(place)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert names(tmp_path) == [".file.lock", ".file.new", ".file.new-wal"]
    with draft.opened(place) as file:
        assert file is not None
        assert (file.read_bytes(), names(tmp_path)) == (b"", [".file.lock", ".file.new"])
    assert names(tmp_path) == []


def test_the_draft_of_another_that_is_at_work_is_waited_for(tmp_path: Path) -> None:
    place, seen, ready = tmp_path / "file", [], Event()

    def second() -> None:
        ready.set()
        with draft.opened(place) as file:
            seen.append(file)

    waiting = Thread(target=second)
    with draft.opened(place) as file:
        assert file is not None
        waiting.start()
        assert ready.wait(10)
        waiting.join(0.2)
        assert waiting.is_alive()
        file.write_bytes(b"whole")
        draft.publish(file, place)
    waiting.join(10)
    assert (seen, place.read_bytes(), names(tmp_path)) == ([None], b"whole", ["file"])


def test_who_waits_too_long_is_told_and_disturbs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "PATIENCE_S", 0)
    before = len(names(Path("/dev/fd")))
    with draft.opened(tmp_path / "file") as file:
        assert file is not None
        with pytest.raises(StoreError, match="try again"), draft.opened(tmp_path / "file"):
            pass
        assert file.exists()
    assert names(tmp_path) == []
    assert len(names(Path("/dev/fd"))) == before
