"""Where in the tokens of a sentence numbers stand, with their hedges and units, before they are bound to anything."""

from claimcheck.quantities.degrees import of_degrees
from claimcheck.quantities.digits import HALF, Numeral
from claimcheck.quantities.hedging import bounds, hedge_after, hedge_before, is_denied
from claimcheck.quantities.labels import is_no_quantity
from claimcheck.quantities.multiples import contest_at, is_score, multiple_at, of_times, score
from claimcheck.quantities.numerals import is_number, numeral_at
from claimcheck.quantities.sums import one_and_more, with_smaller
from claimcheck.quantities.timed import timed_at
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import CURRENCIES, Unit, rate_at, unit_at, unit_of_sign
from claimcheck.quantities.values import AGE, COUNT, MONEY, PERCENT, TIMES, Qualifier, Raw, Token
from claimcheck.quantities.wholes import with_wholes
from claimcheck.quantities.wording import FALLING, PEOPLE, RISING, normal

_TURNED = {Qualifier.MORE_THAN: Qualifier.AT_MOST, Qualifier.LESS_THAN: Qualifier.AT_LEAST}
"""What "never more than", "never fell below" make of a bound."""
_NEVER_REACH = 4
LEAST_MONEY = 1e6
_NONE_OF = frozenset({"kill", "wound", "casual", "survive", "arrest"})
"""What "no" counts, besides people: "no deaths", "no survivors"."""
_COSTING = frozenset(
    "cost costs costing worth price revenue revenues budget spend spends spent spending pay paid".split()
)
_BEHIND_MONEY = frozenset("a per annually in on for over to from by each every and or this next last since".split())
_DECADES_OF_LIFE = {
    "twenties": 20.0, "thirties": 30.0, "forties": 40.0, "fifties": 50.0, "sixties": 60.0, "seventies": 70.0,
    "eighties": 80.0, "nineties": 90.0,
}  # fmt: skip
_WHOSE = frozenset("his her their early mid late".split())
_POLLED = frozenset(
    """
    support poll polls pollster party approval rating ratings backing voters survey lead unemployment jobless share
    inflation turnout rate rates borrowing yield yields
    """.split()
)
"""Where these words stand, points are those of percent."""
MEASURE_SLACK = 0.1
"""By how much, as a share, a measured integer may be rounded at most."""


def raw_numbers(tokens: list[Token], taken: set[int]) -> list[Raw]:
    """The numbers of a sentence, in order; `taken` are tokens of its dates."""
    found: list[Raw] = []
    at = 0
    while at < len(tokens):
        raw = None if at in taken else _raw_at(tokens, at, taken)
        if raw is None:
            at += 1
            continue
        found.append(of_degrees(tokens, raw))
        at = raw.end
    return with_wholes(tokens, found)


def _raw_at(tokens: list[Token], at: int, taken: set[int]) -> Raw | None:
    token = tokens[at]
    if token.kind == "money":
        sign = unit_of_sign(token.lower)
        numeral = numeral_at(tokens, at + 1, money=True) if sign and at + 1 < len(tokens) else None
        return _made(tokens, at, numeral, sign or "", taken) if numeral and at + 1 not in taken else None
    special = multiple_at(tokens, at) or contest_at(tokens, at) or timed_at(tokens, at)
    if special is not None:
        return special
    if token.lower in _DECADES_OF_LIFE and lower_at(tokens, at - 1) in _WHOSE:
        least = _DECADES_OF_LIFE[token.lower]
        return Raw(at, at, at + 1, least, least + 10 - HALF, AGE, "", Qualifier.RANGE, denied=False)
    if token.kind == "word" and token.lower == "nobody":
        return Raw(at, at, at + 1, 0.0, 0.0, COUNT, "", Qualifier.EXACT, denied=False)
    if token.kind == "word" and token.lower == "no":
        following = normal(lower_at(tokens, at + 1))
        nobody = following in PEOPLE or following in _NONE_OF or lower_at(tokens, at + 1) in ("one", "cases")
        return Raw(at, at, at + 1, 0.0, 0.0, COUNT, "", Qualifier.EXACT, denied=False) if nobody else None
    numeral = one_and_more(tokens, at) or numeral_at(tokens, at)
    if numeral is None or is_no_quantity(tokens, at, numeral):
        return None
    return _made(tokens, at, numeral, "", taken)


