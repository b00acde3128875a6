"""Items of a feed as documents: known by their id and by what they say, whenever the feed brings them up again."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.errors import InputError
from claimcheck.redaction import holds_secret
from claimcheck.steps.asking import Asked
from claimcheck.store.archive import Archive
from claimcheck.store.dialect import Connection
from claimcheck.store.document_reads import FEED_EXTRACTOR
from claimcheck.urls import canonical, parse
from claimcheck.values import Finding, Kept, Rendition

if TYPE_CHECKING:
    from claimcheck.steps.ingest import DocumentKeeper

EXTRACTOR_VERSION = "1"
MAX_ID_LENGTH = 500
_KNOWN = f"""
SELECT 1 FROM snapshot JOIN document ON document.id = document_id
WHERE text_sha256 = ? AND document.url = ? AND extractor = '{FEED_EXTRACTOR}'
"""  # noqa: S608 - our own name


def keep_items(keeper: "DocumentKeeper", connection: Connection, archive: Archive, asked: Asked) -> Iterator[Kept]:
    """Keep the items of an answer that are new, or say something new; each is a snapshot of the feed's bytes.

    An item that comes back unchanged, for whatever reason, is passed over. A feed speaks for its own host only: an
    item that leads elsewhere is a document of its own, whose text ends with the address to which it leads.
    """
    assert asked.answer is not None  # noqa: S101 - only a feed that answered has items
    came = asked.answer.received
    # not where a redirect led this time: items without an address of their own are known by that of their feed
    feed = canonical(asked.watch.url)
    is_kept = False
    for item in asked.answer.findings:
        link = _link(item)
        is_own = link is not None and _site(link) == _site(feed)
        address = link if link is not None and is_own else _address_within(feed, item.key)
        words = "\n\n".join(part for part in (item.title, item.text) if part)
        text = "\n\n".join(part for part in (words, None if is_own else link) if part)
        if not words or connection.execute(_KNOWN, (sha256(text.encode()).hexdigest(), address)).fetchone():
            continue
        if not is_kept:
            archive.keep(came.content)
            is_kept = True
        received = replace(came, content=b"", content_type=None, requested_url=feed, final_url=address)
        rendition = Rendition(
            text, FEED_EXTRACTOR, EXTRACTOR_VERSION, "application/feed+item", title=item.title, author=item.author,
            published_on=item.published_on, published_how="the feed's date", language=item.language,
        )  # fmt: skip
        yield keeper.keep(received, rendition, publisher_hint=item.publisher)


def _link(item: Finding) -> str | None:
    """Where an item leads, as it may be kept."""
    try:
        return canonical(item.url or "")
    except InputError:
        return None


def _site(url: str) -> str:
    return parse(url).authority.removeprefix("www.")


def _address_within(feed: str, own_id: str) -> str:
    """What an item is known by that has no address on its feed's host: its id, or a digest where that is secret."""
    written = quote(own_id, safe="")
    if holds_secret(own_id) or len(written) > MAX_ID_LENGTH:
        return f"{feed}#sha256:{sha256(own_id.encode()).hexdigest()}"
    return f"{feed}#{written}"
