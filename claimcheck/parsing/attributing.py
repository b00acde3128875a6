"""The attributions of one text, found in a process of its own."""

from contextlib import suppress
from itertools import islice

from claimcheck.attribution.values import Attribution
from claimcheck.errors import PluginError
from claimcheck.parsing.limits import MEBIBYTE, Limits

MAX_ATTRIBUTIONS = 50_000
"""No more of one text are given."""
LIMITS = Limits(
    # 2 million characters, the longest text that is asked about, take about 40 s on a machine of 2024
    cpu_s=300.0,
    wall_s=900.0,
    memory=3 * 1024 * MEBIBYTE,
    max_outline=32 * MEBIBYTE,
    # the library remembers every word it has ever seen
    documents_per_process=500,
    advice="give it in parts",
)
"""What one text may take."""


def attributed(text: str, published_on: str | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their cues; at most one more than `MAX_ATTRIBUTIONS`.

    `published_on` (EDTF) is the day from which "on Monday" is reckoned back.

    Raises:
        UnusableError: it is in another language than English.
        PluginError: the parser is not installed.
    """
    from claimcheck.attribution.english import require_english
    from claimcheck.attribution.extraction import attributions

    require_english(text)
    return tuple(islice(attributions(text, published_on=published_on), MAX_ATTRIBUTIONS + 1))


def preload() -> None:
    """Load the parser; what is not installed is left for `attributed` to tell."""
    from claimcheck.attribution import extraction, language

    del extraction
    with suppress(PluginError):
        language.pipeline()
