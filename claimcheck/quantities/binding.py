"""What the numbers of a sentence are bound to: what is counted, of what, by whom, when, and whether it changed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.quantities.circumstances import circumstances
from claimcheck.quantities.counting import counted
from claimcheck.quantities.modes import mode_of
from claimcheck.quantities.moments import Dated
from claimcheck.quantities.occasions import FOR_A, occasions, told_over
from claimcheck.quantities.tagging import BEGUN, CUTS, Read
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import CURRENCIES, rate_at
from claimcheck.quantities.values import AGE, PERCENT, Circumstances, Mode, Qualifier, Raw, Token
from claimcheck.quantities.wording import AHEAD, AHEAD_TO, IGNORED, SAYING, is_past, normal

_PRESENT = frozenset("currently already presently".split())
_NEGATIVE = frozenset("no not never without lack lacks lacked cannot neither nor none unable".split())
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "this", "that", "these"})
_NOT_NEGATED = frozenset("more fewer less longer later higher closer lower only just even exceed".split())
_SUBJECTS = _DETERMINERS | {"it", "they", "he", "she", "we", "there", "a", "an"}
LASTING = frozenset("offset margin worked lived served played ruled reigned studied waited slept".split())
_AIRBORNE = frozenset(map(normal, ("fly", "orbit", "aircraft", "satellite", "drone", "helicopter")))
_RELATIVE = frozenset({"which", "whom", "whose"})
_ADDING = frozenset(
    "among according including despite although though because after before when where as well without who".split()
)
"""Behind a comma the beginning of what is only added: ", well ahead of others", ", among them women"."""
_SHORTEST_PARTICIPLE = 5
_CARRIED_ON = frozenset("has have had is are was were will would".split())
_JOINING = frozenset({"and", "but", "while", "whereas"})
MANY = 40
"""A sentence with more numbers is a table, in which"""
REACH, REACH_AMONG_MANY = 80, 4
"""a number has to do with so many tokens on each side; else with so many at most."""
_RATE_REACH = 5
_ADJECTIVES = (
    (frozenset({"annual", "annually", "yearly"}), "year"), (frozenset({"monthly"}), "month"),
    (frozenset({"weekly"}), "week"), (frozenset({"hourly"}), "hour"),
)  # fmt: skip
_SPANNING = frozenset("within in for after than of half over under during".split())
_TO_BE = frozenset({"is", "are", "due"})
"""The same before "to": "the army is to get 90 tanks"."""
_MARGINS = frozenset({"lead", "margin", "advantage"})
_NO_RATE = frozenset({"ago", "earlier", "later", "before", "after", "and", "old", "long"})


class Bound(NamedTuple):
    """What a number is bound to; the fields are those of a quantity."""

    per: str
    mode: Mode
    noun: str
    population: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    doings: frozenset[str]
    occasions: frozenset[str]
    heads: frozenset[tuple[str, str]]
    compounds: frozenset[tuple[str, str]]
    negated: bool
    ahead: bool
    past: bool
    circumstances: Circumstances
    segment: tuple[int, int]


def segments(tokens: list[Token], raws: Sequence[Raw | Dated]) -> list[tuple[int, int]]:
    """The part of the sentence that is about each number: cut between two numbers at a comma or conjunction."""
    reach = REACH if len(raws) <= MANY else REACH_AMONG_MANY
    starts, ends = [0] * len(raws), [len(tokens)] * len(raws)
    for index, (one, other) in enumerate(pairwise(raws)):
        between = range(other.first - 1, one.end - 1, -1)
        cut = next((at for at in between if tokens[at].lower in CUTS), None)
        starts[index + 1] = starts[index] if cut is None else cut
        ends[index] = -1 if cut is None else cut
    for index in range(len(raws) - 2, -1, -1):
        if ends[index] < 0:
            ends[index] = ends[index + 1]
    ends = [min(end, _clause_end(tokens, raw.end, end)) for raw, end in zip(raws, ends, strict=True)]
    return [
        (max(start, raw.first - reach), min(end, raw.end + reach))
        for raw, start, end in zip(raws, starts, ends, strict=True)
    ]


def bound(tokens: list[Token], what: Read, raw: Raw, segment: tuple[int, int], lead: int) -> Bound:
    """What one number is bound to; `lead` is the first token of the sentence's first number."""
    noun, population = counted(tokens, what, raw)
    start, end = segment
    words = {word for word in (noun, *what.words[start:end]) if word}
    names = {name for name in what.names[start:end] if name}
    if raw.unit == "metres" and raw.first > 1 and tokens[raw.first - 1].lower == "at" and words & _AIRBORNE:
        words.add("altitude")
    if raw.unit == "days":
        words |= {token.lower for token in tokens[start:end] if token.lower in LASTING} | _offset(tokens, raw, words)
    around = words
    if start and not _is_clause(tokens, start):
        led = {word for word in what.words[max(0, min(lead, start) - REACH) : min(lead, start)] if word}
        around = words | led
        names |= {name for name in what.names[max(0, min(lead, start) - REACH) : min(lead, start)] if name}
    return Bound(
        raw.per or _rate(tokens, raw, segment),
        raw.mode or mode_of(tokens, raw, segment),
        noun,
        frozenset(population),
        frozenset(words),
        frozenset(around),
        frozenset(names),
        what.doings,
        _occasions(tokens, what, raw, (0 if start and not _is_clause(tokens, start) else start, end)),
        what.heads,
        what.compounds,
        any(
            _is_negative(tokens, at)
            for at in range(start, end)
            if at not in what.phrased and not _is_bounding(tokens, raw, at)
        ),
        any(_is_ahead(tokens, at) for at in range(start, end)),
        any(is_past(token.lower) or token.lower in _PRESENT for token in tokens[start:end])
        or any(before.lower == "so" and token.lower == "far" for before, token in pairwise(tokens[start:end])),
        circumstances(tokens, what, raw, noun, segment),
        segment,
    )


