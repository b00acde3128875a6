"""The headers of a request that a caller may set, and those of an answer that are needed; pure."""

import re
from collections.abc import Iterable, Mapping

from claimcheck.challenges import HEADERS
from claimcheck.errors import UsageError, quoted

KEPT_HEADERS = frozenset(
    {
        "age", "cache-control", "content-disposition", "content-language", "content-location", "content-type", "date",
        "etag", "expires", "last-modified", "link", "memento-datetime", "retry-after", "server", "x-robots-tag",
    }
    | HEADERS
)  # fmt: skip
_OWN_HEADERS = frozenset(
    {
        "host",
        "connection",
        "content-length",
        "transfer-encoding",
        "accept-encoding",
        "user-agent",
        "te",
        "upgrade",
        "cookie",
    }
)
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\x21-\x7e\xa0-\xff](?:[\t\x20-\x7e\xa0-\xff]*[\x21-\x7e\xa0-\xff])?")


def joined(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Values by lower-case name, several with commas; of several locations the first."""
    headers: dict[str, str] = {}
    for name_bytes, value_bytes in raw:
        name = name_bytes.decode("ascii", "replace").lower()
        try:
            value = value_bytes.decode()
        except UnicodeDecodeError:
            value = value_bytes.decode("latin-1")
        if name not in headers:
            headers[name] = value
        elif name != "location":
            headers[name] = f"{headers[name]}, {value}"
    return headers


def checked(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Headers as they are sent.

    Raises:
        UsageError: one that cannot be sent, or is not the caller's to set.
    """
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _OWN_HEADERS:
            msg = f"the header {quoted(name)} cannot be set for a request; leave it out"
            raise UsageError(msg)
        if not _HEADER_VALUE.fullmatch(value):
            msg = f"the value for the header {name} has characters that no header can hold; check it for line ends"
            raise UsageError(msg)
    return [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]


def validators(etag: str | None, last_modified: str | None) -> list[tuple[bytes, bytes]]:
    """Headers for a conditional request; what a server once gave and no header can hold is left out."""
    pairs = ((b"If-None-Match", etag), (b"If-Modified-Since", last_modified))
    return [(name, value.encode("latin-1")) for name, value in pairs if value and _HEADER_VALUE.fullmatch(value)]


def declares_more(headers: Mapping[str, str], limit: int) -> bool:
    """Whether an answer says of itself that its body is longer than `limit` bytes."""
    length = headers.get("content-length", "")
    return length.isdecimal() and (len(length) > len(str(limit)) or int(length) > limit)
