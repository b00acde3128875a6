"""The attributions of one text, found in a process of its own."""

import gc
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.attribution.values import Attribution
from claimcheck.errors import PluginError
from claimcheck.parsing.limits import MEBIBYTE, Limits

if TYPE_CHECKING:
    from claimcheck.attribution.tagging.tagger import Tagger

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


def attributed(text: str, published_on: str | None = None, model: str | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their cues; at most one more than `MAX_ATTRIBUTIONS`.

    `published_on` (EDTF) is the day from which "on Monday" is reckoned back; `model` the absolute path of a trained
    tagger that corrects the rules.

    Raises:
        UnusableError: it is in another language than English.
        InputError: the file is no trained tagger.
        PluginError: the parser is not installed, or what a tagger needs.
    """
    from claimcheck.attribution.english import require_english
    from claimcheck.attribution.extraction import attributions

    require_english(text)
    found = attributions(text, _tagger(model), published_on=published_on)
    return tuple(islice(found, MAX_ATTRIBUTIONS + 1))


def require_model(model: str) -> None:
    """Refuse a file that is no trained tagger.

    Raises:
        InputError: it is none.
        PluginError: what a tagger needs is not installed.
    """
    _tagger(model)


def _tagger(model: str | None) -> "Tagger | None":
    if model is None:
        return None
    from claimcheck.attribution.tagging.tagger import load

    return load(Path(model))


def preload() -> None:
    """Load the parser; what is not installed is left for `attributed` to tell."""
    from claimcheck.attribution import extraction, language

    del extraction
    with suppress(PluginError):
        language.pipeline()
    # nothing of the parser is ever garbage, and what a text makes is in lists that go when it does
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
