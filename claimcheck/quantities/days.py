"""Dates in tokens, as the first and last day that they stand for."""

import calendar
from datetime import date

from claimcheck.quantities.moments import FIRST_YEAR, LAST_YEAR, MONTHS, Dated, date_of, ordinal
from claimcheck.quantities.named_days import named_day
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Token

_MODAL_OR_VERB = frozenset({"may", "march", "mar", "sep", "dec", "jan"})
_BEFORE_DATE = frozenset(
    """
    in on since by from until till of during early late mid before after last next this around between and through to
    throughout beginning end the summer spring autumn winter fall at year years for about back as
    """.split()
)
_COUNTED = frozenset(
    """
    people troops soldiers men women children civilians fighters tonnes tons kilometres kilometers km miles metres
    homes houses jobs workers employees cases deaths tanks vehicles vessels ships missiles drones aircraft patients
    students pupils votes voters seats companies euros dollars pounds barrels hectares megawatts mw kg refugees
    migrants prisoners times percent pages items members police officers residents calories square cubic hours days
    visitors families households inhabitants passengers participants respondents adults schools villages warheads
    reservists factories
    """.split()
)
_BEFORE_CUT_YEAR = frozenset(
    "in since of by until till from and or between to the spring summer autumn fall winter".split()
)
LAST_CUT_YEAR = 2035
"""What "'35" is; "'36" is a hundred years earlier."""
_PARTS_OF_YEAR = {
    "early": (1, 4),
    "beginning": (1, 3),
    "start": (1, 3),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (10, 12),
}
_PARTS_BEFORE_YEAR = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})
_WINTER = 59.0
"""How many days of the next year a winter that is named by the year before may have."""
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


_CENTURIES = {
    word: number
    for number, word in enumerate(
        """
        tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """.split(),
        10,
    )
}


def dates_in(tokens: list[Token]) -> list[Dated]:
    """The dates among the tokens of a sentence, in order."""
    found: list[Dated] = []
    at = 0
    while at < len(tokens):
        dated = _date_at(tokens, at)
        if dated is None:
            at += 1
            continue
        found.append(_widened(tokens, dated))
        at = dated.end
    return found


def _date_at(tokens: list[Token], at: int) -> Dated | None:
    token = tokens[at]
    if token.kind == "number":
        return _from_number(tokens, at)
    century = _century(tokens, at)
    if century:
        return century
    if found := named_day(tokens, at):
        return found
    if token.kind == "word":
        return _from_month(tokens, at) if token.lower in MONTHS else None
    if token.kind == "ordinal":
        return _day_first(tokens, at)
    if token.kind == "day":
        year, month, day = map(int, token.text.split("-"))
        return date_of(at, at + 1, year, month, day)
    if token.kind == "slashed":
        return _slashed(tokens, at)
    if token.kind == "decade":
        year = int(token.text[:4])
        return Dated(at, at + 1, ordinal(year, 1, 1), ordinal(year + 9, 12, 31), 0, 0)
    return None


def _century(tokens: list[Token], at: int) -> Dated | None:
    """As "the 12th century", "the twelfth century"."""
    token = tokens[at]
    if lower_at(tokens, at + 1) != "century":
        return None
    number = int(token.text[:-2]) if token.kind == "ordinal" and len(token.text) < 5 else _CENTURIES.get(token.lower, 0)
    if not 1 < number < 22:
        return None
    return Dated(at, at + 2, ordinal(100 * number - 100, 1, 1), ordinal(100 * number, 12, 31), 0, 0)


def _slashed(tokens: list[Token], at: int) -> Dated | None:
    one, other, year = (int(part) for part in tokens[at].text.replace("/", ".").split("."))
    if "." in tokens[at].text or one > 12:
        return date_of(at, at + 1, year, other, one) if other else None
    if other > 12 or one == other:
        return date_of(at, at + 1, year, one, other) if one else None
    return date_of(at, at + 1, year)


