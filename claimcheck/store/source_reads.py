"""Sources as rows and as one view."""

from typing import Any

from claimcheck.store.engine import Reader
from claimcheck.vocabulary import RELIABILITY_WORDS

SOURCE_COLUMNS = (
    "id", "public_id", "name", "kind", "role", "reliability", "reliability_on", "reliability_reason", "claims",
    "aliases",
)  # fmt: skip
_VIEW_COLUMNS = (
    "id", "public_id", "name", "kind", "role", "reliability", "reliability_on", "reliability_reason", "revision",
    "recorded_at",
)  # fmt: skip


def sources(reader: Reader) -> list[tuple[Any, ...]]:
    """All sources that are not merged into another, by name; the columns are SOURCE_COLUMNS."""
    aliases = reader.joined_text(
        "alias", "source_alias WHERE source_id = source.id AND alias <> source.name", "alias", "; "
    )
    return reader.all(
        f"SELECT id, public_id, name, kind, role, reliability, reliability_on, reliability_reason, "  # noqa: S608
        f"(SELECT count(*) FROM claim WHERE source_id = source.id), {aliases} "
        "FROM source WHERE merged_into_id IS NULL ORDER BY name"
    )


def source_view(reader: Reader, source_id: int) -> dict[str, Any]:
    """All that is recorded of one source, with its counts."""
    columns = ", ".join(_VIEW_COLUMNS)
    row = reader.all(f"SELECT {columns} FROM source WHERE id = ?", (source_id,))[0]  # noqa: S608
    view: dict[str, Any] = dict(zip(_VIEW_COLUMNS, row, strict=True))
    view["reliability_words"] = RELIABILITY_WORDS.get(view["reliability"])
    aliases = reader.all("SELECT alias FROM source_alias WHERE source_id = ? ORDER BY alias", (source_id,))
    view["aliases"] = [alias for (alias,) in aliases if alias != view["name"]]
    view["claims"] = reader.value("SELECT count(*) FROM claim WHERE source_id = ?", (source_id,))
    view["documents"] = reader.value("SELECT count(*) FROM document WHERE publisher_id = ?", (source_id,))
    passed = (
        "SELECT count(DISTINCT claim_id) FROM via JOIN appearance ON appearance.id = appearance_id WHERE source_id = ?"
    )
    view["passed_on"] = reader.value(passed, (source_id,))
    return view


def same_claims(reader: Reader, source_id: int) -> list[tuple[int, int]]:
    """The first and the last of those claims of a source that say the same."""
    return [
        (first, last)
        for first, last in reader.rows(
            "SELECT min(id), max(id) FROM claim WHERE source_id = ? GROUP BY text_fingerprint HAVING count(*) > 1 "
            "ORDER BY 1",
            (source_id,),
        )
    ]
