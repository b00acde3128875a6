"""What an HTML page says of itself: title, author, publisher, day, language, address. None of it is verified."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from claimcheck import urls
from claimcheck.errors import InputError
from claimcheck.extractors import _json_ld
from claimcheck.extractors._parts import MAX_URL_LENGTH, day, label, labels, language
from claimcheck.publishers import bare_host

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_SCRIPTS = 50
MAX_METAS = 2000
_TITLES = ("og:title", "citation_title", "dc.title", "twitter:title")
_AUTHORS = ("author", "citation_author", "dc.creator", "article:author", "parsely-author", "sailthru.author", "byl")
_PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "application-name")
_DAYS = (
    "article:published_time", "og:article:published_time", "article:published", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created",
    "datepublished",
    "parsely-pub-date", "sailthru.date", "publication_date", "publish-date", "pubdate", "date",
)  # fmt: skip
_TIMES = "time[itemprop~=datePublished], time[pubdate], article time[datetime], main time[datetime], time[datetime]"


class Facts:
    """The facts of one page."""

    def __init__(self, page: "LexborHTMLParser") -> None:
        """Look through the page once."""
        self._page = page
        self._metas: dict[str, list[str]] = {}
        for name, content in _metas(page):
            self._metas.setdefault(name, []).append(content)
        scripts = page.css("script")
        self._stated = _json_ld.statement(
            node.text(deep=True) for node in [n for n in scripts if _is_json_ld(n)][:MAX_SCRIPTS]
        )

    def title(self) -> str | None:
        """The headline, or else the title of the page."""
        return label(self._stated.title) or self._meta(_TITLES) or self._text_of("head title") or self._text_of("h1")

    def author(self) -> str | None:
        """The names of the authors, parted by commas."""
        named = [label(name) for name in self._stated.authors]
        if not any(named):
            for name in _AUTHORS:
                named = [label(text) for text in self._metas.get(name, []) if "://" not in text]
                if any(named):
                    break
            else:
                nodes = self._page.css("[rel~=author], [itemprop~=author]")[:MAX_SCRIPTS]
                named = [label(node.text(deep=True, separator=" ")) for node in nodes[:1]]
        return labels(named)

    def publisher(self) -> str | None:
        """The name of the site or of who issues it."""
        return label(self._stated.publisher) or self._meta(_PUBLISHERS)

    def published(self) -> tuple[str | None, str | None]:
        """The day, EDTF, and where it stands."""
        stated = day(self._stated.published_on)
        if stated:
            return stated, "JSON-LD datePublished"
        for name in _DAYS:
            for content in self._metas.get(name, []):
                if found := day(content):
                    return found, f"meta {name}"
        for selector in _TIMES.split(", "):
            node = self._page.css_first(selector)
            if node is not None and (found := day(node.attributes.get("datetime") or node.text(deep=True))):
                return found, "time element"
        return None, None

    def language(self) -> str | None:
        """The language tag of the page."""
        root = self._page.css_first("html")
        written = root.attributes.get("lang") or root.attributes.get("xml:lang") if root is not None else None
        return (
            language(written)
            or language(self._stated.language)
            or language(self._meta(("content-language", "og:locale", "dc.language")))
        )

    def canonical_url(self, url: str | None) -> str | None:
        """The address that the page gives as its own; None unless it lies on the host of `url`, www. and m. apart.

        Not any host of the same site: of those that many owners share, each has one.
        """
        if url is None:
            return None
        nodes = [node for node in self._page.css("link[rel]")[:MAX_METAS] if "canonical" in _tokens(node, "rel")]
        for written in [*(node.attributes.get("href") for node in nodes), *self._metas.get("og:url", [])]:
            if not written or len(written) > MAX_URL_LENGTH:
                continue
            try:
                own, came_from = urls.parse(urljoin(url, written.strip())), urls.parse(url)
            except (InputError, ValueError):
                continue
            return str(own) if bare_host(own.host) == bare_host(came_from.host) else None
        return None

    def _meta(self, names: tuple[str, ...]) -> str | None:
        return next((found for name in names for text in self._metas.get(name, []) if (found := label(text))), None)

    def _text_of(self, selector: str) -> str | None:
        node = self._page.css_first(selector)
        return label(node.text(deep=True)) if node is not None else None


def _metas(page: "LexborHTMLParser") -> Iterator[tuple[str, str]]:
    for node in page.css("meta[content]")[:MAX_METAS]:
        attributes = node.attributes
        for key in ("property", "name", "itemprop", "http-equiv"):
            name, content = attributes.get(key), attributes.get("content")
            if name and content:
                yield name.strip().lower(), content


def _is_json_ld(node: "LexborNode") -> bool:
    return (node.attributes.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"


def _tokens(node: "LexborNode", name: str) -> list[str]:
    return (node.attributes.get(name) or "").lower().split()
