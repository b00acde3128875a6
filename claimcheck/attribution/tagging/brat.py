"""Reading marked texts: `text/NAME.txt` with `attributions/NAME_ABCD.ann` (or `NAME.ann`) in brat's stand-off format.

Source: https://brat.nlplab.org/standoff.html
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claimcheck.attribution.parsed import Spans
from claimcheck.errors import InputError, quoted

_ROLES = ("Source", "Cue", "Content")
_NUMBER = re.compile(r"\d+$")


class Marked(NamedTuple):
    """One attribution that somebody marked, as offsets; any part of it may be empty."""

    source: Spans
    cue: Spans
    content: Spans


class MarkedText(NamedTuple):
    """A text with its attributions."""

    name: str
    text: str
    marked: list[Marked]


def texts(folder: Path) -> Iterator[MarkedText | str]:
    """The marked texts of a folder one by one, by name; in place of what cannot be read, one line that says so.

    Of several annotators the first is taken. A text that nobody has marked is such a line, too.

    Raises:
        InputError: there are no such texts.
    """
    paths = sorted((folder / "text").glob("*.txt"))
    if not paths:
        msg = f"{folder} has no text/*.txt; give a folder with text/NAME.txt and attributions/NAME_ABCD.ann"
        raise InputError(msg)
    for path in paths:
        annotation = _annotation(folder / "attributions", path.stem)
        if annotation is None:
            yield f"{path.name}: no attributions/{path.stem}.ann beside it"
            continue
        here = path
        try:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            here = annotation
            with annotation.open(encoding="utf-8", newline="\n") as file:
                yield MarkedText(path.stem, text, attributions(file.read(), len(text)))
        except (OSError, UnicodeDecodeError) as error:
            yield f"{here.name}: {'not UTF-8' if isinstance(error, UnicodeDecodeError) else error.strerror}"
        except ValueError as error:
            yield f"{here.name}: {error}"


def attributions(annotation: str, length: int) -> list[Marked]:
    """The attributions of a text of so many code points.

    Raises:
        ValueError: a line is not what it should be; the message says which and why.
    """
    spans: dict[str, Spans] = {}
    events: list[tuple[int, list[str]]] = []
    for number, line in enumerate(annotation.split("\n"), start=1):
        if line[:1] not in {"T", "E"}:
            continue
        name, tab, rest = line.rstrip("\r").partition("\t")
        if not tab:
            msg = f"line {number}: no tab after {quoted(name)}"
            raise ValueError(msg)
        field = rest.partition("\t")[0]
        if line[0] == "T":
            spans[name] = _spans(field, number, length)
        else:
            events.append((number, field.split()))
    return [_marked(arguments, spans, number) for number, arguments in events]


def _annotation(folder: Path, name: str) -> Path | None:
    alone = folder / f"{name}.ann"
    if alone.is_file():
        return alone
    ending = re.compile(re.escape(name) + r"_[^_]{4}\.ann")
    return min((path for path in folder.glob("*.ann") if ending.fullmatch(path.name)), default=None)


def _spans(field: str, number: int, length: int) -> Spans:
    try:
        spans = [tuple(map(int, part.split())) for part in field.partition(" ")[2].split(";")]
        found = tuple(sorted((start, end) for start, end in spans))
    except ValueError:
        msg = f"line {number}: no offsets in {quoted(field)}"
        raise ValueError(msg) from None
    for start, end in found:
        if not 0 <= start < end <= length:
            msg = f"line {number}: {start} to {end} is not within the {length:,} characters of the text"
            raise ValueError(msg)
    return found


def _marked(arguments: list[str], spans: dict[str, Spans], number: int) -> Marked:
    parts: dict[str, list[tuple[int, int]]] = {role: [] for role in _ROLES}
    for argument in arguments:
        role, _, name = argument.partition(":")
        role = _NUMBER.sub("", role)
        if role not in parts:
            continue
        if name not in spans:
            msg = f"line {number}: {quoted(argument)} names what no line has"
            raise ValueError(msg)
        parts[role] += spans[name]
    return Marked(*(tuple(sorted(parts[role])) for role in _ROLES))