def _made(tokens: list[Token], at: int, numeral: Numeral, sign: str, taken: set[int]) -> Raw:
    """A number with its hedge, the second end of its range and its unit."""
    first, qualifier = hedge_before(tokens, at)
    negative = qualifier is Qualifier.EXACT and _is_negative(tokens, first)
    first -= negative
    end, behind = hedge_after(tokens, numeral.end)
    unit = _unit(tokens, end, numeral, sign)
    ranged = _ranged(tokens, first, numeral, unit, taken)
    if ranged is not None:
        return ranged._replace(number=at)
    numeral, unit = with_smaller(tokens, numeral, unit)
    numeral, end = _measured(numeral, unit.base), unit.end
    if qualifier is Qualifier.EXACT:
        qualifier = behind
    if qualifier is Qualifier.EXACT:
        end, qualifier = hedge_after(tokens, end)
    if qualifier is Qualifier.EXACT and unit.base == COUNT:
        qualifier = _hedge_behind_noun(tokens, end)
    if qualifier in _TURNED and any(token.lower == "never" for token in tokens[max(0, first - _NEVER_REACH) : first]):
        qualifier = _TURNED[qualifier]
    low, high = bounds(numeral.value, numeral.low, numeral.high, qualifier)
    if numeral.form == "vague":
        low, high, qualifier = numeral.low, numeral.high, Qualifier.ABOUT
    if unit.base == "celsius" and [lower_at(tokens, end), lower_at(tokens, end + 1)] == ["below", "zero"]:
        negative, end = True, end + 2
    if negative:
        low, high = (None if high is None else -high), (None if low is None else -low)
    end, per = rate_at(tokens, end)
    raw = Raw(
        first, at, end, _converted(low, unit), _converted(high, unit), unit.base, per, qualifier,
        denied=is_denied(tokens, first, end), in_words=tokens[at].kind == "word",
    )  # fmt: skip
    if unit.base == TIMES:
        return of_times(tokens, raw, numeral.value, change=_changes(tokens, first))
    return _speed(raw) if (unit.base, per) == ("metres", "hour") else _of_inflation(tokens, raw)


def _of_inflation(tokens: list[Token], raw: Raw) -> Raw:
    """What "inflation rose by" in points, as a change of the rate; "inflation rose 8 percent" tells the rate."""
    before = [lower_at(tokens, raw.first - step) for step in (1, 2, 3)]
    is_moved = raw.unit == PERCENT and before[0] == "by" and before[1] in RISING | FALLING and before[2] == "inflation"
    return raw._replace(unit="points") if is_moved else raw


def _hedge_behind_noun(tokens: list[Token], at: int) -> Qualifier:
    """What "or more", "at least" say behind the noun: "300 people or more", not "300 people or more than half"."""
    if at + 1 >= len(tokens) or tokens[at].kind != "word" or tokens[at + 1].lower not in ("or", "at"):
        return Qualifier.EXACT
    end, qualifier = hedge_after(tokens, at + 1)
    is_of_another = lower_at(tokens, end) in ("than", "a", "an", "half") or (
        end < len(tokens) and is_number(tokens[end])
    )
    return Qualifier.EXACT if is_of_another else qualifier


def _speed(raw: Raw) -> Raw:
    """Metres for each hour as km/h."""
    low, high = (None if bound is None else bound / 1000 for bound in (raw.low, raw.high))
    return raw._replace(low=low, high=high, unit="km/h", per="")


def _measured(numeral: Numeral, unit: str) -> Numeral:
    """An integer of something that is measured, not counted, with what is rounded to it."""
    if unit in (COUNT, TIMES) or numeral.low != numeral.high or numeral.value % 1:
        return numeral
    slack = min(0.49, MEASURE_SLACK * numeral.value)
    return numeral._replace(low=numeral.value - slack, high=numeral.value + slack)


def _is_negative(tokens: list[Token], first: int) -> bool:
    before = tokens[first - 1] if first else None
    if before is None or before.lower not in ("minus", "-", "−"):
        return False
    touches = before.end == tokens[first].start
    return before.lower == "minus" or (touches and (first == 1 or tokens[first - 2].end < before.start))


def _changes(tokens: list[Token], first: int) -> bool:
    """Whether a number of times is a change: "grew by three times", not "raised its rate three times"."""
    at = first - 2 if lower_at(tokens, first - 1) in ("by", "to") else first - 1
    return lower_at(tokens, at) in RISING - {"more"}


def _unit(tokens: list[Token], end: int, numeral: Numeral, sign: str) -> Unit:
    if numeral.form == "share":
        return Unit(end, PERCENT, 1.0)
    unit = unit_at(tokens, end)
    if unit is None and lower_at(tokens, end) in ("point", "points") and any(one.lower in _POLLED for one in tokens):
        return Unit(end + 1, "points", 1.0)
    if sign:
        return Unit(unit.end if unit and unit.base == sign else end, sign, 1.0)
    if unit is None and lower_at(tokens, end) == "-" and end + 1 < len(tokens):
        unit = _joined_unit(tokens, end + 1)
    return unit or Unit(end, MONEY if _is_money(tokens, end, numeral) else COUNT, 1.0)


def _is_money(tokens: list[Token], end: int, numeral: Numeral) -> bool:
    """Whether a large number of nothing is one of money: "it would cost 18 billion a year"."""
    following = tokens[end] if end < len(tokens) else None
    if numeral.value < LEAST_MONEY or (following and following.kind == "word" and following.lower not in _BEHIND_MONEY):
        return False
    return any(token.lower in _COSTING for token in tokens[:end])


