"""Sources in a writing session: found by any of their spellings, created when new."""

from collections.abc import Iterable, Mapping
from typing import Any

from claimcheck.errors import InputError
from claimcheck.ids import new_public_id
from claimcheck.store.dialect import Connection
from claimcheck.store.engine import next_id
from claimcheck.store.history import CommandLog
from claimcheck.text import comparison_key
from claimcheck.vocabulary import Entity

FIELDS = ("kind", "role", "reliability", "reliability_on", "reliability_reason")
_INSERT = (
    "INSERT INTO source (id, public_id, name, kind, role, reliability, reliability_on, reliability_reason, "
    "revision, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class SourceBook:
    """Names and ids of sources, remembered for the length of one command."""

    def __init__(self, connection: Connection, log: CommandLog) -> None:
        """Begin with nothing remembered."""
        self._connection = connection
        self._log = log
        self._ids: dict[str, int] = {}
        self.added: list[str] = []

    def find(self, name: str) -> int | None:
        """The id of the source that has this name or alias."""
        known = self._ids.get(name)
        if known is not None:
            return known
        row = self._connection.execute(
            "SELECT source_id FROM source_alias WHERE alias_key = ?", (comparison_key(name),)
        ).fetchone()
        if row:
            self._ids[name] = row[0]
            return int(row[0])
        return None

    def spelling(self, name: str) -> str:
        """A name or alias as the ledger spells it, which the history has to repeat; itself if it has none."""
        row = self._connection.execute(
            "SELECT alias FROM source_alias WHERE alias_key = ?", (comparison_key(name),)
        ).fetchone()
        return str(row[0]) if row else name

    def names(self) -> dict[int, str]:
        """The name of every source by its id."""
        return dict(self._connection.execute("SELECT id, name FROM source"))

    def find_or_create(self, name: str) -> int:
        """The id of the source of that name, which is created where there is none."""
        known = self.find(name)
        return known if known is not None else self.create(name, {}, ())

    def create(self, name: str, fields: Mapping[str, Any], aliases: Iterable[str]) -> int:
        """Add a source with all its spellings.

        Raises:
            InputError: a spelling belongs to another source.
        """
        spellings = {comparison_key(name): name}
        for alias in aliases:
            spellings.setdefault(comparison_key(alias), alias)
        for alias in spellings.values():
            self.require_free(alias)
        given = {field: fields.get(field) for field in FIELDS}
        if given["reliability"] and not given["reliability_on"]:
            given["reliability_on"] = self._log.recorded_at[:10]
        return self.restore({"public_id": new_public_id(), "name": name, **given, "aliases": list(spellings.values())})

    def restore(self, state: Mapping[str, Any], source_id: int | None = None, *, undoes: int | None = None) -> int:
        """Insert a source with a whole state, as its event holds it; gives its id."""
        connection = self._connection
        if source_id is None:
            source_id = next_id(connection, "source")
        values = (state.get(field) for field in FIELDS)
        revision, recorded_at = state.get("revision", 1), state.get("recorded_at", self._log.recorded_at)
        row = (source_id, state["public_id"], state["name"], *values, revision, recorded_at)
        connection.execute(_INSERT, row)
        connection.executemany(
            "INSERT INTO source_alias (alias_key, alias, source_id) VALUES (?, ?, ?)",
            ((comparison_key(alias), alias, source_id) for alias in state["aliases"]),
        )
        self._log.created(Entity.SOURCE, [(source_id, dict(state))], undoes=undoes)
        self.added.append(state["name"])
        return source_id

    def require_free(self, alias: str) -> None:
        """Refuse a spelling that belongs to a source already, or that nobody can see.

        Raises:
            InputError: it does; the message names that source.
        """
        if not comparison_key(alias):
            msg = f"{alias!r} is no name: there is nothing in it to be seen; give one that can be read"
            raise InputError(msg)
        row = self._connection.execute(
            "SELECT source.name FROM source_alias JOIN source ON source.id = source_id WHERE alias_key = ?",
            (comparison_key(alias),),
        ).fetchone()
        if row:
            msg = f"{alias!r} is a name of {row[0]!r} already; merge the two sources or choose another alias"
            raise InputError(msg)
