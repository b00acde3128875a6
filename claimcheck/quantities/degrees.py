"""Temperatures that are differences: "warmed by 2 degrees Fahrenheit" is no temperature of its own."""

from claimcheck.quantities.tokens import lower_at
from claimcheck.quantities.units import FAHRENHEIT_ZERO
from claimcheck.quantities.values import Raw, Token
from claimcheck.quantities.wording import FALLING, RISING

_FAHRENHEIT = frozenset({"fahrenheit", "f", "°f"})
_FROM_NORMAL = frozenset("warmer hotter cooler colder higher lower more less above below over under".split())


def of_degrees(tokens: list[Token], raw: Raw) -> Raw:
    """A number; degrees Fahrenheit by which a temperature has changed, or differs, have no zero of their own."""
    written = {token.lower for token in tokens[raw.number : raw.end]}
    if raw.unit != "celsius" or _FAHRENHEIT.isdisjoint(written) or not _is_difference(tokens, raw):
        return raw
    low, high = (None if bound is None else bound - FAHRENHEIT_ZERO for bound in (raw.low, raw.high))
    return raw._replace(low=low, high=high)


def _is_difference(tokens: list[Token], raw: Raw) -> bool:
    """As "warmed by 2 degrees", "a rise of 2 degrees", "2 degrees warmer"; not "rose above 90 degrees"."""
    if lower_at(tokens, raw.end) in _FROM_NORMAL:
        return lower_at(tokens, raw.end + 1) not in ("zero", "freezing")
    before = lower_at(tokens, raw.first - (2 if lower_at(tokens, raw.first - 1) == "of" else 1))
    return before == "by" or (before in RISING | FALLING and tokens[raw.first].lower not in _FROM_NORMAL)
