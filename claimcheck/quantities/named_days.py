"""Days and quarters that a text names without a number: "Christmas Day 2004", "the first quarter of 2019"."""

from claimcheck.quantities.moments import FIRST_YEAR, LAST_YEAR, MONTHS, Dated, date_of, ordinal
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Token

_FEASTS = {
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("boxing", "day"): (12, 26),
    ("new", "year", "eve"): (12, 31), ("new", "year", "day"): (1, 1), ("may", "day"): (5, 1),
    ("valentine", "day"): (2, 14), ("halloween",): (10, 31),
}  # fmt: skip
_QUARTERS = {
    word: number for number, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th last final"))
    for word in words.split()
}  # fmt: skip
_HALVES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "last": 1}
_LONGEST = 3


def named_day(tokens: list[Token], at: int) -> Dated | None:
    """The date that begins with a word, if one does."""
    return _feast(tokens, at) or _part_of_year(tokens, at) or _end_of_month(tokens, at)


def _feast(tokens: list[Token], at: int) -> Dated | None:
    if not tokens[at].text[:1].isupper():
        return None
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        found = _FEASTS.get(tuple(token.lower for token in tokens[at : at + length]))
        if found is not None:
            year, end = _year_behind(tokens, at + length)
            return date_of(at, end, year, *found)
    return None


def _part_of_year(tokens: list[Token], at: int) -> Dated | None:
    """As "the first quarter of 2019", "the second half of 2019"."""
    part, whole = tokens[at].lower, lower_at(tokens, at + 1)
    if whole == "quarter" and part in _QUARTERS:
        number, months = _QUARTERS[part], 3
    elif whole == "half" and part in _HALVES:
        number, months = _HALVES[part], 6
    else:
        return None
    year, end = _year_behind(tokens, at + 2)
    if not year:
        return None
    first = months * number + 1
    last = first + months
    behind = ordinal(year + 1, 1, 1) if last > 12 else ordinal(year, last, 1)
    return Dated(at, end, ordinal(year, first, 1), behind - 1, 0, 0)


def _end_of_month(tokens: list[Token], at: int) -> Dated | None:
    """As "the last day of June 2016"."""
    if [lower_at(tokens, at + step) for step in range(3)] != ["last", "day", "of"]:
        return None
    month = MONTHS.get(lower_at(tokens, at + 3), 0)
    year, end = _year_behind(tokens, at + 4)
    if not month or not year:
        return None
    whole = date_of(at, end, year, month)
    if whole is None or whole.high is None:
        return None
    return date_of(at, end, year, month, int(whole.high - (whole.low or 0.0)) + 1)


def _year_behind(tokens: list[Token], at: int) -> tuple[int, int]:
    """The year behind "of" or a comma, 0 if none, and the token after it."""
    skip = at + (lower_at(tokens, at) in ("of", ",", "in"))
    text = tokens[skip].text if skip < len(tokens) else ""
    is_year = len(text) == 4 and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR
    return (int(text), skip + 1) if is_year else (0, at)
