"""Documents looked at: one with its snapshots and anchors, and what changed between two of its snapshots."""

from dataclasses import asdict, dataclass
from typing import Any

from claimcheck.comparing import unified
from claimcheck.errors import NotFoundError, StoreError
from claimcheck.steps.anchors import AnchorCheck, anchor_checks
from claimcheck.store.archive import Archive
from claimcheck.store.document_reads import document, latest_state, passages, snapshot, snapshots
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import text_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A quotation whose state is not the same in two texts."""

    before: AnchorCheck
    after: AnchorCheck


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two snapshots: a unified diff of sentences, and the quotations that no longer stand."""

    old: dict[str, Any]
    new: dict[str, Any]
    lines: list[str]
    moved: list[Moved]


def document_view(reader: Reader, archive: Archive, document_id: int) -> dict[str, Any]:
    """A document with its snapshots, evidence, and every quotation checked against the latest text that is kept.

    `text` is that text, None if none is kept; `bytes` of a snapshot is kept, missing, changed, or None if it has no
    bytes of its own.

    Raises:
        NotFoundError: there is no such document.
    """
    view = document(reader, document_id)
    view["snapshots"] = [
        found | {"bytes": _state_of_bytes(archive, found["sha256"])} for found in snapshots(reader, document_id)
    ]
    view["evidence"] = passages(reader, document_id)
    kept = [found for found in view["snapshots"] if found["has_text"]]
    latest = latest_state(kept)
    text = text_of(reader, latest["id"]) if latest else None
    view["checked_snapshot"] = latest["id"] if latest else None
    view["anchors"] = [asdict(check) for check in anchor_checks(reader, document_id, text)] if text is not None else []
    view["text"] = text
    return view


def document_changes(reader: Reader, document_id: int, old_id: int | None, new_id: int | None) -> Changes:
    """What changed between two snapshots of a document; without ids, between the last two that were read alike.

    Raises:
        NotFoundError: there is no such document or snapshot, or there are not two of which the text is kept.
    """
    document(reader, document_id)
    old, new = _two(reader, document_id, old_id, new_id)
    texts = [text_of(reader, found["id"]) or "" for found in (old, new)]
    lines = list(unified(*texts, old_name=_called(old), new_name=_called(new)))
    checks = [anchor_checks(reader, document_id, text) for text in texts]
    moved = [Moved(before, after) for before, after in zip(*checks, strict=True) if before.state is not after.state]
    return Changes(old, new, lines, moved)


def _called(found: dict[str, Any]) -> str:
    moments = [f"{moment[:19]}Z" for moment in (found["retrieved_at"], found["returned_at"]) if moment]
    return f"snapshot {found['id']}" + (f" ({' and again '.join(moments)})" if moments else "")


def _two(
    reader: Reader, document_id: int, old_id: int | None, new_id: int | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    kept = [found for found in snapshots(reader, document_id) if found["has_text"]]
    old, new = (_own(reader, document_id, own_id) if own_id is not None else None for own_id in (old_id, new_id))
    new = new or latest_state(kept)
    if new is not None and old is None:
        # What is read in another way, as an item of a feed, is no earlier state of a page.
        before = kept[: [found["id"] for found in kept].index(new["id"])]
        old = next((found for found in reversed(before) if found["extractor"] == new["extractor"]), None)
    if old is None or new is None:
        msg = f"document {document_id} has not two snapshots of which the text is kept; see `document show`"
        raise NotFoundError(msg)
    return old, new


def _own(reader: Reader, document_id: int, snapshot_id: int) -> dict[str, Any]:
    found = snapshot(reader, snapshot_id)
    if found["document_id"] != document_id or not found["has_text"]:
        what = "is of another document" if found["document_id"] != document_id else "is known by its hash only"
        msg = f"snapshot {snapshot_id} {what}; see `claimcheck document show {document_id}`"
        raise NotFoundError(msg)
    return found


def _state_of_bytes(archive: Archive, digest: str | None) -> str | None:
    if digest is None:
        return None
    try:
        return "missing" if archive.bytes_of(digest) is None else "kept"
    except StoreError:
        return "changed"
