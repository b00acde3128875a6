"""Pure functions on text: comparison keys, fingerprints, and making the invisible visible."""

import re
from functools import lru_cache

from claimcheck.errors import InputError

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_QUOTE_MARKS = str.maketrans("‘’‚‛“”„‟‐‑‒–—", "''''\"\"\"\"-----", "\u00ad\u200b")


def comparison_key(text: str) -> str:
    """What two spellings of the same words share: composed form, case, spaces, quote marks and dashes.

    Not the compatibility form: it would take 10\u2075 for 105.
    """
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold()).translate(_QUOTE_MARKS)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=4096)
def fingerprint(text: str) -> int:
    """A signed 64-bit number that equal comparison keys share; small enough for a cheap index."""
    return digest_64(comparison_key(text))


def digest_64(text: str) -> int:
    """A signed 64-bit number that equal texts share."""
    from hashlib import blake2b

    digest = blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def storable(text: str, what: str = "text") -> str:
    """`text` itself, if every database can keep it.

    Raises:
        InputError: it holds a NUL or half of a surrogate pair.
    """
    if text.isascii() and "\x00" not in text:
        return text
    bad = _UNSTORABLE.search(text)
    if bad:
        name = "a NUL character" if bad[0] == "\x00" else f"a lone surrogate U+{ord(bad[0]):04X}"
        msg = f"{what} holds {name} at position {bad.start()}; remove it"
        raise InputError(msg)
    return text


def visible(text: str) -> str:
    r"""`text` with terminal, bidi and other invisible controls written out (ESC as `\x1b`).

    Line feeds and tabs stay: whoever prints rows decides what they mean there.
    """
    return _UNSHOWABLE.sub(_written_out, text)


def one_line(text: str) -> str:
    r"""`visible(text)` on one line: line feed and tab written as `\n` and `\t`."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def escaped_json(text: str) -> str:
    r"""A JSON text with the same controls as JSON escapes: it means the same and cannot steer a terminal."""
    return _UNSHOWABLE.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[index]:02x}{units[index + 1]:02x}" for index in range(0, len(units), 2))


def _written_out(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def printable(file_name: str) -> str:
    """A file's name with the bytes written out that are no UTF-8, so that everything can hold it."""
    return file_name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
