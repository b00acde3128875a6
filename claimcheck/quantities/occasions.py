"""The times that words give without a date: "last month", "in the third quarter", "since it began"."""

from claimcheck.quantities.moments import MONTHS
from claimcheck.quantities.numerals import is_number
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import Token
from claimcheck.quantities.wording import is_past

SPANS = {
    word: span
    for span, words in {
        "day": "day days night nights daytime",
        "week": "week weeks",
        "month": "month months",
        "quarter": "quarter quarters",
        "half": "half",
        "year": "year years",
        "season": "season seasons",
        "decade": "decade decades",
        "century": "century centuries",
        "hour": "hour hours",
        "weekend": "weekend",
        "summer": "summer summers",
        "winter": "winter winters",
        "term": "term terms",
        "time": "time",
    }.items()
    for word in words.split()
}
_ORDINALS = {
    "first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4",
    "opening": "1", "final": "last", "closing": "last", "fifth": "5", "sixth": "6", "seventh": "7", "tenth": "10",
}  # fmt: skip
_QUARTERS = {
    "q1": "quarter 1", "q2": "quarter 2", "q3": "quarter 3", "q4": "quarter 4", "h1": "half 1", "h2": "half 2",
}  # fmt: skip
_RELATIVE = {
    "last": "last", "previous": "last", "prior": "last", "past": "last", "preceding": "last", "next": "next",
    "coming": "next", "following": "later", "this": "this", "same": "this", "current": "this", "recent": "last",
}  # fmt: skip
_AGO = {"ago": "earlier", "earlier": "earlier", "before": "earlier", "previously": "earlier", "later": "later"}
_ENDS = {"start": "start", "beginning": "start", "outbreak": "start", "eve": "start", "height": "peak"}
_BASES = frozenset("than from with on over against as".split())
"""Words behind which a time is what something is compared with, not when it was."""
_LONE = {
    "originally": "earlier", "initially": "earlier", "previously": "earlier", "formerly": "earlier",
    "yesterday": "yesterday", "tomorrow": "tomorrow", "tonight": "tonight", "noon": "noon", "midday": "noon",
    "midnight": "midnight", "peak": "peak",
    "now": "now", "nowadays": "now", "currently": "now", "overnight": "overnight",
    "cumulatively": "in all", "cumulative": "in all", "pre-war": "earlier", "peacetime": "earlier",
}  # fmt: skip


FOR_A = "for a "
"""Stands before the time that something took or is compared over."""
_OVER = frozenset("in on over within for".split())
_ONE = frozenset({"a", "an", "the", "one"})
_COMPARED_OVER = frozenset("day week month quarter year decade".split())


def occasions(tokens: list[Token], taken: set[int], start: int, end: int) -> frozenset[str]:
    """What a part of a sentence says of the time without a date; `taken` are tokens of dates."""
    found: set[str] = set()
    for at in range(start, end):
        if at not in taken:
            found.update(_at(tokens, taken, start, at))
    return frozenset(found)


def told_over(tokens: list[Token], taken: set[int], start: int, end: int) -> frozenset[str]:
    """The times over which something is told: "in a month", "year-on-year", "from a year earlier"."""
    spans = {_told_over(tokens, taken, at) for at in range(start, end) if at not in taken}
    return frozenset(f"{FOR_A}{span}" for span in spans if span)


def _told_over(tokens: list[Token], taken: set[int], at: int) -> str:
    """The span that ends with a token."""
    if _is_of_month_before(tokens, at):
        return "month"
    words = tokens[at].lower.split("-")
    span = SPANS.get(words[-1], "")
    if span not in _COMPARED_OVER:
        return ""
    before = [*(token.lower for token in tokens[max(0, at - 4) : at] if token.lower != "-"), *words[:-1]]
    if before[-1:] in (["on"], ["over"]) and (before[-2:-1] == words[-1:] or len(words) > 1):
        return span
    following = lower_at(tokens, at + 1)
    lead = before[-2] if before[-2:-1] else ""
    if before[-1:] and before[-1] in _ONE:
        if following in _AGO:
            return span if lead in _BASES else ""
        return span if lead in _OVER and following not in ("of", "when") and at + 1 not in taken else ""
    if before[-2:-1] == ["the"]:
        lead = before[-3] if before[-3:-2] else ""
    return span if before[-1:] and _RELATIVE.get(before[-1]) == "last" and lead in _BASES else ""


