"""Ledgers on network file systems are refused, unless that is allowed."""

import os
from pathlib import Path

import pytest

from claimcheck.errors import StoreError
from claimcheck.store import network
from tests.conftest import Run

pytestmark = pytest.mark.file


@pytest.fixture
def on_nfs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Everything below `tmp_path` looks as if it were mounted from another computer."""
    mount(monkeypatch, tmp_path, "nfs4")


def mount(monkeypatch: pytest.MonkeyPatch, folder: Path, kind: str) -> None:
    table = folder.with_name(folder.name + ".mountinfo")
    table.write_text(f"1 0 8:1 / / rw - ext4 /dev/sda rw\n2 1 0:99 / {folder} rw shared:1 - {kind} server:/x rw\n")
    monkeypatch.setattr(network, "MOUNTS", table)
    monkeypatch.setattr(network, "_device_of", lambda _: os.makedev(0, 99))


@pytest.mark.usefixtures("on_nfs")
def test_no_ledger_is_started_there(run: Run, tmp_path: Path) -> None:
    for command in (("load",), ("db", "init")):
        refused = run(*command)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (5, "", 1)
        assert "network file system (nfs4)" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_there_is_neither_read_nor_written(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mount(monkeypatch, tmp_path, "fuse.sshfs")
    for command in (("list",), ("annotate", "1", "x"), ("db", "check"), ("db", "upgrade")):
        refused = seeded(*command)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (5, "", 1)
        assert "network file system (fuse.sshfs)" in refused.err
    assert seeded("db", "journal").code == 5
    assert seeded("db", "backup", str(tmp_path / "rescued")).code == 0
    elsewhere = tmp_path / "elsewhere.sqlite3"
    restore = ("db", "restore", str(tmp_path / "rescued"))
    for restoring in (("--db", str(elsewhere), *restore), (*restore, "--yes")):
        refused = seeded(*restoring)
        assert (refused.code, refused.out) == (5, "")
        assert "network file system (fuse.sshfs)" in refused.err
    assert not elsewhere.exists()


@pytest.mark.usefixtures("on_nfs")
def test_it_can_be_allowed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_NETWORK_FS", "allow")
    assert run("load").code == 0
    assert run("list").code == 0


def test_memory_and_overlays_are_no_network(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for kind in ("tmpfs", "overlay", "btrfs", "fuse.mergerfs"):
        mount(monkeypatch, tmp_path, kind)
        assert run("db", "init").code == 0


def test_where_the_system_does_not_say_nothing_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mount(monkeypatch, tmp_path, "nfs")
    monkeypatch.setattr(network, "MOUNTS", tmp_path / "missing")
    assert run("db", "init").code == 0


def test_the_mounts_of_this_machine_are_understood(tmp_path: Path) -> None:
    network.refuse_network(tmp_path / "not" / "there" / "yet")
    network.refuse_network(Path("/dev/shm/ledger"))  # noqa: S108 - looked at, not written


def test_a_mount_of_this_machine_is_found_by_the_device_of_what_lies_on_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = network.MOUNTS.read_text(encoding="utf-8") if network.MOUNTS.exists() else ""
    if " - tmpfs " not in table or os.major(Path("/dev/shm").stat().st_dev):  # noqa: S108 - looked at, not written
        pytest.skip("this machine keeps no files in memory")
    remote = tmp_path / "mountinfo"
    remote.write_text(table.replace(" - tmpfs ", " - nfs4 "), encoding="utf-8")
    monkeypatch.setattr(network, "MOUNTS", remote)
    with pytest.raises(StoreError, match=r"network file system \(nfs4\)"):
        network.refuse_network(Path("/dev/shm/not/there/yet"))  # noqa: S108 - looked at, not written
