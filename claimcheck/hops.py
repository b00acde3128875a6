"""The way from the source to us, as it is written in a cell, an option or a file."""

from functools import lru_cache

from claimcheck import fields
from claimcheck.columns import JSON_HOPS, read_hops
from claimcheck.errors import InputError, quoted
from claimcheck.values import Hop


def hops(value: object) -> tuple[Hop, ...]:
    """The way from the source to us: "[told] Reuters > CEIAS", or a list of names or {source, how}."""
    if isinstance(value, str):
        return _split_hops(value)
    return tuple(_hop(item) for item in fields.as_list(value, "a list of hops; write NAME > NAME"))


@lru_cache(maxsize=4096)
def _split_hops(value: str) -> tuple[Hop, ...]:
    if value.lstrip().startswith(JSON_HOPS):
        import json

        try:
            return hops(json.loads(value))
        except (ValueError, RecursionError):
            msg = f"{quoted(value)} begins like JSON but is not; write NAME > NAME"
            raise InputError(msg) from None
    return tuple(_checked(source, how) for source, how in read_hops(value))


def _hop(item: object) -> Hop:
    if isinstance(item, str):
        return _checked(item, None)
    if not isinstance(item, dict):
        msg = f"{quoted(item)} is not a hop; write a name, or an object with source and how"
        raise InputError(msg)
    if "source" not in item or set(item) - {"source", "how"}:
        msg = f"a hop has the keys source and how, not {', '.join(map(str, item))}"
        raise InputError(msg)
    return _checked(item["source"], item.get("how"))


def _checked(source: object, how: object) -> Hop:
    return Hop(fields.name(source), None if fields.is_blank(how) else fields.name(how))
