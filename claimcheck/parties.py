"""Which states and other named parties a sentence is about, however it calls them; pure.

"Beijing", "the Kremlin" and "Chinese" are ways to name a state. Other names stand for themselves.
"""

import re

from claimcheck.places import COUNTRIES, COUNTRY_PAIRS
from claimcheck.terms import salient_terms
from claimcheck.text import comparison_key

MAX_LENGTH = 2_000
"""How much of a sentence is looked at, in code points."""
_MAX_NAMES = 40
_SEATS = {
    "downing street": "britain", "elysee": "france", "elysée": "france", "pentagon": "united states",
    "state department": "united states", "white house": "united states",
}  # fmt: skip
"""Seats of government, by which a government is called."""
_FULL = {"america": "united states", "emirates": "united arab emirates", "saudi": "saudi arabia"}
"""How some countries are called in full."""
_ROLES = frozenset(
    """
    analysts authorities critics customs diplomats doctors economists experts historians inspectors intelligence
    investigators journalists lawmakers lawyers ministers observers officials opponents police politicians prosecutors
    researchers residents satellite scientists sources supporters witnesses
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
"""Words that often begin a sentence, look like a name there, and are none."""
_NAMED = {**COUNTRIES, **{" ".join(pair): country for pair, country in COUNTRY_PAIRS.items()}}
_STATE_OF = {spelling: _FULL.get(country, country) for spelling, country in _NAMED.items()} | _SEATS
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")


def parties(text: str) -> frozenset[str]:
    """The parties named in a text, in lower case: states by their name, everybody else as they are written."""
    text = " ".join(text[:MAX_LENGTH].split())
    found: set[str] = set()
    words = [_bare(word) for word in _WORD.findall(text)]
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2]).casefold()
        is_pair = " " in pair and pair in _STATE_OF
        state = _STATE_OF.get(pair if is_pair else words[place].casefold())
        if state and words[place][:1].isupper():
            found.add(state)
        place += 2 if is_pair else 1
    names = (comparison_key(name) for name in salient_terms(text, limit=_MAX_NAMES) if name[:1].isupper())
    return frozenset({*found, *(name for name in names if not (name in _ROLES or _names_state(name)))})


def state_called(word: str) -> str | None:
    """The state that a word names, in lower case: "china" for "Beijing" and "Chinese"; None if it names none."""
    return _STATE_OF.get(_bare(word).casefold())


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _names_state(name: str) -> bool:
    return name.rstrip(".") in _STATE_OF or any(_bare(word) in _STATE_OF for word in re.split("[ -]", name))