def _occasions(tokens: list[Token], what: Read, raw: Raw, span: tuple[int, int]) -> frozenset[str]:
    """What is said of the time, without what the number itself is: "within 24 hours", "23 when he won"."""
    found = occasions(tokens, what.dated, *span) | told_over(tokens, what.dated, *span)
    if raw.unit == AGE:
        return frozenset(found) - {"when"}
    return frozenset(one for one in found if raw.unit != "days" or not one.startswith(("within ", "over ", FOR_A)))


def _offset(tokens: list[Token], raw: Raw, words: set[str]) -> set[str]:
    """Whether a time is no duration: "three days after", "begins in three days", "won by 20 seconds"."""
    before, behind = lower_at(tokens, raw.first - 1), lower_at(tokens, raw.end)
    if before == "by" or (before == "of" and lower_at(tokens, raw.first - 2) in _MARGINS):
        return {"margin"}
    is_offset = (
        behind in ("after", "before", "later", "earlier", "ago", "late", "early", "overdue")
        or before == "on"
        or (before == "in" and "begin" in words)
    )
    return {"offset"} if is_offset else set()


def _clause_end(tokens: list[Token], start: int, end: int) -> int:
    """Where a clause with a subject of its own begins behind a number: ", and it blamed", "; the army"."""
    for at in range(start, end - 2):
        if tokens[at].lower == ";":
            return at
        if tokens[at].lower != ",":
            continue
        one, other = tokens[at + 1].lower, tokens[at + 2].lower
        if (
            (one in _JOINING and (other in _SUBJECTS or other in SAYING or other in _CARRIED_ON))
            or one in _RELATIVE
            or (one == "of" and other in _RELATIVE)
        ):
            return at
        if one in _ADDING or (one.endswith("ing") and len(one) > _SHORTEST_PARTICIPLE):
            return at
    return end


