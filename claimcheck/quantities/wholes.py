"""Of how many a count is a part: "12 of the 80 paintings", "of the 80 paintings, 12", "all 80", "all but 12"."""

from collections.abc import Sequence

from claimcheck.quantities.hedging import ABOUT
from claimcheck.quantities.numerals import is_number, numeral_at
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.values import COUNT, PERCENT, Qualifier, Raw, Token
from claimcheck.quantities.wording import BEING

_NEARLY = frozenset("almost nearly virtually practically".split())
_SHARES = frozenset("% percent half third thirds quarter quarters fifth fifths tenth tenths".split())
_THE = frozenset("the its their his her all these those some about".split())


def with_wholes(tokens: list[Token], raws: Sequence[Raw]) -> list[Raw]:
    """The numbers of a sentence, each count with the whole that it is a part of, if that is said."""
    found: list[Raw] = []
    fronted = 0.0
    for raw in raws:
        whole = (
            _behind(tokens, raw) or _all(tokens, raw) or _fitting(tokens, raw, fronted) if raw.unit == COUNT else 0.0
        )
        found.append(_nearly_all(tokens, _rest(tokens, raw._replace(whole=whole))))
        if raw.unit == COUNT and is_fronted(tokens, raw):
            fronted = ((raw.low or 0.0) + (raw.high or 0.0)) / 2
    return found


def is_fronted(tokens: list[Token], raw: Raw) -> bool:
    """Whether a clause begins with what others are parts of: "Of the 80 paintings, 12"."""
    at = raw.first - (2 if lower_at(tokens, raw.first - 1) in _THE else 1)
    return lower_at(tokens, at) == "of" and (at == 0 or tokens[at - 1].kind == "mark")


def is_whole(tokens: list[Token], raw: Raw) -> bool:
    """Whether another number is a part of this one: "12 of the 80", "two thirds of all 300", "of the 80, 12"."""
    if is_fronted(tokens, raw):
        return True
    at = raw.first - (2 if lower_at(tokens, raw.first - 1) in _THE else 1)
    return (
        lower_at(tokens, at) == "of" and at > 0 and (is_number(tokens[at - 1]) or lower_at(tokens, at - 1) in _SHARES)
    )


def _behind(tokens: list[Token], raw: Raw) -> float:
    """As "12 of the 80 paintings"."""
    at = raw.end
    if lower_at(tokens, at) != "of":
        return 0.0
    at += 2 if lower_at(tokens, at + 1) in _THE else 1
    whole = numeral_at(tokens, at) if at < len(tokens) else None
    return whole.value if whole is not None and whole.form == "plain" and whole.value > (raw.high or 0.0) else 0.0


def _all(tokens: list[Token], raw: Raw) -> float:
    """As "all 80 paintings", "all of the 80 paintings"."""
    before = [lower_at(tokens, raw.first - step) for step in (1, 2, 3)]
    is_all = (
        (before[0] == "all" and before[1] != "in") or before[:2] == ["the", "all"] or before == ["the", "of", "all"]
    )
    if not is_all or raw.low is None or raw.high is None or lower_at(tokens, raw.end) == "of":
        return 0.0
    return (raw.low + raw.high) / 2


def _fitting(tokens: list[Token], raw: Raw, whole: float) -> float:
    """The whole that stands in front; not of what has a noun of its own: "of the 80 ships, 12 sank, 9 tugs came"."""
    following = lower_at(tokens, raw.end)
    has_noun = following.endswith("s") and following not in (*BEING, "has") and not following.endswith("ss")
    return whole if raw.high is not None and raw.high < whole and not has_noun else 0.0


def _rest(tokens: list[Token], raw: Raw) -> Raw:
    """What "all but 15 %", "all but 3 of the 80" leaves."""
    total = 100.0 if raw.unit == PERCENT else raw.whole
    before = [lower_at(tokens, raw.first - 2), lower_at(tokens, raw.first - 1)]
    if before != ["all", "but"] or not total or raw.low is None or raw.high is None:
        return raw
    return raw._replace(first=raw.first - 2, low=total - raw.high, high=total - raw.low)


def _nearly_all(tokens: list[Token], raw: Raw) -> Raw:
    """As "almost all of the 80 paintings"."""
    all_at = next((raw.first - step for step in (1, 2, 3) if lower_at(tokens, raw.first - step) == "all"), 0)
    if not raw.whole or raw.high is None or lower_at(tokens, all_at - 1) not in _NEARLY:
        return raw
    return raw._replace(first=all_at - 1, low=raw.high * (1 - ABOUT), qualifier=Qualifier.NEARLY)
