"""From the unread rows of a file to sources, documents, claims and relations, or to what is wrong with them."""

from collections.abc import Mapping
from typing import Any

from claimcheck import fields
from claimcheck.columns import CLAIM_COLUMNS
from claimcheck.errors import InputError, near_names
from claimcheck.fields import Parser
from claimcheck.hops import hops
from claimcheck.values import AppearanceIn, ClaimIn, DocumentIn, Hop, Record, RelationIn, RowProblem, SourceIn
from claimcheck.vocabulary import RelationKind

_CLAIM, _SOURCE, _APPEARANCE, _DOCUMENT, _SNAPSHOT, _SELF = range(6)


def _claim_plan() -> dict[str, tuple[int, str, Parser]]:
    """Where each name that a claim's row may hold belongs, under which name there, and how it is read."""
    plan: dict[str, tuple[int, str, Parser]] = {}
    plan |= {name: (_CLAIM, name, parser) for name, parser in fields.CLAIM_FIELDS.items()}
    plan |= {name: (_APPEARANCE, name, parser) for name, parser in fields.APPEARANCE_FIELDS.items()}
    for name in ("kind", "role"):
        plan[f"source_{name}"] = (_SOURCE, name, fields.SOURCE_FIELDS[name])
    for name in ("reliability", "reliability_on", "reliability_reason"):
        plan[name] = (_SOURCE, name, fields.SOURCE_FIELDS[name])
    plan["document_title"] = (_DOCUMENT, "title", fields.DOCUMENT_FIELDS["title"])
    plan["document_url"] = (_DOCUMENT, "url", fields.DOCUMENT_FIELDS["url"])
    plan["published_on"] = (_DOCUMENT, "published_on", fields.DOCUMENT_FIELDS["published_on"])
    plan["language"] = (_DOCUMENT, "language", fields.DOCUMENT_FIELDS["language"])
    plan["text_sha256"] = (_SNAPSHOT, "text_sha256", fields.sha256)
    own: dict[str, Parser] = {
        "source": fields.name,
        "publisher": fields.name,
        "document": fields.name,
        "key": fields.name,
        "public_id": fields.public_id,
        "revision": fields.integer,
        "recorded_at": fields.instant,
        "id": fields.integer,
        "tags": fields.tags,
        "via": hops,
    }
    plan |= {name: (_SELF, name, parser) for name, parser in own.items()}
    return plan


_CLAIM_PLAN = _claim_plan()
_IGNORED = frozenset(name for name, column in CLAIM_COLUMNS.items() if not column.loadable and name not in _CLAIM_PLAN)
"""What an export can hold and follows from the rest."""
_DOCUMENT_PLAN: dict[str, Parser] = {
    **fields.DOCUMENT_FIELDS,
    **{name: parser for name, parser in fields.SNAPSHOT_FIELDS.items() if name != "sha256"},
    "snapshot_sha256": fields.sha256,
    "key": fields.name,
    "publisher": fields.name,
}
_SOURCE_PLAN: dict[str, Parser] = {**fields.SOURCE_FIELDS, "name": fields.name, "aliases": fields.names}


def _relation_kind(value: object) -> str:
    return fields.word(value, vocabulary=RelationKind)


_RELATION_PLAN: dict[str, Parser] = {
    "claim": fields.name,
    "kind": _relation_kind,
    "other": fields.name,
    "note": fields.text,
}


def header_problems(record: Record) -> list[RowProblem]:
    """The names in a table's header that are not columns, each with what was probably meant."""
    return [_unknown(record.row, name) for name in record.values if name not in _CLAIM_PLAN and name not in _IGNORED]


def claim(record: Record, *, with_blank: bool = False) -> ClaimIn | list[RowProblem]:
    """The claim of one row, or everything that is wrong with it; `with_blank` names the columns it leaves empty."""
    buckets: tuple[dict[str, Any], ...] = ({}, {}, {}, {}, {}, {})
    problems: list[RowProblem] = []
    for name, raw in record.values.items():
        if raw is None or raw == "":
            continue
        place = _CLAIM_PLAN.get(name)
        if place is None:
            if name not in _IGNORED and not fields.is_blank(raw):
                problems.append(_unknown(record.row, name))
            continue
        bucket, field, parse = place
        try:
            buckets[bucket][field] = parse(raw)
        except InputError as error:
            if not fields.is_blank(raw):
                problems.append(RowProblem(record.row, name, str(error)))
    if buckets[_APPEARANCE]:
        problems += _incomplete(record, buckets[_APPEARANCE])
        problems += _wordless(record.row, buckets[_APPEARANCE]) if "revision" not in buckets[_SELF] else ()
    if problems:
        return problems
    own = buckets[_SELF]
    return ClaimIn(
        row=record.row,
        source=own.get("source"),
        fields=buckets[_CLAIM],
        source_fields=buckets[_SOURCE],
        key=own.get("key"),
        public_id=own.get("public_id"),
        revision=own.get("revision"),
        recorded_at=own.get("recorded_at"),
        ledger_id=own.get("id"),
        tags=own.get("tags", ()),
        appearance=_appearance(own, buckets),
        blank=tuple(name for name, raw in record.values.items() if fields.is_blank(raw)) if with_blank else (),
    )


