"""What a row that was not exported from here would like to see changed of a known claim: a pure comparison."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from claimcheck.store.present_states import Known
from claimcheck.values import ClaimIn


class Row(NamedTuple):
    """A row about a known claim, its source and its place stored and named by id."""

    claim_id: int
    claim: ClaimIn
    source_id: int | None
    place: Mapping[str, Any] | None
    is_repeated: bool
    """Whether another row of the file before it is about the same claim."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One field that the row would have changed, from what it is to what the row says."""

    field: str
    old: Any
    new: Any


def wishes(row: Row, known: Known) -> list[Wish]:
    """Every difference between what the row says and what the ledger has."""
    found = _scalars(row, known.fields)
    found += [Wish("tag", None, tag) for tag in row.claim.tags if tag not in known.tags]
    return _with_place(row, known, found) if row.place else found


def _scalars(row: Row, stored: Mapping[str, Any]) -> list[Wish]:
    new = dict(row.claim.fields)
    if row.claim.public_id == stored["public_id"]:
        if row.source_id is not None:
            new["source_id"] = row.source_id
    else:
        new.pop("text", None)
    return [Wish(field, stored[field], value) for field, value in new.items() if stored[field] != value]


def _with_place(row: Row, known: Known, found: list[Wish]) -> list[Wish]:
    """The wishes with those about the row's place added, and the row's day compared with the right one."""
    said_on = row.claim.fields.get("said_on")
    place = row.place or {}
    match = _matched(row, known)
    if match is not None and (match.get("is_first") or not said_on):
        merged = {**match, **place}
    elif match is not None:
        found = [wish for wish in found if wish.field != "said_on"]
        merged = {**match, **place, "said_on": said_on}
    elif known.appearances:
        found = [wish for wish in found if wish.field != "said_on"]
        day = {"said_on": said_on} if said_on else {}
        return [*found, Wish("appearance", None, {**place, "is_first": False, **day})]
    else:
        return [*found, Wish("appearance", None, {**place, "is_first": True})]
    if _comparable(merged) == _comparable(match):
        return found
    return [*found, Wish("appearance", match, merged)]


def _matched(row: Row, known: Known) -> Mapping[str, Any] | None:
    """The stored appearance that is at the row's place."""
    place = row.place or {}
    for state in known.appearances:
        if place.get("document_id") not in (None, state.get("document_id")) and "document_id" in state:
            continue
        start, other = state.get("span_start"), place.get("span_start")
        if start is None or other is None or (start == other and state.get("span_end") == place.get("span_end")):
            return state
    return None


def _comparable(state: Mapping[str, Any] | None) -> dict[str, Any]:
    state = state or {}
    plain = {name: value for name, value in state.items() if value is not None and name != "via"}
    plain["is_first"] = bool(plain.get("is_first"))
    hops = [(hop["source_id"], hop.get("how")) for hop in state.get("via", ())]
    return {**plain, "via": hops}
