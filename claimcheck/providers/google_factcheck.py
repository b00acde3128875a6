"""What fact-checkers have published on a claim, as the Google Fact Check Tools API finds it.

Source: https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from claimcheck.errors import UnusableError
from claimcheck.providers import _json, _values
from claimcheck.terms import salient_terms
from claimcheck.values import Finding, Page, Question, Request

interval_s: float = 1.0
heeds_robots: bool = False
key_variable: str | None = "CLAIMCHECK_GOOGLE_FACTCHECK_KEY"

MAX_WORDS_LENGTH = 120
MAX_TERMS = 8
_SEARCH = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
_PAGE_SIZE = 50


def requests(question: Question) -> Sequence[Request]:
    """One request, for the claim itself or, where it is long, for what stands out in it; none without a key.

    The key travels in a header, so that no URL holds it.

    Source: https://cloud.google.com/apis/docs/system-parameters
    """
    words = " ".join(question.words.split())
    if not question.is_query and len(words) > MAX_WORDS_LENGTH:
        words = " ".join(salient_terms(words, limit=MAX_TERMS)) or words[:MAX_WORDS_LENGTH]
    if not words or not question.key:
        return []
    query = urlencode({"query": words, "pageSize": _PAGE_SIZE}, errors="replace")
    return [Request(f"{_SEARCH}?{query}", {"X-Goog-Api-Key": question.key.strip()})]


def read(page: Page) -> Sequence[Finding]:
    """Every review of every claim that was found, in the order of the answer.

    Raises:
        UnusableError: an error, or no JSON.
    """
    answer = _json.answer(page, "Google Fact Check")
    error = _json.member(answer, "error")
    if error or not isinstance(answer, dict):
        said = _values.line(_json.member(error, "message")) or _values.line(error) or _values.first_words(page)
        msg = (
            f"Google Fact Check answered with an error: {said[: _values.MAX_SAID_LENGTH]}; check the key and the query"
        )
        raise UnusableError(msg)
    return _values.distinct(
        _finding(claim, review)
        for claim in _json.objects(answer.get("claims"))
        for review in _json.objects(claim.get("claimReview"))
    )


def _finding(claim: Mapping[str, Any], review: Mapping[str, Any]) -> Finding:
    publisher = review.get("publisher")
    url = _values.address(review.get("url"))
    name = _values.unescaped(_json.member(publisher, "name")) or _values.line(_json.member(publisher, "site"))
    said, claimant = _values.prose(claim.get("text")), _values.unescaped(claim.get("claimant"))
    title, rating = _values.unescaped(review.get("title")), _values.unescaped(review.get("textualRating"))
    claim_date = _values.day(claim.get("claimDate"))
    return Finding(
        key=_values.known_by(url, _values.digest(name, title, rating, said)),
        url=url,
        title=title,
        publisher=name,
        published_on=_values.day(review.get("reviewDate")),
        language=_values.language(review.get("languageCode")),
        text=_values.lines(said, claimant and f"claimant: {claimant}", claim_date and f"claimed on: {claim_date}"),
        rating=rating,
    )
