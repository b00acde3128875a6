"""Texts as sets of shingles, and how much of one text is in another; pure.

A shingle is a run of `WORDS` words, or of `CHARACTERS` characters in a script without spaces. Containment is
|A and B| / min(|A|, |B|): it finds a story inside a longer page, where Jaccard's |A and B| / |A or B| sees little.

Source: Broder, On the resemblance and containment of documents (1997), sections 2 and 3.
"""

import re
from array import array
from collections.abc import Container, Iterable
from zlib import crc32

from claimcheck.likeness import is_unspaced

WORDS = 5
CHARACTERS = 8
LEAST = 20
"""Texts of fewer shingles are too short to say who copied whom."""
SAMPLE = 8
"""One shingle in so many is looked up when candidates are searched: Broder's MOD sample, which keeps containment."""
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_QUOTED = re.compile(
    r"“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|«[^«»]{1,600}»|「[^「」]{1,600}」|\"[^\"\n]{1,600}\"",
)
_LOOKED_AT_WORDS = 100
_MOST_CODES = 200_000
MAX_LOOKED_AT = 400_000
"""How much of one text is looked at, in code points."""


class _Codes(dict[str, int]):
    """The number of each word, reckoned once: the same in every run, as `hash` is not."""

    def __missing__(self, word: str) -> int:
        code = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return code


_codes = _Codes()


class Shingles:
    """The shingles of one text, each as a number of 64 bits, in order of size."""

    __slots__ = ("_numbers",)

    def __init__(self, numbers: Iterable[int]) -> None:
        """Keep them small: a set of so many numbers takes eight times the room."""
        self._numbers = array("q", sorted(set(numbers)))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def as_set(self) -> set[int]:
        """All of them, to look others up in."""
        return set(self._numbers)

    def sample(self) -> list[int]:
        """One in `SAMPLE`, the same ones in every text that has them."""
        return [number for number in self._numbers if not number % SAMPLE]

    def among(self, table: Container[int]) -> list[int]:
        """Those that a table holds, in order of size."""
        return [number for number in self._numbers if number in table]

    def shared_with(self, others: set[int]) -> int:
        """How many of them are among `others`."""
        return len(others.intersection(self._numbers))


def shingled(text: str) -> Shingles:
    """The shingles of a text, as it is compared: without case, punctuation and invisible characters."""
    return Shingles(numbers(tokens(text)))


def numbers(words: list[str]) -> Iterable[int]:
    """The number of each shingle of some words, in their order."""
    sample = words[:: len(words) // _LOOKED_AT_WORDS + 1]
    size = CHARACTERS if sum(is_unspaced(word[0]) for word in sample) * 2 > len(sample) else WORDS
    if len(_codes) > _MOST_CODES:
        _codes.clear()
    codes = [_codes[word] for word in words]
    return map(hash, zip(*(codes[start:] for start in range(size)), strict=False))


def tokens(text: str) -> list[str]:
    """The words of a text, and the characters of a script without spaces."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    import unicodedata

    return _WORD.findall(unicodedata.normalize("NFC", text).translate(_INVISIBLE).casefold())


def without_quotations(text: str) -> str:
    """A text with its quotations taken out: two reporters at one table write down the same words."""
    return _QUOTED.sub(" ", text)


def quotations(text: str) -> list[str]:
    """The quotations of a text, with their marks."""
    return _QUOTED.findall(text)


def looked_at(text: str, start: int, end: int, most: int = MAX_LOOKED_AT) -> str:
    """A text, or of a very long one its beginning and the surroundings of the passage, `most` code points in all."""
    if len(text) <= most:
        return text
    half = most // 2
    middle = max(half, (start + end) // 2 - half // 2)
    return f"{text[:half]}\n{text[middle : middle + half]}"


def squeezed(text: str) -> str:
    """The words of a text with one space between them, and at both ends."""
    return f" {' '.join(tokens(text))} "
