"""Numbers told in two units, or with a half: "1 hour and 50 minutes", "a year and a half"."""

from claimcheck.quantities.digits import HALF, Numeral
from claimcheck.quantities.numerals import numeral_at
from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import Unit, unit_at
from claimcheck.quantities.values import AGE, Token

_IN_SMALLER = frozenset({"days", "metres", "tonnes", AGE})


def one_and_more(tokens: list[Token], at: int) -> Numeral | None:
    """The one of "a year and a half", "a day and six hours"."""
    unit = unit_at(tokens, at + 1) if tokens[at].lower in ("a", "an") else None
    is_one = unit is not None and unit.base in _IN_SMALLER and _is_and_more(tokens, unit)
    return Numeral(at + 1, 1.0, 1.0, 1.0) if is_one else None


def with_smaller(tokens: list[Token], numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """The sum, in the larger unit, of "1 hour and 50 minutes", "5 feet 11 inches", "two years and a half"."""
    if unit.base in _IN_SMALLER and numeral.form == "plain" and _is_and_a_half(tokens, unit.end):
        value = numeral.value + 0.5
        return Numeral(unit.end + 3, value, value, value), unit._replace(end=unit.end + 3)
    at = unit.end + (lower_at(tokens, unit.end) in ("and", ","))
    small = numeral_at(tokens, at) if unit.base in _IN_SMALLER and at < len(tokens) else None
    last = unit_at(tokens, small.end) if small else None
    if small is None or last is None or last.base != unit.base or {numeral.form, small.form} != {"plain"}:
        return numeral, unit
    part = last.factor / unit.factor
    if small.value * part >= 1:
        return numeral, unit
    value = numeral.value + small.value * part
    slack = HALF * part
    return Numeral(last.end, value, value - slack, value + slack), unit._replace(end=last.end)


def _is_and_more(tokens: list[Token], unit: Unit) -> bool:
    if _is_and_a_half(tokens, unit.end):
        return True
    is_joined = lower_at(tokens, unit.end) == "and" and unit.end + 1 < len(tokens)
    small = numeral_at(tokens, unit.end + 1) if is_joined else None
    last = unit_at(tokens, small.end) if small else None
    return last is not None and last.base == unit.base and last.factor < unit.factor


def _is_and_a_half(tokens: list[Token], at: int) -> bool:
    return [token.lower for token in tokens[at : at + 3]] == ["and", "a", "half"]
