"""Which states and other named parties a sentence is about, however it calls them; pure.

"Beijing", "the Kremlin" and "Chinese" are ways to name a state. Other names stand for themselves.
"""

import re

from claimcheck.places import COUNTRY_OF
from claimcheck.terms import salient_terms
from claimcheck.text import comparison_key

MAX_LENGTH = 2_000
"""How much of a sentence is looked at, in code points."""
_MAX_NAMES = 40
_SEATS = {
    "ankara": "turkey", "baku": "azerbaijan", "beijing": "china", "belgrade": "serbia", "berlin": "germany",
    "brussels": "european union", "cairo": "egypt", "canberra": "australia", "caracas": "venezuela",
    "damascus": "syria", "delhi": "india", "downing street": "britain", "elysee": "france", "elysée": "france",
    "hanoi": "vietnam", "havana": "cuba", "islamabad": "pakistan", "jerusalem": "israel", "kiev": "ukraine",
    "kremlin": "russia", "kyiv": "ukraine", "london": "britain", "madrid": "spain", "manila": "philippines",
    "minsk": "belarus", "moscow": "russia", "ottawa": "canada", "paris": "france", "pentagon": "united states",
    "pyongyang": "north korea", "riyadh": "saudi arabia", "rome": "italy", "seoul": "south korea",
    "state department": "united states", "taipei": "taiwan", "tehran": "iran", "tokyo": "japan",
    "vienna": "austria", "warsaw": "poland", "washington": "united states", "white house": "united states",
    "yerevan": "armenia",
}  # fmt: skip
"""Capitals and seats of government, by which a government is called."""
_OTHER_NAMES = {
    "america": "united states", "dprk": "north korea", "eu": "european union", "european union": "european union",
    "great britain": "britain", "north korea": "north korea", "north korean": "north korea", "prc": "china",
    "saudi": "saudi arabia", "saudi arabia": "saudi arabia", "south korea": "south korea",
    "south korean": "south korea", "türkiye": "turkey", "u.k": "britain", "u.s": "united states", "uk": "britain",
    "united kingdom": "britain", "united states": "united states", "us": "united states", "usa": "united states",
}  # fmt: skip
_ROLES = frozenset(
    """
    analysts authorities critics customs diplomats doctors economists experts historians inspectors intelligence
    investigators journalists lawmakers lawyers ministers observers officials opponents police politicians prosecutors
    researchers residents satellite scientists sources supporters witnesses
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
"""Words that often begin a sentence, look like a name there, and are none."""
_STATES = {adjective: country.casefold() for adjective, country in COUNTRY_OF.items()}
_STATE_OF = {**_STATES, **{country: country for country in _STATES.values()}, **_SEATS, **_OTHER_NAMES}
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
