"""Claims as they were at an earlier revision, by the history: what a row that was exported then was made from."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from claimcheck.errors import StoreError
from claimcheck.store.bulk import rows_by_id
from claimcheck.store.claims import APPEARANCE_FIELDS, FIELDS
from claimcheck.store.dialect import Connection
from claimcheck.store.folding import Event, as_of
from claimcheck.store.inventory import Fields
from claimcheck.store.present_states import DOCUMENT_FIELDS, Known, documents_now, texts_now
from claimcheck.text import comparison_key
from claimcheck.vocabulary import Action, Entity

_EVENTS = f"""
SELECT entity_id, event.id, command_id, action, field, old, new, undoes_id, recorded_at
FROM event LEFT JOIN command ON command.id = command_id
WHERE entity = '{Entity.CLAIM}' AND entity_id IN ({{marks}}) ORDER BY entity_id, event.id
"""  # noqa: S608
_CHANGES = """
SELECT id, old, new FROM event
WHERE entity = ? AND entity_id = ? AND field = ? AND action = 'changed' AND command_id > ? ORDER BY id
"""
_GONE_DOCUMENTS = (
    f"SELECT entity_id, old FROM event WHERE entity = '{Entity.DOCUMENT}' AND action = '{Action.DELETED}' "  # noqa: S608
    "AND entity_id IN ({marks}) ORDER BY id"
)
_GONE_SNAPSHOTS = (
    f"SELECT entity_id, old FROM event WHERE entity = '{Entity.DOCUMENT}' AND field = 'snapshot' AND old <> 'null' "  # noqa: S608
    "AND entity_id IN ({marks}) ORDER BY id"
)
_GONE_SOURCES = "SELECT entity_id, old FROM event WHERE entity = ? AND action = ? ORDER BY id"


class Past(NamedTuple):
    """A claim at a revision, with the command that began it and the event that ended it, if any has."""

    known: Known
    since: int
    until: int | None


def past_states(connection: Connection, wanted: Mapping[int, int]) -> dict[int, Past]:
    """The claims of those ids, each as it last was at that revision.

    Raises:
        StoreError: the history does not say.
    """
    moments = {}
    for claim_id, rows in groupby(rows_by_id(connection, _EVENTS, list(wanted)), key=itemgetter(0)):
        moments[claim_id] = as_of(Entity.CLAIM, [Event(*row[1:]) for row in rows], wanted[claim_id])
    places = {
        claim_id: [_place(own_id, own) for own_id, own in moment.whole.members["appearance"].items()]
        for claim_id, moment in moments.items()
        if moment is not None
    }
    everywhere = [place for own in places.values() for place in own]
    documents = _documents(connection, {place.get("document_id") for place in everywhere} - {None})
    texts = _texts(connection, everywhere)
    found = {}
    for claim_id, revision in wanted.items():
        moment = moments.get(claim_id)
        if moment is None:
            msg = (
                f"the history does not say what claim {claim_id} was at revision {revision}; run `claimcheck db check`"
            )
            raise StoreError(msg)
        fields = {name: moment.whole.fields.get(name) for name in FIELDS}
        known = Known(fields, set(moment.whole.members["tag"]), places[claim_id], documents, texts)
        found[claim_id] = Past(known, moment.since, moment.until)
    return found


def values_during(connection: Connection, entity: Entity, entity_id: int, field: str, past: Past) -> list[Any] | None:
    """Every value that a field of a source or a document had during a claim's revision, the first one first.

    None if it has not changed since that revision began.
    """
    found = connection.execute(_CHANGES, (entity.value, entity_id, field, past.since)).fetchall()
    if not found:
        return None
    values = [found[0][1], *(new for event_id, _old, new in found if past.until is None or event_id < past.until)]
    return [json.loads(value) for value in values]


def gone_source_names(connection: Connection) -> tuple[dict[int, str], dict[str, str]]:
    """The names of all sources that were ever taken away, by their ids, and by the keys of all their spellings."""
    names: dict[int, str] = {}
    spellings: dict[str, str] = {}
    for source_id, old in connection.execute(_GONE_SOURCES, (Entity.SOURCE.value, Action.DELETED.value)):
        state = json.loads(old)
        names[source_id] = str(state["name"])
        spellings |= {comparison_key(alias): str(state["name"]) for alias in (state["name"], *state.get("aliases", ()))}
    return names, spellings


def _documents(connection: Connection, ids: set[Any]) -> dict[int, dict[str, Any]]:
    """What is known of those documents now, or was last known of those that were taken away."""
    found = documents_now(connection, ids)
    for own_id, old in rows_by_id(connection, _GONE_DOCUMENTS, sorted(ids - set(found))):
        state = json.loads(old)
        found[own_id] = {name: state.get(name) for name in DOCUMENT_FIELDS}
    return found


def _texts(connection: Connection, places: Sequence[Mapping[str, Any]]) -> dict[int, str | None]:
    """The hashes of the texts of the places' snapshots, those that were taken away included."""
    snapshots = {place["snapshot_id"]: place.get("document_id") for place in places if "snapshot_id" in place}
    found = texts_now(connection, snapshots)
    documents = {document for own_id, document in snapshots.items() if own_id not in found and document is not None}
    for _document, old in rows_by_id(connection, _GONE_SNAPSHOTS, sorted(documents)):
        snapshot = json.loads(old)
        found.setdefault(snapshot["id"], snapshot.get("text_sha256"))
    return found


def _place(own_id: int, fields: Fields) -> dict[str, Any]:
    """An appearance as events hold it, from the fields of a folded one."""
    place = {"id": own_id, **{name: fields[name] for name in APPEARANCE_FIELDS if name in fields}}
    via, position = [], 1
    while (source_id := fields.get(f"source_id of hop {position}")) is not None:
        via.append({"source_id": source_id, "how": fields.get(f"how of hop {position}")})
        position += 1
    return {**place, "via": via}
