"""An event as a sentence."""

from collections.abc import Mapping
from typing import Any

from claimcheck.values import Change
from claimcheck.vocabulary import Entity

_SEVERAL = ("tag", "alias", "relation", "relation_suggestion", "appearance", "snapshot", "evidence", "link")
"""What an entity has several of."""
_FIELD_NAMES = {"source_id": "source", "publisher_id": "publisher", "merged_into_id": "merged into"}


def sentence(event: Mapping[str, Any]) -> str:
    """What an event did: "confidence: 0.7 -> 0.4", "tag + drones", "created"."""
    prefix = f"undid event {event['undoes_id']}: " if event["undoes_id"] else ""
    return prefix + _what(event["action"], event["field"], event["old"], event["new"])


def change_sentence(change: Change, names: Mapping[int, str] | None = None) -> str:
    """What a change did, with what it was done to."""
    from claimcheck.store.timeline import spoken

    known = names or {}
    old, new = (spoken(change.field, value, known) for value in (change.old, change.new))
    subject = f"{change.entity} {change.entity_id}"
    if change.entity is Entity.SOURCE:
        subject = known.get(change.entity_id, subject)
    return f"{subject}: {_what('changed', change.field, old, new)}"


def _what(action: str, field: str | None, old: str | None, new: str | None) -> str:
    if action == "noted":
        return f"noted: {new}" if new is not None else f"withdrew the note: {old}"
    if action != "changed":
        return action
    name = _FIELD_NAMES.get(field or "", (field or "").replace("_", " "))
    if field in _SEVERAL and (old is None or new is None):
        return f"{name} + {new}" if old is None else f"{name} - {old}"
    return f"{name}: {'(none)' if old is None else old} -> {'(none)' if new is None else new}"
