"""Words that count as one thing or another by the words beside them: "cut 90 jobs", "cut to 90 euros"."""

from collections.abc import Callable, Mapping

from claimcheck.quantities.digits import SCALES
from claimcheck.quantities.numerals import is_number
from claimcheck.quantities.occasions import SPANS, is_span
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import PER, unit_at
from claimcheck.quantities.values import Token
from claimcheck.quantities.wording import IGNORED, normal

_HELD = frozenset(
    "hostage hostages prisoner prisoners detainees captives pows inmates people soldiers civilians".split()
)
_JOBS = frozenset("job jobs worker workers position positions post posts staff employees".split())
_GAMES = frozenset("game games match matches".split())
_BEFORE_PAY = frozenset("monthly annual yearly weekly average the their his her its".split())
_BEFORE_SUM = frozenset("a only just about some nearly over".split())
_BEFORE_NEED = frozenset("some about at more".split())
_EACH = frozenset("a an one per each every".split())
_CASE_OF_ILLNESS = frozenset("new confirmed suspected first last each per another severe mild".split())
_BEFORE_BLAZE = frozenset("the a big huge large".split())
_BEHIND_BLAZE = frozenset("at broke engulfed destroyed swept killed gutted brigade crews that which".split())
_MINOR_THINGS = frozenset(
    """
    injuries injury wounds wound burns cuts bruises damage offences offence offenses offense parties party role roles
    changes delays incidents accidents clashes repairs
    """.split()
)
_SENIOR_ONES = frozenset(
    """
    officers officer officials official ministers minister judges executives managers staff lawyers commanders leaders
    figures members doctors civil army police military government advisers aides diplomats
    """.split()
)
_REACH = 5


def sense(tokens: list[Token], at: int) -> str:
    """The normal form of a word in its place; empty for one that tells nothing."""
    lower = tokens[at].lower
    told = _TOLD.get(lower)
    found = told(tokens, at) if told else None
    if found is None and "-" in lower and is_span(lower):
        found = normal(lower.partition("-")[0])
    if found is None and lower in PER and lower != "second" and lower_at(tokens, at - 1) in _EACH:
        found = ""
    if found is not None:
        return found
    return "" if lower in IGNORED else normal(lower)


def _kind(tokens: list[Token], at: int) -> str:
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def _output(tokens: list[Token], at: int) -> str | None:
    """As "gross domestic product"."""
    around = {token.lower for token in tokens[max(0, at - 2) : at + 3]}
    if not {"gross", "domestic", "product"} <= around:
        return None
    return "gdp" if tokens[at].lower == "product" else ""


def _for(tokens: list[Token], at: int) -> str | None:
    return "support" if at and normal(tokens[at - 1].lower) == "vote" else None


def _regular(_tokens: list[Token], _at: int) -> str:
    return "regular"


def _daily(tokens: list[Token], at: int) -> str | None:
    return "regular" if _kind(tokens, at + 1) in ("", "mark") else None


def _alone(tokens: list[Token], at: int) -> str | None:
    """As "Uganda alone"."""
    return "alone" if at and tokens[at - 1].text[:1].isupper() else None


def _another(_tokens: list[Token], _at: int) -> str:
    return "another"


def _cut(tokens: list[Token], at: int) -> str | None:
    """As "cut 90 jobs"; as a change, it tells nothing."""
    behind = {token.lower for token in tokens[at + 1 : at + _REACH]}
    if behind & _JOBS:
        return "dismiss"
    return "" if behind & {"to", "by", "from"} else None


def _raised(tokens: list[Token], at: int) -> str | None:
    """As "raised $1.3 million"."""
    is_sum = _kind(tokens, at + 1) in ("money", "number") or lower_at(tokens, at + 1) in _BEFORE_SUM
    return "revenue" if is_sum else None


def _pay(tokens: list[Token], at: int) -> str | None:
    return "wage" if lower_at(tokens, at + 1) == "of" or lower_at(tokens, at - 1) in _BEFORE_PAY else None


