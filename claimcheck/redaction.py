"""URLs as they may be shown: nothing in them that opens a door; pure."""

import re
from urllib.parse import quote, unquote

HIDDEN = "***"
MAX_SHOWN_LENGTH = 200
MAX_NESTING = 3
MAX_PASSES = 8

_USER_INFO = re.compile(r"(?<=//)[^/?#\\]*@")
_NAME = re.compile(r"(?:^|[?&;#])(?P<name>[^=?&;#]*)=")
_ENCODED_EQUALS = re.compile(r"%(?:25)*3d", re.IGNORECASE)
_SECRET_END = re.compile(r"[&#]")
_VALUE_END = re.compile(r"[?&;#]")
_SECRET_NAMES = frozenset({"code", "pass", "pin", "pw", "pwd", "sid", "sas", "policy"})
_SECRET_ENDINGS = (
    "accesskeyid", "auth", "authorization", "credential", "credentials", "hash", "hmac", "jwt", "key", "keypairid",
    "nonce", "otp", "passphrase", "passwd", "password", "secret", "sessid", "session", "sessionid", "sig", "signature",
    "ticket", "token",
)  # fmt: skip


def is_secret_name(name: str) -> bool:
    """Whether a parameter of this name may open a door: keys, tokens, signatures, sessions, passwords."""
    bare = re.sub(r"[^a-z0-9]", "", unquote(unquote(name)).lower())
    return bare in _SECRET_NAMES or bare.endswith(_SECRET_ENDINGS)


def holds_secret(text: str) -> bool:
    """Whether there is anything in a URL, or in what may be a part of one, that `redacted` would hide."""
    return _hide(text, 0) != text


def redacted(url: str) -> str:
    """`url` on one line, without user-info and with the values of secret parameters replaced by `***`.

    Takes any text, well-formed or not; parameters are found in query, fragment, path and in URLs within values.
    """
    text = _hide(url, 0)
    for _ in range(MAX_PASSES):
        # what was hidden is encoded once more now, and may hide what it is nested in
        again = _hide(text, 0)
        if again == text:
            break
        text = again
    if text.isprintable() and " " not in text:
        return text
    return "".join(
        character if character.isprintable() and character != " " else quote(character, errors="surrogatepass")
        for character in text
    )


def shown(url: str) -> str:
    """`redacted(url)`, cut to what fits into a message."""
    text = redacted(url)
    return text if len(text) <= MAX_SHOWN_LENGTH else f"{text[: MAX_SHOWN_LENGTH - 3]}..."


def shown_broken(url: str) -> str:
    """`shown(url)` for what is no URL: all before its last @ may be a password that was not encoded."""
    scheme, separator, rest = url.partition("://")
    if "@" in rest:
        rest = f"{HIDDEN}@{rest.rpartition('@')[2]}"
    return shown(scheme + separator + rest)


def _hide(text: str, depth: int) -> str:
    text = _USER_INFO.sub(f"{HIDDEN}@", text)
    parts = []
    place = 0
    while match := _NAME.search(text, place):
        parts.append(text[place : match.end()])
        secret = is_secret_name(match["name"].rpartition("/")[2])
        end = (_SECRET_END if secret else _VALUE_END).search(text, match.end())
        place = end.start() if end else len(text)
        value = text[match.end() : place]
        parts.append((HIDDEN if value else "") if secret else _hide_nested(value, depth))
    return "".join([*parts, text[place:]])


def _hide_nested(value: str, depth: int) -> str:
    inner = unquote(value)
    if depth >= MAX_NESTING:
        values = _ENCODED_EQUALS.sub("=", inner)
        # signs of equality alone, or before what is hidden already, hold nothing
        return HIDDEN if "=" in values and values.replace(HIDDEN, "").strip("=") else value
    if "=" not in inner and "@" not in inner and "%" not in inner:
        return value
    hidden = _hide(inner, depth + 1)
    if hidden == inner != value:
        hidden = _hide_nested(inner, depth + 1)
    return value if hidden == inner else quote(hidden, safe="*/:@")
