"""The operations that are measured, as each program does them.

sqlite-utils and the sqlite3 shell keep the same claims in one flat table with a full-text index and an
index on source, and no history.
"""

import sys
from dataclasses import dataclass

from generate import source_name, word
from measuring import Step, Way

OURS, PEER, FLOOR, EMPTY = "claimcheck", "sqlite-utils", "sqlite3", "python -c pass"
PROGRAMS = (OURS, PEER, FLOOR, EMPTY)
LOAD, LIST, TABLE = "load, with full-text index", "list a source, 50 rows, piped", "the same as a table"
RARE, COMMON, SHOW = "search a rare word, 50 rows", "search a common word, 50 rows", "show one claim"
ANNOTATE, EXPORT, HELP, VERSION = "annotate one claim", "export all as CSV", "--help", "--version"
SAME_LINES = (LIST, RARE, COMMON, EXPORT)
"""Where all programs should write the same number of lines."""

OUR_DB, PEER_DB, FLOOR_DB = "ours.db", "peer.db", "floor.db"
_SOURCE, _COMMON_WORD, _RARE_WORD = source_name(9), word(10), word(15_000)
_CLAIM = 4321
_COLUMNS = ("source", "kind", "said_on", "confidence", "text")
_FIELDS = tuple(part for name in _COLUMNS for part in ("-c", name))
_LIST_SQL = (
    f"select rowid, {', '.join(_COLUMNS)} from claims "  # noqa: S608 - constants
    f"where source = '{_SOURCE}' order by rowid limit 50"
)
_SEARCH_SQL = (
    f"select claims.rowid, {', '.join(f'claims.{name}' for name in _COLUMNS)} from claims_fts "  # noqa: S608
    "join claims on claims.rowid = claims_fts.rowid where claims_fts match '{}' order by rank limit 50"
)
_FTS_SQL = (
    "create virtual table claims_fts using fts5(text, quote, source, content='claims', tokenize='porter'); "
    "insert into claims_fts (claims_fts) values ('rebuild')"
)
_SHOW_SQL = f"select * from claims where rowid = {_CLAIM}"  # noqa: S608
_ANNOTATE_SQL = f"update claims set confidence = 0.{{turn}} where rowid = {_CLAIM}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Programs:
    """The paths of the programs; None for one that is not there."""

    ours: str
    peer: str | None
    floor: str | None


def operations(programs: Programs, claims: str) -> dict[str, dict[str, Way]]:
    """Every operation on the claims of that CSV file; a program that is missing or cannot do it is left out."""
    columns = [
        ours(programs.ours, claims),
        _peer(programs.peer, claims) if programs.peer else {},
        _floor(programs.floor, claims) if programs.floor else {},
    ]
    empty = Way((Step((sys.executable, "-c", "pass")),))
    return {
        name: {
            **{program: ways[name] for program, ways in zip(PROGRAMS, columns, strict=False) if name in ways},
            EMPTY: empty,
        }
        for name in columns[0]
    }


def ours(program: str, claims: str, db: str = OUR_DB) -> dict[str, Way]:
    """Every operation as claimcheck does it."""

    def way(*argv: str, output: str | None = None, fresh: str | None = None) -> Way:
        return Way((Step((program, *argv), output, {"CLAIMCHECK_DB": db}),), fresh)

    listed = ("list", "--source", _SOURCE, "--limit", "50")
    number, turn = str(_CLAIM), "turn {turn}"
    return {
        LOAD: way("load", claims, fresh=db),
        LIST: way(*listed),
        TABLE: way(*listed, "--format", "table"),
        RARE: way("search", _RARE_WORD, "--limit", "50"),
        COMMON: way("search", _COMMON_WORD, "--limit", "50"),
        SHOW: way("show", number),
        ANNOTATE: way("annotate", number, turn, "--confidence", "0.{turn}", "--basis", turn),
        EXPORT: way("export", output="ours.csv"),
        HELP: way("--help"),
        VERSION: way("--version"),
    }


def _peer(program: str, claims: str) -> dict[str, Way]:
    def step(*argv: str, output: str | None = None) -> Step:
        return Step((program, *argv), output)

    def search(query: str) -> Way:
        return Way((step("search", PEER_DB, "claims", query, "--limit", "50", "--tsv", *_FIELDS),))

    rows = ("rows", PEER_DB, "claims")
    listed = (*rows, "--where", "source = :source", "-p", "source", _SOURCE, "--limit", "50", *_FIELDS)
    insert = step("insert", PEER_DB, "claims", claims, "--csv", "--silent")
    enable = ("enable-fts", PEER_DB, "claims", "text", "quote", "source", "--tokenize", "porter", "--create-triggers")
    return {
        LOAD: Way((insert, step(*enable)), PEER_DB),
        LIST: Way((step(*listed, "--tsv"),)),
        TABLE: Way((step(*listed, "--table"),)),
        RARE: search(_RARE_WORD),
        COMMON: search(_COMMON_WORD),
        SHOW: Way((step(*rows, "--where", f"rowid = {_CLAIM}"),)),
        ANNOTATE: Way((step("query", PEER_DB, _ANNOTATE_SQL),)),
        EXPORT: Way((step(*rows, "--csv", output="peer.csv"),)),
        HELP: Way((step("--help"),)),
        VERSION: Way((step("--version"),)),
    }


def _floor(program: str, claims: str) -> dict[str, Way]:
    """Every operation as the shell does it; its help ends like an error, so that is left out."""

    def way(*argv: str, output: str | None = None, fresh: str | None = None) -> Way:
        return Way((Step((program, *argv), output),), fresh)

    return {
        LOAD: way(FLOOR_DB, ".mode csv", f".import {claims} claims", _FTS_SQL, fresh=FLOOR_DB),
        LIST: way("-header", "-tabs", FLOOR_DB, _LIST_SQL),
        TABLE: way("-table", FLOOR_DB, _LIST_SQL),
        RARE: way("-header", "-tabs", FLOOR_DB, _SEARCH_SQL.format(_RARE_WORD)),
        COMMON: way("-header", "-tabs", FLOOR_DB, _SEARCH_SQL.format(_COMMON_WORD)),
        SHOW: way("-line", FLOOR_DB, _SHOW_SQL),
        ANNOTATE: way(FLOOR_DB, _ANNOTATE_SQL),
        EXPORT: way("-header", "-csv", FLOOR_DB, "select * from claims", output="floor.csv"),
        VERSION: way("-version"),
    }


def indexes(programs: Programs) -> dict[str, Step]:
    """What gives the others an index on source, which claimcheck has from the start."""
    steps = {}
    if programs.peer:
        steps[PEER] = Step((programs.peer, "create-index", PEER_DB, "claims", "source"))
    if programs.floor:
        steps[FLOOR] = Step((programs.floor, FLOOR_DB, "create index claims_source on claims (source)"))
    return steps
