"""Answers in JSON, read as leniently as JSON that is made by hand has to be."""

import json
import re
from typing import Any

from claimcheck.errors import UnusableError
from claimcheck.providers._values import first_words
from claimcheck.values import Page
from claimcheck.vocabulary import Outcome

_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9A-Fa-f]{4})|(.?))', re.DOTALL)


def answer(page: Page, provider: str) -> Any:
    """The value of a page's JSON.

    Raises:
        UnusableError: the page is empty or no JSON.
    """
    text = page.body.decode("utf-8-sig", "replace")
    if not text.strip():
        msg = f"{provider} answered with an empty page; try again later"
        raise UnusableError(msg, Outcome.EMPTY)
    try:
        return loads(text)
    except ValueError as error:
        msg = f"{provider} answered with no JSON but {first_words(page)}; correct the query or try again later"
        raise UnusableError(msg) from error


def loads(text: str) -> Any:
    r"""The value of a JSON text that may hold raw control characters and escapes that are none, such as `\'`.

    Raises:
        ValueError: no JSON even so, or nested too deep.
    """
    try:
        try:
            return json.loads(text, strict=False)
        except ValueError:
            return json.loads(_ESCAPE.sub(_legal, text), strict=False)
    except RecursionError as error:
        msg = "nested too deep"
        raise ValueError(msg) from error


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list, or the one that stands where a list was expected."""
    members = value if isinstance(value, list) else [value]
    return [member for member in members if isinstance(member, dict)]


def member(value: object, name: str) -> Any:
    """A member of an object; None if it has none or is no object."""
    return value.get(name) if isinstance(value, dict) else None


def _legal(match: re.Match[str]) -> str:
    return match[0] if match[1] else match[2]
