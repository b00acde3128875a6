"""One answer of a provider or one feed, read: what it holds, with all markup turned into text."""

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
    return tuple(finding if finding.markup is None else _as_text(finding) for finding in plugin.read(page))


def _as_text(finding: Finding) -> Finding:
    # it is HTML, whatever other kind of document its first words look like
    markup = f"<!doctype html>{finding.markup}"
    try:
        text = render(markup.encode("utf-8", "replace"), content_type="text/html; charset=utf-8").text
    except UnusableError:
        # markup without any words, such as a picture
        text = None
    return replace(finding, markup=None, text=text)
