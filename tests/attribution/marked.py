"""Attributions that people marked, or that were found, and the files that hold them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROLES = ("source", "cue", "content")
MIN_CLAIM_WORDS = 5
Spans = Sequence[tuple[int, int]]
_DOUBLE_QUOTES = frozenset('"“”')
_REPORTING = """
    say says said saying tell tells told telling add adds added adding write writes wrote written writing
    note notes noted noting argue argues argued arguing state states stated stating deny denies denied denying
    show shows showed shown showing find finds found think thinks thought reply replies replied
    cite cites cited citing call calls called calling
"""
_REPORTING_STEMS = """
    accord report announc claim statement accus alleg assert acknowledg admit warn insist explain declar conclud
    estimat predict stress emphasi testif tweet confirm conced contend suggest reveal indicat believ maintain
    reiterat respond recall describ
"""
_REPORTING_WORDS, _STEMS = frozenset(_REPORTING.split()), tuple(_REPORTING_STEMS.split())
_POINTING_OUT = re.compile(r"\bpoint\w* out\b")


class Marked(NamedTuple):
    """One attribution as half-open code-point offsets, whoever marked it."""

    source: Spans
    cue: Spans
    content: Spans


class Document(NamedTuple):
    """A text and what people marked in it."""

    text: str
    marked: Sequence[Marked]


def marked(attribution: Mapping[str, Any]) -> Marked:
    """An attribution of a JSON line: each role a list of pairs, one pair, or nothing."""
    return Marked(*(_spans(attribution.get(role)) for role in ROLES))


def read_polnear(folder: Path) -> dict[str, Document]:
    """The documents of a folder with `text/` and `attributions/`; of several annotators the first by name counts."""
    documents = {}
    for path in sorted((folder / "text").glob("*.txt")):
        written_by = re.compile(re.escape(path.stem) + r"_....\.ann")
        files = sorted(file for file in (folder / "attributions").iterdir() if written_by.fullmatch(file.name))
        text = path.read_bytes().decode("utf-8")
        documents[path.stem] = Document(text, read_standoff(files[0].read_text(encoding="utf-8")) if files else [])
    return documents


def read_standoff(standoff: str) -> list[Marked]:
    """The attributions of a brat file: its events, whose arguments are spans in one or several pieces.

    Source: https://brat.nlplab.org/standoff.html
    """
    pieces: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in standoff.split("\n"):
        name, _, rest = line.partition("\t")
        value = rest.split("\t")[0]
        if name.startswith("T"):
            _, _, places = value.partition(" ")
            pieces[name] = [(int(start), int(end)) for start, end in (place.split() for place in places.split(";"))]
        elif name.startswith("E"):
            events.append(value.split())
    return [_of_event(event, pieces) for event in events]


def read_gold(lines: Iterable[str]) -> dict[str, Document]:
    """The documents of JSON lines {"doc_id", "text", "attributions"}."""
    found = (json.loads(line) for line in lines)
    return {one["doc_id"]: Document(one["text"], [marked(each) for each in one["attributions"]]) for one in found}


def is_claim(text: str, attribution: Marked) -> bool:
    """Whether it has five words of content, and quoted ones among them or a reporting word in its cue.

    That leaves out attitudes, such as "supporters of the plan".
    """
    content = _words_of(text, attribution.content)
    cue = _words_of(text, attribution.cue).lower()
    if len(re.findall(r"\w+", content)) < MIN_CLAIM_WORDS:
        return False
    reports = any(word in _REPORTING_WORDS or word.startswith(_STEMS) for word in re.findall(r"\w+", cue))
    return reports or bool(_POINTING_OUT.search(cue)) or not _DOUBLE_QUOTES.isdisjoint(content)


def _spans(value: Any) -> list[tuple[int, int]]:
    if not value:
        return []
    pairs = [value] if isinstance(value[0], int) else value
    return sorted((start, end) for start, end in pairs)


def _of_event(event: list[str], pieces: Mapping[str, list[tuple[int, int]]]) -> Marked:
    """The spans of an event by role: "Source2" is one more source."""
    by_role: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    for argument in event:
        name, _, target = argument.partition(":")
        role = name.rstrip("0123456789").lower()
        if role in by_role:
            by_role[role] += pieces.get(target, [])
    return Marked(*(sorted(by_role[role]) for role in ROLES))


def _words_of(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)
