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
from claimcheck.values import Finding, Kept, Received, Rendition

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
    feed = canonical(asked.validators.url or asked.watch.url) if asked.validators else canonical(asked.watch.url)
    digest = None
    for item in asked.answer.findings:
        text = "\n\n".join(part for part in (item.title, item.text) if part)
        address = _address(item, feed)
        if not text or connection.execute(_KNOWN, (sha256(text.encode()).hexdigest(), address)).fetchone():
            continue
        digest = digest or archive.keep(asked.answer.body)
        received = Received(
            b"", digest, len(asked.answer.body), asked.asked_at, requested_url=feed, final_url=address, status=200
        )
        rendition = Rendition(
            text, EXTRACTOR, EXTRACTOR_VERSION, "application/feed+item", title=item.title, author=item.author,
            published_on=item.published_on, published_how="the feed's date", language=item.language,
        )  # fmt: skip
        yield keeper.keep(received, replace(rendition), given={"publisher": item.publisher})


def _address(item: Finding, feed: str) -> str:
    """What the item's document is known by: its own address, or its id within the feed."""
    try:
        return canonical(item.url or "")
    except InputError:
        return f"{feed}#{quote(item.key, safe='')}"