def _is_of_month_before(tokens: list[Token], at: int) -> bool:
    """Whether a change is told from one month to the next: "in June from May", "in June 2022 compared with May"."""
    base = MONTHS.get(lower_at(tokens, at + 1), 0) if tokens[at].lower in ("from", "with", "over") else 0
    if not base or _is_year(tokens, at + 2):
        return False
    end = at - (lower_at(tokens, at - 1) == "compared")
    end -= end > 0 and _is_year(tokens, end - 1)
    return MONTHS.get(lower_at(tokens, end - 1), 0) == base % 12 + 1


def _is_year(tokens: list[Token], at: int) -> bool:
    text = lower_at(tokens, at)
    return len(text) == 4 and text.isdecimal()


def _at(tokens: list[Token], taken: set[int], start: int, at: int) -> set[str]:
    """What the token says of the time, together with those before it."""
    lower, before, following = tokens[at].lower, lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if "-" in lower and is_span(lower):
        ordinal, _, span = lower.partition("-")
        return {f"{SPANS[span]} {_ORDINALS[ordinal]}"}
    if lower == "when" and following in ("it", "they", "he", "she"):
        return {"when"}
    if lower == "once" and is_past(following):
        return {"earlier"}
    if lower == "before" and (
        following in ("the", "its", "his", "their")
        or (tokens[at + 1 : at + 2][0:1] and tokens[at + 1].text[:1].isupper())
    ):
        return {"before"}
    if lower in ("spring", "summer", "autumn", "winter") and before in ("in", "the"):
        return {lower}
    if lower in _LONE:
        return {_LONE[lower]}
    if lower in _QUARTERS:
        return {_QUARTERS[lower]}
    if lower in _ENDS and following == "of" and lower_at(tokens, at + 2) in ("the", "its", "their", "this", "that"):
        return set() if lower_at(tokens, at - 2) == "since" or {at + 2, at + 3} & taken else {_ENDS[lower]}
    if lower in SPANS:
        return _of_span(tokens, taken, start, at)
    is_in_all = lower == "since" or (before, lower) in (("to", "date"), ("so", "far"))
    return {"in all"} if is_in_all else set()


def is_span(lower: str) -> bool:
    """Whether a word is one like "second-quarter"."""
    ordinal, _, span = lower.partition("-")
    return ordinal in _ORDINALS and span in SPANS


def _of_span(tokens: list[Token], taken: set[int], start: int, at: int) -> set[str]:
    """What "the last month", "the third quarter", "ten years earlier", "over ten years" say of the time."""
    span = SPANS[tokens[at].lower]
    first = at - 1
    if lower_at(tokens, first) == "-":
        first -= 1
    count = first >= start and first not in taken and is_number(tokens[first])
    if count:
        first -= 1
    before = lower_at(tokens, first) if first >= start else ""
    behind = lower_at(tokens, at + 1)
    article = lower_at(tokens, first) in ("a", "an", "the")
    if (count or article) and behind in _AGO and span != "time":
        base = lower_at(tokens, first - article) in _BASES or lower_at(tokens, first - article - 1) == "than"
        return set() if base or _is_clause(tokens, at + 2, behind) else {_AGO[behind]}
    if not count and behind in ("after", "before") and lower_at(tokens, at + 2) in ("the", "its", "his", "their", "a"):
        return {behind}
    if before in _ORDINALS and span not in ("time", "century"):
        many = "s" if count else ""
        return {f"{span}{many} {_ORDINALS[before]}"}
    if before in _RELATIVE and (span != "time"):
        return _relative(tokens, start, first, span, count=bool(count))
    if before == "within" and count:
        return {f"within {span}"}
    if count and before in ("over", "in", "within", "during") and span in ("year", "month", "decade", "week"):
        return {"over years"}
    return set()


def _relative(tokens: list[Token], start: int, first: int, span: str, *, count: bool) -> set[str]:
    before = tokens[first].lower
    lead = first - 1
    while lead >= start and lower_at(tokens, lead) in ("the", "same", "period", "of"):
        lead -= 1
    if lower_at(tokens, lead) in ("than", "from", "with", "on", "against") and before in ("last", "previous", "prior"):
        return set()
    if count:
        return {"over years"}
    return {f"{_RELATIVE[before]} {span}"}


def _is_clause(tokens: list[Token], at: int, behind: str) -> bool:
    """Whether "before" begins a clause: "ten days before the vote"."""
    return behind == "before" and at < len(tokens) and tokens[at].kind == "word"
