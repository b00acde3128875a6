"""A document on one screen, and what changed between two of its snapshots."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

import typer

if TYPE_CHECKING:
    from claimcheck.steps.documents import Changes

MAX_SHOWN = 20
_STATES = ("anchored", "drifted", "ambiguous", "orphaned")


def lines(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Labels and what they stand for."""
    yield f"document {view['id']}", view["title"] or "without a title"
    for label, name in (("url", "url"), ("publisher", "publisher"), ("by", "author"), ("language", "language")):
        if view[name]:
            yield label, view[name]
    if view["published_on"]:
        reason = f" ({view['published_on_reason']})" if view["published_on_reason"] else ""
        yield "published", f"{view['published_on']}{reason}"
    yield "recorded", f"{view['recorded_at']}, revision {view['revision']}, {view['public_id']}"
    for snapshot in view["snapshots"]:
        yield f"snapshot {snapshot['id']}", _snapshot(snapshot)
    yield from _anchors(view)
    label = "evidence"
    for passage in view["evidence"][:MAX_SHOWN]:
        where = f"{passage['id']}: snapshot {passage['snapshot_id']}, {passage['span_start']}-{passage['span_end']}"
        yield label, f"{where}: \u201c{passage['exact']}\u201d"
        label = ""
    if len(view["evidence"]) > MAX_SHOWN:
        yield "", f"and {len(view['evidence']) - MAX_SHOWN} more (--json)"


def _snapshot(snapshot: dict[str, Any]) -> str:
    size = f"{snapshot['size_bytes']:,} bytes" if snapshot["size_bytes"] is not None else None
    digest = snapshot["sha256"] or snapshot["text_sha256"]
    read_by = " ".join(part for part in (snapshot["extractor"], snapshot["extractor_version"]) if part)
    parts = [
        _moment(snapshot["retrieved_at"]),
        f"again {_moment(snapshot['returned_at'])}" if snapshot["returned_at"] else None,
        snapshot["media_type"],
        size,
        f"sha256 {digest[:12]}...",
        f"bytes {snapshot['bytes']}" if snapshot["bytes"] else "text known by its hash",
        f"read by {read_by}" if read_by else None,
        None if snapshot["has_text"] else "no text kept",
        snapshot["final_url"] if snapshot["final_url"] != snapshot["requested_url"] else None,
    ]
    return ", ".join(part for part in parts if part)


def _moment(instant: str | None) -> str | None:
    return f"{instant[:19]}Z" if instant else None


def _anchors(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if view["checked_snapshot"] is None:
        return
    counts = Counter(check["state"] for check in view["anchors"])
    told = [f"{counts[state]} {state}" for state in _STATES if counts[state]]
    if counts[None]:
        told.append(f"{counts[None]} known by a hash that stands for another text")
    yield "quotations", f"in snapshot {view['checked_snapshot']}: {', '.join(told) or 'none'}"
    trouble = [check for check in view["anchors"] if check["state"] not in (None, "anchored")]
    for check in trouble[:MAX_SHOWN]:
        yield "", _trouble(check)
    if len(trouble) > MAX_SHOWN:
        yield "", f"and {len(trouble) - MAX_SHOWN} more (--json)"


def _trouble(check: dict[str, Any]) -> str:
    evidence_id = check["evidence_id"]
    what = f"{check['what']} of claim {check['claim_id']}" if evidence_id is None else f"evidence {evidence_id}"
    place = f" at {check['start']}-{check['end']}" if check["start"] is not None else ""
    alike = f", {check['similarity']:.0%} alike" if check["similarity"] is not None else ""
    return f"{check['state']}{place}{alike}: {what}: \u201c{check['exact']}\u201d"


def write_changes(changes: "Changes") -> bool:
    """Write what changed; gives whether anything did."""
    from dataclasses import asdict

    from claimcheck.cli._style import bold
    from claimcheck.text import one_line

    for line in changes.lines:
        shown = one_line(line)
        typer.echo(bold(shown) if line.startswith(("---", "+++", "@@")) else shown)
    for moved in changes.moved:
        was = moved.before.state or "not checked"
        typer.echo(one_line(f"{was} -> {_trouble(asdict(moved.after))}"))
    return bool(changes.lines or changes.moved)


def write_content(text: str, stream: TextIO) -> None:
    """Write a text: as it is into a pipe, its controls made visible on a terminal."""
    from claimcheck.text import visible

    stream.write(visible(text) if stream.isatty() else text)
    if stream.isatty() and not text.endswith("\n"):
        stream.write("\n")