def _lives(tokens: list[Token], at: int) -> str | None:
    """As "claimed 34 lives"."""
    return "kill" if at and (is_number(tokens[at - 1]) or tokens[at - 1].lower in SCALES) else None


def _need(tokens: list[Token], at: int) -> str | None:
    if any(token.lower in SPANS for token in tokens[at + 1 : at + _REACH]):
        return None
    behind = at + 1 < len(tokens) and (is_number(tokens[at + 1]) or tokens[at + 1].lower in _BEFORE_NEED)
    return "demand" if behind else None


def _last(tokens: list[Token], at: int) -> str | None:
    """As "last erupted"; not "last year", "the last"."""
    is_time = at + 1 >= len(tokens) or tokens[at + 1].lower in SPANS
    return None if is_time or is_number(tokens[at + 1]) else "latest"


def _gained(tokens: list[Token], at: int) -> str | None:
    if _kind(tokens, at + 1) != "number" or unit_at(tokens, at + 2) is not None:
        return None
    return "gain" if tokens[at].lower.startswith("gain") else "shed"


def _played(tokens: list[Token], at: int) -> str | None:
    if not any(token.lower in _GAMES for token in tokens):
        return None
    return {"w": "win", "d": "draw", "p": "play"}[tokens[at].lower[0]]


def _compared(tokens: list[Token], at: int) -> str | None:
    return "" if lower_at(tokens, at + 1) == "than" else None


def _greater(tokens: list[Token], at: int) -> str | None:
    """As "Greater Manchester"."""
    is_name = at + 1 < len(tokens) and tokens[at].text[:1].isupper() and tokens[at + 1].text[:1].isupper()
    return "metropolitan" if is_name else None


def _left(tokens: list[Token], at: int) -> str | None:
    """As "12 litres left"."""
    is_verb = lower_at(tokens, at - 1) in ("are", "is", "were", "was", "have", "has", "had", "and")
    return (
        "leftover"
        if (not is_verb and _kind(tokens, at + 1) in ("", "mark")) or lower_at(tokens, at + 1) == "in"
        else None
    )


def _released(tokens: list[Token], _at: int) -> str:
    return "free" if any(token.lower in _HELD for token in tokens) else "leak"


def _case(tokens: list[Token], at: int) -> str | None:
    """As "the laundering case", which is no infection."""
    return None if lower_at(tokens, at - 1) in _CASE_OF_ILLNESS else ""


def _minor(tokens: list[Token], at: int) -> str | None:
    """As "minor injuries", which no child need have."""
    return "" if lower_at(tokens, at + 1) in _MINOR_THINGS else None


def _senior(tokens: list[Token], at: int) -> str | None:
    """As "senior officers", who need not be old."""
    return "" if _kind(tokens, at + 1) == "word" and lower_at(tokens, at + 1) in _SENIOR_ONES else None


def _fire(tokens: list[Token], at: int) -> str | None:
    """As "the fire at the mill", "a mill fire": what burns, not what shoots."""
    before, following = lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    return "blaze" if before in _BEFORE_BLAZE or following in _BEHIND_BLAZE else None


_RULES: tuple[tuple[Callable[[list[Token], int], str | None], str], ...] = (
    (_output, "gross domestic product"),
    (_for, "for"),
    (_regular, "regularly often occasionally rarely sometimes frequently weekends weekdays"),
    (_daily, "daily"),
    (_another, "another other further additional"),
    (_alone, "alone"),
    (_cut, "cut cuts"),
    (_raised, "raised raises"),
    (_pay, "pay"),
    (_lives, "lives"),
    (_need, "need needs needed require requires required"),
    (_last, "last"),
    (_gained, "gained gains shed sheds"),
    (_played, "won win wins drew draw draws played play plays"),
    (_compared, "older younger"),
    (_greater, "greater"),
    (_left, "left"),
    (_case, "case"),
    (_fire, "fire"),
    (_minor, "minor"),
    (_senior, "senior"),
    (_released, "release released releases releasing"),
)
_TOLD: Mapping[str, Callable[[list[Token], int], str | None]] = {
    word: rule for rule, words in _RULES for word in words.split()
}
