"""A sentence as the modules below the reading see it."""

from claimcheck.quantities.days import dates_in
from claimcheck.quantities.finding import raw_numbers
from claimcheck.quantities.tokens import tokens
from claimcheck.quantities.values import Raw, Token


def split(text: str) -> list[Token]:
    return tokens(text, 0, len(text))


def numbers(text: str) -> list[Raw]:
    found = split(text)
    return raw_numbers(found, {at for dated in dates_in(found) for at in range(dated.first, dated.end)})