def _year(tokens: list[Token], at: int) -> int:
    """The year that a token gives, 0 if none."""
    if 0 <= at < len(tokens) and tokens[at].kind == "number" and len(text := tokens[at].text) == 4 and text.isdecimal():
        year = int(text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else 0
    return 0


def _day(tokens: list[Token], at: int) -> int:
    if 0 <= at < len(tokens) and tokens[at].kind in ("number", "ordinal"):
        digits = tokens[at].text.rstrip("stndrh")
        if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
            return int(digits)
    return 0


def _year_after(tokens: list[Token], at: int) -> tuple[int, int]:
    """The year after a month, and the token after it."""
    if cut := _cut_year(tokens, at + 1):
        return cut, at + 2
    skip = at + 1 if lower_at(tokens, at) in (",", ".", "of") else at
    year = _year(tokens, skip)
    return (year, skip + 1) if year and lower_at(tokens, skip + 1) not in _COUNTED else (0, at)


def _month(tokens: list[Token], at: int) -> int:
    if 0 <= at < len(tokens) and tokens[at].text[:1].isupper():
        return MONTHS.get(tokens[at].lower, 0)
    return 0


def _day_first(tokens: list[Token], at: int) -> Dated | None:
    """As "3 March 2023", "3rd of March"."""
    day = _day(tokens, at)
    month_at = at + 2 if lower_at(tokens, at + 1) == "of" else at + 1
    month = _month(tokens, month_at)
    if not day or not month:
        return None
    year, end = _year_after(tokens, month_at + 1)
    return date_of(at, end, year, month, day)


def _days_joined(tokens: list[Token], at: int) -> Dated | None:
    """As "9 to 10 September 2023"."""
    if not _day(tokens, at) or lower_at(tokens, at + 1) not in ("to", "-", "–", "and", "until"):
        return None
    last = _day_first(tokens, at + 2) if at + 2 < len(tokens) and tokens[at + 2].kind in ("number", "ordinal") else None
    if last is None or last.day <= _day(tokens, at):
        return None
    low = None if last.low is None else last.low - (last.day - _day(tokens, at))
    return last._replace(first=at, low=low, day=_day(tokens, at))


def _from_month(tokens: list[Token], at: int) -> Dated | None:
    """As "March 3, 2023", "March 2023", "in March"."""
    month = _month(tokens, at)
    if not month:
        return None
    end = at + 2 if lower_at(tokens, at + 1) == "." else at + 1
    day = _day(tokens, end)
    if day and tokens[at].lower != "may" and not _is_counted(tokens, end + 1):
        year, after = _year_after(tokens, end + 1)
        return date_of(at, after, year, month, day)
    year, after = _year_after(tokens, at + 1)
    if year:
        return date_of(at, after, year, month)
    if tokens[at].lower in _MODAL_OR_VERB and lower_at(tokens, at - 1) not in _BEFORE_DATE:
        return None
    return date_of(at, at + 1, 0, month)


def _is_counted(tokens: list[Token], at: int) -> bool:
    return lower_at(tokens, at) in _COUNTED or lower_at(tokens, at) in (
        "%",
        "million",
        "billion",
        "per",
        "percent",
        "-",
    )


def _from_number(tokens: list[Token], at: int) -> Dated | None:
    dated = _day_first(tokens, at) or _days_joined(tokens, at)
    if dated:
        return dated
    if (year := _cut_year(tokens, at)) and not _is_counted(tokens, at + 1) and not _is_noun(tokens, at + 1):
        return date_of(at, at + 1, year)
    year = _year(tokens, at)
    before, following = lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if not year or (at and tokens[at - 1].kind in ("money", "name") and before not in _PARTS_BEFORE_YEAR):
        return None
    if following in ("-", "–", "—", "to", "and", "/") and at + 2 < len(tokens):
        later = _year(tokens, at + 2) or _short_year(tokens[at + 2], year, following)
        joined = following not in ("to", "and") or before in ("between", "from")
        if later > year and joined and not _is_counted(tokens, at + 3):
            return Dated(at, at + 3, ordinal(year, 1, 1), ordinal(later, 12, 31), 0, 0)
    if _is_counted(tokens, at + 1) and not (before == "in" and at == 1):
        return None
    if before in ("about", "around", "some", "of", "to", "nearly", "almost", "over", "than", "by") and _is_noun(
        tokens, at + 1
    ):
        return None
    return date_of(at, at + 1, year)


def _cut_year(tokens: list[Token], at: int) -> int:
    """The year of "in '98", 0 if none; an opening quotation mark looks the same."""
    mark = tokens[at - 1] if 1 < at < len(tokens) else None
    if mark is None or mark.text not in ("'", "’", "‘") or mark.end != tokens[at].start:
        return 0
    if len(tokens[at].text) != 2 or not tokens[at].text.isdecimal():
        return 0
    if lower_at(tokens, at - 2) not in _BEFORE_CUT_YEAR and not _month(tokens, at - 2):
        return 0
    year = 2000 + int(tokens[at].text)
    return year if year <= LAST_CUT_YEAR else year - 100


def _short_year(token: Token, year: int, link: str) -> int:
    """The later year of "2019-21", 0 if none."""
    if link in ("-", "–", "/") and len(token.text) == 2 and token.text.isdecimal() and int(token.text) > year % 100:
        return year // 100 * 100 + int(token.text)
    return 0


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Whether a plural follows, as after a count."""
    following = lower_at(tokens, at)
    return len(following) > 3 and following.endswith("s") and not following.endswith(("ss", "was", "has"))


def _widened(tokens: list[Token], dated: Dated) -> Dated:
    """The part of the year that "early 2023", "the end of 2023" and "spring 2022" give."""
    if dated.low is None or dated.high is None or dated.month or dated.high - dated.low > 366:
        return dated
    before = dated.first - 1
    if lower_at(tokens, before) in ("of", "-", "in"):
        before -= 1
    if lower_at(tokens, before) == "winter":
        return dated._replace(high=dated.high + _WINTER)
    part = _PARTS_OF_YEAR.get(lower_at(tokens, before)) or _SEASONS.get(lower_at(tokens, before))
    if lower_at(tokens, before) in ("start", "beginning", "end", "middle", "mid", "fall") and before == dated.first - 1:
        part = part if lower_at(tokens, before) == "mid" else None
    if part is None:
        return dated
    year = date.fromordinal(int(dated.low)).year
    return dated._replace(
        low=ordinal(year, part[0], 1), high=ordinal(year, part[1], calendar.monthrange(year, part[1])[1])
    )
