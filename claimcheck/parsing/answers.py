"""One answer of a provider or one feed, read: what it holds, with all markup turned into text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck import shelf
from claimcheck.errors import UnusableError
from claimcheck.parsing.rendering import render
from claimcheck.values import Finding, Page

if TYPE_CHECKING:
    from claimcheck.ports import Provider


def read_answer(provider: str, page: Page) -> tuple[Finding, ...]:
    """What an answer holds, best first; no finding has markup any more.

    It trusts nothing and bounds nothing: hostile answers go through `server`.

    Raises:
        UnusableError: it is no answer, but an error in the shape of one.
        PluginError: what reads such answers is not installed.
    """
    plugin: Provider = shelf.find("providers", provider)
    return tuple(_as_text(plugin.read(page), page))


def _as_text(findings: "Iterator[Finding] | object", page: Page) -> Iterator[Finding]:
    for finding in findings:  # type: ignore[attr-defined]
        if finding.markup is None:
            yield finding
            continue
        try:
            text = render(finding.markup.encode(), content_type="text/html; charset=utf-8", url=None).text
        except UnusableError:
            # markup without any words, such as a picture
            text = None
        yield replace(finding, markup=None, text=text)
