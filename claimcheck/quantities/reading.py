"""The quantities of a text: numbers and dates with their units, intervals, spans and what they are bound to."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from claimcheck.quantities.ages import aged
from claimcheck.quantities.binding import Bound, bound, dated_words, periods_of, segments
from claimcheck.quantities.days import dates_in
from claimcheck.quantities.finding import raw_numbers
from claimcheck.quantities.moments import Dated
from claimcheck.quantities.tagging import Read, read
from claimcheck.quantities.tokens import lower_at, sentences, tokens
from claimcheck.quantities.values import Mode, Period, Qualifier, Quantity, Raw, Token
from claimcheck.quantities.wholes import is_fronted

DATE, DAY_OF_YEAR = "date", "day of the year"
MAX_SHOWN = 5
_DENYING = frozenset({"not", "never", "no"})
_ABOUT = frozenset({"about", "around", "circa", "ca", "roughly", "approximately"})
DAYS_AROUND_DAY, DAYS_AROUND_MONTH, DAYS_AROUND_YEAR = 3.0, 31.0, 5 * 365.25
"""By how much a date may differ from the one that it is "around"."""
_LONGEST_YEAR = 366.0
_DATE_REACH = 8
_PARTS_OF_DATES = frozenset("the end beginning start middle early mid late of spring summer autumn winter -".split())
_JOINING_DATES = frozenset({"to", "and", "until", "-", "–", "—", "/"})
_LOOSE_ENDS = frozenset("of the a an all its their in at on to from by for with and or as come comes came".split())
_SHOWN_STOPS = frozenset("in on from to by at for with were was are is that have has of than since between".split())
KEPT_LENGTH = 2_000
"""Texts up to this length are remembered, as claims are compared with many passages."""
_MAY_HOLD = re.compile(
    r"\d|\b(?:no|none|nobody|single|sole|lone|zero|once|twice|thrice|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|"
    r"trillions?|dozens?|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|every|couple|most|majority|several|few|"
    r"doubl\w+|tripl\w+|trebled|quadrupled|quintupled|halv\w+|\w{2,6}fold|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|centur(?:y|ies)|twenties|"
    r"thirties|forties|fifties|sixties|seventies|eighties|nineties|Christmas|"
    r"New Year|Boxing Day|May Day|Halloween|teenagers?|"
    r"an? (?:year|month|week|day|hour|minute|decade|century))\b",
    re.IGNORECASE,
)


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, numbers and dates alike; they do not overlap.

    Takes time in proportion to the text, whatever it is. What has digits in it without saying how much or when is left
    out: ordinals, names ("F-16"), numbers of sections, times of day, versions, telephone numbers.
    """
    return first_quantities(text, None)


def first_quantities(text: str, most: int | None) -> list[Quantity]:
    """The same, but no more than so many; what stands behind them is not read."""
    return list(islice(_kept(text) if len(text) <= KEPT_LENGTH else _found(text), most))


def is_date(quantity: Quantity) -> bool:
    """Whether a quantity is a date rather than a number."""
    return quantity.unit in (DATE, DAY_OF_YEAR)


@lru_cache(maxsize=2048)
def _kept(text: str) -> tuple[Quantity, ...]:
    if not _MAY_HOLD.search(text):
        return ()
    read_sentences = [_of_sentence(text, tokens(text, start, end)) for start, end in sentences(text)]
    context = frozenset(word for one in read_sentences for word in one.words)
    dates = tuple(dict.fromkeys(date for one in read_sentences for date in one.dates))
    return tuple(
        quantity._replace(context=context, dates=dates) for one in read_sentences for quantity in one.quantities
    )


class _Sentence(NamedTuple):
    """What a sentence holds, with all its words and names, and the times in it."""

    quantities: list[Quantity]
    words: frozenset[str]
    dates: tuple[Period, ...]


def _found(text: str) -> Iterator[Quantity]:
    for start, end in sentences(text):
        if _MAY_HOLD.search(text, start, end):
            yield from _of_sentence(text, tokens(text, start, end)).quantities


