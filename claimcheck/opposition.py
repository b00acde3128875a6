"""Whether two claims contradict each other: opposite statements, denials, numbers that clash; pure.

What it finds are suggestions for a person: it goes by the words of two sentences and by nothing else.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matching.stems import stem
from claimcheck.parties import parties, state_called
from claimcheck.quantities.comparing import compare
from claimcheck.terms import COMMON_WORDS
from claimcheck.text import comparison_key
from claimcheck.vocabulary import ClaimKind, NumberOutcome, RelationKind

MIN_SHARE = 0.8
"""How much of the shorter claim's words the other has to have, where nothing else says that they are opposite."""
MIN_SHARE_TURNED = 0.65
"""The same where one has a word and the other its opposite."""
MORE_WITHOUT_NAMES = 0.15
MIN_SHARED = 2
"""How many names and words two claims have in common at least."""
MAX_LENGTH = 2_000
_MAX_SHOWN = 6
_NEGATIONS = frozenset(
    """
    no nobody none never not nothing nor neither without cannot denied denies deny denying rejected rejects reject
    false untrue fake hoax baseless unfounded fabricated myth
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
_VERBS = (
    "supply provide deliver give send ship sell export transfer furnish supplies supplied gave sent sold",
    "attack strike bomb shell hit raid bombed struck",
    "involve participate take part join engage",
    "kill murder execute slay",
    "win won victory defeat beat",
    "own possess have hold",
    "help aid assist support back",
    "build make produce manufacture develop",
    "know aware",
)
"""Verbs that say the same of the same two parties."""
_THINGS = ("weapon arm ammunition munition weaponry armament",)
"""The same for what they do it with."""
_CLASS_OF = {stem(word): words.split()[0] for words in (*_VERBS, *_THINGS) for word in words.split()}
_VERB_CLASSES = frozenset(words.split()[0] for words in _VERBS)
_ANTONYMS = (
    ("rise", "fall"), ("increase", "decrease"), ("grow", "shrink"), ("more", "fewer"), ("higher", "lower"),
    ("win", "lose"), ("alive", "dead"), ("guilty", "innocent"), ("legal", "illegal"), ("safe", "dangerous"),
    ("support", "oppose"), ("accept", "reject"), ("open", "closed"), ("true", "false"), ("ally", "enemy"),
    ("strengthen", "weaken"), ("start", "stop"), ("begin", "end"), ("enter", "leave"), ("succeed", "fail"),
    ("ahead", "behind"), ("before", "after"), ("possible", "impossible"), ("effective", "ineffective"),
    ("rose", "fell"), ("won", "lost"), ("increased", "decreased"), ("gained", "lost"), ("improve", "worsen"),
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b.*\bby\b", re.IGNORECASE | re.DOTALL)
_MOST_READ = 4096
"""How many claims are remembered as they were read: each is held against many others."""


class Statement(NamedTuple):
    """A claim, as far as it matters whether another one contradicts it."""

    text: str
    kind: ClaimKind
    source_id: int


class Opposition(NamedTuple):
    """How one claim stands to another, and why."""

    kind: RelationKind
    is_from_first: bool
    """Whether the first claim is the one that denies; contradictions and clashes have no direction."""
    reasons: str


class _Read(NamedTuple):
    names: frozenset[str]
    words: Mapping[str, str]
    """The words that are neither names nor common, by their stems; verbs of one class are one."""
    is_negated: bool
    order: tuple[str, ...]
    """The names as they first come."""
    is_passive: bool


class _Shared(NamedTuple):
    """What two claims have in common."""

    name_count: int
    stems: frozenset[str]
    share: float
    """Of the names and words of the shorter one, 0..1."""
    shown: str

    @property
    def enough_to_deny(self) -> bool:
        return self.name_count + len(self.stems) >= MIN_SHARED

    def least(self, share: float) -> float:
        """How much has to be shared: more where no name is."""
        return share if self.name_count else share + MORE_WITHOUT_NAMES


def opposition(one: Statement, other: Statement) -> Opposition | None:
    """How two claims contradict each other; None if nothing shows that they do.

    A source that corrects itself is no contradiction, except in numbers.
    """
    numbers = compare(one.text[:MAX_LENGTH], other.text[:MAX_LENGTH])
    if numbers.outcome is NumberOutcome.DISAGREE:
        return Opposition(RelationKind.NUMERIC_CONFLICT, is_from_first=True, reasons=numbers.reason)
    if one.source_id == other.source_id:
        return None
    first, second = _read(one.text), _read(other.text)
    shared = _shared(first, second)
    if not shared.enough_to_deny:
        return None
    return (
        _denied(one, other, first, second, shared)
        or _negated(one, other, first, second, shared)
        or _turned(first, second, shared)
    )


def swap_parts(one: str, other: str) -> bool:
    """Whether two parties have changed places in two sentences: who gives in one, is given to in the other."""
    return _swap_parts(_read(one), _read(other))


def _shared(first: _Read, second: _Read) -> _Shared:
    names = sorted(first.names & second.names)
    stems = sorted(first.words.keys() & second.words.keys())
    shorter = max(1, min(len(first.names) + len(first.words), len(second.names) + len(second.words)))
    shown = [*(name.title() for name in names), *(first.words[stem] for stem in stems)]
    return _Shared(len(names), frozenset(stems), len(shown) / shorter, ", ".join(shown[:_MAX_SHOWN]))


def _denied(one: Statement, other: Statement, first: _Read, second: _Read, shared: _Shared) -> Opposition | None:
    """A denial and an accusation of the same parties, of which both say something that is the same."""
    denies = _which_denies(one, other, first, second)
    if denies is None or not shared.name_count or not shared.stems:
        return None
    return Opposition(RelationKind.DENIES, denies, f"a denial and an accusation, both about {shared.shown}")


def _negated(one: Statement, other: Statement, first: _Read, second: _Read, shared: _Shared) -> Opposition | None:
    """Nearly the same words, with a negation in one of the two."""
    if (
        first.is_negated == second.is_negated
        or _swap_parts(first, second)
        or shared.share < shared.least(MIN_SHARE)
        or not shared.stems - _VERB_CLASSES
    ):
        return None
    negated = one if first.is_negated else other
    kind = RelationKind.DENIES if negated.kind is ClaimKind.DENIAL else RelationKind.CONTRADICTS
    return Opposition(kind, first.is_negated, f"one of the two is negated, and both are about {shared.shown}")


def _turned(first: _Read, second: _Read, shared: _Shared) -> Opposition | None:
    """A word in one of the two, and its opposite in the other."""
    turned = _opposite_words(first.words, second.words)
    if turned is None or first.is_negated != second.is_negated or shared.share < shared.least(MIN_SHARE_TURNED):
        return None
    if _foremost(first, second) != _foremost(second, first):  # who is ahead leaves the other behind
        return None
    here, there = turned
    reasons = f"{here!r} in one and {there!r} in the other, and both are about {shared.shown}"
    return Opposition(RelationKind.CONTRADICTS, is_from_first=True, reasons=reasons)


def _foremost(read: _Read, other: _Read) -> str | None:
    """The party that comes first, of those that are states or named in both: a first word may only look like a name."""
    return next((name for name in read.order if name in other.names or state_called(name)), None)


def _swap_parts(first: _Read, second: _Read) -> bool:
    """Whether two parties have changed places: who gives in one, is given to in the other."""
    both = first.names & second.names
    orders = [[name for name in read.order if name in both][:2] for read in (first, second)]
    return len(both) > 1 and first.is_passive == second.is_passive and orders[0] == orders[1][::-1]


def _which_denies(one: Statement, other: Statement, first: _Read, second: _Read) -> bool | None:
    """Whether the first claim denies what the second accuses of (True), or the other way round; None if neither."""
    if one.kind is ClaimKind.DENIAL and other.kind is ClaimKind.ACCUSATION and not second.is_negated:
        return True
    if other.kind is ClaimKind.DENIAL and one.kind is ClaimKind.ACCUSATION and not first.is_negated:
        return False
    return None


@lru_cache(maxsize=_MOST_READ)
def _read(text: str) -> _Read:
    text = text[:MAX_LENGTH]
    names = parties(text)
    named = {word for name in names for word in re.split("[ -]", name)}
    words = _WORD.findall(comparison_key(text).replace("n't", " not").replace("nothing but ", ""))
    content: dict[str, str] = {}
    for word in words:
        if not (word in COMMON_WORDS or word in _NEGATIONS or word in named or state_called(word)):
            content.setdefault(_CLASS_OF.get(stem(word), stem(word)), word)
    is_negated = not _NEGATIONS.isdisjoint(words)
    return _Read(names, content, is_negated, _as_they_come(names, text), _PASSIVE.search(text) is not None)


def _as_they_come(names: Collection[str], text: str) -> tuple[str, ...]:
    """The names in the order in which a text first gives them, or a part of them."""
    found: dict[str, None] = {}
    parts = {part: name for name in names for part in re.split("[ -]", name)}
    for word in _WORD.findall(text):
        state = state_called(word)
        name = state if state in names else parts.get(comparison_key(word).removesuffix("'s"))
        if name is not None:
            found.setdefault(name)
    return tuple(found)


def _opposite_words(first: Mapping[str, str], second: Mapping[str, str]) -> tuple[str, str] | None:
    """A word of the first and one of the second that mean the opposite, if neither has the other's."""
    for one in first:
        for other in _OPPOSITES.get(one, ()) if one not in second else ():
            if other in second and other not in first:
                return first[one], second[other]
    return None


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, None]]:
    opposites: dict[str, dict[str, None]] = {}  # in order: a set would name another pair in another run
    for one, other in pairs:
        opposites.setdefault(stem(one), {})[stem(other)] = None
        opposites.setdefault(stem(other), {})[stem(one)] = None
    return opposites


_OPPOSITES = _both_ways(_ANTONYMS)
