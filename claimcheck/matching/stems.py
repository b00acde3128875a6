"""The stem of an English word, as the full-text index has it; pure.

Source: Porter, An algorithm for suffix stripping (1980), https://tartarus.org/martin/PorterStemmer/def.txt. Only rows
of letters that no word has ("yying") are cut otherwise by SQLite's own stemmer.
"""

from functools import lru_cache
from itertools import pairwise

_MIN_LENGTH, _MAX_LENGTH = 3, 64
"""Shorter and longer words are their own stems."""
_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "logi": "log", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
    "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive",
    "biliti": "ble",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_PAST = ("ed", "ing")
_ANY_OF_2, _ANY_OF_3 = tuple(_STEP_2), tuple(_STEP_3)
_STEP_4 = tuple(
    "al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize".split()  # noqa: SIM905
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in small letters; words of other scripts are their own."""
    if not _MIN_LENGTH <= len(word) <= _MAX_LENGTH or not word.isascii() or not word.isalpha():
        return word
    if word[-1] == "s":
        word = _without_plural(word)
    if word.endswith(_PAST):
        word = _without_past(word)
    if word[-1] == "y" and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    if word.endswith(_ANY_OF_2):
        word = _replaced(word, _STEP_2)
    if word.endswith(_ANY_OF_3):
        word = _replaced(word, _STEP_3)
    if word.endswith(_STEP_4):
        word = _bare(word)
    return _without_last(word) if word[-1] in "el" else word


def _is_consonant(word: str, place: int) -> bool:
    if word[place] == "y":
        return place == 0 or not _is_consonant(word, place - 1)
    return word[place] not in "aeiou"


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant: [C](VC)^m[V]."""
    kinds = [_is_consonant(word, place) for place in range(len(word))]
    return sum(not one and other for one, other in pairwise(kinds))


def _has_vowel(word: str) -> bool:
    return any(not _is_consonant(word, place) for place in range(len(word)))


def _ends_doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _is_consonant(word, len(word) - 1)


def _ends_short(word: str) -> bool:
    """Whether it ends in consonant, vowel, consonant, the last not w, x or y."""
    size = len(word)
    return (
        size > 2  # noqa: PLR2004 - three letters
        and _is_consonant(word, size - 3)
        and not _is_consonant(word, size - 2)
        and _is_consonant(word, size - 1)
        and word[-1] not in "wxy"
    )


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word if word.endswith("ss") else word[:-1]


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in _PAST:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return _mended(base) if _has_vowel(base) else word
    return word


def _mended(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _ends_doubled(word) and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _ends_short(word) else word


def _replaced(word: str, endings: dict[str, str]) -> str:
    for ending, other in endings.items():
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base + other if _measure(base) > 0 else word
    return word


def _bare(word: str) -> str:
    for ending in _STEP_4:
        if word.endswith(ending):
            base = word[: len(word) - len(ending)]
            if ending in ("sion", "tion"):
                base += ending[0]
            return base if _measure(base) > 1 else word
    return word


def _without_last(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        size = _measure(base)
        if size > 1 or (size == 1 and not _ends_short(base)):
            word = base
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
