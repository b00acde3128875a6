"""The three-way comparison: what a reviewer has changed of a row, set against what the ledger has changed since.

`base` is the claim as it was exported, `ours` as the ledger has it now, `theirs` as the row says. Sources are
ids, or the names of those that the ledger does not have.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from claimcheck.spreadsheet import is_resaved
from claimcheck.store.documents import identity
from claimcheck.store.present_states import DOCUMENT_FIELDS, Known

PLACE_UNITS = (
    ("quote", "quote_start"), ("cue", "cue_start"), ("span_start", "span_end", "span_sha256"), ("directness",),
    ("via",), ("text_sha256",),
)  # fmt: skip
"""What of an appearance stands and falls together: an offset means nothing beside other words."""
_SAID_ON = "said_on"
Place = Mapping[str, Any]


class Said(NamedTuple):
    """What a row says, by the names of the ledger's own columns; None and no tags are what it clears.

    `tags` None means that it does not say; the hash of the text is a column of the place.
    """

    fields: Mapping[str, Any]
    tags: frozenset[str] | None
    place: Mapping[str, Any]
    document: Mapping[str, Any]


class Decision(NamedTuple):
    """One value that the reviewer has changed; a clash if the ledger has changed it too, to something else."""

    field: str
    base: Any
    ours: Any
    theirs: Any
    is_clash: bool = False


def same_place(base: Known, ours: Known) -> tuple[Place, Place]:
    """The appearance that the row shows, as it was then and as it is now; empty where it was not there."""
    then = first_place(base)
    if not then:
        return {}, first_place(ours)
    return then, next((place for place in ours.appearances if place["id"] == then["id"]), {})


def first_place(known: Known) -> Place:
    """A claim's first appearance; empty if it has none."""
    return next((place for place in known.appearances if place.get("is_first")), {})


def claim_decisions(said: Said, base: Known, ours: Known) -> Iterator[Decision]:
    """What becomes of the claim's own columns."""
    own_day = _has_own_day(base, ours)
    for field, value in said.fields.items():
        if field != _SAID_ON or not own_day:
            yield from _unit((field,), base.fields, ours.fields, {field: value})


def tag_decisions(said: Said, base: Known, ours: Known) -> Iterator[Decision]:
    """What becomes of each tag; nobody can have changed one in two different ways."""
    if said.tags is None:
        return
    for tag in sorted(said.tags - base.tags - ours.tags):
        yield Decision("tag", None, None, tag)
    for tag in sorted((base.tags - said.tags) & ours.tags):
        yield Decision("tag", tag, tag, None)


def place_decisions(said: Said, base: Known, ours: Known) -> Iterator[Decision]:
    """What becomes of the columns of the appearance that the row shows, its document apart."""
    then, now = (_viewed(place, known) for place, known in zip(same_place(base, ours), (base, ours), strict=True))
    for unit in PLACE_UNITS:
        yield from _unit(unit, then, now, {name: said.place[name] for name in unit if name in said.place})
    if _SAID_ON in said.fields and _has_own_day(base, ours):
        then = {**then, _SAID_ON: base.fields[_SAID_ON]}
        yield from _unit((_SAID_ON,), then, now, {_SAID_ON: said.fields[_SAID_ON]})


def changed_document(said: Said, shown: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """The columns of the document in which the row says what no export of that revision can have shown."""
    return {
        name: value
        for name, value in said.document.items()
        if not any(is_resaved(value, other) for other in shown[name])
    }


def is_same_document(described: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether a description is still that of a document, whose details it corrects."""
    return identity(*map(described.get, DOCUMENT_FIELDS)) == identity(*map(known.get, DOCUMENT_FIELDS))


def correction_decisions(
    changed: Mapping[str, Any], shown: Mapping[str, Sequence[Any]], now: Mapping[str, Any]
) -> Iterator[Decision]:
    """What becomes of a document's details; where an export can have shown several, nobody knows what was seen."""
    for name, value in changed.items():
        if value != now[name]:
            yield Decision(name, shown[name][0], now[name], value, list(shown[name]) != [now[name]])


def hops_of(via: Sequence[Mapping[str, Any]]) -> list[tuple[Any, Any]]:
    """A chain of hops as it is compared."""
    return [(hop["source_id"], hop.get("how")) for hop in via]


def _has_own_day(base: Known, ours: Known) -> bool:
    """Whether the appearance that the row shows is no longer the first, and so keeps its day for itself."""
    then, now = same_place(base, ours)
    return bool(then and now) and not now.get("is_first")


def _viewed(place: Place, known: Known) -> dict[str, Any]:
    own = {**place, "via": hops_of(place.get("via", ())) or None}
    return {**own, "text_sha256": known.texts.get(place.get("snapshot_id", 0))}


def _unit(
    unit: Sequence[str], base: Mapping[str, Any], ours: Mapping[str, Any], given: Mapping[str, Any]
) -> Iterator[Decision]:
    """What becomes of columns that are changed together or not at all."""
    theirs = {name: base.get(name) if is_resaved(value, base.get(name)) else value for name, value in given.items()}
    if all(value == base.get(name) for name, value in theirs.items()):
        return
    is_clash = any(ours.get(name) != base.get(name) for name in unit)
    for name, value in theirs.items():
        if value != ours.get(name):
            yield Decision(name, base.get(name), ours.get(name), value, is_clash)
