"""Who publishes a page: by what the page says, as far as its address bears it out; pure."""

import re

from claimcheck.text import comparison_key

_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
_FORMS = ("www.", "m.", "amp.", "mobile.")
_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset({"the", "of", "for", "and", "a", "de", "la", "le", "der", "die", "das"})
MIN_LENGTH = 2
MAX_WORDS = 12
MAX_NAME_LENGTH = 120
"""How long a name may be that no person has read, in code points; much longer ones would not fit into an index."""


def publisher_name(site_name: str | None, host: str) -> str:
    """The name to record for the publisher of a page at `host`.

    A page may call itself what it likes, so its own name counts only if the address bears it out: it is some words of
    the name, or an abbreviation of it. Otherwise, or if it is no name at all, the address itself is the name, without
    "www.".
    """
    site_name = plausible_name(site_name)
    bare = bare_host(host)
    if site_name and _is_borne_out(site_name, _own_label(bare)):
        return site_name
    return bare


def bare_host(host: str) -> str:
    """A host name without what only says in which form its pages come: www., m., amp., mobile."""
    bare = next((host.removeprefix(prefix) for prefix in _FORMS if host.startswith(prefix)), host)
    return bare if "." in bare else host


def plausible_name(written: str | None) -> str | None:
    """A name that a machine gives, on one line; None if it is empty to the eye, or longer than names are."""
    name = " ".join((written or "").split())
    return name if len(name) <= MAX_NAME_LENGTH and comparison_key(name) else None


def _own_label(host: str) -> str:
    """The part of a host name that its owner chose: "reuters" of "uk.reuters.co.uk"."""
    labels = host.split(".")
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2:  # noqa: PLR2004 - a country
        return labels[-3]
    return labels[-2] if len(labels) > 1 else labels[0]


def _is_borne_out(site_name: str, label: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(site_name)]
    label = "".join(_WORD.findall(label.casefold()))
    if len(label) < MIN_LENGTH:
        return False
    telling = [word for word in words if word not in _SMALL_WORDS]
    return any(_holds_run(some, label) or _is_abbreviation(some, label) for some in (words, telling))


def _holds_run(words: list[str], label: str) -> bool:
    """Whether words that stand together are the label."""
    starts = range(len(words))
    return any("".join(words[start:end]) == label for start in starts for end in range(start + 1, len(words) + 1))


def _is_abbreviation(words: list[str], label: str) -> bool:
    """Whether the label is made of the beginnings of all words, in their order: "nytimes", "csis"."""
    if not 1 < len(words) <= MAX_WORDS:
        return False
    reached = {0}
    for word in words:
        reached = {
            place + length
            for place in reached
            for length in range(1, len(word) + 1)
            if label[place : place + length] == word[:length]
        }
    return len(label) in reached
