"""Whole claims in a writing session: stored from their state, read back as one, removed.

A state is what an event holds: the claim's own columns that are not null, its tags by name, and its
appearances, each with its hops. References are ids, which never change.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from claimcheck.store.dialect import Connection, insertion
from claimcheck.store.documents import day_bounds
from claimcheck.store.engine import next_id
from claimcheck.text import fingerprint

FIELDS = (
    "public_id", "source_id", "text", "kind", "said_on", "confidence", "basis", "credibility", "verdict", "state",
    "attribution_note", "review_on", "revision", "recorded_at",
)  # fmt: skip
APPEARANCE_FIELDS = (
    "document_id", "snapshot_id", "is_first", "said_on", "directness", "cue", "cue_start", "span_start", "span_end",
    "span_sha256", "quote", "quote_start",
)  # fmt: skip
_NO_CLAIM = dict.fromkeys(FIELDS)
_NO_APPEARANCE = dict.fromkeys(APPEARANCE_FIELDS)
State = Mapping[str, Any]


_CLAIM = insertion("claim", "id", *FIELDS, "text_fingerprint", "said_earliest", "said_latest")
_APPEARANCE = insertion("appearance", "id", "claim_id", *APPEARANCE_FIELDS)
_VIA = insertion("via", "appearance_id", "position", "source_id", "how")
_CLAIM_TAG = insertion("claim_tag", "claim_id", "tag_id")


class TagBook:
    """Names and ids of tags, remembered for the length of one command."""

    def __init__(self, connection: Connection) -> None:
        """Begin with nothing remembered."""
        self._connection = connection
        self._ids: dict[str, int] = {}

    def ids(self, names: Iterable[str]) -> list[int]:
        """The ids of the tags of those names."""
        known = self._ids
        return [known.get(name) or self.find_or_create(name) for name in names]

    def find_or_create(self, name: str) -> int:
        """The id of the tag of that name."""
        known = self._ids.get(name)
        if known is None:
            row = self._connection.execute("SELECT id FROM tag WHERE name = ?", (name,)).fetchone()
            known = self._ids[name] = int(row[0]) if row else self._create(name)
        return known

    def _create(self, name: str) -> int:
        own_id = next_id(self._connection, "tag")
        self._connection.execute("INSERT INTO tag (id, name) VALUES (?, ?)", (own_id, name))
        return own_id


def insert_claims(connection: Connection, claims: Iterable[tuple[int, State]], tags: TagBook) -> None:
    """Store claims with everything that belongs to them, all under the ids in their states."""
    rows, places, hops, labels = [], [], [], []
    for claim_id, state in claims:
        own = _in_order(_NO_CLAIM, state)
        rows.append((claim_id, *own, fingerprint(state["text"]), *day_bounds(state.get("said_on"))))
        if "tags" in state:
            labels += [(claim_id, tag_id) for tag_id in tags.ids(state["tags"])]
        for appearance in state.get("appearances", ()):
            own_id = appearance["id"]
            places.append((own_id, claim_id, *_in_order(_NO_APPEARANCE, appearance)))
            if "via" in appearance:
                hops += _hop_rows(own_id, appearance)
    connection.executemany(_CLAIM, rows)
    connection.executemany(_APPEARANCE, places)
    connection.executemany(_VIA, hops)
    connection.executemany(_CLAIM_TAG, labels)


def insert_appearance(connection: Connection, claim_id: int, state: State) -> int:
    """Store one more appearance of a claim, under its own id when it had one; gives its id."""
    own_id = state.get("id") or next_id(connection, "appearance")
    connection.execute(_APPEARANCE, (own_id, claim_id, *_in_order(_NO_APPEARANCE, state)))
    connection.executemany(_VIA, _hop_rows(own_id, state))
    return int(own_id)


def _in_order(blank: dict[str, None], state: State) -> Iterable[Any]:
    """The values of a state in the order of `blank`'s keys, None for what it does not have."""
    return islice({**blank, **state}.values(), len(blank))


def _hop_rows(appearance_id: int, state: State) -> list[tuple[int, int, int, str | None]]:
    hops = enumerate(state.get("via", ()), start=1)
    return [(appearance_id, position, hop["source_id"], hop.get("how")) for position, hop in hops]


def claim_state(connection: Connection, claim_id: int) -> dict[str, Any]:
    """The whole state of a stored claim, relations apart."""
    state = _row_state(connection, f"SELECT {', '.join(FIELDS)} FROM claim WHERE id = ?", FIELDS, claim_id)  # noqa: S608
    tags = connection.execute(
        "SELECT name FROM tag JOIN claim_tag ON tag.id = tag_id WHERE claim_id = ? ORDER BY name", (claim_id,)
    )
    state["tags"] = [name for (name,) in tags]
    ids = connection.execute("SELECT id FROM appearance WHERE claim_id = ? ORDER BY id", (claim_id,)).fetchall()
    state["appearances"] = [appearance_state(connection, own_id) for (own_id,) in ids]
    return state


def appearance_state(connection: Connection, appearance_id: int) -> dict[str, Any]:
    """The whole state of a stored appearance."""
    columns = ", ".join(APPEARANCE_FIELDS)
    sql = f"SELECT {columns} FROM appearance WHERE id = ?"  # noqa: S608
    state = {"id": appearance_id, **_row_state(connection, sql, APPEARANCE_FIELDS, appearance_id)}
    hops = connection.execute(
        "SELECT source_id, how FROM via WHERE appearance_id = ? ORDER BY position", (appearance_id,)
    )
    state["via"] = [{"source_id": source_id, "how": how} for source_id, how in hops]
    return state


def _row_state(connection: Connection, sql: str, names: Sequence[str], key: int) -> dict[str, Any]:
    row = connection.execute(sql, (key,)).fetchone()
    return {name: value for name, value in zip(names, row, strict=True) if value is not None}
