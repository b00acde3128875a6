"""One document as text: which extractor reads it, and what it makes of it."""

import importlib
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from claimcheck import charsets, media_types, shelf
from claimcheck.values import Rendition

if TYPE_CHECKING:
    from claimcheck.ports import Extractor

__all__ = ["preload", "render"]

_IN_TEXT = ("html", "markdown", "plain")
_USED_BY_MOST = (
    "claimcheck.extractors.html", "selectolax.lexbor", "claimcheck.urls", "claimcheck.dates", "claimcheck.local_dates",
    "email.utils",
)  # fmt: skip


def render(
    content: bytes, *, content_type: str | None = None, file_name: str | None = None, url: str | None = None
) -> Rendition:
    """The text of a document, and what it says of itself.

    `content_type` is the header of that name, `file_name` a name or the path of a URL, `url` where the
    document came from. It trusts nothing and bounds nothing: hostile documents go through `server`.

    Raises:
        UnusableError: it is no document, has no text (outcome EMPTY), or is broken.
        PluginError: what reads such documents is not installed.
    """
    name, charset = media_types.kind_of(content, content_type=content_type, file_name=file_name)
    if name in _IN_TEXT and charset and not charsets.bom(content):
        # a byte order mark is what every extractor of text heeds first, as the header's word is to be heeded
        content = charsets.UTF8_BOM + charsets.decoded(content, charset).encode()
    return cast("Extractor", shelf.find("extractors", name)).extract(content, url=url)


def preload() -> None:
    """Import what most documents need; what is not installed is left for `render` to tell."""
    for name in _USED_BY_MOST:
        with suppress(ImportError):
            importlib.import_module(name)
