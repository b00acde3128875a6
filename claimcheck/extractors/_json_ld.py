"""What a page says of itself in JSON-LD.

Source: https://schema.org/Article
"""

import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

MAX_SCRIPT = 1024 * 1024
MAX_NODES = 5000
_ARTICLES = ("Article", "Posting", "Report", "ClaimReview", "Report", "PressRelease")
_PAGES = ("WebPage", "CreativeWork", "Book", "Dataset", "Legislation", "Webpage", "ItemPage", "AboutPage")


@dataclass(frozen=True, slots=True)
class Statement:
    """What the best node of a page says; every text is as it stands there, unescaped."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published_on: str | None = None
    language: str | None = None


def statement(scripts: Iterable[str]) -> Statement:
    """What the node for the article says, or else that for the page; scripts that are no JSON are passed over."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    best = min(nodes, key=_rank, default=None)
    if best is None or _rank(best) > 1:
        return Statement()
    return Statement(
        title=_text(best.get("headline")) or _text(best.get("name")),
        authors=tuple(_names(best.get("author"), by_id)),
        publisher=next(iter(_names(best.get("publisher"), by_id)), None),
        published_on=_text(best.get("datePublished")),
        language=next(iter(_names(best.get("inLanguage"), by_id)), None),
    )


def _parsed(script: str) -> Any:
    if len(script) > MAX_SCRIPT:
        return None
    try:
        # strict would refuse the raw line feeds that content systems leave in
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->").rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top, in lists, in `@graph`, and what a page is about; not those within an article."""
    waiting, seen = [value], 0
    while waiting and seen < MAX_NODES:
        seen += 1
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item[:MAX_NODES]
        elif isinstance(item, dict):
            yield item
            waiting += [item[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in item]


def _rank(node: dict[str, Any]) -> int:
    kinds = node.get("@type")
    names = [name for name in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(name, str)]
    if any(name.endswith(_ARTICLES) for name in names):
        return 0
    return 1 if any(name in _PAGES or name.endswith("Page") for name in names) else 2


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value[:MAX_NODES] if isinstance(value, list) else [value]:
        held = by_id.get(item["@id"], item) if isinstance(item, dict) and isinstance(item.get("@id"), str) else item
        name = _text(held.get("name") or held.get("alternateName")) if isinstance(held, dict) else _text(held)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _text(value: Any) -> str | None:
    """A text, the first of several, or that of a value with a language."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    return html.unescape(value).strip() or None if isinstance(value, str) else None
