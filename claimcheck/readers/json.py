"""JSON: a list of claims, or a ledger with its documents, sources, claims and relations."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from claimcheck.errors import InputError
from claimcheck.readers._sections import records
from claimcheck.values import Record


def read(stream: BinaryIO) -> Iterator[Record]:
    """The records of the file.

    Raises:
        InputError: not JSON, nested too deep, or neither a list nor a ledger.
    """
    content = parse(stream.read(), "the file")
    if isinstance(content, list):
        content = {"claims": content}
    yield from records(content)


def parse(content: bytes, what: str) -> Any:
    """The value of a JSON text in UTF-8.

    Raises:
        InputError: `what` is not such a text.
    """
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_repetition)
    except UnicodeDecodeError as error:
        msg = f"{what} is not UTF-8 at byte {error.start} ({error.reason}); save it as UTF-8"
        raise InputError(msg) from error
    except RecursionError as error:
        msg = f"{what} is nested too deep; a claim is an object of texts, numbers and short lists"
        raise InputError(msg) from error
    except ValueError as error:
        msg = f"{what} is not JSON: {error}; correct it there"
        raise InputError(msg) from error


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key that stands in it twice would silently lose one of its values."""
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        msg = f"the key {repeated!r} stands twice in one object"
        raise ValueError(msg)
    return values