def dated_words(tokens: list[Token], what: Read, dates: list[Dated]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The words of the part of the sentence that each date is in, and those together with the words that lead all."""
    lead = dates[0].first
    found = []
    for start, end in segments(tokens, dates):
        verbs = {normal(token.lower) for token in tokens[start:end] if _is_plain_verb(token.lower)}
        words = frozenset(filter(None, what.words[start:end])) | verbs
        leads = start and not _is_clause(tokens, start)
        found.append((words, words | frozenset(filter(None, what.words[:lead])) if leads else words))
    return found


def _is_bounding(tokens: list[Token], raw: Raw, at: int) -> bool:
    """Whether a negation is one of the number itself: "none of them", "never fell below 60"."""
    if raw.first <= at < raw.end:
        return True
    bounded = raw.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    return bounded and tokens[at].lower == "never" and at < raw.first


def _is_plain_verb(lower: str) -> bool:
    """Whether a word that tells nothing of a number says what happened on a day: "climbed", "measured"."""
    return lower.endswith("ed") and lower in IGNORED and lower not in SAYING and lower not in AHEAD


def _is_negative(tokens: list[Token], at: int) -> bool:
    lower = tokens[at].lower
    if lower == "not" and [lower_at(tokens, at + 1), lower_at(tokens, at + 2)] == ["a", "single"]:
        return False
    if lower in ("no", "not", "never") and lower_at(tokens, at + 1) in _NOT_NEGATED:
        return False
    return lower in _NEGATIVE or lower.endswith("n't")


def _is_ahead(tokens: list[Token], at: int) -> bool:
    lower, following = tokens[at].lower, lower_at(tokens, at + 1)
    return lower in AHEAD or (following == "to" and (lower in AHEAD_TO or (lower in _TO_BE and at + 2 < len(tokens))))


def _is_clause(tokens: list[Token], cut: int) -> bool:
    """Whether what follows a cut has a subject of its own: "and the missile weighed 900 kg"."""
    return cut + 1 < len(tokens) and tokens[cut + 1].lower in _DETERMINERS


def _rate(tokens: list[Token], raw: Raw, segment: tuple[int, int]) -> str:
    """What it is so much for each of, from the words of its part of the sentence: "tonnes of lithium a year"."""
    if raw.unit in (PERCENT, "points", "days", "times"):
        return ""
    for at in range(raw.end, min(raw.end + _RATE_REACH, segment[1])):
        behind, per = rate_at(tokens, at)
        is_rate = per and tokens[at - 1].lower not in _SPANNING
        if is_rate and (behind >= len(tokens) or tokens[behind].lower not in _NO_RATE):
            return per
    return _rate_before(tokens, raw, segment) or _rate_around(tokens, segment)


def _rate_before(tokens: list[Token], raw: Raw, segment: tuple[int, int]) -> str:
    """As "a litre of milk costs 1.20 euros"."""
    if raw.unit not in CURRENCIES:
        return ""
    for at in range(segment[0], raw.first - 2):
        behind, per = rate_at(tokens, at)
        if per and tokens[at].lower in ("a", "an", "per", "each") and tokens[behind].lower in ("of", "costs"):
            return per
    return ""


def _rate_around(tokens: list[Token], segment: tuple[int, int]) -> str:
    """As "the annual output", "every month"."""
    every = {token.lower for token in tokens[segment[0] : segment[1]]}
    for words, span in _ADJECTIVES:
        if words & every:
            return span
    for at in range(segment[0], segment[1] - 1):
        if tokens[at].lower in ("every", "each") and tokens[at + 1].lower in ("year", "month", "week", "day"):
            return tokens[at + 1].lower
    return ""


def periods_of(tokens: list[Token], dates: list[Dated], raw: Raw, segment: tuple[int, int], lead: int) -> list[Dated]:
    """The dates that a number belongs to: those of its part of the sentence, else those that lead it."""
    if len(dates) > MANY:
        return []
    dates = [dated for dated in dates if not _is_of_an_aside(tokens, dated.first, raw)]
    own = [dated for dated in dates if segment[0] <= dated.first < segment[1]]
    dates = [dated for dated in dates if not _is_base(tokens, dated.first)]
    own = [dated for dated in own if not _is_base(tokens, dated.first)]
    own = [dated for dated in own if dated.first < raw.first or not _is_other_clause(tokens, raw.end, dated.first)]
    if own or tokens[segment[0]].lower == ";":
        return own
    return [dated for dated in dates if dated.first < lead]


def _is_of_an_aside(tokens: list[Token], at: int, raw: Raw) -> bool:
    """Whether a date is only that of a beginning, set between commas: "the plant, built in 1974, makes 90 tonnes"."""
    if lower_at(tokens, at - 1) != "in" or lower_at(tokens, at - 2) not in BEGUN:
        return False
    return "," in (lower_at(tokens, at - 3), lower_at(tokens, at - 4)) and at < raw.first


def _is_base(tokens: list[Token], at: int) -> bool:
    """Whether a date is only what another time is compared with: "lower than in March"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    return "than" in before or before[-2:] in (["compared", "with"], ["compared", "to"], ["as", "in"])


def _is_other_clause(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a new clause begins between a number and a date behind it: "costs 9 million and opens in 2029"."""
    return any(
        tokens[at].lower in _JOINING and at + 1 < end and tokens[at + 1].lower not in ("in", "on", "by")
        for at in range(start, end - 1)
    )
