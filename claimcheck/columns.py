"""The columns of a claim, under the names that `list`, `export` and `load` share."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, cast

from claimcheck.errors import UsageError, near_names

HOP_SEPARATOR = " > "
JSON_HOPS = "[{"
FIELD_MARK = "\x1f"
ITEM_MARK = "\x1e"


class Form(StrEnum):
    """How a column's value is stored in a row, and so how an exporter has to write it."""

    INTEGER = "integer"
    NUMBER = "number"
    WORD = "word"
    """Text of our own making: an identifier, a day, a hash, a word of a closed list."""
    TEXT = "text"
    """Text that somebody wrote, and may hold anything."""
    TAGS = "tags"
    """Comma-separated names; a list in JSON."""
    HOPS = "hops"
    """Items "how FIELD_MARK source" joined by ITEM_MARK; a list of objects in JSON."""
    SPANS = "spans"
    """Pairs of offsets; a list of lists in JSON."""


class Column(NamedTuple):
    """One column: its name, the form of its values, and whether `load` takes it; README.md says what each means."""

    name: str
    form: Form
    loadable: bool = True


def _table(*columns: Column) -> dict[str, Column]:
    return {column.name: column for column in columns}


CLAIM_COLUMNS = _table(
    Column("id", Form.INTEGER, loadable=False),
    Column("public_id", Form.WORD),
    Column("revision", Form.INTEGER),
    Column("text", Form.TEXT),
    Column("source", Form.TEXT),
    Column("kind", Form.WORD),
    Column("said_on", Form.WORD),
    Column("confidence", Form.NUMBER),
    Column("likelihood", Form.WORD, loadable=False),
    Column("basis", Form.TEXT),
    Column("credibility", Form.INTEGER),
    Column("verdict", Form.WORD),
    Column("state", Form.WORD),
    Column("tags", Form.TAGS),
    Column("quote", Form.TEXT),
    Column("cue", Form.TEXT),
    Column("directness", Form.WORD),
    Column("via", Form.HOPS),
    Column("hop_count", Form.INTEGER, loadable=False),
    Column("publisher", Form.TEXT),
    Column("document_title", Form.TEXT),
    Column("document_url", Form.TEXT),
    Column("published_on", Form.WORD),
    Column("source_kind", Form.WORD),
    Column("source_role", Form.TEXT),
    Column("reliability", Form.WORD),
    Column("attribution_note", Form.TEXT),
    Column("review_on", Form.WORD),
    Column("span_start", Form.INTEGER),
    Column("span_end", Form.INTEGER),
    Column("span_sha256", Form.WORD),
    Column("cue_start", Form.INTEGER),
    Column("quote_start", Form.INTEGER),
    Column("text_sha256", Form.WORD),
    Column("appearance_count", Form.INTEGER, loadable=False),
    Column("relation_count", Form.INTEGER, loadable=False),
    Column("evidence_count", Form.INTEGER, loadable=False),
    Column("suggestion_count", Form.INTEGER, loadable=False),
    Column("computed_confidence", Form.NUMBER, loadable=False),
    Column("suggested_verdict", Form.WORD, loadable=False),
    Column("origin_count", Form.INTEGER, loadable=False),
    Column("impact", Form.NUMBER, loadable=False),
    Column("recorded_at", Form.WORD),
)

LIST_COLUMNS = ("id", "source", "kind", "said_on", "confidence", "verdict", "text")
SEARCH_COLUMNS = ("id", "source", "kind", "said_on", "confidence", "text")
_COMPUTED = ("computed_confidence", "suggested_verdict", "impact")
EXPORT_COLUMNS = tuple(name for name in CLAIM_COLUMNS if not name.endswith("_count") and name not in _COMPUTED)


def claim_columns(names: str) -> list[str]:
    """The column names in a comma-separated list.

    Raises:
        UsageError: one of them is not a column; the message lists those there are.
    """
    chosen = [name.strip() for name in names.split(",") if name.strip()]
    if not chosen:
        msg = f"--columns {names!r} names no column; give some of: {', '.join(CLAIM_COLUMNS)}"
        raise UsageError(msg)
    for name in chosen:
        require_column(name)
    return list(dict.fromkeys(chosen))


def require_column(name: str) -> None:
    """Refuse a name that is not a column.

    Raises:
        UsageError: the message names the near ones and lists all.
    """
    if name not in CLAIM_COLUMNS:
        hint = near_names(name, CLAIM_COLUMNS)
        msg = f"there is no column {name!r}{hint} (columns: {', '.join(CLAIM_COLUMNS)})"
        raise UsageError(msg)


def plain(value: object, form: Form) -> object:
    """A stored value as a cell: numbers stay numbers, hops become one line, nothing is None."""
    if value is None:
        return ""
    if form is Form.HOPS:
        return _hops_cell(str(value))
    if form is Form.SPANS:
        return " ".join(f"{start}:{end}" for start, end in cast("Iterable[tuple[int, int]]", value))
    return value


@lru_cache(maxsize=4096)
def _hops_cell(stored: str) -> str:
    return hops_text(split_hops(stored))


def native(value: object, form: Form) -> object:
    """A stored value as JSON would hold it: lists for tags and hops, null for nothing."""
    if form is Form.TAGS:
        return str(value).split(",") if value else []
    if form is Form.HOPS:
        return [{"source": source, "how": how} for source, how in split_hops(str(value or ""))]
    return value


def stored_hops(hops: Iterable[tuple[str, str | None]]) -> str:
    """The (source, how) pairs of hops as a row holds them."""
    return ITEM_MARK.join(f"{how or ''}{FIELD_MARK}{source}" for source, how in hops)


def split_hops(stored: str) -> list[tuple[str, str | None]]:
    """The (source, how) pairs of a stored chain of hops, the one next to the source first."""
    pairs = [item.split(FIELD_MARK) for item in stored.split(ITEM_MARK) if item]
    return [(source, how or None) for how, source in pairs]


def hops_text(hops: list[tuple[str, str | None]]) -> str:
    """Hops on one line: "[told] Reuters > CEIAS"; JSON when that would not be read as the same hops; "" for none."""
    if not hops:
        return ""
    written = HOP_SEPARATOR.join(f"[{how}] {name}" if how else name for name, how in hops)
    if not written.startswith(JSON_HOPS) and read_hops(written) == hops:
        return written
    import json

    return json.dumps([{"source": name, "how": how} for name, how in hops], ensure_ascii=False)


def read_hops(written: str) -> list[tuple[str, str | None]]:
    """The (source, how) pairs of hops on one line."""
    pairs: list[tuple[str, str | None]] = []
    for item in written.split(HOP_SEPARATOR):
        how, closing, name = item.strip().removeprefix("[").partition("]")
        if item.lstrip().startswith("[") and closing:
            pairs.append((name.strip(), how.strip() or None))
        else:
            pairs.append((item.strip(), None))
    return pairs
