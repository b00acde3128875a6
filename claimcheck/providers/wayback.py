"""When the Internet Archive's Wayback Machine captured a page, from its CDX server.

No capture found does not mean that there is none: the index lags and leaves out what was excluded.

Source: https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from claimcheck import urls
from claimcheck.errors import InputError, UnusableError
from claimcheck.providers import _json, _values
from claimcheck.values import Finding, Page, Question, Request
from claimcheck.vocabulary import Outcome

interval_s: float = 2.5
heeds_robots: bool = False
key_variable: str | None = None

_CDX = "https://web.archive.org/cdx/search/cdx"
_REPLAY = "https://web.archive.org/web"
_NEWEST = 20
_FIELDS = "timestamp,original,mimetype,statuscode,digest"
_EXCLUDED = re.compile(r"excluded|blocked (?:site|by)|AccessControl", re.IGNORECASE)
_TIMESTAMP = re.compile(r"[0-9]{14}")


def requests(question: Question) -> Sequence[Request]:
    """One request for each page of the question.

    A URL that holds a secret is not told to the archive, and one that is neither http nor https it cannot have.
    """
    pages = dict.fromkeys(page for url in question.urls if (page := _askable(url)))
    return [Request(f"{_CDX}?{urlencode(_parameters(page))}") for page in pages]


def read(page: Page) -> Sequence[Finding]:
    """The captures, newest first: `url` leads to the bytes as they were captured.

    Raises:
        UnusableError: an error page, or one that says that the site is excluded.
    """
    if not page.body.strip():
        return []
    captures = list(_captures(_rows(page)))
    captures.sort(key=_stamp, reverse=True)
    return _values.distinct(found for capture in captures for found in _findings(capture))


def _askable(url: str) -> str | None:
    try:
        wanted = str(urls.parse(url)._replace(user_info=None))
    except InputError:
        return None
    return wanted if urls.redacted(url.strip()) == url.strip() else None


def _rows(page: Page) -> list[Any]:
    outcome = Outcome.BLOCKED if _EXCLUDED.search(page.body[:8192].decode("utf-8", "replace")) else None
    try:
        rows = _json.answer(page, "the Wayback Machine")
    except UnusableError as error:
        raise UnusableError(str(error), outcome) from error
    if not isinstance(rows, list):
        msg = f"the Wayback Machine answered with no captures but {_values.first_words(page)}; try again later"
        raise UnusableError(msg, outcome)
    return rows


def _parameters(page: str) -> dict[str, str]:
    return {
        "url": page, "output": "json", "filter": "statuscode:200", "collapse": "digest", "limit": f"-{_NEWEST}",
        "fastLatest": "true", "fl": _FIELDS,
    }  # fmt: skip


def _captures(rows: list[Any]) -> Iterable[Mapping[str, str | None]]:
    """The rows by the names in the first; `[]` and `[key]`, where the server offers to go on, are none."""
    if not rows:
        return
    names = [_values.line(name) for name in rows[0]] if isinstance(rows[0], list) else []
    if not {"timestamp", "original"} <= set(names):
        msg = "the Wayback Machine's answer names no columns in its first row; try again later"
        raise UnusableError(msg)
    for row in rows[1:]:
        if isinstance(row, list) and len(row) == len(names):
            yield {name: _values.line(value) for name, value in zip(names, row, strict=True) if name}


def _stamp(capture: Mapping[str, str | None]) -> str:
    stamp = capture["timestamp"] or ""
    return stamp if _TIMESTAMP.fullmatch(stamp) else ""


def _findings(capture: Mapping[str, str | None]) -> Iterable[Finding]:
    stamp, original = _stamp(capture), _values.address(capture["original"])
    replay = _values.address(f"{_REPLAY}/{stamp}id_/{original}")
    try:
        moment = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return
    if original is None or replay is None:
        return
    kind, digest = capture.get("mimetype"), capture.get("digest")
    yield Finding(
        key=_values.known_by(f"{stamp} {original}"),
        url=replay,
        title=f"archived {moment:%Y-%m-%d %H:%M:%S} UTC",
        publisher="web.archive.org",
        text=_values.lines(kind and f"media type: {kind}", digest and f"digest: {digest}"),
    )
