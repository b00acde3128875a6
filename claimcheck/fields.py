"""How each field is read when it comes from outside: one parser a field, one message a mistake.

`load`, `add`, `annotate` and the filters all read through these, so a wrong value gets the same
answer everywhere. They stand in for validating twins of the tables: a validator's own messages say
what a type is not, ours have to say what to write instead, and a command that only reads must not
pay for importing a validation library.
"""

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache, partial
from typing import Any

from claimcheck import vocabulary as words
from claimcheck.dates import parse_partial_date
from claimcheck.errors import InputError, near_names, quoted
from claimcheck.local_dates import advice
from claimcheck.text import comparison_key, storable

MAX_TEXT_LENGTH = 100_000
MAX_NAME_LENGTH = 500
MAX_YEAR = 9999
_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?|\.[0-9]+", re.ASCII)
_INTEGER = re.compile(r"[0-9]{1,18}", re.ASCII)
_HEX_64 = re.compile(r"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_CONTROL = re.compile("[\x00-\x1f]")
Parser = Callable[[Any], Any]


def is_blank(value: object) -> bool:
    """Whether a cell or key says nothing at all."""
    return value is None or value in ("", []) or (isinstance(value, str) and value.isspace())


def text(value: object, *, limit: int = MAX_TEXT_LENGTH) -> str:
    """Text of any script, as it is.

    Raises:
        InputError: not text, blank, longer than `limit` code points, or not storable.
    """
    if not isinstance(value, str):
        msg = f"{quoted(value)} is not text; put it in quotation marks"
        raise InputError(msg)
    if not value or value.isspace():
        raise InputError("it is empty; write something or leave the field out")
    if len(value) > limit:
        msg = f"it has {len(value):,} characters, the limit is {limit:,}; shorten it"
        raise InputError(msg)
    return storable(value, "it")


def name(value: object) -> str:
    """A short text without surrounding space, control or line-break characters."""
    if isinstance(value, str):
        return _name(value)
    return text(value)


@lru_cache(maxsize=16384)
def _name(value: str) -> str:
    stripped = text(value, limit=MAX_NAME_LENGTH).strip()
    if not comparison_key(stripped):
        msg = f"{quoted(value)} holds nothing that can be seen; write a name"
        raise InputError(msg)
    if _CONTROL.search(stripped):
        msg = f"{quoted(stripped)} holds a line break or a control character; names are one line"
        raise InputError(msg)
    return stripped


def number(value: object) -> float:
    """A finite number that is not negative, written with a decimal point."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        msg = f"{quoted(value)} is not a number; write it like 0.5"
        raise InputError(msg)
    if isinstance(value, str):
        return _written_number(value)
    return _finite(value)


def _finite(value: float) -> float:
    try:
        if math.isfinite(value):
            return float(value)
    except OverflowError:
        pass
    msg = f"{quoted(value)} is not a number that can be kept; leave it empty when there is none"
    raise InputError(msg)


@lru_cache(maxsize=4096)
def _written_number(value: str) -> float:
    written = value.strip()
    if not _NUMBER.fullmatch(written):
        raise InputError(_number_advice(written))
    return _finite(float(written))


def confidence(value: object) -> float:
    """A probability from 0 to 1."""
    parsed = number(value)
    if not 0 <= parsed <= 1:
        hint = f"write {parsed / 100:g} for {parsed:g} %" if 1 < parsed <= 100 else "0 to 1 is the range"  # noqa: PLR2004
        msg = f"{quoted(value)} is not a probability between 0 and 1; {hint}"
        raise InputError(msg)
    return parsed


def _number_advice(written: str) -> str:
    if re.fullmatch(r"[0-9]+,[0-9]+", written, re.ASCII):
        return f"{quoted(written)} has a decimal comma; write {written.replace(',', '.')}"
    if re.fullmatch(r"[0-9.]+\s*%", written, re.ASCII):
        share = written.rstrip("% ").strip()
        decimal = f"write {float(share) / 100:g}" if _NUMBER.fullmatch(share) else "write a number from 0 to 1"
        return f"{quoted(written)} is a percentage; {decimal}"
    return f"{quoted(written)} is not a number; write it like 0.5, or leave it empty"


def integer(value: object, *, low: int = 0, high: int = 2**53) -> int:
    """A whole number from `low` to `high`."""
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        value = int(value.strip())
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        upper = f" from {low} to {high}" if high < 2**53 else f", {low} or more"
        msg = f"{quoted(value)} is not a whole number{upper}"
        raise InputError(msg)
    return value


def word(value: object, *, vocabulary: type[StrEnum], upper: bool = False) -> str:
    """One value of a closed list, whatever its case."""
    members = _members(vocabulary)
    if value in members:
        return str(value)
    if isinstance(value, str):
        folded = value.strip().upper() if upper else value.strip().lower().replace(" ", "_").replace("-", "_")
        if folded in members:
            return folded
    hint = near_names(value, members) if isinstance(value, str) else ""
    msg = f"{quoted(value)} is none of {', '.join(members)}{hint}"
    raise InputError(msg)


@lru_cache
def _members(vocabulary: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in vocabulary)


def day(value: object) -> str:
    """A partial date as EDTF text; a bare year may be a number, a day a TOML date."""
    if isinstance(value, datetime):
        msg = f"'{value.isoformat()}' has a time of day; give the day alone"
        raise InputError(msg)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAX_YEAR:
        value = f"{value:04}"
    if not isinstance(value, str):
        msg = f"{quoted(value)} is not a date; write YYYY-MM-DD, YYYY-MM or YYYY"
        raise InputError(msg)
    try:
        return parse_partial_date(value).edtf
    except InputError as error:
        raise InputError(advice(value) or str(error)) from error


def instant(value: object) -> str:
    """A moment with its offset from UTC, as the ledger stores it."""
    moment = value
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            moment = None
    if not isinstance(moment, datetime):
        msg = f"{quoted(value)} is not a moment; write it like 2024-09-12T08:30:00Z"
        raise InputError(msg)
    if moment.tzinfo is None:
        msg = f"{value!s} has no time zone; add Z or an offset such as +02:00"
        raise InputError(msg)
    try:
        return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    except OverflowError as error:
        msg = f"{value!s} lies outside the calendar in UTC"
        raise InputError(msg) from error


@lru_cache(maxsize=4096)
def tag(value: object) -> str:
    """A label: lower case, one line, no comma, no leading hyphen."""
    label = " ".join(name(value).casefold().split())
    if len(label) > MAX_NAME_LENGTH:
        msg = f"it has {len(label)} characters in lower case, the limit is {MAX_NAME_LENGTH}; shorten it"
        raise InputError(msg)
    if "," in label or label.startswith("-"):
        msg = f"{quoted(value)} cannot be a tag: no comma and no leading hyphen, please"
        raise InputError(msg)
    return label


def as_list(value: object, what: str) -> list[Any]:
    """A list, of whatever; `what` says in the refusal what it should have been."""
    if not isinstance(value, list):
        msg = f"{quoted(value)} is not {what}"
        raise InputError(msg)
    return value


def tags(value: object) -> tuple[str, ...]:
    """Labels, comma-separated or as a list, without repetitions."""
    if isinstance(value, str):
        return _split_tags(value)
    items = as_list(value, "a list of tags; write them with commas between")
    for item in items:
        if not isinstance(item, str):
            msg = f"{quoted(item)} is not a tag; tags are texts"
            raise InputError(msg)
    return tuple(dict.fromkeys(tag(item) for item in items if not is_blank(item)))


@lru_cache(maxsize=4096)
def _split_tags(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag(item) for item in value.split(",") if item.strip()))


def names(value: object) -> tuple[str, ...]:
    """Names as a list, or separated by semicolons."""
    items = value.split(";") if isinstance(value, str) else as_list(value, "a list of names")
    return tuple(dict.fromkeys(name(item) for item in items if not is_blank(item)))


def sha256(value: object) -> str:
    """64 hexadecimal digits."""
    digits = value.strip().lower() if isinstance(value, str) else ""
    if not _HEX_64.fullmatch(digits):
        msg = f"{quoted(value)} is not a SHA-256; it has 64 hexadecimal digits"
        raise InputError(msg)
    return digits


def public_id(value: object) -> str:
    """A UUID in its usual spelling."""
    digits = value.strip().lower() if isinstance(value, str) else ""
    if not _UUID.fullmatch(digits):
        is_number = isinstance(value, (int, float)) or _NUMBER.fullmatch(digits.replace(",", "."))
        hint = "copy it from the export again" if is_number else "leave the cell empty for a new claim"
        msg = f"{quoted(value)} is not a UUID{', but a number; ' if is_number else '; '}{hint}"
        raise InputError(msg)
    return digits


CLAIM_FIELDS: dict[str, Parser] = {
    "text": text,
    "kind": partial(word, vocabulary=words.ClaimKind),
    "said_on": day,
    "confidence": confidence,
    "basis": text,
    "credibility": partial(integer, low=1, high=6),
    "verdict": partial(word, vocabulary=words.Verdict),
    "state": partial(word, vocabulary=words.ClaimState),
    "attribution_note": text,
    "review_on": day,
}
APPEARANCE_FIELDS: dict[str, Parser] = {
    "directness": partial(word, vocabulary=words.Directness),
    "cue": text,
    "cue_start": integer,
    "span_start": integer,
    "span_end": integer,
    "span_sha256": sha256,
    "quote": text,
    "quote_start": integer,
}
DOCUMENT_FIELDS: dict[str, Parser] = {
    "title": text,
    "url": name,
    "published_on": day,
    "published_on_reason": text,
    "language": name,
}
SNAPSHOT_FIELDS: dict[str, Parser] = {
    "sha256": sha256,
    "text_sha256": sha256,
    "media_type": name,
    "extractor": name,
    "extractor_version": name,
    "retrieved_at": instant,
}
SOURCE_FIELDS: dict[str, Parser] = {
    "kind": partial(word, vocabulary=words.SourceKind),
    "role": text,
    "reliability": partial(word, vocabulary=words.Reliability, upper=True),
    "reliability_on": day,
    "reliability_reason": text,
}