def _of_sentence(text: str, split: list[Token]) -> _Sentence:
    dates = dates_in(split)
    dated = {at for each in dates for at in range(each.first, each.end)}
    read_raws = aged(split, raw_numbers(split, dated))
    raws = [raw for raw, _ in read_raws]
    what = read(split, dated, {at for raw in raws for at in range(raw.first, raw.end)})
    lead = raws[0].first if raws else len(split)
    found: list[Quantity] = []
    spans = segments(split, raws)
    noun = ""
    is_behind_whole = False
    for (raw, ages), segment in zip(read_raws, spans, strict=True):
        ties = bound(split, what, raw, segment, lead)
        if raw.unit == "count" and noun and (not ties.noun or is_behind_whole):
            ties = ties._replace(noun=noun)
        noun, is_behind_whole = ties.noun or noun, is_fronted(split, raw)
        times = tuple(_period(split, each) for each in periods_of(split, dates, raw, segment, lead))
        found.append(_quantity(text, split, raw, ties, times)._replace(ages=ages))
    if dates:
        found += _dates(text, split, dates, what)
    every = frozenset(filter(None, (*what.words, *what.names, *what.sayers)))
    found.sort(key=lambda item: item.start)
    return _Sentence(found, every, tuple(_period(split, each) for each in dates))


def _quantity(text: str, split: list[Token], raw: Raw, ties: Bound, times: tuple[Period, ...]) -> Quantity:
    start, end = split[raw.number].start, split[raw.end - 1].end
    return Quantity(
        start, end, raw.low, raw.high, raw.unit, ties.per, raw.qualifier, ties.mode, ties.noun, ties.population,
        ties.words, ties.around, ties.names, times, ties.ahead, raw.denied,
        text[split[raw.first].start : end], _shown(text, split, raw, ties),
        doings=ties.doings, heads=ties.heads, compounds=ties.compounds, occasions=ties.occasions, past=ties.past,
        negated=ties.negated, circumstances=ties.circumstances, whole=raw.whole,
    )  # fmt: skip


def _shown(text: str, split: list[Token], raw: Raw, ties: Bound) -> str:
    """The number with the words behind it that say what it is of, as the text has them."""
    last = raw.end
    words = 0
    while last < min(len(split), ties.segment[1]) and words < MAX_SHOWN and split[last].kind in ("word", "name"):
        if words and split[last].lower in _SHOWN_STOPS:
            break
        words += split[last].lower not in ("of", "the", "a", "an", "all", "its", "their")
        last += 1
    while last > raw.end and split[last - 1].lower in _LOOSE_ENDS:
        last -= 1
    return text[split[raw.first].start : split[last - 1].end]


def _dates(text: str, split: list[Token], dates: list[Dated], what: Read) -> list[Quantity]:
    names = frozenset(filter(None, what.names))
    ahead = any(token.lower == "will" for token in split)
    found = []
    for dated, (words, around) in zip(dates, dated_words(split, what, dates), strict=True):
        start, end = split[dated.first].start, split[dated.end - 1].end
        low, high, unit = _days_meant(split, dated)
        period = Period(dated.low, dated.high, dated.month, dated.day)
        found.append(
            Quantity(
                start,
                end,
                low,
                high,
                unit,
                "",
                _date_qualifier(split, dated),
                Mode.LEVEL,
                "",
                frozenset(),
                words,
                around,
                names,
                (period,),
                ahead,
                denied=False,
                text=text[start:end],
                shown=text[start:end],
                negated=any(map(_is_denying, split)) and not _is_not_until(split, dated),
                doings=what.doings | (words - frozenset(what.words)),
                heads=what.heads,
            )
        )
    return found


