"""What the numbers of a sentence are bound to: what is counted, of what, by whom, when, and whether it changed."""

from itertools import pairwise
from typing import NamedTuple

from claimcheck.places import COUNTRIES, COUNTRY_PAIRS
from claimcheck.quantities.days import Dated
from claimcheck.quantities.finding import COUNT, PERCENT, Raw
from claimcheck.quantities.modes import ARTICLES, mode_of
from claimcheck.quantities.units import rate_at
from claimcheck.quantities.values import Mode, Token
from claimcheck.quantities.wording import AHEAD, GROUPS_OF, IGNORED, PEOPLE, SAYING, normal

_CUTS = frozenset({",", ";", ":", "—", "–", "and", "but", "while", "whereas", "or", "which", "(", ")"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "this", "that", "these"})
_DEEDS = frozenset({"harm", "event", "commitment", "side", "damage"})
MANY = 40
"""A sentence with more numbers is a table, in which"""
REACH, REACH_AMONG_MANY = 80, 4
"""a number has to do with so many tokens on each side; else with so many at most."""
_NOUN_REACH = 4
_LEFT = 15
_PURPOSE_REACH = 4
PURPOSE = "for "
"""Stands before the words of what a number is for, among those of its population."""
_RATE_REACH = 5
_NO_RATE = frozenset({"ago", "earlier", "later", "before", "after", "and", "old", "long"})
_SAID_REACH = 7


class Read(NamedTuple):
    """What each token of a sentence counts as: its normal form, or a name, or nothing (empty)."""

    words: list[str]
    names: list[str]


class Bound(NamedTuple):
    """What a number is bound to; the fields are those of a quantity."""

    per: str
    mode: Mode
    noun: str
    population: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    ahead: bool
    segment: tuple[int, int]


def read(tokens: list[Token], taken: set[int]) -> Read:
    """The words and names of a sentence; `taken` are tokens of numbers and dates, which are neither."""
    words, names = [""] * len(tokens), [""] * len(tokens)
    for at, token in enumerate(tokens):
        lower = token.lower
        if token.kind == "name":
            names[at] = lower if at not in taken else ""
        if token.kind != "word" or at in taken:
            continue
        if token.text[0].isupper():
            pair = COUNTRY_PAIRS.get((lower, tokens[at + 1].lower)) if at + 1 < len(tokens) else None
            if pair:
                names[at] = pair
                continue
            if at and COUNTRY_PAIRS.get((tokens[at - 1].lower, lower)):
                continue
            country = COUNTRIES.get(lower)
            if country:
                names[at] = country
                continue
            if at and lower not in IGNORED and normal(lower) not in GROUPS_OF and lower != "gdp":
                names[at] = normal(lower)
                continue
        words[at] = _word(tokens, at)
    _without_sayers(tokens, words, names)
    return Read(words, names)


def _word(tokens: list[Token], at: int) -> str:
    """The normal form of a word in its place; empty for one that tells nothing."""
    lower = tokens[at].lower
    if _is_output(tokens, at):
        return "gdp" if lower == "product" else ""
    if lower == "for" and at and normal(tokens[at - 1].lower) == "vote":
        return "support"
    return "" if lower in IGNORED else normal(lower)


def _is_output(tokens: list[Token], at: int) -> bool:
    """Whether a word is one of "gross domestic product"."""
    around = [token.lower for token in tokens[max(0, at - 2) : at + 3]]
    return tokens[at].lower in ("gross", "domestic", "product") and {"gross", "domestic", "product"} <= set(around)


def _without_sayers(tokens: list[Token], words: list[str], names: list[str]) -> None:
    """Forget who says it: "Kyiv says", "according to the ministry"."""
    for at, token in enumerate(tokens):
        if token.lower in SAYING:
            start = at
            while (
                start
                and at - start < _SAID_REACH
                and tokens[start - 1].kind == "word"
                and tokens[start - 1].lower not in _CUTS
            ):
                start -= 1
            if start == 0 or tokens[start - 1].kind == "mark":
                words[start:at] = names[start:at] = [""] * (at - start)
            for later in range(at + 1, min(at + 4, len(tokens))):
                if "weekday" in GROUPS_OF.get(words[later], ()):
                    words[later] = ""
        elif token.lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
            end = at
            while end < len(tokens) and end - at < 10 and tokens[end].lower not in (",", ";", ".", ":"):
                words[end] = names[end] = ""
                end += 1


def segments(tokens: list[Token], raws: list[Raw]) -> list[tuple[int, int]]:
    """The part of the sentence that is about each number: cut between two numbers at a comma or conjunction."""
    reach = REACH if len(raws) <= MANY else REACH_AMONG_MANY
    starts, ends = [0] * len(raws), [len(tokens)] * len(raws)
    for index, (one, other) in enumerate(pairwise(raws)):
        between = range(other.first - 1, one.end - 1, -1)
        cut = next((at for at in between if tokens[at].lower in _CUTS), None)
        starts[index + 1] = starts[index] if cut is None else cut
        ends[index] = -1 if cut is None else cut
    for index in range(len(raws) - 2, -1, -1):
        if ends[index] < 0:
            ends[index] = ends[index + 1]
    return [
        (max(start, raw.first - reach), min(end, raw.end + reach))
        for raw, start, end in zip(raws, starts, ends, strict=True)
    ]


