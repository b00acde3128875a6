"""Who publishes an item: the owner that the ownership file names, else the registrable domain, account and name; pure.

A registrable domain is what somebody can register: one label more than a public suffix. The suffixes here are the
generic second levels of countries; a full list changes weekly and would be a dependency that goes stale.

Source: https://publicsuffix.org/list/
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from claimcheck.errors import InputError
from claimcheck.independence.ownership import Ownership, name_key
from claimcheck.independence.values import Item
from claimcheck.publishers import bare_host, publisher_name
from claimcheck.urls import MAX_URL_LENGTH, Url, canonical, parse

_SECOND_LEVELS = frozenset(
    """
    ac co com edu gov mil net org go or ne ad ed gr lg re pe hs ms es sc gob gouv govt gub gv nom ltd plc sch nhs police
    mod asn tm presse asso avocat
    """.split()
)
_FURTHER_SUFFIXES = frozenset("gc.ca kiev.ua kyiv.ua in.ua uk.com us.com eu.com jp.net parliament.nz".split())
_COUNTRY_LENGTH = 2
_ARCHIVED = re.compile(
    r"https?://(?:web|wayback)\.archive\.org/web/[0-9]{1,14}[a-z_*]{0,6}/(.+)", re.DOTALL | re.IGNORECASE
)
_ARCHIVES = frozenset("web.archive.org wayback.archive.org archive.org archive.today archive.ph archive.is".split())
_SAME_ACCOUNTS = {"twitter.com": "x.com", "telegram.me": "t.me"}
_NO_ACCOUNT = frozenset(
    "watch i status hashtag search share explore groups story.php permalink.php pages p reel s".split()
)
_BEFORE_ACCOUNT = frozenset({"channel", "c", "user", "in", "company", "profile", "view"})
_MAX_NAME = 300
_LEAST_LABEL = 4
"""An address of fewer letters is the abbreviation of too many names: "mod", "who"."""


class Family(NamedTuple):
    """Who publishes: the nodes that stand for it, a name to show, and whether it only passes on what others wrote."""

    nodes: tuple[str, ...]
    name: str
    host: str
    relays: bool


def document_url(item: Item) -> str | None:
    """The one spelling of an item's address; of an archived page that of the page itself."""
    return page_address(item.canonical_url or "") or page_address(item.url or "")


def family_of(item: Item, ownership: Ownership) -> Family:
    """Who publishes an item; without nodes if nothing says so."""
    address = document_url(item)
    hosted = family_of_url(address, ownership) if address else Family((), "", "", relays=False)
    given = dict.fromkeys((item.publisher or "", *item.publisher_names))
    names = [name for name in given if name.strip() and len(name) <= _MAX_NAME and not _is_address(name)]
    keys = [name_key(name) for name in names]
    owners = dict.fromkeys(ownership.owner_of_name[key] for key in keys if key in ownership.owner_of_name)
    if owners:
        owner = next(iter(owners))
        return Family((f"owner:{owner}",), owner, hosted.host, relays=False)
    if any(key in ownership.relay_names for key in keys):
        return Family((), names[0], hosted.host, relays=True)
    if any(node.startswith("owner:") for node in hosted.nodes):
        return hosted
    named = tuple(f"name:{key}" for key in keys if key)
    return Family((*named, *hosted.nodes), names[0] if names else hosted.name, hosted.host, hosted.relays and not named)


@lru_cache(maxsize=8192)
def page_address(url: str) -> str | None:
    """The one spelling of an address, of an archived page that of the page itself; None if it is no address."""
    if not 0 < len(url) <= MAX_URL_LENGTH:
        return None
    archived = _ARCHIVED.fullmatch(url)
    try:
        return canonical(archived[1] if archived else url)
    except InputError:
        return None


def family_of_url(address: str, ownership: Ownership) -> Family:
    """Who publishes the page at a URL, as far as the address tells."""
    try:
        url = parse(address)
    except InputError:
        return Family((), "", "", relays=False)
    host = bare_host(url.host.removesuffix("."))
    within = [host, *(host[place + 1 :] for place, character in enumerate(host) if character == ".")]
    owner = next((ownership.owner_of_host[part] for part in within if part in ownership.owner_of_host), None)
    if owner:
        return Family((f"owner:{owner}",), owner, host, relays=False)
    if any(part in ownership.relay_hosts for part in within):
        return Family((), host, host, relays=True)
    if host in _ARCHIVES:
        return Family((), "", host, relays=False)
    if any(part in ownership.account_hosts for part in within[:2]) and not _is_subdomain(host, ownership):
        account = _account(url, host)
        return Family((f"account:{account}",) if account else (), account or host, host, relays=False)
    domain = registrable(host, ownership.platforms)
    return Family((f"host:{domain}",), domain, host, relays=False)


def registrable(host: str, platforms: frozenset[str] = frozenset()) -> str:
    """The part of a host name that one owner registered: "bbc.co.uk" of "news.bbc.co.uk".

    Below `platforms` everybody has a name of their own.
    """
    if ":" in host or host.replace(".", "").isdigit():
        return host
    labels = host.split(".")
    for size in range(len(labels) - 1, 0, -1):
        suffix = ".".join(labels[-size:])
        if suffix in platforms or suffix in _FURTHER_SUFFIXES:
            return ".".join(labels[-size - 1 :])
    generic = len(labels) > 2 and len(labels[-1]) == _COUNTRY_LENGTH and labels[-2] in _SECOND_LEVELS  # noqa: PLR2004
    return ".".join(labels[-3 if generic else -2 :])


def bears_name(host: str, names: tuple[str, ...]) -> bool:
    """Whether an address bears one of the names out, as "csis.org" does for "CSIS"."""
    label = registrable(host).partition(".")[0]
    return len(label) >= _LEAST_LABEL and any(publisher_name(name, host) == " ".join(name.split()) for name in names)


def _is_subdomain(host: str, ownership: Ownership) -> bool:
    """Whether a host is somebody's own below a platform, as "name.medium.com" is."""
    return registrable(host, ownership.platforms) == host and host not in ownership.account_hosts


def _account(url: Url, host: str) -> str | None:
    parts = [unquote(part).casefold() for part in url.target.partition("?")[0].split("/") if part]
    if host == "t.me" and parts[:1] == ["s"]:
        parts = parts[1:]
    if host != "t.me" and len(parts) > 1 and parts[0] in _BEFORE_ACCOUNT:
        parts = parts[1:]
    if not parts or parts[0] in _NO_ACCOUNT:
        return None
    return f"{_SAME_ACCOUNTS.get(host, host)}/{parts[0].removeprefix('@')}"


def _is_address(name: str) -> bool:
    """Whether a publisher's name is only the host that its pages have."""
    return bool(re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name)) and name == name.lower()
