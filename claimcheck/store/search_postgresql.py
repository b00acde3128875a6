"""The full-text index on a PostgreSQL server: one stored tsvector a claim, with GIN, stemmed like the SQLite one.

Triggers keep it. What separates words is spelled out, so that it does not hang on the server's locale.

Source: https://www.postgresql.org/docs/current/textsearch.html
"""

import re
import unicodedata
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.store.search import END_MARK, START_MARK, Part, parsed

_SEPARATORS = (
    r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u2000-\u206f\u20a0-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20]+"
)
"""Written so that Python and PostgreSQL read it alike."""
_MARKS = r"[\u0300-\u036f]"
_NO_MATCH = "'\ufdd0'"
_WEIGHTS = "'{0.0, 0.2, 0.5, 1.0}'"

CONFIGURATION = (
    "CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION words (COPY = pg_catalog.simple)",
    "ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword, word, numword WITH stems",
)
_FOLDED = rf"""
CREATE FUNCTION folded(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  regexp_replace(regexp_replace(lower(normalize(written, NFD) COLLATE "default"), '{_MARKS}', '', 'g'),
                 '{_SEPARATORS}', ' ', 'g')
""".strip()
_TABLE = """
CREATE TABLE claim_search (
  claim_id bigint CONSTRAINT pk_claim_search PRIMARY KEY
    CONSTRAINT fk_claim_search_claim_id REFERENCES claim (id) ON DELETE CASCADE,
  words tsvector NOT NULL)
""".strip()
_CONTENT = """
CREATE VIEW claim_search_content AS
SELECT claim.id AS claim_id,
  setweight(to_tsvector('words', folded(claim.text)), 'A')
  || setweight(to_tsvector('words', folded(coalesce(
       (SELECT string_agg(quote, ' ' ORDER BY appearance.id) FROM appearance WHERE claim_id = claim.id), ''))), 'B')
  || setweight(to_tsvector('words', folded(coalesce(
       (SELECT string_agg(alias, ' ' ORDER BY alias_key) FROM source_alias
        WHERE source_id = claim.source_id), ''))), 'C') AS words
FROM claim
""".strip()
_REFRESH = """
CREATE FUNCTION claim_search_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('claimcheck.indexing', true) = 'off' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'source_alias' THEN
    INSERT INTO claim_search (claim_id, words) SELECT claim_id, words FROM claim_search_content
    WHERE claim_id IN (SELECT id FROM claim WHERE source_id IN (
      CASE WHEN TG_OP <> 'INSERT' THEN OLD.source_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.source_id END))
    ON CONFLICT (claim_id) DO UPDATE SET words = excluded.words;
  ELSIF TG_TABLE_NAME = 'appearance' THEN
    INSERT INTO claim_search (claim_id, words) SELECT claim_id, words FROM claim_search_content
    WHERE claim_id IN (
      CASE WHEN TG_OP <> 'INSERT' THEN OLD.claim_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.claim_id END)
    ON CONFLICT (claim_id) DO UPDATE SET words = excluded.words;
  ELSE
    INSERT INTO claim_search (claim_id, words) SELECT claim_id, words FROM claim_search_content WHERE claim_id = NEW.id
    ON CONFLICT (claim_id) DO UPDATE SET words = excluded.words;
  END IF;
  RETURN NULL;
END $$
""".strip()
TRIGGERS = {
    f"{table}_search": (
        f"CREATE TRIGGER {table}_search AFTER {events} ON {table} FOR EACH ROW EXECUTE FUNCTION claim_search_refresh()"
    )
    for table, events in (
        ("claim", "INSERT OR UPDATE OF text, source_id"),
        ("appearance", "INSERT OR DELETE OR UPDATE OF quote, claim_id"),
        ("source_alias", "INSERT OR DELETE OR UPDATE"),
    )
}
SCHEMA = (
    *CONFIGURATION,
    _FOLDED,
    _TABLE,
    "CREATE INDEX ix_claim_search_words ON claim_search USING gin (words)",
    _CONTENT,
    _REFRESH,
    *TRIGGERS.values(),
)

_QUERY = "to_tsquery('words', ?)"
MATCH = f"claim.id IN (SELECT claim_id FROM claim_search WHERE words @@ {_QUERY})"  # noqa: S608 - a constant
_BY_LENGTH = 1
"""ts_rank_cd divides by 1 + log(number of words)."""
RANKED = (
    f"(SELECT claim_id AS hit_id, -ts_rank_cd({_WEIGHTS}, words, asked, {_BY_LENGTH}) AS rank "  # noqa: S608
    f"FROM claim_search, {_QUERY} AS asked WHERE words @@ asked)"
)
HIGHLIGHT = (
    f"ts_headline('words', claim.text, {_QUERY}, "
    f'\'HighlightAll=true, StartSel="{START_MARK}", StopSel="{END_MARK}"\')'
)

POSTINGS = (
    "SELECT string_agg(claim_id::text, ',' ORDER BY claim_id) FROM "  # noqa: S608 - a constant
    f"(SELECT claim_id FROM claim_search WHERE words @@ {_QUERY} ORDER BY claim_id LIMIT ?) AS held"
)
"""The first of them: a scan in no order may begin anywhere, and how many more there are is told by the last."""
LENGTHS = "SELECT claim_id, length(words) FROM claim_search WHERE claim_id IN ({marks})"


def word_count(length: int) -> int:
    """How many words a claim has: what LENGTHS gives, each word once."""
    return length


def expression(query: str) -> str:
    """The text of a tsquery for what a user typed; never a syntax error.

    Raises:
        UsageError: nothing to look for.
    """
    wanted, unwanted = parsed(query)
    parts = [_any(alternatives) for alternatives in wanted]
    if not any(_words(part) for alternatives in wanted for part in alternatives):
        msg = f"{query!r} holds no word to search for; give at least one that is wanted"
        raise UsageError(msg)
    if unwanted:
        parts.append(f"!{_any(unwanted)}")
    return " & ".join(parts)


def _any(parts: list[Part]) -> str:
    return f"({' | '.join(map(_phrase, parts))})"


def _phrase(part: Part) -> str:
    words = [f"'{word}'" for word in _words(part)]
    if words and part.is_beginning:
        words[-1] += ":*"
    return f"({' <-> '.join(words)})" if words else _NO_MATCH


def _words(part: Part) -> list[str]:
    folded = re.sub(_MARKS, "", unicodedata.normalize("NFD", part.words).lower())
    return re.sub(_SEPARATORS, " ", folded.replace("\x00", " ")).split()


def suspend(connection: Any) -> int:
    """Stop indexing row by row for a large load; gives the last claim id that is indexed."""
    connection.execute("SET LOCAL claimcheck.indexing = 'off'")
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0])


def resume(connection: Any, last_indexed_id: int) -> None:
    """Index the claims that came since `suspend`, and index row by row again."""
    added = "SELECT claim_id, words FROM claim_search_content WHERE claim_id > ?"
    connection.execute(f"INSERT INTO claim_search (claim_id, words) {added}", (last_indexed_id,))
    # what waits to be sorted in is read through by every search, and so the planner shuns the index
    connection.execute(
        "SELECT gin_clean_pending_list(oid) FROM pg_class "
        "WHERE oid = 'ix_claim_search_words'::regclass AND pg_has_role(relowner, 'USAGE')"
    )
    connection.execute("SET LOCAL claimcheck.indexing = 'on'")
