"""Ministries by what they are for: the "fisheries ministry" is the "Ministry of Fisheries"; pure."""

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.parties import state_called

KINDS = r"(?:ministry|department|agency|authority|directorate|inspectorate|bureau|office|commission|administration)"
_MAX_NAME = 200
_LEAST_STEM = 4
_OF = re.compile(
    rf"(?P<before>[^\n]*?)\b(?P<kind>{KINDS}) (?:of|for) (?:the )?(?P<topic>.+?)"
    r"(?: (?:of|in) (?:the )?(?P<place>.+))?$"
)
_BEHIND = re.compile(rf"(?P<before>.+) (?P<kind>{KINDS})(?: (?:of|in) (?:the )?(?P<place>.+))?$")
_AND = re.compile(r",| and | & ")
_EMPTY = frozenset({"affairs", "the", "of", "for", "public", "national", "federal", "general"})
_NO_PLACE = frozenset({"republic", "kingdom", "people's", "democratic", "islamic", "federal", "the", "of", "and"})
_SPELT = {"defence": "defense", "labour": "labor", "environmental": "environment", "agricultural": "agriculture"}


class Department(NamedTuple):
    """What a department is called by: its kind, what it is for, and the words for where; none if none are given."""

    kind: str
    topics: frozenset[frozenset[str]]
    place: tuple[str, ...]

    def beside(self, other: "Department") -> "Department":
        """This name with what is the other's place read as a place: "Lembran" in "Lembran fisheries ministry"."""
        words = {word for topic in self.topics for word in topic}
        places = {word for word in words if any(_same_place(word, place) for place in other.place)}
        topics = frozenset(topic - places for topic in self.topics)
        return self if self.place or not places or frozenset() in topics else Department(self.kind, topics, (*places,))

    def serves(self, other: "Department") -> bool:
        """Whether this name, wherever it is, calls a department of that kind for that."""
        return self.kind == other.kind and self.topics <= other.topics

    def is_where(self, other: "Department") -> bool:
        """Whether both are said to be in one place, or neither is said to be in any."""
        if not self.place or not other.place:
            return not self.place and not other.place
        return any(_same_place(one, two) for one in self.place for two in other.place)


@lru_cache(maxsize=4096)
def department(name: str) -> Department | None:
    """The department that a name is of: "Ministry of Fisheries of Norway", "Norwegian fisheries ministry"."""
    if len(name) > _MAX_NAME:
        return None
    words = " ".join(name.replace("’", "'").casefold().split())
    match = _OF.match(words)
    if match and not (match["before"] and state_called(match["topic"])):
        topic, before = match["topic"], match["before"].split()
    elif match := _BEHIND.match(words):
        before = match["before"].split()
        first = before[0]
        is_placed = first.endswith("'s") or (len(before) > 1 and state_called(first) is not None)
        topic, before = " ".join(before[is_placed:]), before[:is_placed]
    else:
        return None
    topics = frozenset(filter(None, map(_topic, _AND.split(topic))))
    place = [*before, *(match["place"] or "").split()]
    where = tuple(word.removesuffix("'s") for word in place if word not in _NO_PLACE)
    return Department(match["kind"], topics, where) if topics else None


def _topic(words: str) -> frozenset[str]:
    every = words.split()
    return frozenset(_stem(word) for word in every if word not in _EMPTY) or frozenset(map(_stem, every))


def _stem(word: str) -> str:
    word = _SPELT.get(word, word)
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _same_place(one: str, other: str) -> bool:
    """Whether two words name one place, as "Norway" and "Norwegian" do, and, by their beginning, unknown ones."""
    states = state_called(one), state_called(other)
    if states != (None, None):
        return states[0] == states[1]
    least = min(len(one), len(other)) - 1
    return one == other or (least >= _LEAST_STEM and one[:least] == other[:least])
