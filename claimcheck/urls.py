"""URLs: what may be fetched, in one spelling, and when two name the same document; pure."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin

from claimcheck.addresses import MAX_PORT, Address, literal
from claimcheck.errors import InputError
from claimcheck.redaction import HIDDEN, is_secret_name, redacted, shown, shown_broken

__all__ = ["Url", "canonical", "join", "parse", "redacted", "shown"]

DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_URL_LENGTH = 8192
MAX_HOST_LENGTH = 253

_SPLIT = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.DOTALL)
_AUTHORITY = re.compile(r"(?:(?P<user>.*)@)?(?P<host>\[[^\[\]@]*\]|[^:\[\]@]*)(?::(?P<port>[0-9]*))?", re.DOTALL)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEVIATING = re.compile("[\u00df\u1e9e\u03c2\u200c\u200d]")
"""Characters that the two versions of IDNA take for different hosts."""
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_PATH_SAFE = "/:@!$&'()*+,;=~%-._[]|"
_QUERY_SAFE = "/:@!$&'()*+,;=~%-._?[]|{}`^\\"
_DOTS = {".": ".", "%2e": ".", "..": "..", ".%2e": "..", "%2e.": "..", "%2e%2e": ".."}
_TRACKING = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
        "igsh", "li_fat_id", "srsltid", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "__hssc", "__hstc",
        "hsctatracking", "mkt_tok", "vero_id", "oly_anon_id", "oly_enc_id", "wickedid", "_openstat", "ref_src",
        "ref_url",
    }
)  # fmt: skip
_DIGESTED = re.compile(re.escape(HIDDEN) + "[0-9a-f]{16}")
_SIGNING = re.compile(r"(?:x-amz-|x-goog-).*|signature|sig|key-pair-id|awsaccesskeyid|googleaccessid", re.IGNORECASE)
_EXPIRING = frozenset({"expires", "policy"})


class Url(NamedTuple):
    """An http or https URL, taken apart; `host` is ASCII without brackets, `target` is path and query, encoded."""

    scheme: str
    host: str
    port: int
    target: str
    address: Address | None = None
    user_info: str | None = None

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what credentials belong to."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """Host and port as a Host header gives them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        """The URL without user-info and fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"

    def __repr__(self) -> str:
        """The URL as it may be shown."""
        return f"Url({redacted(str(self))!r})"


def parse(text: str) -> Url:
    """The parts of an http or https URL; spaces around it are taken off and its fragment is left out.

    Raises:
        InputError: what is no such URL, in one line that shows no secret.
    """
    text = text.strip(" \t\r\n\f")
    if len(text) > MAX_URL_LENGTH:
        raise _unusable(text, f"is longer than {MAX_URL_LENGTH} characters")
    if _CONTROL.search(text) or _SURROGATE.search(text):
        raise _unusable(text, "has control characters in it")
    match = _SPLIT.fullmatch(text)
    if match is None:
        raise _unusable(text, "does not begin with http:// or https://")
    scheme, authority, path, query = match[1].lower(), match[2], match[3], match[4]
    if scheme not in DEFAULT_PORTS:
        raise _unusable(text, "is neither http nor https")
    if not authority:
        raise _unusable(text, "names no host")
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None or "\\" in authority:
        raise _unusable(text, "names its host in no way that can be read")
    port = int(parts["port"][:6]) if parts["port"] else DEFAULT_PORTS[scheme]
    if not 0 < port <= MAX_PORT:
        raise _unusable(text, "has a port that does not exist")
    host, address = _host(parts["host"], text)
    target = _without_dots(quote(path, safe=_PATH_SAFE)) or "/"
    if query:
        target = f"{target}?{quote(query, safe=_QUERY_SAFE)}"
    return Url(scheme, host, port, target, address, parts["user"])


def join(base: Url, location: str) -> Url:
    """Where a redirect from `base` to `location` leads; user-info of the location is dropped.

    Raises:
        InputError: a location that is no http or https URL.
    """
    location = location.strip(" \t\r\n\f")
    try:
        joined = urljoin(str(base), location)
    except ValueError:
        raise _unusable(location, "names its host in no way that can be read") from None
    return parse(joined)._replace(user_info=None)


def canonical(text: str) -> str:
    """One spelling for all URLs of a document: for comparison and storage, not for fetching.

    Off are user-info, fragment, default port, tracking parameters and expiring signatures. The value of a secret
    parameter is replaced by a digest: it may tell documents apart, and must not be kept. The rest keeps its order.

    Raises:
        InputError: what is no http or https URL, or one that is too long once its secrets are digests.
    """
    url = parse(text)
    host = str(url.address) if url.address else url.host.removesuffix(".")
    path, _, query = url.target.partition("?")
    pairs = [pair for pair in re.split("[&]", query) if pair]
    names = [unquote(pair.partition("=")[0]).lower() for pair in pairs]
    signed = any(_SIGNING.fullmatch(name) for name in names)
    kept = [
        _normal_escapes(_digested(pair, name))
        for pair, name in zip(pairs, names, strict=True)
        if not (
            name.startswith("utm_") or name in _TRACKING or _SIGNING.fullmatch(name) or (signed and name in _EXPIRING)
        )
    ]
    plain = Url(url.scheme, host, url.port, _normal_escapes(redacted(path)))
    spelled = f"{plain}?{'&'.join(kept)}" if kept else str(plain)
    if len(spelled) > MAX_URL_LENGTH:
        raise _unusable(text, f"is longer than {MAX_URL_LENGTH} characters without its secrets")
    return spelled


def _unusable(text: str, why: str) -> InputError:
    return InputError(f"the URL {shown_broken(text)} {why}; give one such as https://example.org/page")


def _host(host: str, text: str) -> tuple[str, Address | None]:
    if host.startswith("["):
        try:
            address = literal(host)
        except ValueError:
            raise _unusable(text, "has an IPv6 address that is none") from None
        if "%" in host:
            raise _unusable(text, "has an IPv6 address of one machine's own network")
        return host[1:-1].lower(), address
    if _DEVIATING.search(host):
        raise _unusable(text, "has a host name that is read in two ways; give the name in its xn-- form")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii") if len(host) <= MAX_HOST_LENGTH else ""
        except UnicodeError:
            raise _unusable(text, "has a host name that cannot exist") from None
    host = host.lower()
    labels = host.removesuffix(".").split(".")
    if len(host) > MAX_HOST_LENGTH or not all(_LABEL.fullmatch(label) for label in labels):
        raise _unusable(text, "has a host name that cannot exist")
    try:
        return host, literal(host)
    except ValueError:
        raise _unusable(text, "has an IP address that is none") from None


def _without_dots(path: str) -> str:
    """A path without `.` and `..`, however they are encoded.

    Source: RFC 3986 section 5.2.4; https://url.spec.whatwg.org/#double-dot-path-segment
    """
    if "." not in path and "%2" not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for place, segment in enumerate(segments):
        dots = _DOTS.get(segment.lower())
        if dots == ".." and kept:
            kept.pop()
        if dots is None:
            kept.append(segment)
        elif place == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)


def _normal_escapes(text: str) -> str:
    def normal(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if _UNRESERVED.fullmatch(character) else match[0].upper()

    return _ESCAPE.sub(normal, text)


def _digested(pair: str, name: str) -> str:
    from hashlib import sha256

    written, equals, value = pair.partition("=")
    if _DIGESTED.fullmatch(value):
        return pair
    if equals and value and is_secret_name(name):
        return f"{written}={HIDDEN}{sha256(value.encode()).hexdigest()[:16]}"
    hidden = redacted(f"?{pair}")[1:]
    return pair if hidden == pair else f"{hidden}{HIDDEN}{sha256(pair.encode()).hexdigest()[:16]}"