def bound(tokens: list[Token], what: Read, raw: Raw, segment: tuple[int, int], lead: int) -> Bound:
    """What one number is bound to; `lead` is the first token of the sentence's first number."""
    noun, population = _counted(tokens, what, raw)
    start, end = segment
    words = {word for word in what.words[start:end] if word}
    names = {name for name in what.names[start:end] if name}
    around = words
    if start and not _is_clause(tokens, start):
        around = words | {word for word in what.words[max(0, min(lead, start) - REACH) : min(lead, start)] if word}
        names |= {name for name in what.names[max(0, min(lead, start) - REACH) : min(lead, start)] if name}
    return Bound(
        raw.per or _rate(tokens, raw, segment),
        raw.mode or mode_of(tokens, raw, segment),
        noun,
        frozenset(population),
        frozenset(words),
        frozenset(around),
        frozenset(names),
        any(token.lower in AHEAD for token in tokens[start:end]),
        segment,
    )


def _is_clause(tokens: list[Token], cut: int) -> bool:
    """Whether what follows a cut has a subject of its own: "and the missile weighed 900 kg"."""
    return cut + 1 < len(tokens) and tokens[cut + 1].lower in _DETERMINERS


def _rate(tokens: list[Token], raw: Raw, segment: tuple[int, int]) -> str:
    """What it is so much for each of, from the words of its part of the sentence: "tonnes of lithium a year"."""
    if raw.unit in (PERCENT, "points", "days", "times"):
        return ""
    for at in range(raw.end, min(raw.end + _RATE_REACH, segment[1])):
        behind, per = rate_at(tokens, at)
        if per and (behind >= len(tokens) or tokens[behind].lower not in _NO_RATE):
            return per
    every = {token.lower for token in tokens[segment[0] : segment[1]]}
    if "annual" in every or "annually" in every or "yearly" in every:
        return "year"
    for at in range(segment[0], segment[1] - 1):
        if tokens[at].lower in ("every", "each") and tokens[at + 1].lower in ("year", "month", "week", "day"):
            return tokens[at + 1].lower
    return ""


def _counted(tokens: list[Token], what: Read, raw: Raw) -> tuple[str, set[str]]:
    """The noun that is counted or measured, and the words of the whole that it is part of."""
    at, noun = raw.end, ""
    if raw.unit == COUNT:
        at, noun = _noun(tokens, what, at)
        noun = noun or _numbered(tokens, what, raw)
    elif at < len(tokens) and tokens[at].lower == "-":
        at += 1
    if at + 1 < len(tokens) and tokens[at].lower == "of":
        run, head = _phrase(tokens, what, at + 1)
        run |= _purpose(tokens, what, at + 1)
        return (noun if raw.unit == COUNT and noun else head), run
    if purpose := _purpose(tokens, what, at):
        return noun, purpose
    if raw.unit == PERCENT and at < len(tokens) and tokens[at].lower in ARTICLES and raw.in_words:
        run, head = _phrase(tokens, what, at)
        return head, run
    if (
        raw.unit == PERCENT
        and raw.in_words
        and at
        and normal(tokens[min(at, len(tokens) - 1)].lower)
        and tokens[raw.number].lower == "every"
    ):
        _, noun = _noun(tokens, what, at)
        return noun, {noun} if noun else set()
    return noun, set()


def _purpose(tokens: list[Token], what: Read, at: int) -> set[str]:
    """What it is for or about: "2 percent of output on defence"."""
    for place in range(at, min(at + _PURPOSE_REACH, len(tokens) - 1)):
        if tokens[place].kind != "word":
            break
        if tokens[place].lower in ("on", "for", "against"):
            return {f"{PURPOSE}{word}" for word in _phrase(tokens, what, place + 1)[0]}
    return set()


def _numbered(tokens: list[Token], what: Read, raw: Raw) -> str:
    """The noun of "the number of protesters was 300"."""
    for at in range(max(0, raw.first - _LEFT), raw.first - 2):
        if tokens[at].lower == "number" and tokens[at + 1].lower == "of":
            return _phrase(tokens, what, at + 2)[1]
    return ""


def _noun(tokens: list[Token], what: Read, at: int) -> tuple[int, str]:
    """The noun after a count, and the token after it: the first plural or kind of people in a run of words."""
    last, stop = "", at
    reach = min(at + _NOUN_REACH, len(tokens))
    while at < reach:
        token = tokens[at]
        if token.kind == "mark" and token.lower == "-":
            at += 1
            reach = min(reach + 1, len(tokens))
            continue
        form = normal(token.lower)
        if token.kind == "name" or what.names[at]:
            at += 1
            continue
        if token.lower == "people" or form in PEOPLE:
            return at + 1, form
        if token.kind != "word" or token.lower in IGNORED or not what.words[at]:
            break
        if last and _is_deed(form):
            break
        last, stop = form, at + 1
        if token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "is")):
            break
        at += 1
    return stop, last


def _phrase(tokens: list[Token], what: Read, at: int) -> tuple[set[str], str]:
    """The words of a noun phrase and its last one."""
    run: set[str] = set()
    head = ""
    for place in range(at, min(at + 8, len(tokens))):
        token = tokens[place]
        if token.kind not in ("word", "name") and token.lower != "-":
            if token.kind == "number":
                continue
            break
        if token.lower in ("people", "person", "persons", "residents", "inhabitants"):
            run.add("person")
            return run, "person"
        if token.lower in IGNORED and token.lower not in ARTICLES:
            break
        form = what.words[place]
        if run and _is_deed(form):
            break
        if form:
            run.add(form)
            head = form
            if token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "is")) and form in PEOPLE:
                break
    return run, head


def _is_deed(form: str) -> bool:
    return not _DEEDS.isdisjoint(GROUPS_OF.get(form, ()))


def periods_of(dates: list[Dated], segment: tuple[int, int], lead: int) -> list[Dated]:
    """The dates that a number belongs to: those of its part of the sentence, else those that lead it."""
    if len(dates) > MANY:
        return []
    own = [dated for dated in dates if segment[0] <= dated.first < segment[1]]
    return own or [dated for dated in dates if dated.first < lead]
