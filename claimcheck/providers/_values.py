"""What the providers share: values of any type and origin, made into texts, addresses and days that can be kept."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256

from claimcheck import urls
from claimcheck.dates import parse_partial_date
from claimcheck.errors import InputError
from claimcheck.text import one_line
from claimcheck.values import Finding, Page, Question, Request

MAX_FINDINGS = 500
MAX_LINE_LENGTH = 1000
MAX_KEY_LENGTH = 500
MAX_SAID_LENGTH = 120

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9].*|[0-9]{8}T[0-9].*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_TAG = re.compile(r"<(?:script|style)\b.*?</|<[^>]*>", re.DOTALL | re.IGNORECASE)


def line(value: object) -> str | None:
    """A text on one line, without what no database keeps, of at most 1,000 characters; None for anything else."""
    if not isinstance(value, str):
        return None
    text = " ".join(_UNSTORABLE.sub(" ", value).split())
    return (text if len(text) <= MAX_LINE_LENGTH else f"{text[: MAX_LINE_LENGTH - 1]}…") or None


def prose(value: object) -> str | None:
    """A text with its lines, without what no database keeps; None for anything else."""
    if not isinstance(value, str):
        return None
    return _UNSTORABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip() or None


def lines(*parts: str | None) -> str | None:
    """The parts that there are, one a line."""
    return "\n".join(part for part in parts if part) or None


def unescaped(value: object) -> str | None:
    """`line(value)` with its HTML entities read: publishers leave them in texts that are no HTML."""
    import html

    return line(html.unescape(value)) if isinstance(value, str) else None


def address(value: object, base: str | None = None) -> str | None:
    """An http or https URL, absolute, without user-info and fragment; None for anything else.

    Of `base` only the path counts: a link to "#top" is not to give away what its query holds.
    """
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        if base is None:
            return str(urls.parse(value)._replace(user_info=None))
        return str(urls.join(urls.parse(bare(base)), value))
    except InputError:
        return None


def bare(url: str) -> str:
    """A URL without its user-info, query and fragment.

    Raises:
        InputError: what is no http or https URL.
    """
    return str(urls.parse(url)).partition("?")[0]


def kept(url: str) -> str:
    """A dialled URL as it may be kept: canonical, or only redacted if it is no http or https URL."""
    try:
        return urls.canonical(url)
    except InputError:
        return line(urls.redacted(url)) or "?"


def day(value: object) -> str | None:
    """The day, month or year that a date or a time in ISO 8601 or RFC 5322 names, EDTF; None if it names none.

    A time with an offset names the day that it was in UTC.

    Source: https://www.rfc-editor.org/rfc/rfc3339 and https://www.rfc-editor.org/rfc/rfc5322#section-3.3
    """
    text = line(value)
    if text is None or len(text) > MAX_SAID_LENGTH:
        return None
    try:
        if _DAY.fullmatch(text):
            return parse_partial_date(text).edtf
        moment = datetime.fromisoformat(re.sub(r" ?(?:UTC|GMT)$", "Z", text)) if _INSTANT.fullmatch(text) else None
        moment = moment or _mailed(text)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()
    except (InputError, ValueError, TypeError, IndexError, OverflowError):
        return None


def language(value: object) -> str | None:
    """A language tag, or None for what has not even the form of one."""
    text = line(value)
    return text if text and _LANGUAGE.fullmatch(text) else None


def known_by(*candidates: str | None) -> str:
    """The first candidate that there is, shortened to its digest if an index could not hold it."""
    found = next((candidate for candidate in candidates if candidate), "")
    return found if len(found) <= MAX_KEY_LENGTH else digest(found)


def digest(*parts: str | None) -> str:
    """A key for what has none of its own: equal parts have the same."""
    joined = "\x1f".join(part or "" for part in parts)
    return f"sha256:{sha256(joined.encode()).hexdigest()}"


def distinct(findings: Iterable[Finding], limit: int = MAX_FINDINGS) -> list[Finding]:
    """The first finding of each key, at most `limit`."""
    first: dict[str, Finding] = {}
    for finding in findings:
        if len(first) == limit:
            break
        first.setdefault(finding.key, finding)
    return list(first.values())


def asked(question: Question) -> list[Request]:
    """One request for each page that the question names, once."""
    return [Request(url) for url in dict.fromkeys(question.urls)]


def first_words(page: Page) -> str:
    """What a page says instead of an answer: its beginning without tags, on one line of at most 120 characters."""
    text = line(_TAG.sub(" ", page.body[:8192].decode("utf-8-sig", "replace"))) or "nothing"
    shown = one_line(text)
    return repr(shown if len(shown) <= MAX_SAID_LENGTH else f"{shown[: MAX_SAID_LENGTH - 3]}...")


def _mailed(text: str) -> datetime:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return parsedate_to_datetime(f"{text} 00:00:00")
