"""What a user typed to name something, and the row it means."""

from claimcheck.errors import NotFoundError, UsageError, near_names
from claimcheck.store.engine import Reader
from claimcheck.text import comparison_key

MIN_PREFIX_LENGTH = 8
MAX_INTEGER_DIGITS = 18


def claim_id(reader: Reader, written: str) -> int:
    """The id of the claim that a number, a public id, or the unique beginning of one names.

    Raises:
        NotFoundError: no such claim.
        UsageError: neither a number nor such a beginning, or one that several claims share.
    """
    word = written.strip().lower().removeprefix("#")
    if word.isascii() and word.isdigit() and len(word) <= MAX_INTEGER_DIGITS:
        found = reader.value("SELECT id FROM claim WHERE id = ?", (int(word),))
        if found is not None:
            return int(found)
        if len(word) < MIN_PREFIX_LENGTH:
            raise _no_claim(reader, written)
    if len(word) < MIN_PREFIX_LENGTH or set(word) - set("0123456789abcdef-"):
        msg = (
            f"{written!r} is not a claim; give its number, or at least {MIN_PREFIX_LENGTH} characters of its public id"
        )
        raise UsageError(msg)
    matches = reader.all("SELECT id FROM claim WHERE public_id >= ? AND public_id < ? LIMIT 2", (word, word + "g"))
    if not matches:
        raise _no_claim(reader, written)
    if len(matches) > 1:
        msg = f"several claims have a public id that begins with {written!r}; give more of it"
        raise UsageError(msg)
    return int(matches[0][0])


def _no_claim(reader: Reader, written: str) -> NotFoundError:
    last = reader.value("SELECT max(id) FROM claim")
    there = f"the last one is {last}" if last else "the ledger is empty"
    return NotFoundError(f"there is no claim {written}; {there}, see `claimcheck list`")


def source_id(reader: Reader, name: str) -> int:
    """The id of the source that has this name or alias, whatever its case.

    Raises:
        NotFoundError: there is none; the message has the near names.
    """
    found = reader.value("SELECT source_id FROM source_alias WHERE alias_key = ?", (comparison_key(name),))
    if found is not None:
        return int(found)
    known = (alias for (alias,) in reader.rows("SELECT alias FROM source_alias ORDER BY alias"))
    msg = f"there is no source {name!r}{near_names(name, known)} (see `claimcheck source list`)"
    raise NotFoundError(msg)


def standing_source(reader: Reader, own_id: int) -> str | None:
    """The name of a source, or of what it was merged into since; None if it is not in the ledger any more."""
    name, next_id = None, own_id
    while next_id is not None:
        row = next(iter(reader.all("SELECT name, merged_into_id FROM source WHERE id = ?", (next_id,))), (None, None))
        name, next_id = row
    return name


def source_names(reader: Reader) -> dict[int, str]:
    """The name of every source by its id, merged ones included."""
    return dict(reader.rows("SELECT id, name FROM source"))


def require_tag(reader: Reader, name: str) -> None:
    """Refuse a tag that no claim ever had, so that a typing error is not an empty answer.

    Raises:
        NotFoundError: there is none; the message has the near names.
    """
    if reader.value("SELECT id FROM tag WHERE name = ?", (name,)) is None:
        known = (tag for (tag,) in reader.rows("SELECT name FROM tag"))
        msg = f"there is no tag {name!r}{near_names(name, known)} (see `claimcheck tag`)"
        raise NotFoundError(msg)


def require_document(reader: Reader, document_id: int) -> None:
    """Refuse the number of no document.

    Raises:
        NotFoundError: there is none of that id.
    """
    if reader.value("SELECT id FROM document WHERE id = ?", (document_id,)) is None:
        msg = f"there is no document {document_id}; see `claimcheck document list`"
        raise NotFoundError(msg)