def _appearance(own: dict[str, Any], buckets: tuple[dict[str, Any], ...]) -> AppearanceIn | None:
    document = None
    publisher: str | None = own.get("publisher")
    if buckets[_DOCUMENT] or buckets[_SNAPSHOT] or publisher:
        document = DocumentIn(publisher, buckets[_DOCUMENT], buckets[_SNAPSHOT])
    via: tuple[Hop, ...] = own.get("via", ())
    if not (buckets[_APPEARANCE] or via or document or "document" in own):
        return None
    return AppearanceIn(buckets[_APPEARANCE], via, document, own.get("document"))


def _incomplete(record: Record, appearance: Mapping[str, Any]) -> list[RowProblem]:
    """What the parts of an appearance need of each other."""
    start, end = appearance.get("span_start"), appearance.get("span_end")
    problems = []
    if (start is None) != (end is None):
        missing = "span_end" if end is None else "span_start"
        problems.append(RowProblem(record.row, missing, "a span needs both its start and its end"))
    elif start is not None and end is not None and end <= start:
        problems.append(RowProblem(record.row, "span_end", f"{end} does not lie after the span's start {start}"))
    return problems


def wordless(claim: ClaimIn) -> list[RowProblem]:
    """The offsets of a row that does not say which words begin there; an exported row may leave them to its base."""
    return _wordless(claim.row, claim.appearance.fields) if claim.appearance else []


def _wordless(row: str, given: Mapping[str, Any]) -> list[RowProblem]:
    return [
        RowProblem(row, offset, f"it needs the {words} that begins there")
        for offset, words in (("cue_start", "cue"), ("quote_start", "quote"))
        if offset in given and words not in given
    ]


def source(record: Record) -> SourceIn | list[RowProblem]:
    """The source of one table, or everything that is wrong with it."""
    values, problems = _parsed(record, _SOURCE_PLAN, required=("name",))
    if problems:
        return problems
    name, aliases = values.pop("name"), values.pop("aliases", ())
    return SourceIn(record.row, name, values, aliases)


def document(record: Record) -> tuple[str, DocumentIn] | list[RowProblem]:
    """The key and the document of one table, or everything that is wrong with it."""
    values, problems = _parsed(record, _DOCUMENT_PLAN, required=("key",))
    if not problems and not {"title", "url"} & set(values):
        problems = [RowProblem(record.row, "title", "a document needs a title or a url")]
    snapshot = {name: values[name] for name in fields.SNAPSHOT_FIELDS if name in values}
    if "snapshot_sha256" in values:
        snapshot["sha256"] = values["snapshot_sha256"]
    if snapshot and not {"sha256", "text_sha256"} & set(snapshot):
        problems.append(RowProblem(record.row, "snapshot_sha256", f"{', '.join(snapshot)} need the hash of a snapshot"))
    if problems:
        return problems
    own = {name: values[name] for name in fields.DOCUMENT_FIELDS if name in values}
    return values["key"], DocumentIn(values.get("publisher"), own, snapshot)


def relation(record: Record) -> RelationIn | list[RowProblem]:
    """The relation of one table, or everything that is wrong with it."""
    values, problems = _parsed(record, _RELATION_PLAN, required=("claim", "kind", "other"))
    return problems or RelationIn(record.row, **values)


def _parsed(
    record: Record, plan: Mapping[str, Parser], *, required: tuple[str, ...]
) -> tuple[dict[str, Any], list[RowProblem]]:
    values: dict[str, Any] = {}
    problems = []
    for name, raw in record.values.items():
        if name not in plan:
            hint = near_names(name, plan)
            problems.append(RowProblem(record.row, name, f"unknown field{hint} (known: {', '.join(plan)})"))
        elif not fields.is_blank(raw):
            try:
                values[name] = plan[name](raw)
            except InputError as error:
                problems.append(RowProblem(record.row, name, str(error)))
    given = {problem.field for problem in problems}
    problems += [
        RowProblem(record.row, name, "it is missing; every entry needs it")
        for name in required
        if name not in values and name not in given
    ]
    return values, problems


def _unknown(row: str, name: str) -> RowProblem:
    loadable = [column.name for column in CLAIM_COLUMNS.values() if column.loadable]
    hint = near_names(name, loadable)
    return RowProblem(row, name, f"unknown column{hint} (columns: {', '.join(loadable)})")
