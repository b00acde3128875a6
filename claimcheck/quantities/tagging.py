"""What each token of a sentence counts as: a word in its normal form, a name, or nothing."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimcheck.places import COUNTRIES, COUNTRY_PAIRS
from claimcheck.quantities.digits import SCALES
from claimcheck.quantities.moments import MONTHS
from claimcheck.quantities.numerals import is_number
from claimcheck.quantities.senses import sense
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Token
from claimcheck.quantities.wording import (
    BEING,
    FINDING,
    GROUPS_OF,
    IGNORED,
    INSTITUTIONS,
    SAYING,
    looks_like_verb,
    normal,
    phrase_at,
)

_BEHIND_VERB = frozenset("a an the its their about around some at for only just more at up nearly over than".split())
CUTS = frozenset({",", ";", ":", "—", "–", "and", "but", "while", "whereas", "or", "which", "(", ")"})
_PASSED_TO_NOUN = frozenset("the its their this that all about some around nearly more than at least over".split())
_OF = frozenset("of on about over against between from among".split())
_BEFORE_NOUN = frozenset("the a an its their his her all some of".split())
_KINDS_OF_PLACES = frozenset(
    "town city village port island state province region district county kingdom republic municipality".split()
)
"""What "of" and a name behind them only name: "the town of Ashby"."""
_COUNTING = frozenset("claimed reported reports".split())
_SAID_REACH = 7
BEGUN = frozenset("built founded opened launched established created born erected set completed".split())
"""What is told by the way, between commas: ", built in 1974,"."""
_SAID_WHERE = frozenset("in on at to during after ,".split())


class Read(NamedTuple):
    """What each token of a sentence counts as: its normal form, or a name, or nothing (empty).

    `dated` are the tokens of dates, `doings` words that look like verbs, `heads` words with the noun that is theirs,
    `compounds` words with the one behind them, `sayers` words and names of who says it, which count as nothing;
    `phrased` are the tokens of phrases that count as one word.
    """

    words: list[str]
    names: list[str]
    dated: set[int]
    doings: frozenset[str]
    heads: frozenset[tuple[str, str]]
    compounds: frozenset[tuple[str, str]]
    sayers: frozenset[str]
    phrased: frozenset[int]


def read(tokens: list[Token], dated: set[int], numbers: set[int]) -> Read:
    """The words and names of a sentence; the tokens of dates and numbers are neither."""
    words, names = [""] * len(tokens), [""] * len(tokens)
    lowers = [token.lower for token in tokens]
    behind = 0
    phrased: set[int] = set()
    for at, token in enumerate(tokens):
        length, concept = phrase_at(lowers, at)
        if at >= behind and length:
            behind = at + length
            phrased.update(range(at, behind))
            for place, word in enumerate(concept.split()):
                words[at + place] = word
        elif at >= behind and at not in dated and at not in numbers:
            if token.kind == "name":
                names[at] = token.lower
            elif token.kind == "word":
                words[at], names[at] = _word_or_name(tokens, at)
        if token.lower in BEGUN and lower_at(tokens, at - 1) == "," and at + 2 in dated:
            words[at] = ""
    every = {*words, *names}
    _without_sayers(tokens, words, names)
    doings = {word for at, word in enumerate(words) if word and _is_doing(tokens, words, at)}
    return Read(
        words,
        names,
        dated,
        frozenset(doings),
        frozenset(_heads(tokens, words, names)),
        frozenset(_compounds(tokens, words)),
        frozenset(every.difference(words, names)),
        frozenset(phrased),
    )


def _word_or_name(tokens: list[Token], at: int) -> tuple[str, str]:
    """The word that a token is, or the name; both empty for the second word of a country's name."""
    token, lower = tokens[at], tokens[at].lower
    if token.text[0].isupper():
        pair = COUNTRY_PAIRS.get((lower, lower_at(tokens, at + 1)))
        if pair:
            return "", pair
        if at and COUNTRY_PAIRS.get((tokens[at - 1].lower, lower)):
            return "", ""
        if country := COUNTRIES.get(lower):
            return "", country
        if at and lower in MONTHS:
            return "", ""
        if at and lower not in IGNORED and normal(lower) not in GROUPS_OF and lower != "gdp":
            return "", normal(lower)
    return sense(tokens, at), ""


def _compounds(tokens: list[Token], words: list[str]) -> Iterator[tuple[str, str]]:
    """Words with the one behind them, if that is not what they have: "online sales", not "the firm's sales"."""
    for token, (one, other) in zip(tokens, pairwise(words), strict=False):
        if one and other and not token.text.endswith(("'s", "’s")):
            yield one, other


