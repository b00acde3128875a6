"""The words of a text as they are compared: stems, and which of them say something; pure."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimcheck.likeness import MARKS, UNSPACED
from claimcheck.matching.stems import stem
from claimcheck.places import COUNTRY_OF
from claimcheck.terms import COMMON_WORDS

MAX_WORD = 64
"""Longer words are cut."""
_ASCII_WORD = re.compile(
    r"(?:[a-z]\.){2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)+|[a-z\d]+(?:'[a-z\d]+)?", re.ASCII | re.IGNORECASE
)
"""What `_word` finds where nothing else occurs, in half the time."""
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_COUNTRIES = {adjective: country.casefold() for adjective, country in COUNTRY_OF.items() if " " not in country}
"""The country of one word that an adjective is made from: "Chinese" says what "China" says."""
_DIACRITICS = re.compile("[\u0300-\u036f]")


class Words(NamedTuple):
    """The words of a text."""

    keys: tuple[str, ...]
    """Every word in order, as it is compared."""
    shown: dict[str, str]
    """The words that say something, each as it is first written: in order of first use."""
    names: frozenset[str]
    """Those that are written with a capital somewhere."""
    numbers: frozenset[str]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Words that stand side by side."""
        return frozenset(pairwise(self.keys))


@cache
def _word() -> re.Pattern[str]:
    """A word, an abbreviation with its stops, or a number with its points; scripts without spaces have none."""
    return re.compile(
        rf"(?:[^\W\d_{UNSPACED}]\.){{2,}}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)+"
        rf"|[^\W_{UNSPACED}](?:[^\W_{UNSPACED}]|[{MARKS}])*(?:['\u2019](?=\w)[^\W_{UNSPACED}]+)?"
    )


NO_WORDS = Words((), {}, frozenset(), frozenset())


def words_of(text: str) -> Words:
    """The words of a text; what is in a script without spaces is left out."""
    pattern = _ASCII_WORD if text.isascii() else _word()
    read = [_compared(written[:MAX_WORD]) for written in pattern.findall(text)]
    shown: dict[str, str] = {}
    names = set()
    for key, word, is_name in read:
        if word:
            if key not in shown:
                shown[key] = word
            if is_name:
                names.add(key)
    numbers = frozenset(key for key in shown if key[0].isdigit())
    return Words(tuple([key for key, _, _ in read]), shown, frozenset(names), numbers)


@lru_cache(maxsize=65_536)
def _compared(written: str) -> tuple[str, str, bool]:
    """A word without case, accents and endings; as it is shown, "" for one of grammar; and whether it has a capital."""
    bare, small = written, written.casefold()
    if "'" in written or "\u2019" in written:
        bare, small = _POSSESSIVE.sub("", bare), _POSSESSIVE.sub("", small.replace("\u2019", "'"))
    if not small.isascii():
        small = unicodedata.normalize("NFC", _DIACRITICS.sub("", unicodedata.normalize("NFD", small)))
    small = small.replace(".", "") if not small[:1].isdigit() else small.replace(",", "")
    says_something = small not in COMMON_WORDS and (len(small) > 1 or not small.isascii() or small.isdigit())
    is_name = written[0].isupper() or written[0].istitle()
    return stem(_COUNTRIES.get(small, small)) or written, bare if says_something else "", is_name


def spellings(key: str) -> tuple[str, ...]:
    """How else the index may have a word: a country's name and the adjectives of it are one word here."""
    return _ADJECTIVES.get(key, ())


def _spelt() -> dict[str, tuple[str, ...]]:
    spelt: dict[str, tuple[str, ...]] = {}
    for adjective, country in _COUNTRIES.items():
        spelt[stem(country)] = (*spelt.get(stem(country), (country,)), adjective)
    return spelt


_ADJECTIVES = _spelt()
