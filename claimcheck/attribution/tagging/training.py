"""Training a tagger from a folder of texts in which people have marked the attributions."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.attribution import language
from claimcheck.attribution.parsed import Found, ParsedText, Spans
from claimcheck.attribution.tagging import brat, model_file
from claimcheck.attribution.tagging.lessons import FOLDS, Lesson, learn
from claimcheck.attribution.tagging.sequences import library
from claimcheck.errors import InputError

MIN_ATTRIBUTIONS = 20
"""From fewer nothing is learned."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a tagger was trained from."""

    texts: int
    attributions: int
    """Those with a cue and a content; the others teach nothing."""
    problems: tuple[str, ...]
    """One line for each file that was left out."""
    size: int
    """The bytes of the file that was written."""


def train(folder: Path, out: Path, *, progress: Callable[[str], None] | None = None) -> TrainingReport:
    """Train a tagger and write it to a file; the same folder gives the same file.

    `progress` is told in plain words what was done so far.

    Raises:
        InputError: the folder has no marked texts, or too few.
        OutputError: the file cannot be written.
        PluginError: the parser or python-crfsuite is not installed.
    """
    tell = progress or (lambda _: None)
    library()
    lessons: list[Lesson] = []
    problems: list[str] = []
    texts = 0
    for entry in brat.texts(folder):
        if isinstance(entry, str):
            problems.append(entry)
            continue
        texts += 1
        lessons += _lessons(entry)
        tell(f"{texts:,} texts read")
    total = sum(len(lesson.marked) for lesson in lessons)
    if total < MIN_ATTRIBUTIONS or len(lessons) < FOLDS:
        first = f"; {problems[0]}" if problems else ""
        msg = (
            f"{folder} has {total} attributions in {texts} texts, too few to learn from: "
            f"at least {MIN_ATTRIBUTIONS} in {FOLDS} texts are needed{first}"
        )
        raise InputError(msg)
    models = learn(lessons, tell)
    size = model_file.write(out, models, {"texts": texts, "attributions": total})
    return TrainingReport(texts, total, tuple(problems), size)


def lesson(parsed: ParsedText, marked: list[brat.Marked]) -> Lesson:
    """What is marked in a text, as tokens; without a cue or a content there is nothing to learn."""
    found = []
    for one in marked:
        cue, content = tokens(parsed, one.cue), tokens(parsed, one.content)
        if cue and content:
            found.append(Found(cue, tokens(parsed, one.source), content, None, ""))
    return Lesson(parsed, found)


def tokens(parsed: ParsedText, spans: Spans) -> list[int]:
    """The tokens that spans touch."""
    found: set[int] = set()
    for start, end in spans:
        token = bisect_right(parsed.ends, start)
        while token < len(parsed.starts) and parsed.starts[token] < end:
            found.add(token)
            token += 1
    return sorted(found)


def _lessons(entry: brat.MarkedText) -> Iterator[Lesson]:
    for start, part in language.parts(entry.text):
        end = start + len(part)
        inside = [
            brat.Marked(*(tuple((first - start, last - start) for first, last in spans) for spans in one))
            for one in entry.marked
            if all(start <= first and last <= end for spans in one for first, last in spans)
        ]
        yield lesson(language.parsed(part), inside)
