"""Bringing claims from a file into the ledger: new ones added, known ones merged, nothing twice.

A known claim has the file's public id, or the same source and, apart from case, spaces and quotation
marks, the same words. What a file says of it fills what the ledger leaves empty and updates what an
earlier load wrote; where a person has decided otherwise since, the person's value stays. A row that was
exported from this ledger is merged three ways.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from claimcheck import interpret
from claimcheck.errors import BadRowsError
from claimcheck.steps.loader import ClaimLoader
from claimcheck.steps.telling import Listener
from claimcheck.values import ClaimIn, LoadReport, Record, RelationIn, RowProblem
from claimcheck.vocabulary import Preference

if TYPE_CHECKING:
    from sqlmodel import Session

CHUNK_SIZE = 2_000
Value = TypeVar("Value")
Progress = Callable[[int], None]


def load(
    session: "Session",
    records: Iterable[Record],
    *,
    author: str,
    now: datetime,
    command: str = "load",
    note: str | None = None,
    progress: Progress | None = None,
    prefer: Preference | None = None,
    blank_clears: bool = False,
    listener: Listener | None = None,
) -> LoadReport:
    """Load all records of one file, or none; progress is told the number of claims read so far.

    `prefer` decides where a reviewer and the ledger have changed the same; with `blank_clears` an empty cell
    of an exported row clears what it was exported with; `listener` is told each change of a known claim.

    Raises:
        BadRowsError: rows that cannot be taken, all of them, each with its field and reason.
    """
    loader = ClaimLoader(session, command=command, author=author, now=now, note=note, prefer=prefer, listener=listener)
    problems: list[RowProblem] = []
    relations: list[RelationIn] = []
    claims = _claims(_checked(records, problems), loader, relations, problems, with_blank=blank_clears)
    read = 0
    while chunk := list(islice(claims, CHUNK_SIZE)):
        problems += loader.check(chunk)
        if not problems:
            loader.store(chunk)
        read += len(chunk)
        if progress:
            progress(read)
    problems += loader.finish(relations) if not problems else ()
    if problems:
        rows = len({problem.row for problem in problems})
        what = "one row is not as it should be" if rows == 1 else f"{rows} rows are not as they should be"
        msg = f"{what}, so nothing was loaded"
        raise BadRowsError(msg, sorted(problems, key=_place))
    return loader.report


def _checked(records: Iterable[Record], problems: list[RowProblem]) -> Iterator[Record]:
    """The records; what the reader found wrong in the end joins the other problems."""
    try:
        yield from records
    except BadRowsError as error:
        problems += error.problems


def _claims(
    records: Iterator[Record],
    loader: ClaimLoader,
    relations: list[RelationIn],
    problems: list[RowProblem],
    *,
    with_blank: bool,
) -> Iterator[ClaimIn]:
    """The claims; everything else goes where it belongs on the way."""
    unknown: set[str | None] = set()
    for record in records:
        if record.section == "claims":
            claim = interpret.claim(_without(record, unknown) if unknown else record, with_blank=with_blank)
            if isinstance(claim, list):
                problems += claim
            else:
                yield claim
        elif record.section == "header":
            found = interpret.header_problems(record)
            unknown.update(problem.field for problem in found)
            problems += found
        elif record.section == "relations":
            relation = interpret.relation(record)
            if isinstance(relation, list):
                problems += relation
            else:
                relations.append(relation)
        elif record.section == "documents":
            document = interpret.document(record)
            problems += document if isinstance(document, list) else loader.add_document(record.row, *document)
        else:
            source = interpret.source(record)
            problems += source if isinstance(source, list) else loader.add_source(source)


def _without(record: Record, unknown: set[str | None]) -> Record:
    """The record without the columns that the header has been refused for already."""
    return record._replace(values={name: value for name, value in record.values.items() if name not in unknown})


def _place(problem: RowProblem) -> tuple[str, int]:
    """The order of problems: that of the file."""
    label, number = re.fullmatch(r"(\D*)(\d*).*", problem.row, re.DOTALL).groups()  # type: ignore[union-attr]
    return label, int(number or 0)
