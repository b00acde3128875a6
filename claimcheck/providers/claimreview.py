"""Reviews of claims that a page publishes about itself: ClaimReview in JSON-LD.

Source: https://schema.org/ClaimReview and https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimcheck.providers import _html, _json, _values
from claimcheck.values import Finding, Page, Question, Request

interval_s: float = 1.0
heeds_robots: bool = True
key_variable: str | None = None

MAX_NODES = 20_000
MAX_APPEARANCES = 20
_JSON_TYPES = ("application/ld+json", "application/json")
_OPENINGS = ("<!--", "<![CDATA[", "//", "/*", "*/")
_CLOSINGS = ("-->", "]]>", "//", "/*", "*/")
_MAX_WRAPPINGS = 12


def requests(question: Question) -> Sequence[Request]:
    """One request for each page of the question."""
    return _values.asked(question)


def read(page: Page) -> Sequence[Finding]:
    """The reviews of the page in its order; none is an answer, too.

    A script whose JSON is broken hides no other.

    Raises:
        UnusableError: the page is neither HTML nor JSON.
        PluginError: the library that reads HTML is not installed.
    """
    place = _values.kept(page.final_url)
    return _values.distinct(
        _finding(review, page, f"{place}#{number}") for number, review in enumerate(_reviews(page), start=1)
    )


def _reviews(page: Page) -> Iterator[Mapping[str, Any]]:
    nodes = 0
    for content in _contents(page):
        waiting = [content]
        while waiting and nodes < MAX_NODES:
            nodes += 1
            node = waiting.pop()
            if isinstance(node, dict):
                if "ClaimReview" in _types(node):
                    yield node
                node = list(node.values())
            if isinstance(node, list):
                waiting.extend(member for member in reversed(node) if isinstance(member, dict | list))


def _contents(page: Page) -> Iterator[Any]:
    if _html.media_type(page) in _JSON_TYPES:
        yield _json.answer(page, "the page")
        return
    for script in _html.document(page).css("script"):
        if (script.attributes.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            try:
                yield _json.loads(_unwrapped(script.text() or ""))
            except ValueError:
                continue


def _unwrapped(script: str) -> str:
    """A script without what hides it from old readers: an HTML comment, a CDATA section, their JavaScript comments."""
    text = script.strip().strip("\ufeff")
    for _ in range(_MAX_WRAPPINGS):
        for mark in _OPENINGS:
            text = text.removeprefix(mark).lstrip()
        for mark in _CLOSINGS:
            text = text.removesuffix(mark).rstrip()
    return text


def _types(node: Mapping[str, Any]) -> list[str]:
    """The names of a node's types, whatever their prefix: "schema:ClaimReview", "https://schema.org/ClaimReview"."""
    value = node.get("@type")
    return [
        re.split("[/#:]", name)[-1] for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)
    ]


def _finding(review: Mapping[str, Any], page: Page, place: str) -> Finding:
    own_url = _values.address(_first(review.get("url")), page.final_url)
    reviewed = _values.unescaped(_first(review.get("claimReviewed")))
    published = map(_values.day, (_first(review.get("datePublished")), _first(review.get("dateCreated"))))
    claims = _json.objects(review.get("itemReviewed"))
    claimants = _names(claim.get("author") for claim in claims)
    appearances = dict.fromkeys(
        url for claim in claims for name in ("firstAppearance", "appearance")
        for url in _addresses(claim.get(name), page.final_url)
    )  # fmt: skip
    return Finding(
        key=_values.known_by(own_url, place),
        url=own_url or _values.address(_values.kept(page.final_url)),
        title=reviewed,
        publisher=_names([review.get("author")]) or _names([review.get("publisher")]),
        published_on=next((day for day in published if day), None),
        language=_values.language(_first(review.get("inLanguage"))),
        text=_values.lines(
            reviewed,
            claimants and f"claimant: {claimants}",
            *(f"appearance: {url}" for url in list(appearances)[:MAX_APPEARANCES]),
        ),
        rating=_rating(review.get("reviewRating")),
    )


def _rating(value: object) -> str | None:
    for rating in _json.objects(value):
        words = _values.unescaped(_first(rating.get("alternateName")))
        if words:
            return words
        number, worst, best = (_number(rating.get(name)) for name in ("ratingValue", "worstRating", "bestRating"))
        if number:
            return f"{number} of {worst}..{best}" if worst and best else number
    return None


def _number(value: object) -> str | None:
    """A number as it is written, whether as a number or as a text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _values.line(repr(value)) if math.isfinite(value) else None
    return _values.line(value)


def _names(values: Iterable[object]) -> str | None:
    """The names of people and organisations given as texts, objects or lists of both."""
    names = []
    for value in values:
        for member in value if isinstance(value, list) else [value]:
            name = _values.unescaped(_first(member.get("name") if isinstance(member, dict) else member))
            if name:
                names.append(name)
    return _values.line(", ".join(dict.fromkeys(names)))


def _addresses(value: object, base: str) -> Iterator[str]:
    for member in value if isinstance(value, list) else [value]:
        address = member.get("url") or member.get("@id") if isinstance(member, dict) else member
        url = _values.address(_first(address), base)
        if url:
            yield url


def _first(value: object) -> object:
    """The first of a list, or the value; of a value with a language or a reference, what it holds."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return value.get("@value") or value.get("@id")
    return value
