"""Every list, count and export of claims as one SQL statement, built from allow-listed parts and bound values."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from claimcheck.columns import FIELD_MARK, ITEM_MARK, require_column
from claimcheck.criteria import ClaimFilter, Paging
from claimcheck.errors import UsageError
from claimcheck.store.engine import Reader
from claimcheck.store.lookups import claim_id, require_document, require_tag, source_id
from claimcheck.vocabulary import LIKELIHOOD_BANDS

RELEVANCE = "relevance"
REVIEW = "review"
"""An order: what a person's decision could change most comes first, then the rest by number."""
_SOURCE_FILTERS = ("sources", "publishers", "vias")
_JOINS = {
    "hit": "JOIN {ranked} AS hit ON hit.hit_id = claim.id",
    "s": "{kept} JOIN source AS s ON s.id = claim.source_id",
    "a": "LEFT JOIN appearance AS a ON a.claim_id = claim.id AND a.is_first = 1",
    "d": "LEFT JOIN document AS d ON d.id = a.document_id",
    "p": "LEFT JOIN source AS p ON p.id = d.publisher_id",
    "t": "LEFT JOIN snapshot AS t ON t.id = a.snapshot_id",
}
_NEEDS = {"d": ("a",), "p": ("a", "d"), "t": ("a",)}


def _likelihood() -> str:
    cases = " ".join(f"WHEN claim.confidence <= {upper} THEN '{word}'" for upper, word in LIKELIHOOD_BANDS)
    return f"CASE WHEN claim.confidence IS NULL THEN NULL {cases} END"


def _in(expression: str, values: Sequence[object]) -> str:
    return f"{expression} IN ({', '.join('?' * len(values))})"


def _count(table: str, condition: str) -> str:
    return f"(SELECT count(*) FROM {table} WHERE {condition})"  # noqa: S608


def _latest(column: str) -> str:
    """A column of a claim's latest assessment."""
    return f"(SELECT {column} FROM assessment WHERE claim_id = claim.id ORDER BY assessed_at DESC LIMIT 1)"  # noqa: S608


_EXPRESSIONS: dict[str, tuple[str | None, str]] = {
    "source": ("s", "s.name"),
    "source_kind": ("s", "s.kind"),
    "source_role": ("s", "s.role"),
    "reliability": ("s", "s.reliability"),
    "likelihood": (None, _likelihood()),
    "publisher": ("p", "p.name"),
    "document_title": ("d", "d.title"),
    "document_url": ("d", "d.url"),
    "published_on": ("d", "d.published_on"),
    "text_sha256": ("t", "t.text_sha256"),
    "quote": ("a", "a.quote"),
    "quote_start": ("a", "a.quote_start"),
    "cue": ("a", "a.cue"),
    "cue_start": ("a", "a.cue_start"),
    "directness": ("a", "a.directness"),
    "span_start": ("a", "a.span_start"),
    "span_end": ("a", "a.span_end"),
    "span_sha256": ("a", "a.span_sha256"),
    "hop_count": ("a", _count("via", "appearance_id = a.id")),
    "appearance_count": (None, _count("appearance", "claim_id = claim.id")),
    "relation_count": (None, _count("relation", "claim_id = claim.id OR other_id = claim.id")),
    "evidence_count": (None, _count("link", "claim_id = claim.id AND state = 'confirmed'")),
    "suggestion_count": (None, _count("link", "claim_id = claim.id AND state = 'suggested'")),
    "computed_confidence": (None, _latest("confidence")),
    "suggested_verdict": (None, _latest("verdict")),
    "origin_count": (None, _latest("origin_count")),
    "impact": (None, _latest("impact")),
}
"""The columns that are not simply the claim's own: the join each needs, and its SQL."""
_UNDECIDED = """
(claim.state = 'proposed' OR (claim.state = 'accepted' AND claim.verdict IS NULL)
  OR claim.id IN (SELECT claim_id FROM link WHERE state = 'suggested'))
""".strip()
_CONFIRMED = "EXISTS (SELECT 1 FROM link WHERE claim_id = claim.id AND state = 'confirmed')"
_SORT_EXPRESSIONS = {"said_on": "claim.said_earliest", "published_on": "d.published_earliest"}
_DATES = {
    "said": ("claim.said_earliest", "claim.said_latest"),
    "published": ("document.published_earliest", "document.published_latest"),
}


