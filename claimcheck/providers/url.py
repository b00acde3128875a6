"""Whether a page is there, and what it is: its title, publisher, day and description.

Source: https://ogp.me and https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names
"""

from collections.abc import Sequence

from claimcheck.errors import UnusableError
from claimcheck.providers import _html, _values
from claimcheck.values import Finding, Page, Question, Request
from claimcheck.vocabulary import Outcome

interval_s: float = 1.0
heeds_robots: bool = True
key_variable: str | None = None


def requests(question: Question) -> Sequence[Request]:
    """One request for each page of the question."""
    return _values.asked(question)


def read(page: Page) -> Sequence[Finding]:
    """One finding, the page: of HTML what it says of itself, of anything else its media type and size.

    Raises:
        UnusableError: the page is empty.
        PluginError: the library that reads HTML is not installed.
    """
    if not page.body.strip():
        msg = "the page is empty; try again later"
        raise UnusableError(msg, Outcome.EMPTY)
    key, url = _values.known_by(_values.kept(page.url)), _values.address(_values.kept(page.final_url))
    named = _html.media_type(page)
    if not _html.is_html(page):
        return [Finding(key=key, url=url, text=f"{named or 'no media type named'}, {len(page.body)} bytes")]
    tree = _html.document(page)
    title = tree.css_first("head > title")
    root = tree.css_first("html")
    canonical = next((node.attributes.get("href") for node in tree.css('link[rel~="canonical" i]')), None)
    preferred = _values.address(canonical, page.final_url)
    return [
        Finding(
            key=key,
            url=url,
            title=_html.meta(tree, "og:title") or (_values.line(title.text()) if title else None),
            publisher=_html.meta(tree, "og:site_name"),
            author=_html.meta(tree, "author", "article:author"),
            published_on=_values.day(_html.meta(tree, "article:published_time")),
            language=_values.language(root.attributes.get("lang")) if root else None,
            text=_values.lines(
                _html.meta(tree, "description", "og:description"),
                f"calls itself: {preferred}" if preferred and preferred != url else None,
            ),
        )
    ]
