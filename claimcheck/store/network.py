"""Whether a ledger would be on a network file system, where SQLite's locks cannot be relied on."""

import os
from pathlib import Path

from claimcheck.errors import StoreError

MOUNTS = Path("/proc/self/mountinfo")
NETWORK_TYPES = frozenset({
    "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.cephfs", "fuse.davfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
    "fuse.sshfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs",
})  # fmt: skip


def refuse_network(path: Path) -> None:
    """Refuse a place on a network file system, unless the settings allow it. Where the system does not say, it is none.

    Raises:
        StoreError: it is on one.
    """
    kind = _network_type(path)
    if kind is None:
        return
    from claimcheck.settings import setting

    if setting("network_fs").value != "allow":
        msg = (
            f"{path} is on a network file system ({kind}), where two computers can damage a ledger; keep it on a local "
            "disk or a PostgreSQL server, or set CLAIMCHECK_NETWORK_FS=allow"
        )
        raise StoreError(msg)


def _network_type(path: Path) -> str | None:
    """The type of the network file system that holds the nearest existing folder; None if it is none.

    Source: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
    """
    device = _device_of(path)
    if device is None or os.major(device):  # a disk of this computer
        return None
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    number = f"{os.major(device)}:{os.minor(device)}"
    for line in lines:
        mount, _, described = line.partition(" - ")
        if mount.split()[2:3] == [number]:
            kind = described.split(maxsplit=1)[0]
            return kind if kind in NETWORK_TYPES else None
    return None


def _device_of(path: Path) -> int | None:
    for place in (path, *path.absolute().parents):
        try:
            return place.stat().st_dev
        except OSError:  # not there yet, or not to be looked at: opening it says so better
            continue
    return None
