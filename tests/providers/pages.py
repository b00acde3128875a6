"""Pages as a client hands them to a provider, and what holds for every finding."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from claimcheck import urls
from claimcheck.dates import parse_partial_date
from claimcheck.errors import UnusableError
from claimcheck.text import storable
from claimcheck.values import Finding, Page

ONE_LINE = ("key", "url", "title", "publisher", "author", "published_on", "language", "rating")
NAMES = (
    "url", "title", "text", "name", "publisher", "claims", "claimReview", "articles", "seendate", "@type", "@graph",
    "ClaimReview", "author", "itemReviewed", "reviewRating", "ratingValue", "alternateName", "timestamp", "original",
    "error", "message", "appearance", "datePublished", "20261123T081500Z", "20261123081500", "https://example.org/a",
    "2026-11-23", "javascript:alert(1)", "\ud800", "a\x00b",
)  # fmt: skip
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(NAMES) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


def page(body: str | bytes, media_type: str | None = "text/html", url: str = "https://example.org/news/today") -> Page:
    return Page(
        url=url,
        final_url=url,
        redirects=(),
        status=200,
        headers={"content-type": media_type} if media_type else {},
        body=body.encode() if isinstance(body, str) else body,
        raw_size=len(body),
        retrieved_at=datetime(2026, 11, 23, 8, 15, tzinfo=UTC),
        elapsed_s=0.1,
    )


def json_page(content: Any) -> Page:
    return page(json.dumps(content), "application/json")


def check(findings: Iterable[Finding]) -> None:
    """Every text can be stored, every URL is http or https, every day is one, and no key stands there twice."""
    keys = []
    for finding in findings:
        keys.append(finding.key)
        assert finding.key
        assert finding.text is None or finding.markup is None
        for name in ONE_LINE:
            value = getattr(finding, name)
            assert value is None or (storable(value) and "\n" not in value and value == value.strip())
        assert storable(finding.text or "") == (finding.text or "")
        assert storable(finding.markup or "") == (finding.markup or "")
        assert finding.url is None or urls.parse(finding.url).scheme in ("http", "https")
        assert finding.published_on is None or parse_partial_date(finding.published_on)
    assert len(keys) == len(set(keys))


def survives(read: Callable[[Page], Sequence[Finding]], given: Page) -> None:
    try:
        findings = read(given)
    except UnusableError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either is right
    else:
        check(findings)