def _days_meant(split: list[Token], dated: Dated) -> tuple[float | None, float | None, str]:
    """The first and last day that are meant, open on one side for "after" and "by", and the scale that they are on."""
    low, high, unit = dated.low, dated.high, DATE
    if low is None or high is None:
        low = day_of_year(dated.month, dated.day or 1)
        high = day_of_year(dated.month, dated.last_day or 31)
        unit = DAY_OF_YEAR
    if lower_at(split, dated.first - 1) in _ABOUT:
        slack = _slack(dated, high - low)
        return low - slack, high + slack, unit
    if _is_latest(split, dated):
        return None, high, unit
    return low, None if _is_earliest(split, dated) else high, unit


def _is_latest(split: list[Token], dated: Dated) -> bool:
    """As "by the end of 2030", "no later than 2030", "in 2030 at the latest", the second of "between March and May"."""
    before, behind = _before(split, dated), _behind(split, dated)
    if behind[:2] in (["or", "earlier"], ["or", "before"]) or behind == ["at", "the", "latest"]:
        return True
    if before[-2:] in (["later", "than"], ["earlier", "than"]):
        return (before[-2] == "later") == (before[-3:-2] in (["no"], ["not"]))
    if before[-1:] == ["before"]:
        return not any(map(_is_denying, split[: dated.first]))
    return before[-1:] == ["by"] or before[-2:] == ["prior", "to"] or (before[-1:] == ["and"] and "between" in before)


def _is_earliest(split: list[Token], dated: Dated) -> bool:
    """As "after 2019", "not before 2030", "in 2030 or later", "at least 2030", the first of "between March and May"."""
    before, behind = _before(split, dated), _behind(split, dated)
    if behind[:2] in (["or", "later"], ["or", "after"]) or behind == ["at", "the", "earliest"]:
        return True
    if before[-1:] == ["between"]:
        return behind[:1] == ["and"]
    return before[-1:] in (["after"], ["before"]) or before[-2:] in (
        ["later", "than"], ["earlier", "than"], ["at", "least"]
    )  # fmt: skip


def _before(split: list[Token], dated: Dated) -> list[str]:
    """The words before a date, without those of a part of it: "the end of"."""
    words = [token.lower for token in split[max(0, dated.first - _DATE_REACH) : dated.first]]
    while words and words[-1] in _PARTS_OF_DATES:
        words.pop()
    return words


def _behind(split: list[Token], dated: Dated) -> list[str]:
    return [token.lower for token in split[dated.end : dated.end + 3]]


def _is_denying(token: Token) -> bool:
    return token.lower in _DENYING or token.lower.endswith("n't")


def _is_not_until(split: list[Token], dated: Dated) -> bool:
    """As "was not launched until November": it was, in November."""
    return lower_at(split, dated.first - 1) in ("until", "till") and any(map(_is_denying, split[: dated.first]))


def _slack(dated: Dated, length: float) -> float:
    """How many days earlier or later "around" a day, a month or a year may be; none for decades."""
    if dated.day:
        return DAYS_AROUND_DAY
    if dated.month:
        return DAYS_AROUND_MONTH
    return DAYS_AROUND_YEAR if length <= _LONGEST_YEAR else 0.0


def day_of_year(month: int, day: int) -> float:
    """A day of which the year is not known, on a scale on which every month has 31 days."""
    return 31.0 * month + day


def _date_qualifier(split: list[Token], dated: Dated) -> Qualifier:
    before = lower_at(split, dated.first - 1)
    if _is_not_until(split, dated):
        return Qualifier.EXACT
    if before in ("after", "since"):
        return Qualifier.AT_LEAST
    return Qualifier.AT_MOST if before in ("before", "until", "till") else Qualifier.EXACT


def _period(split: list[Token], dated: Dated) -> Period:
    before = lower_at(split, dated.first - 1)
    is_joined = any(token.lower in _JOINING_DATES for token in split[dated.first : dated.end])
    if dated.low is not None and before in ("since", "after", "from") and not is_joined:
        return Period(dated.low, None, 0)
    if dated.high is not None and before in ("before", "until", "till"):
        return Period(None, dated.high, 0)
    return Period(dated.low, dated.high, dated.month, dated.day)
