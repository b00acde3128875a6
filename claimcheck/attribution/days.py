"""The day on which something was said, if the text tells it of the saying and not of what is said."""

import re
from datetime import date, timedelta

from claimcheck.attribution import naming
from claimcheck.attribution.name_runs import bare
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.phrases import head_of
from claimcheck.dates import parse_partial_date
from claimcheck.errors import InputError

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_LINKS = ("prep", "pobj", "npadvmod", "nmod", "compound", "nummod", "appos", "advmod", "amod", "pcomp", "poss", "acl")
_TIME_PREPOSITIONS = frozenset("in on from of dated during early late".split())
_MAX_LINKS = 6
_OTHER_TIMES = frozenset(
    "now later recently earlier since then previously last next once again today before after".split()
)
_RANGE_WORDS = frozenset("until till by before after since between through".split())


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
    inside = set(found.content)
    given: list[str | None] = []
    first, end = parsed.sentences[parsed.sentence_of[anchors[0]]]
    token = first
    while token < end:
        written, length = _written(parsed, token, end)
        if written and token not in inside and _hangs_on(parsed, token, length, anchors, inside):
            given.append(_reckoned(written, published_on))
        token += max(1, length)
    return given


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
    if head is not None and _noun(parsed.lowered[head]):
        anchors.append(head)
    return anchors


def _noun(word: str) -> bool:
    return word in naming.PAPERS


def _written(parsed: ParsedText, token: int, end: int) -> tuple[tuple[str, ...], int]:
    """A date that begins at a token, as its parts by name, and how many tokens it has."""
    words = [bare(word) for word in parsed.words[token : min(end, token + 5)]]
    word = words[0]
    if _ISO.fullmatch(word):
        return ("iso", word), 1
    if word in _WEEKDAYS:
        dated, length = _written(parsed, token + 1, end) if token + 1 < end and words[1] in _MONTHS else ((), 0)
        if token + 2 < end and words[1] == "," and words[2] in _MONTHS:
            dated, length = _written(parsed, token + 2, end)
            length += 1
        return (dated, length + 1) if dated and dated[0] == "day" else (("weekday", word), 1)
    if word in _MONTHS and parsed.words[token][0].isupper():
        return _from_month(words)
    if (number := _DAY.fullmatch(word)) and len(words) > 1 and words[1] in _MONTHS:
        year = words[2] if len(words) > 2 and _YEAR.fullmatch(words[2]) else ""  # noqa: PLR2004
        return ("day", year, str(_MONTHS[words[1]]), number[1]), 3 if year else 2
    if _YEAR.fullmatch(word) and parsed.tags[token] == "CD":
        return ("year", word), 1
    if word in ("today", "yesterday"):
        return ("ago", "0" if word == "today" else "1"), 1
    if word in ("last", "this") and len(words) > 1 and words[1] in ("week", "weekend", "night", "spring", "summer"):
        return ("open",), 2
    if word in ("last", "this") and len(words) > 1 and words[1] in ("month", "year"):
        return (f"{word} {words[1]}",), 2
    return (), 0


def _from_month(words: list[str]) -> tuple[tuple[str, ...], int]:
    month = str(_MONTHS[words[0]])
    rest = words[1:]
    if rest and (number := _DAY.fullmatch(rest[0])):
        if len(rest) > 2 and rest[1] == "," and _YEAR.fullmatch(rest[2]):  # noqa: PLR2004
            return ("day", rest[2], month, number[1]), 4
        if len(rest) > 1 and _YEAR.fullmatch(rest[1]):
            return ("day", rest[1], month, number[1]), 3
        return ("day", "", month, number[1]), 2
    skip = 1 if rest and rest[0] in ("of", ",") else 0
    if len(rest) > skip and _YEAR.fullmatch(rest[skip]):
        return ("month-of", rest[skip], month), 2 + skip
    return ("month-of", "", month), 1


def _hangs_on(parsed: ParsedText, token: int, length: int, anchors: list[int], inside: set[int]) -> bool:
    """Whether a date belongs to the saying: it hangs on the cue or the report by nothing but small words."""
    here = next((at for at in range(token, token + length) if not token <= parsed.heads[at] < token + length), token)
    for _ in range(_MAX_LINKS):
        label, head = parsed.deps[here], parsed.heads[here]
        if label == "prep" and parsed.lowered[here] in _RANGE_WORDS:
            return False
        if here in anchors:
            return True
        if label not in _LINKS or head == here or head in inside:
            return False
        if label in ("pobj", "pcomp") and parsed.lowered[head] not in _TIME_PREPOSITIONS:
            return False
        if head in anchors:
            return True
        if parsed.tags[head].startswith("N") and bare(parsed.words[head]) not in naming.PAPERS | {"news", "conference"}:
            return False
        here = head
    return False


def _reckoned(written: tuple[str, ...], published_on: str | None) -> str | None:
    """The EDTF of what is written, for a text of that day; None where the day of the text leaves it open."""
    kind, *parts = written
    if kind in ("iso", "year"):
        return _checked(parts[0])
    if kind in ("day", "month-of") and parts[0]:
        return _checked("-".join([parts[0], *(f"{int(part):02}" for part in parts[1:])]))
    if published_on is None or kind == "open":
        return None
    published = parse_partial_date(published_on)
    answers = {_back_from(kind, parts, date.fromisoformat(day)) for day in (published.earliest, published.latest)}
    return _checked(answers.pop()) if len(answers) == 1 else None


def _back_from(kind: str, parts: list[str], day: date) -> str:
    """The most recent day or month of that name that is not after a day."""
    if kind == "weekday":
        return (day - timedelta(days=(day.weekday() - _WEEKDAYS[parts[0]]) % 7)).isoformat()
    if kind == "ago":
        return (day - timedelta(days=int(parts[0]))).isoformat()
    if kind.endswith("year"):
        return f"{day.year - (kind == 'last year'):04}"
    if kind.endswith(" month"):
        before = day.replace(day=1) - timedelta(days=1) if kind == "last month" else day
        return f"{before.year:04}-{before.month:02}"
    month = int(parts[1])
    number = int(parts[2]) if kind == "day" else 1
    year = day.year - ((month, number) > (day.month, day.day if kind == "day" else number))
    return f"{year:04}-{month:02}-{number:02}" if kind == "day" else f"{year:04}-{month:02}"


def _checked(edtf: str) -> str | None:
    try:
        return parse_partial_date(edtf).edtf
    except InputError:
        return None
