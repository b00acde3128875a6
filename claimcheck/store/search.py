"""Full-text search of claims: the query language that users type, the same whatever the database.

The index covers the proposition, the quotation and every spelling of the source's name.
"""

import re
from typing import NamedTuple

from claimcheck.errors import UsageError

START_MARK = "\ufdd0"
END_MARK = "\ufdd1"
"""Noncharacters, which no text that means something holds."""

_QUERY_PART = r'(-?)(?:"([^"]*)"?|(\S+))'


class Part(NamedTuple):
    """Words that have to stand together, the last of which may be the beginning of a word only."""

    words: str
    is_beginning: bool


def parsed(query: str) -> tuple[list[list[Part]], list[Part]]:
    """What a query wants, each item a list of alternatives, and what it does not want.

    Words must all occur; "several words" stand together; a leading - excludes; a trailing * matches
    beginnings; OR between two parts lets either do.

    Raises:
        UsageError: nothing to look for.
    """
    wanted: list[list[Part]] = []
    unwanted: list[Part] = []
    either = False
    for minus, phrase, word in re.findall(_QUERY_PART, query):
        if word == "OR" and not minus:
            either = bool(wanted)
            continue
        term = phrase or word
        if not any(character.isalnum() for character in term):
            continue
        part = Part(term.rstrip("*").replace("\x00", " "), word.endswith("*"))
        if minus:
            unwanted.append(part)
        elif either:
            wanted[-1].append(part)
            either = False
        else:
            wanted.append([part])
    if not wanted:
        msg = f"{query!r} holds no word to search for; give at least one that is wanted"
        raise UsageError(msg)
    return wanted, unwanted
