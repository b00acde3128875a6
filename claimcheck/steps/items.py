"""Items of a feed as documents: known by their id and by what they say, whenever the feed brings them up again."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.errors import InputError
from claimcheck.steps.asking import Asked
from claimcheck.store.archive import Archive
from claimcheck.store.dialect import Connection
from claimcheck.urls import canonical
from claimcheck.values import Finding, Kept, Rendition

if TYPE_CHECKING:
    from claimcheck.steps.ingest import DocumentKeeper

EXTRACTOR, EXTRACTOR_VERSION = "feed", "1"
_KNOWN = """
SELECT 1 FROM snapshot JOIN document ON document.id = document_id
WHERE text_sha256 = ? AND document.url = ? AND extractor = 'feed'
"""


def keep_items(keeper: "DocumentKeeper", connection: Connection, archive: Archive, asked: Asked) -> Iterator[Kept]:
    """Keep the items of an answer that are new, or say something new; each is a snapshot of the feed's bytes.

    An item that comes back unchanged, for whatever reason, is passed over.
    """
    assert asked.answer is not None  # noqa: S101 - only a feed that answered has items
    came = asked.answer.received
    # not where a redirect led this time: items without an address of their own are known by that of their feed
    feed = canonical(asked.watch.url)
    is_kept = False
    for item in asked.answer.findings:
        text = "\n\n".join(part for part in (item.title, item.text) if part)
        address = _address(item, feed)
        if not text or connection.execute(_KNOWN, (sha256(text.encode()).hexdigest(), address)).fetchone():
            continue
        if not is_kept:
            archive.keep(came.content)
            is_kept = True
        received = replace(came, content=b"", content_type=None, requested_url=feed, final_url=address)
        rendition = Rendition(
            text, EXTRACTOR, EXTRACTOR_VERSION, "application/feed+item", title=item.title, author=item.author,
            published_on=item.published_on, published_how="the feed's date", language=item.language,
        )  # fmt: skip
        yield keeper.keep(received, rendition, given={"publisher": item.publisher})


def _address(item: Finding, feed: str) -> str:
    """What the item's document is known by: its own address, or its id within the feed."""
    try:
        return canonical(item.url or "")
    except InputError:
        return f"{feed}#{quote(item.key, safe='')}"
