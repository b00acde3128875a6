"""What the extractors share: making the parts of a rendition fit to be kept."""

import re

from claimcheck.dates import parse_partial_date
from claimcheck.errors import InputError, PluginError, UnusableError
from claimcheck.local_dates import undone
from claimcheck.vocabulary import Outcome

MAX_LABEL_LENGTH = 1000
MAX_URL_LENGTH = 8192
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ISO_DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?:[T ].*)?\s*", re.DOTALL)
_YEAR = re.compile(r"\s*([0-9]{4})\s*")
_COMPACT_DAY = re.compile(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{6}.*)?\s*", re.DOTALL)
_MAIL_DAY = re.compile(
    r"\s*(?:[A-Za-z]{3},\s*)?([0-9]{1,2}) ([A-Za-z]{3}) ([0-9]{4})(?: [0-9]{2}:[0-9]{2}.*)?\s*", re.DOTALL
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")


def sound(text: str) -> str:
    """The text with U+FFFD in place of what no database keeps: NUL and halves of surrogate pairs."""
    return _UNSTORABLE.sub("\ufffd", text)


def label(text: object) -> str | None:
    """A title or a name on one line; None if it is no text or has nothing in it."""
    if not isinstance(text, str):
        return None
    return sound(" ".join(text[: 4 * MAX_LABEL_LENGTH].split())[:MAX_LABEL_LENGTH]) or None


def labels(texts: list[str | None]) -> str | None:
    """Several names as one, each once, in their order."""
    return label(", ".join(dict.fromkeys(text for text in texts if text)))


def day(text: object) -> str | None:
    """The day that a document gives, EDTF, as it is written: the time of day and its zone are left out.

    None for what can be read in two ways, or not at all.
    """
    if not isinstance(text, str) or len(text) > MAX_LABEL_LENGTH:
        return None
    written = text.strip()
    iso, year, compact, mail = (pattern.fullmatch(written) for pattern in (_ISO_DAY, _YEAR, _COMPACT_DAY, _MAIL_DAY))
    if iso or year:
        written = (iso or year)[1]  # type: ignore[index]
    elif compact:
        written = "-".join(compact.groups())
    elif mail:
        written = undone(" ".join(mail.groups()))
    else:
        written = undone(written)
    try:
        known = parse_partial_date(written)
    except InputError:
        return None
    return known.edtf if known.earliest[:2] not in ("00", "01") else None


def language(text: object) -> str | None:
    """A language tag, with a hyphen; None for what is none."""
    tag = text.strip().replace("_", "-") if isinstance(text, str) else ""
    return tag if _LANGUAGE.fullmatch(tag) else None


def engine(distribution: str) -> str:
    """The name and version of the library that does the reading, as it is installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return f"{distribution} {installed(distribution)}"
    except PackageNotFoundError:
        return distribution


def textless(why: str) -> UnusableError:
    """The error for a document that has no text."""
    return UnusableError(f"the document has no text: {why}", Outcome.EMPTY)


def not_installed(what: str) -> PluginError:
    """The error for an engine that is not there, with the line that installs it."""
    return PluginError(
        f"{what} is not installed, which reads such documents; run: pip install 'claimcheck-ledger[extract]'"
    )
