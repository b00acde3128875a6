"""One proposed claim on a terminal: where it stands, what it says, what is like it."""

import os
import sys
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from claimcheck.cli._style import is_styled
from claimcheck.columns import hops_text
from claimcheck.steps.context import Part, Role
from claimcheck.steps.proposals import Proposal
from claimcheck.text import one_line, visible

LABEL_WIDTH = 12
MIN_WIDTH, MAX_WIDTH = 24, 110
MAX_TEXT, MAX_QUOTE = 1_500, 400
_STYLES = {Role.PLAIN: "", Role.SOURCE: "underline cyan", Role.CUE: "magenta", Role.SAID: "bold"}
_MARKS = {Role.PLAIN: ("", ""), Role.SOURCE: ("<", ">"), Role.CUE: ("{", "}"), Role.SAID: ("[", "]")}
"""What stands for the styles where there are none."""
_LEGEND = (Part(Role.SOURCE, "who"), Part(Role.CUE, "cue"), Part(Role.SAID, "what is said"))


def width() -> int:
    """How many columns are used of the terminal, as it is now."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        columns = 0
    return min(max(columns or 80, MIN_WIDTH), MAX_WIDTH)


def show(found: Proposal, *, position: int, total: int) -> None:
    """Write everything that a decision on a claim needs."""
    console = _console()
    console.print()
    console.print(_bold(f"{position} of {total}"))
    _write(console, _rows(found))
    if found.context:
        console.print()
        for text in (_marked(found.context), _legend()):
            for line in text.wrap(console, console.width - 2):
                console.print(Text("  ") + line)
        console.print()
    _write(console, _claim(found))


def say(message: str) -> None:
    """One remark."""
    console = _console()
    for line in Text(one_line(message)).wrap(console, console.width):
        console.print(line)


def _console() -> Console:
    system: Any = "auto" if is_styled() else None
    return Console(
        file=sys.stdout, width=width(), highlight=False, markup=False, emoji=False, color_system=system, soft_wrap=True
    )


def _write(console: Console, rows: Iterator[tuple[str, Text]]) -> None:
    """Labels and what they stand for, wrapped by the cells that characters take."""
    for label, value in rows:
        lines = value.wrap(console, max(console.width - LABEL_WIDTH, MIN_WIDTH - LABEL_WIDTH))
        for number, line in enumerate(lines or [Text()]):
            head = _bold(f"{label:<{LABEL_WIDTH}}") if number == 0 else Text(" " * LABEL_WIDTH)
            console.print(head + line)


def _bold(text: str) -> Text:
    return Text(text, style="bold" if is_styled() else "")


def _rows(found: Proposal) -> Iterator[tuple[str, Text]]:
    view = found.view
    place = next(iter(view["appearances"]), None)
    if found.document_id is not None and place is not None:
        named = [place["document_title"] or place["document_url"] or "without a title"]
        named += [part for part in (place["publisher"], place["published_on"]) if part]
        yield f"document {found.document_id}", Text(one_line(", ".join(named)))
        if not found.context:
            yield "", Text("no text of it is kept, or no place in it is known")
    others = len(view["appearances"]) - 1
    if others > 0:
        yield "", Text(f"and in {others} more {'document' if others == 1 else 'documents'}")


def _claim(found: Proposal) -> Iterator[tuple[str, Text]]:
    view = found.view
    place: dict[str, Any] = next(iter(view["appearances"]), {})
    yield f"claim {found.claim_id}", _bold(visible(_cut(view["text"], MAX_TEXT)))
    role = ", ".join(part for part in (view["source_role"], view["source_kind"]) if part)
    yield "said by", Text(one_line(view["source"] + (f" ({role})" if role else "")))
    if view["attribution_note"]:
        yield "", Text(one_line(view["attribution_note"]))
    kind = ", ".join(part for part in (view["kind"], place.get("directness")) if part)
    yield "kind", Text(kind)
    yield "said on", Text(view["said_on"] or "not known")
    if place.get("via"):
        yield "via", Text(one_line(hops_text([(hop["source"], hop["how"]) for hop in place["via"]])))
    if place.get("quote"):
        yield "quote", Text(visible(f"\u201c{_cut(' '.join(place['quote'].split()), MAX_QUOTE)}\u201d"))
    if view["confidence"] is not None:
        yield "confidence", Text(f"{view['confidence']:.2f} ({view['likelihood']})")
    if view["tags"]:
        yield "tags", Text(one_line(", ".join(view["tags"])))
    for remark in view["notes"]:
        yield "note", Text(one_line(f"{remark['author']}: {_cut(str(remark['text']), MAX_QUOTE)}"))
    label = "like it"
    for other in found.similar:
        state = "" if other.state == "accepted" else f", {other.state}"
        alike = f"claim {other.claim_id} ({other.likeness:.0%}{state})"
        yield label, Text(one_line(f"{alike} {other.source}: {_cut(other.text, MAX_QUOTE)}"))
        label = ""


def _cut(text: str, most: int) -> str:
    """A text that leaves room for others; `claimcheck show` has all of it."""
    return text if len(text) <= most else f"{text[:most].rstrip()}\u2026 ({len(text):,} characters)"


def _marked(parts: list[Part]) -> Text:
    text = Text()
    for part in parts:
        if is_styled():
            text.append(visible(part.text), style=_STYLES[part.role])
        else:
            opening, closing = _MARKS[part.role]
            text.append(f"{opening}{visible(part.text)}{closing}")
    return text


def _legend() -> Text:
    parts = [part for item in _LEGEND for part in (item, Part(Role.PLAIN, "  "))]
    return Text("(") + _marked(parts[:-1]) + Text(")")