def _joined_unit(tokens: list[Token], at: int) -> Unit | None:
    """The unit of "10-year-old", "five-day", "12-km-long"."""
    lower = tokens[at].lower
    if lower in ("month-old", "week-old"):
        return Unit(at + 1, AGE, 1 / 12 if lower == "month-old" else 7 / 365.25)
    if lower == "second":
        return unit_at([*tokens[:at], tokens[at]._replace(lower="seconds")], at)
    if lower.startswith(("year-old", "years-old")) or (
        lower == "year" and lower_at(tokens, at + 1) == "-" and lower_at(tokens, at + 2) == "old"
    ):
        return Unit(at + (1 if "-" in lower else 3), AGE, 1.0)
    head = lower.partition("-")[0]
    if head == lower:
        return unit_at(tokens, at)
    return unit_at([*tokens[:at], tokens[at]._replace(lower=head)], at)


def _converted(value: float | None, unit: Unit) -> float | None:
    return None if value is None else value * unit.factor + unit.offset


def _ranged(tokens: list[Token], first: int, one: Numeral, unit: Unit, taken: set[int]) -> Raw | None:
    """The range that a number begins, or the score: "2-3 million", "between 5 % and 7 %", "2-1"."""
    end = unit.end
    start = end + 1
    if not _is_link(tokens, first, end) or start >= len(tokens) or start in taken:
        return None
    sign = unit_of_sign(tokens[start].lower) if tokens[start].kind == "money" else None
    start += sign is not None
    other = numeral_at(tokens, start, money=unit.base in CURRENCIES) if start < len(tokens) else None
    if other is None or "vague" in (one.form, other.form):
        return None
    last = _unit(tokens, other.end, other, sign or "")
    if unit.base in CURRENCIES and last.base in (COUNT, MONEY) and _is_bare(tokens, end, other.end):
        last = last._replace(base=unit.base, factor=unit.factor)
    bare = unit.base == last.base == COUNT and other.end == start + 1
    if bare and tokens[end].lower in ("-", "–") and is_score(tokens, one.value, other.value):
        return score(first, other.end, one.value, other.value)
    if unit.base not in (COUNT, last.base):
        return None
    scale = _shared_scale(one, other, tokens[other.end - 1].lower)
    is_far = other.value > 3 * one.value * (scale if tokens[end].lower == "or" else 1.0)
    if (tokens[end].lower == "or" and is_far) or (_is_change_to(tokens, first, end) and (unit.base != COUNT or is_far)):
        return None
    behind, per = rate_at(tokens, last.end)
    one, other = _measured(one, last.base), _measured(other, last.base)
    is_shared = unit.base == COUNT or (unit.base in CURRENCIES and other.end > start + 1)
    scale, low_unit = scale if is_shared else 1.0, last if unit.base == COUNT else unit
    least, most = (one.low * scale) * low_unit.factor + low_unit.offset, other.high * last.factor + last.offset
    if one.value * scale * low_unit.factor >= other.value * last.factor:
        return None
    return Raw(first, first, behind, least, most, last.base, per, Qualifier.RANGE, denied=False)


def _is_bare(tokens: list[Token], link: int, end: int) -> bool:
    """Whether nothing is counted by the second number: "$2-3 billion", "$5 to 10 a day", not "$5 to 10 people"."""
    following = tokens[end] if end < len(tokens) else None
    return tokens[link].lower in ("-", "–") or (
        following is None or following.kind == "mark" or following.lower in _BEHIND_MONEY
    )


def _is_change_to(tokens: list[Token], first: int, link: int) -> bool:
    """Whether two numbers are a change and what it led to: "rose by $300 to $4,500"."""
    before = [token.lower for token in tokens[max(0, first - 3) : first]]
    is_change = before[-1:] == ["by"] or not (RISING | FALLING).isdisjoint(before[-1:])
    return tokens[link].lower == "to" and is_change and not (RISING | FALLING).isdisjoint(before)


def _is_link(tokens: list[Token], first: int, end: int) -> bool:
    """Whether a word or mark joins two ends of a range."""
    link, before = lower_at(tokens, end), lower_at(tokens, first - 1)
    if link == "and":
        return before == "between"
    if link == "to" and before == "from":
        return not any(token.lower in RISING or token.lower in FALLING for token in tokens[:first])
    return link in ("-", "–", "—", "−", "to", "or")


def _shared_scale(one: Numeral, other: Numeral, last: str) -> float:
    """What "2" is multiplied by in "2 to 3 million"; `last` is the last word of both: "two or three hundred"."""
    if last == "hundred" and 100 * one.value < other.value:
        return 100.0
    if 0 < one.value < 1000 <= other.value:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if other.value >= scale and one.value * scale < other.value:
                return scale if other.value / scale < 1000 else 1.0
    return 1.0
