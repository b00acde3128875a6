"""Which IP addresses are public, whatever their spelling, and which hosts a user has allowed all the same; pure."""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from claimcheck.errors import UsageError, quoted

Address = IPv4Address | IPv6Address

_NOT_PUBLIC_4 = tuple(
    (IPv4Network(network), kind)
    for network, kind in (
        ("0.0.0.0/8", "an unspecified"),
        ("10.0.0.0/8", "a private"),
        ("100.64.0.0/10", "a carrier's shared"),
        ("127.0.0.0/8", "a loopback"),
        ("168.63.129.16/32", "a cloud platform's own"),
        ("169.254.0.0/16", "a link-local"),
        ("172.16.0.0/12", "a private"),
        ("192.0.0.0/24", "a reserved"),
        ("192.0.2.0/24", "a documentation"),
        ("192.31.196.0/24", "a reserved"),
        ("192.52.193.0/24", "a reserved"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "a private"),
        ("192.175.48.0/24", "a reserved"),
        ("198.18.0.0/15", "a benchmarking"),
        ("198.51.100.0/24", "a documentation"),
        ("203.0.113.0/24", "a documentation"),
        ("224.0.0.0/4", "a multicast"),
        ("240.0.0.0/4", "a reserved"),
    )
)
"""Source: https://www.iana.org/assignments/iana-ipv4-special-registry"""

_GLOBAL_UNICAST_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    (IPv6Network(network), kind)
    for network, kind in (
        ("::/128", "an unspecified"),
        ("::1/128", "a loopback"),
        ("::ffff:0:0/96", "an IPv4-mapped"),
        ("::ffff:0:0:0/96", "an IPv4-translated"),
        ("::/96", "an IPv4-compatible"),
        ("64:ff9b::/96", "a NAT64"),
        ("64:ff9b:1::/48", "a NAT64"),
        ("2001::/32", "a Teredo"),
        ("2001:2::/48", "a benchmarking"),
        ("2001::/23", "a reserved"),
        ("2001:db8::/32", "a documentation"),
        ("2002::/16", "a 6to4"),
        ("2620:4f:8000::/48", "a reserved"),
        ("3fff::/20", "a documentation"),
        ("fc00::/7", "a private"),
        ("fe80::/10", "a link-local"),
        ("fec0::/10", "a site-local"),
        ("ff00::/8", "a multicast"),
    )
)
"""Source: https://www.iana.org/assignments/iana-ipv6-special-registry"""

_LAST_IS_NUMBER = re.compile(r"(?:^|\.)(?:[0-9]+|0[xX][0-9a-fA-F]*)\.?$")
_NUMBER = re.compile(r"0[xX](?P<hex>[0-9a-fA-F]*)|(?P<octal>0[0-7]*)|(?P<decimal>[1-9][0-9]*)")
_BASES = {"hex": 16, "octal": 8, "decimal": 10}
MAX_PARTS = 4
MAX_PORT = 65535
MAX_LITERAL_LENGTH = 128


def not_public(address: Address) -> str | None:
    """Why an address must not be dialled, as "a loopback", or None for a public one."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return "a scoped"
        kind = next((kind for network, kind in _NOT_PUBLIC_6 if address in network), None)
        return kind or (None if address in _GLOBAL_UNICAST_6 else "a reserved")
    return next((kind for network, kind in _NOT_PUBLIC_4 if address in network), None)


def literal(host: str) -> Address | None:
    """The address that a host spells out (127.1, 0x7f.1, 2130706433, ::1, [::1]), or None for a name.

    Source: https://url.spec.whatwg.org/#concept-ipv4-parser

    Raises:
        ValueError: a host that can only be meant as an address and is none, such as 1.2.3.999.
    """
    if ":" in host:
        return IPv6Address(host.removeprefix("[").removesuffix("]"))
    if not _LAST_IS_NUMBER.search(host):
        return None
    parts = host.removesuffix(".").split(".")
    matches = [_NUMBER.fullmatch(part) for part in parts]
    if len(parts) > MAX_PARTS or len(host) > MAX_LITERAL_LENGTH:
        msg = "too many parts"
        raise ValueError(msg)
    numbers = []
    for match in matches:
        if match is None or match.lastgroup is None:
            msg = "a part that is no number"
            raise ValueError(msg)
        numbers.append(int(match[match.lastgroup] or "0", _BASES[match.lastgroup]))
    *bytes_, last = numbers
    if any(number > 255 for number in bytes_) or last >= 256 ** (MAX_PARTS - len(bytes_)):  # noqa: PLR2004 - a byte
        msg = "a part that is too large"
        raise ValueError(msg)
    return IPv4Address(last + sum(number << (8 * (3 - place)) for place, number in enumerate(bytes_)))


def parse_answer(text: str) -> Address:
    """The address that a name was resolved to.

    Raises:
        ValueError: what was answered is no address.
    """
    return ip_address(text)


def parse_allowed(text: str) -> frozenset[tuple[str, int]]:
    """The hosts and ports of "host:port[,host:port...]"; a host counts exactly as a URL spells it.

    Raises:
        UsageError: an entry that is not host:port.
    """
    allowed = set()
    for entry in filter(None, (part.strip() for part in text.split(","))):
        host, _, port = entry.rpartition(":")
        bare = host.removeprefix("[").removesuffix("]") if host.startswith("[") else host
        well_formed = bool(re.fullmatch(r"[A-Za-z0-9._-]+", host)) or (host.startswith("[") and host.endswith("]"))
        if not well_formed or not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) <= MAX_PORT:
            msg = f"CLAIMCHECK_ALLOW_HOSTS has {quoted(entry)}; give host:port, with commas between several"
            raise UsageError(msg)
        allowed.add((bare.lower(), int(port)))
    return frozenset(allowed)