class ClaimQuery:
    """One filter on claims, resolved against a ledger and ready to be run in several ways."""

    def __init__(self, reader: Reader, criteria: ClaimFilter) -> None:
        """Resolve names to ids.

        Raises:
            NotFoundError: a source, tag or document of the filter does not exist.
            InputError: a date or a search text that cannot be understood.
        """
        self._reader = reader
        self._joins: set[str] = set()
        self._conditions: list[str] = []
        self._values: list[object] = []
        self._match = reader.search.expression(criteria.text) if criteria.text is not None else None
        self._marked = criteria.marked
        self._filter(criteria)

    def count(self) -> int:
        """How many claims there are."""
        where = self._where()
        return int(self._reader.value(f"SELECT count(*) FROM claim {self._from()} {where}", self._values))  # noqa: S608

    def rows(self, columns: Sequence[str], paging: Paging) -> Iterator[tuple[Any, ...]]:
        """The claims as tuples of those columns, fetched as they are consumed.

        Raises:
            UsageError: an unknown column to sort by.
            NotFoundError: `after` names no claim.
        """
        order = self._order(paging)
        shown = [self._shown(column) for column in columns]
        select = ", ".join(shown)
        matches = shown.count(self._reader.search.HIGHLIGHT) + ("hit" in self._joins)
        where, limit = self._where(), ""
        values = [*[self._match] * matches, *self._values]
        if paging.limit is not None:
            limit, values = "LIMIT ?", [*values, paging.limit]
        # Every claim has a source; LEFT keeps planners from going through all sources, and through the claims of each.
        sql = f"SELECT {select} FROM claim {self._from('LEFT')} {where} ORDER BY {order} {limit}"  # noqa: S608
        return self._reader.rows(sql, values)

    def counts_by(self, column: str) -> Iterator[tuple[Any, int]]:
        """How many claims there are for each value of a column, the most frequent first."""
        require_column(column)
        if column == "tags":
            expression, extra = (
                "tag.name",
                "LEFT JOIN claim_tag AS ct ON ct.claim_id = claim.id LEFT JOIN tag ON tag.id = ct.tag_id",
            )
        else:
            expression, extra = self._expression(column), ""
        sql = (
            f"SELECT {expression}, count(*) FROM claim {self._from()} {extra} {self._where()} "  # noqa: S608
            "GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return self._reader.rows(sql, self._values)

    def _filter(self, criteria: ClaimFilter) -> None:
        ids = {name: [source_id(self._reader, item) for item in getattr(criteria, name)] for name in _SOURCE_FILTERS}
        if len(ids["sources"]) > 1 and criteria.verdicts:
            # Left to itself, a planner that knows no numbers would read all claims of the verdict in their order.
            both = " AND ".join((_in("source_id", ids["sources"]), _in("verdict", criteria.verdicts)))
            found = f"claim.id IN (SELECT id FROM claim WHERE {both})"  # noqa: S608 - names of ours, values bound
            self._add(found, *ids["sources"], *criteria.verdicts)
        else:
            self._any("claim.source_id", ids["sources"])
            self._any("claim.verdict", criteria.verdicts)
        self._filter_places(criteria, ids)
        self._any("claim.kind", criteria.kinds)
        self._any("claim.state", criteria.states)
        self._any("claim.id", criteria.claim_ids)
        for tag, operator in [
            *((tag, "IN") for tag in criteria.tags),
            *((tag, "NOT IN") for tag in criteria.without_tags),
        ]:
            require_tag(self._reader, tag)
            tagged = "SELECT claim_id FROM claim_tag JOIN tag ON tag.id = tag_id WHERE name = ?"
            self._add(f"claim.id {operator} ({tagged})", tag)
        if criteria.min_confidence is not None:
            self._add("claim.confidence >= ?", criteria.min_confidence)
        if criteria.max_confidence is not None:
            self._add("claim.confidence <= ?", criteria.max_confidence)
        if criteria.min_hops is not None:
            hops = _count("via", "appearance_id = appearance.id")
            self._add_place(f"{hops} >= ?", criteria.min_hops)
        self._filter_review(criteria)
        if self._match is not None:
            self._add(self._reader.search.MATCH, self._match)
        self._filter_days(criteria)

    def _filter_places(self, criteria: ClaimFilter, ids: Mapping[str, Sequence[int]]) -> None:
        if ids["publishers"]:
            self._add_place(_in("document.publisher_id", ids["publishers"]), *ids["publishers"])
        if ids["vias"]:
            places = "SELECT claim_id FROM appearance JOIN via ON appearance_id = appearance.id"
            self._add(f"claim.id IN ({places} WHERE {_in('source_id', ids['vias'])})", *ids["vias"])
        for document_id in criteria.document_ids:
            require_document(self._reader, document_id)
        if criteria.document_ids:
            self._add_place(_in("appearance.document_id", criteria.document_ids), *criteria.document_ids)

    def _filter_review(self, criteria: ClaimFilter) -> None:
        if criteria.needs_review:
            self._add(_UNDECIDED)
        if criteria.has_evidence is not None:
            self._add(_CONFIRMED if criteria.has_evidence else f"NOT {_CONFIRMED}")

    def _filter_days(self, criteria: ClaimFilter) -> None:
        if not (criteria.since or criteria.until):
            return
        from claimcheck.dates import parse_partial_date

        if criteria.date == "recorded":
            if criteria.since:
                self._add("claim.recorded_at >= ?", parse_partial_date(criteria.since).earliest)
            if criteria.until:
                self._add("claim.recorded_at <= ?", parse_partial_date(criteria.until).latest + "U")
            return
        earliest, latest = _DATES[criteria.date]
        conditions, values = [], []
        if criteria.since:
            conditions.append(f"{latest} >= ?")
            values.append(parse_partial_date(criteria.since).earliest)
        if criteria.until:
            conditions.append(f"{earliest} <= ?")
            values.append(parse_partial_date(criteria.until).latest)
        add = self._add_place if criteria.date == "published" else self._add
        add(" AND ".join(conditions), *values)

    def _any(self, expression: str, values: Sequence[object]) -> None:
        if values:
            self._add(_in(expression, values), *values)

    def _add(self, condition: str, *values: object) -> None:
        self._conditions.append(condition)
        self._values += values

    def _add_place(self, condition: str, *values: object) -> None:
        """A condition that one of the claim's appearances has to meet, not only the first."""
        places = "SELECT claim_id FROM appearance LEFT JOIN document ON document.id = document_id"
        self._add(f"claim.id IN ({places} WHERE {condition})", *values)

    def _join(self, alias: str) -> None:
        self._joins.update((*_NEEDS.get(alias, ()), alias))

    def _shown(self, column: str) -> str:
        return self._reader.search.HIGHLIGHT if column == "text" and self._marked else self._expression(column)

    def _expression(self, column: str) -> str:
        if column == "tags":
            return self._reader.joined_text(
                "tag.name", "claim_tag JOIN tag ON tag.id = tag_id WHERE claim_id = claim.id", "tag.name", ","
            )
        if column == "via":
            self._join("a")
            hop = f"coalesce(via.how, '') || '{FIELD_MARK}' || source.name"
            rows = "via JOIN source ON source.id = via.source_id WHERE via.appearance_id = a.id"
            return self._reader.joined_text(hop, rows, "via.position", ITEM_MARK)
        alias, expression = _EXPRESSIONS.get(column, (None, f"claim.{column}"))
        if alias is not None:
            self._join(alias)
        return expression

    def _order(self, paging: Paging) -> str:
        """The ORDER BY of a page, after adding the condition that the page begins behind a claim."""
        name, descending = paging.sort.removeprefix("-"), paging.sort.startswith("-")
        direction, comparison = ("DESC", "<") if descending else ("ASC", ">")
        ties = comparison
        if paging.sort == REVIEW:
            name, direction, comparison, ties = "impact", "DESC", "<", ">"
        if name == RELEVANCE:
            if self._match is None or paging.after is not None or descending:
                msg = f"--sort {paging.sort}: {RELEVANCE} is best first, needs a search text, and cannot begin --after"
                raise UsageError(msg)
            self._join("hit")
            return "hit.rank, claim.id"
        require_column(name)
        if name in ("tags", "via"):
            msg = f"claims cannot be sorted by {name}, which has several values; sort by source, said_on, ..."
            raise UsageError(msg)
        plain = self._expression(name)
        if name == "published_on":
            self._join("d")
        key = _SORT_EXPRESSIONS.get(name, plain)
        if paging.after is not None:
            self._begin_after(key, name, (comparison, ties), paging.after)
        if name == "id":
            return f"claim.id {direction}"
        return f"{key} IS NULL, {key} {direction}, claim.id {'ASC' if ties == '>' else 'DESC'}"

    def _begin_after(self, key: str, name: str, comparisons: tuple[str, str], written: str) -> None:
        """Begin behind a claim, compared by the key, and among equal ones by the number."""
        comparison, ties = comparisons
        after = claim_id(self._reader, written)
        value = self._reader.value(f"SELECT {key} FROM claim {self._from()} WHERE claim.id = ?", (after,))  # noqa: S608
        if name == "id":
            self._add(f"claim.id {comparison} ?", after)
        elif value is None:
            self._add(f"({key} IS NULL AND claim.id {ties} ?)", after)
        else:
            behind = f"{key} {comparison} ? OR ({key} = ? AND claim.id {ties} ?) OR {key} IS NULL"
            self._add(f"({behind})", value, value, after)

    def _from(self, kept: Literal["INNER", "LEFT"] = "INNER") -> str:
        joins = " ".join(sql for alias, sql in _JOINS.items() if alias in self._joins)
        return joins.format(kept=kept, ranked=self._reader.search.RANKED)

    def _where(self) -> str:
        return f"WHERE {' AND '.join(self._conditions)}" if self._conditions else ""
