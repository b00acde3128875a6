"""The day on which something was said, if the text tells it of the saying and not of what is said."""

import re
from bisect import bisect_left
from datetime import date, timedelta

from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.phrases import head_of
from claimcheck.dates import FIRST_DAY, parse_partial_date
from claimcheck.errors import InputError

_MONTHS = (
    "January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul", "August|Aug",
    "September|Sept|Sep", "October|Oct", "November|Nov", "December|Dec",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH, _WEEKDAY, _YEAR, _DAY = "|".join(_MONTHS), "|".join(_WEEKDAYS), r"(?:19|20)\d\d", r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""\b(?:
    (?P<iso>{_YEAR}-\d\d-\d\d)
    |(?:(?:{_WEEKDAY}),?\s+)?
     (?:(?P<day>{_DAY})\s+(?P<month>{_MONTH})\b\.?|(?P<us_month>{_MONTH})\.?\s+(?P<us_day>{_DAY})\b)
     (?:,?\s+(?P<year>{_YEAR})\b)?
    |(?P<whole_month>{_MONTH})\b\.?(?:(?:,|\s+of)?\s+(?P<year_of_month>{_YEAR})\b)?
    |(?P<weekday>{_WEEKDAY})\b
    |(?P<whole_year>{_YEAR})\b
    |(?P<ago>[Tt]oday|[Yy]esterday)\b
    |(?P<which>[Ll]ast|[Tt]his)\s+(?P<unit>month|year|week|weekend|night|spring|summer|autumn|winter)\b
    )""",
    re.VERBOSE,
)
_LINKS = ("prep", "pobj", "npadvmod", "nmod", "compound", "nummod", "appos", "advmod", "amod", "pcomp", "poss", "acl")
_TIME_PREPOSITIONS = frozenset("in on from of dated during early late".split())
_OCCASIONS = naming.PAPERS | {"conference", "appearance", "hearing", "meeting", "comment", "comments", "remarks"}
"""Nouns that may stand between the saying and its day: "said in an interview on Monday"."""
_MAX_LINKS = 6
_WILL = frozenset("will 'll ’ll wo shall would 'd ’d may might".split())
_TO_COME = frozenset({"next", "coming", "following"})
_IS_TO = frozenset(
    """
    is are 's ’s due expect expected expects going hope hoped hopes intend intended intends plan planned planning plans
    prepare prepared prepares scheduled set supposed want wanted wants
    """.split()
)
_OTHER_TIMES = frozenset(
    """
    now later recently earlier since then previously last next once again today before after
    """.split()
)


def days(
    parsed: ParsedText, found: list[Found], sources: list[str | None], published_on: str | None = None
) -> list[str | None]:
    """The day of each saying as EDTF: "2024-09-12", "2024-09", "2023"; None where the text does not tell.

    "On Monday" and "in September" are reckoned back from `published_on` (EDTF), and need it. What the same source
    goes on to say in the next sentence was said on the same day, if the text says nothing else.
    """
    days: list[str | None] = []
    for number, one in enumerate(found):
        given = _given(parsed, one, published_on)
        if not given and number and _goes_on(parsed, found[number - 1], one) and sources[number - 1] == sources[number]:
            days.append(days[-1] if sources[number] is not None else None)
        else:
            days.append(given[0] if len(set(given)) == 1 else None)
    return days


def _given(parsed: ParsedText, found: Found, published_on: str | None) -> list[str | None]:
    """The days that the text gives of a saying; None stands for one that cannot be reckoned."""
    anchors = _anchors(parsed, found)
    if not anchors:
        return []
    if _is_to_come(parsed, found):
        published_on = None
    inside = set(found.content)
    given: list[str | None] = []
    first, end = parsed.sentences[parsed.sentence_of[anchors[0]]]
    for date_ in _DATE.finditer(parsed.text, parsed.starts[first], parsed.ends[end - 1]):
        token = bisect_left(parsed.starts, date_.start())
        after = bisect_left(parsed.starts, date_.end())
        is_nowadays = date_["ago"] in ("Today", "today") and parsed.tags[anchors[0]] not in ("VBD", "VBN")
        if (
            token < after
            and token not in inside
            and not is_nowadays
            and not (token and parsed.lowered[token - 1] in _TO_COME)
            and _hangs_on(parsed, range(token, after), anchors, inside)
        ):
            given.append(_day(date_, published_on))
    return given


def _is_to_come(parsed: ParsedText, found: Found) -> bool:
    """Whether something is still to be said, so that its Monday is not the last one."""
    if found.head is None:
        return False
    helpers = {parsed.lowered[child] for child in parsed.children[found.head] if parsed.deps[child] == "aux"}
    if "have" not in helpers and helpers & _WILL:
        return True
    return "to" in helpers and parsed.lowered[parsed.heads[found.head]] in _IS_TO


def _goes_on(parsed: ParsedText, before: Found, this: Found) -> bool:
    """Whether an attribution follows another in the next sentence of its paragraph, in the past tense like it."""
    if before.head is None or this.head is None or parsed.tags[before.head] != "VBD" or parsed.tags[this.head] != "VBD":
        return False
    between = parsed.sentence_of[this.head] - parsed.sentence_of[before.head]
    first, _ = parsed.sentences[parsed.sentence_of[this.head]]
    is_one_line = not any(
        parsed.sentence_of[before.head] < parsed.sentence_of[start] <= parsed.sentence_of[this.head]
        for start, _ in parsed.lines
    )
    around = {*parsed.lowered[first : first + 3], *(parsed.lowered[child] for child in parsed.children[this.head])}
    return 0 <= between <= 1 and is_one_line and not around & _OTHER_TIMES


def _anchors(parsed: ParsedText, found: Found) -> list[int]:
    """The tokens that a date may hang on: the cue, and a report that speaks."""
    anchors = [found.head] if found.head is not None else []
    anchors += [token for token in found.cue if token not in anchors]
    head = head_of(parsed, found.source)
    if head is not None and parsed.lowered[head] in naming.PAPERS:
        anchors.append(head)
    return anchors


def _hangs_on(parsed: ParsedText, date_: range, anchors: list[int], inside: set[int]) -> bool:
    """Whether a date belongs to the saying: it hangs on the cue or the report by nothing but small words."""
    here = next((token for token in date_ if parsed.heads[token] not in date_), date_[0])
    for _ in range(_MAX_LINKS):
        if here in anchors:
            return True
        label, head = parsed.deps[here], parsed.heads[here]
        if label not in _LINKS or head == here or head in inside:
            return False
        is_time = label not in ("pobj", "pcomp") or parsed.lowered[head] in _TIME_PREPOSITIONS
        if head not in anchors and (not is_time or not _may_be_between(parsed, head)):
            return False
        here = head
    return False


def _may_be_between(parsed: ParsedText, token: int) -> bool:
    return not parsed.tags[token].startswith("N") or parsed.lowered[token] in _OCCASIONS


def _day(date_: re.Match[str], published_on: str | None) -> str | None:
    """The EDTF of a date as written; None where the day of the text, or its lack, leaves it open."""
    year = date_["year"] or date_["year_of_month"]
    month = _number_of(date_["month"] or date_["us_month"] or date_["whole_month"])
    day = re.sub(r"\D", "", date_["day"] or date_["us_day"] or "")
    if date_["iso"] or date_["whole_year"]:
        return _checked(date_["iso"] or date_["whole_year"])
    if month and year:
        return _checked(f"{year}-{month:02}" + (f"-{int(day):02}" if day else ""))
    if published_on is None:
        return None
    published = parse_partial_date(published_on)
    if published.earliest == FIRST_DAY:
        return None
    ends = (date.fromisoformat(published.earliest), date.fromisoformat(published.latest))
    answers = {_back_to_month(month, day, end) if month else _back_to(date_, end) for end in ends}
    answer = answers.pop() if len(answers) == 1 else None
    return _checked(answer) if answer is not None else None


def _number_of(month: str | None) -> int:
    return next((at for at, names in enumerate(_MONTHS, start=1) if month in names.split("|")), 0)


def _back_to_month(month: int, day: str, end: date) -> str:
    """The most recent month, or day of a month, that is not after a day."""
    number = int(day or 1)
    is_after = (month, number) > (end.month, end.day if day else number)
    return f"{end.year - is_after:04}-{month:02}" + (f"-{number:02}" if day else "")


def _back_to(date_: re.Match[str], end: date) -> str | None:
    """The most recent Monday, yesterday, last month or last year, seen from a day."""
    if date_["weekday"]:
        return (end - timedelta(days=(end.weekday() - _WEEKDAYS.index(date_["weekday"])) % 7)).isoformat()
    if date_["ago"]:
        return (end - timedelta(days=date_["ago"].lower() == "yesterday")).isoformat()
    is_last = date_["which"].lower() == "last"
    if date_["unit"] == "year":
        return f"{end.year - is_last:04}"
    if date_["unit"] == "month":
        return (end.replace(day=1) - timedelta(days=is_last)).isoformat()[:7]
    return None


def _checked(edtf: str) -> str | None:
    try:
        return parse_partial_date(edtf).edtf
    except InputError:
        return None
