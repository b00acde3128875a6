"""News of the last three months in which a claim's names and words stand, as the GDELT DOC 2.0 API finds it.

An article found is a lead: GDELT gives no text of it, and no day on which it was published.

Source: https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from claimcheck.errors import UnusableError
from claimcheck.providers import _json, _values
from claimcheck.terms import salient_terms
from claimcheck.text import comparison_key
from claimcheck.values import Finding, Page, Question, Request

interval_s: float = 5.0
heeds_robots: bool = False
key_variable: str | None = None

MAX_QUERY_LENGTH = 250
_DOC = "https://api.gdeltproject.org/api/v2/doc/doc"
_MAX_RECORDS = 75
_MAX_TERMS = 6
_MAX_REQUIRED = 2
_MIN_LETTERS = 3
_SPAN = "3months"
_SEEN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{6}Z?)?")


def requests(question: Question) -> Sequence[Request]:
    """One request, or none if nothing in the claim could be searched for."""
    words = " ".join(question.words.split())
    query = words if question.is_query else _query(words, question.source)
    if not query:
        return []
    parameters = {
        "query": query, "mode": "artlist", "format": "json", "maxrecords": _MAX_RECORDS, "timespan": _SPAN,
        "sort": "datedesc",
    }  # fmt: skip
    return [Request(f"{_DOC}?{urlencode(parameters, errors='replace')}")]


def read(page: Page) -> Sequence[Finding]:
    """The articles, newest first as GDELT gives them.

    Raises:
        UnusableError: an error, which GDELT sends with status 200 as a sentence.
    """
    answer = _json.answer(page, "GDELT")
    if not isinstance(answer, dict):
        msg = f"GDELT answered with no list of articles but {_values.first_words(page)}; try again later"
        raise UnusableError(msg)
    return _values.distinct(found for article in _json.objects(answer.get("articles")) for found in _findings(article))


def _findings(article: Mapping[str, Any]) -> Iterable[Finding]:
    url = _values.address(article.get("url")) or _values.address(article.get("url_mobile"))
    if url is None:
        return
    seen = _SEEN.fullmatch(_values.line(article.get("seendate")) or "")
    day = _values.day("-".join(seen.groups())) if seen else None
    yield Finding(
        key=_values.known_by(url),
        url=url,
        title=_values.unescaped(article.get("title")),
        publisher=_values.line(article.get("domain")),
        language=_values.line(article.get("language")),
        text=f"seen {day}" if day else None,
    )


def _query(words: str, source: str | None) -> str:
    """A query of at most 250 characters: the source and the first name have to be there, and one of the rest.

    With every term required, an article that leaves one out, or is in another language, would be missed.
    """
    names = [source] if source else []
    terms = [" ".join(re.sub(r"[^\w' -]", " ", name.replace("’", "'")).split())
             for name in [*names, *salient_terms(words, limit=_MAX_TERMS)]
             if not re.search(r"\d[^\w\s]\d", name)]  # fmt: skip
    distinct = list({comparison_key(term): term for term in terms if _is_searchable(term)}.values())
    required = [_quoted(term) for term in distinct[:_MAX_REQUIRED]]
    others = [_quoted(term) for term in distinct[_MAX_REQUIRED:_MAX_TERMS]]
    while required:
        query = " ".join([*required, f"({' OR '.join(others)})" if len(others) > 1 else "".join(others)]).strip()
        if len(query) <= MAX_QUERY_LENGTH:
            return query
        (others or required).pop()
    return ""


def _is_searchable(term: str) -> bool:
    """Whether GDELT takes it: it refuses short words."""
    return any(len(word) >= _MIN_LETTERS or not word.isascii() for word in term.split())


def _quoted(term: str) -> str:
    return term if term.isalnum() and term not in ("OR", "AND", "NOT") else f'"{term}"'