def _heads(tokens: list[Token], words: list[str], names: list[str]) -> Iterator[tuple[str, str]]:
    """Words with the noun that they are of: "the senator's opponent", "talks on the ceasefire"."""
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if token.text.lower().replace("’", "'").endswith(("'s", "s'")) or lower_at(tokens, at + 1) in ("'", "’"):
            behind = at + 1 + (lower_at(tokens, at + 1) in ("'", "’"))
            head = ""
            while behind < len(tokens) and (words[behind] or names[behind]) and not _is_doing(tokens, words, behind):
                head = words[behind] or head
                behind += 1
            if head and (words[at] or names[at]):
                yield words[at] or names[at], head
        elif head := _head_before(tokens, words, at):
            behind = at + 1
            while behind < len(tokens) and (
                is_number(tokens[behind]) or tokens[behind].lower in _PASSED_TO_NOUN or tokens[behind].lower in SCALES
            ):
                behind += 1
            if behind < len(tokens) and (words[behind] or names[behind]):
                yield words[behind] or names[behind], head


def _head_before(tokens: list[Token], words: list[str], at: int) -> str:
    """The word before "of" and the like; before "of" also the one before a word that tells nothing: "birth rate of".

    Empty where there is none: behind a verb ("washed up on"), in a name ("the town of Ashby").
    """
    lower, before = tokens[at].lower, tokens[max(0, at - 2) : at]
    if lower not in _OF or not before:
        return ""
    if lower == "of" and before[-1].lower in _KINDS_OF_PLACES:
        return ""
    if lower == "on" and any(token.lower.endswith("ed") for token in before):
        return ""
    if lower == "about" and is_number(before[-1]):
        return ""
    return next((word for word in reversed(words[max(0, at - (2 if lower == "of" else 1)) : at]) if word), "")


def _is_doing(tokens: list[Token], words: list[str], at: int) -> bool:
    if lower_at(tokens, at - 1) in _BEFORE_NOUN and at + 1 < len(tokens) and words[at + 1]:
        return False
    return looks_like_verb(tokens[at].lower, lower_at(tokens, at - 1)) or _is_verb_here(tokens, words, at)


def _is_verb_here(tokens: list[Token], words: list[str], at: int) -> bool:
    """Whether a word in -s stands where a verb does: "the satellite orbits at", "rice sells for"."""
    if not at or at + 1 >= len(tokens) or not tokens[at].lower.endswith("s") or tokens[at - 1].lower.endswith("s"):
        return False
    following = tokens[at + 1]
    before = words[at - 1] or (tokens[at - 1].kind == "word" and tokens[at - 1].text[:1].isupper())
    return bool(before) and (following.kind in ("number", "money") or following.lower in _BEHIND_VERB)


def _without_sayers(tokens: list[Token], words: list[str], names: list[str]) -> None:
    """Forget who says it: "Kyiv says", "according to the ministry", ", customs figures show"."""
    for at, token in enumerate(tokens):
        if _says(tokens, at):
            if token.lower in SAYING:
                words[at] = ""
                _forget_speaker_behind(tokens, words, names, at)
            _without_sayer(tokens, words, names, at)
        elif token.lower == "according" and lower_at(tokens, at + 1) == "to":
            end = at
            while end < len(tokens) and end - at < 10 and tokens[end].lower not in (",", ";", ".", ":"):
                words[end] = names[end] = ""
                end += 1


def _forget_speaker_behind(tokens: list[Token], words: list[str], names: list[str], at: int) -> None:
    """Forget who it is in ', said the neighbour', up to the next mark."""
    if at == 0 or tokens[at - 1].kind != "mark" or lower_at(tokens, at + 1) not in _BEFORE_NOUN:
        return
    end = at + 1
    while end < len(tokens) and end - at < _SAID_REACH and tokens[end].kind == "word":
        words[end] = names[end] = ""
        end += 1


def _forget_rest(tokens: list[Token], words: list[str], names: list[str], at: int) -> None:
    """Forget where and to whom it is said, to the end: ", police said in their final statement"."""
    rest = range(at + 1, len(tokens))
    if lower_at(tokens, at + 1) in _SAID_WHERE and not any(is_number(tokens[place]) for place in rest):
        for place in rest:
            words[place] = names[place] = ""


def _says(tokens: list[Token], at: int) -> bool:
    lower = tokens[at].lower
    if lower not in SAYING and lower not in FINDING:
        return False
    is_count = lower in _COUNTING and at + 1 < len(tokens) and is_number(tokens[at + 1])
    return not is_count and not (at and tokens[at - 1].lower in BEING)


def _without_sayer(tokens: list[Token], words: list[str], names: list[str], at: int) -> None:
    """Forget who stands before the word at which something is said, if that is a clause of its own."""
    start = at
    while (
        start and at - start < _SAID_REACH and tokens[start - 1].kind == "word" and tokens[start - 1].lower not in CUTS
    ):
        start -= 1
    if start and tokens[start - 1].lower == "," and tokens[at].lower in SAYING:
        _forget_rest(tokens, words, names, at)
    if start == 0 or tokens[start - 1].kind == "mark":
        if tokens[at].lower in SAYING or (start and at + 2 >= len(tokens)):
            words[start:at] = names[start:at] = [""] * (at - start)
        elif any(each.lower in INSTITUTIONS for each in tokens[start:at]):
            words[start:at] = [word if "turn" in GROUPS_OF.get(word, ()) else "" for word in words[start:at]]
    for later in range(at + 1, min(at + 4, len(tokens))):
        if "weekday" in GROUPS_OF.get(words[later], ()):
            words[later] = ""
