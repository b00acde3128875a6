"""The way from the source to us, as it is written in a cell, an option or a file."""

import re
from functools import lru_cache

from claimcheck import fields
from claimcheck.columns import HOP_SEPARATOR
from claimcheck.errors import InputError
from claimcheck.values import Hop

_HOP = re.compile(r"(?:\[([^\]]*)\]\s*)?(.+)", re.DOTALL)


def hops(value: object) -> tuple[Hop, ...]:
    """The way from the source to us: "[told] Reuters > CEIAS", or a list of names or {source, how}."""
    if isinstance(value, str):
        return _split_hops(value)
    return tuple(_hop(item) for item in fields.as_list(value, "a list of hops; write NAME > NAME"))


@lru_cache(maxsize=4096)
def _split_hops(value: str) -> tuple[Hop, ...]:
    if value.lstrip().startswith("[{"):
        import json

        try:
            return hops(json.loads(value))
        except (ValueError, RecursionError):
            msg = f"{value!r} begins like JSON but is not; write NAME > NAME"
            raise InputError(msg) from None
    return tuple(_hop(item) for item in value.split(HOP_SEPARATOR))


def _hop(item: object) -> Hop:
    if isinstance(item, dict):
        unknown = [key for key in item if key not in ("source", "how")]
        if unknown or "source" not in item:
            msg = f"a hop has the keys source and how, not {', '.join(map(str, item))}"
            raise InputError(msg)
        return Hop(fields.name(item["source"]), None if fields.is_blank(item.get("how")) else fields.name(item["how"]))
    match = _HOP.fullmatch(item.strip()) if isinstance(item, str) else None
    if match is None:
        msg = f"{item!r} is not a hop; write a name, or [how] name"
        raise InputError(msg)
    return Hop(fields.name(match[2]), match[1].strip() or None if match[1] else None)
