"""The shape that TOML and JSON ledgers share: a format mark and four lists of tables."""

from collections.abc import Iterator
from typing import Any

from claimcheck.errors import BadRowsError, InputError, near_names
from claimcheck.values import Record, RowProblem

LEDGER_FORMAT = "claimcheck-ledger/1"
SECTIONS = ("documents", "sources", "claims", "relations")


def records(content: Any) -> Iterator[Record]:
    """The records of all sections, in the order in which they can be stored.

    Raises:
        InputError: not a ledger: another format, an unknown section.
        BadRowsError: members of a section that are not tables.
    """
    if not isinstance(content, dict):
        raise InputError("the file is neither a list of claims nor a ledger with a list named claims")
    mark = content.get("format", LEDGER_FORMAT)
    if mark != LEDGER_FORMAT:
        msg = f"the file says its format is {mark!r}; this claimcheck reads {LEDGER_FORMAT!r}"
        raise InputError(msg)
    for name in content:
        if name not in (*SECTIONS, "format"):
            msg = f"the file has an unknown section {name!r}{near_names(name, SECTIONS)} (known: {', '.join(SECTIONS)})"
            raise InputError(msg)
    problems: list[RowProblem] = []
    for section in SECTIONS:
        for number, values in enumerate(_members(content, section), start=1):
            place = f"{section}[{number}]"
            if isinstance(values, dict):
                yield Record(section, place, values)
            else:
                problems.append(RowProblem(place, None, "it is not a table of fields"))
    if problems:
        msg = "some entries are not tables"
        raise BadRowsError(msg, problems)


def _members(content: dict[str, Any], section: str) -> list[Any]:
    members = content.get(section, [])
    if not isinstance(members, list):
        msg = f"{section} is not a list; write [[{section}]] before each entry"
        raise InputError(msg)
    return members
