"""How well the attributions that were found agree with those that people marked.

A token is a run of word characters or one mark, so that no tokeniser of a library decides. Two spans are the same
exactly if they have the same tokens, marks left aside. Pairs of one marked and one found attribution are made one to
one, the best overlap of the content (Dice) first, then that of the cue.

Source: for partial content, Pareti et al. 2013, https://aclanthology.org/D13-1101
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.attribution.marked import ROLES, Document, Marked, Spans, is_claim

HALF = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARKS_THAT_COUNT = frozenset("_$%€£")


class Measure(NamedTuple):
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class GivenContent(NamedTuple):
    """Of the pairs whose marked source is not empty: how many, and the share with one, the same, a touching source."""

    pairs: int
    answered: float
    exact: float
    overlap: float


@dataclass(frozen=True)
class Scores:
    """All measures over some documents, by the names that tables give them."""

    documents: int
    marked: int
    found: int
    paired: int
    measures: Mapping[str, Measure]
    source_given_content: GivenContent


def score(
    documents: Mapping[str, Document], found: Mapping[str, Sequence[Marked]], *, claims_only: bool = False
) -> Scores:
    """How well what was found in the documents agrees with what is marked there.

    With `claims_only` what is marked and no claim is left out, and what was found for it or for nothing and is no claim
    counts neither as right nor as wrong.
    """
    tally = _Tally()
    for doc_id, document in documents.items():
        theirs = list(found.get(doc_id, ()))
        tally.add(*_claims(document, theirs) if claims_only else (document, theirs))
    return tally.scores(len(documents))


def table(scores: Scores) -> list[str]:
    """The lines of a table for people."""
    lines = [
        f"docs {scores.documents}  gold {scores.marked}  predicted {scores.found}  content-matched {scores.paired}",
        f"{'metric':40} {'P':>6} {'R':>6} {'F1':>6}",
    ]
    for name, measure in scores.measures.items():
        shares = (measure.precision, measure.recall, measure.f1)
        lines.append(f"{name:40} " + " ".join(f"{100 * share:6.1f}" for share in shares))
    given = scores.source_given_content
    shown = f"exact {100 * given.exact:.1f}  overlap {100 * given.overlap:.1f}  answered {100 * given.answered:.1f}"
    return [*lines, f"source given content (n={given.pairs}): {shown}"]


class _Tokens:
    """Where the tokens of a text stand."""

    def __init__(self, text: str) -> None:
        places = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]
        self._marks = {
            number for number, (start, _) in enumerate(places)
            if not text[start].isalnum() and text[start] not in _MARKS_THAT_COUNT
        }  # fmt: skip

    def of(self, spans: Spans) -> frozenset[int]:
        """The numbers of those that lie in the spans, if only in part."""
        numbers: set[int] = set()
        for start, end in spans:
            number = bisect_right(self._ends, start)
            while number < len(self._starts) and self._starts[number] < end:
                numbers.add(number)
                number += 1
        return frozenset(numbers)

    def but_marks(self, numbers: frozenset[int]) -> frozenset[int]:
        """The same without marks, unless there is nothing else."""
        return numbers - self._marks or numbers


@dataclass(frozen=True)
class _Sets:
    """The tokens of one attribution, role by role, with and without marks."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    words: Mapping[str, frozenset[int]]

    def agrees(self, other: "_Sets", *roles: str) -> bool:
        return all(self.words[role] == other.words[role] for role in roles)

    def touches(self, other: "_Sets", role: str) -> bool:
        """Whether they share a token of that role; two that have none of it do as well."""
        ours, theirs = getattr(self, role), getattr(other, role)
        return bool(ours & theirs) or not (ours or theirs)

    def dice(self, other: "_Sets") -> float:
        return 2 * len(self.content & other.content) / (len(self.content) + len(other.content))


def _sets(tokens: _Tokens, attribution: Marked) -> _Sets:
    by_role = {role: tokens.of(spans) for role, spans in zip(ROLES, attribution, strict=True)}
    return _Sets(**by_role, words={role: tokens.but_marks(numbers) for role, numbers in by_role.items()})


def _paired(marked: Sequence[_Sets], found: Sequence[_Sets]) -> list[tuple[int, int]]:
    """Which go together, by their places."""
    possible = sorted(
        (-one.dice(other), -len(one.cue & other.cue), first, second)
        for first, one in enumerate(marked)
        for second, other in enumerate(found)
        if one.content & other.content
    )
    pairs: dict[int, int] = {}
    for _, _, first, second in possible:
        if first not in pairs and second not in pairs.values():
            pairs[first] = second
    return list(pairs.items())


def _claims(document: Document, found: list[Marked]) -> tuple[Document, list[Marked]]:
    text, marks = document
    tokens = _Tokens(text)
    pairs = {
        second: first
        for first, second in _paired([_sets(tokens, one) for one in marks], [_sets(tokens, one) for one in found])
    }
    kept = [
        one for place, one in enumerate(found) if is_claim(text, marks[pairs[place]] if place in pairs else one)
    ]  # fmt: skip
    return Document(text, [one for one in marks if is_claim(text, one)]), kept


@dataclass
class _Tally:
    """Counts over documents; what is right by what was found and by what is marked may differ."""

    marked: int = 0
    found: int = 0
    paired: int = 0
    right: Counter[str] = field(default_factory=Counter)
    sizes: Counter[tuple[str, str]] = field(default_factory=Counter)
    covered: list[float] = field(default_factory=lambda: [0.0, 0.0])
    sources: Counter[str] = field(default_factory=Counter)

    def add(self, document: Document, found: Iterable[Marked]) -> None:
        tokens = _Tokens(document.text)
        ours = [one for one in (_sets(tokens, each) for each in document.marked) if one.content]
        theirs = [one for one in (_sets(tokens, each) for each in found) if one.content]
        self.marked += len(ours)
        self.found += len(theirs)
        for role in ROLES:
            self._add_role(role, ours, theirs)
        for first, second in _paired(ours, theirs):
            self._add_pair(ours[first], theirs[second])

    def _add_role(self, role: str, ours: list[_Sets], theirs: list[_Sets]) -> None:
        covers = [frozenset[int]().union(*(getattr(one, role) for one in some)) for some in (ours, theirs)]
        counts = [Counter(one.words[role] for one in some if getattr(one, role)) for some in (ours, theirs)]
        for name, common, sizes in (
            ("token-overlap", len(covers[0] & covers[1]), map(len, covers)),
            ("exact", (counts[0] & counts[1]).total(), (count.total() for count in counts)),
        ):
            self.right[f"{role} {name}"] += common
            for who, size in zip(("marked", "found"), sizes, strict=True):
                self.sizes[f"{role} {name}", who] += size

    def _add_pair(self, ours: _Sets, theirs: _Sets) -> None:
        self.paired += 1
        common = len(ours.content & theirs.content)
        self.covered[0] += common / len(theirs.content)
        self.covered[1] += common / len(ours.content)
        is_half = ours.dice(theirs) >= HALF
        by_source, by_cue = ours.touches(theirs, "source"), ours.touches(theirs, "cue")
        self.right["content half-match (Dice>=.5)"] += is_half
        self.right["attribution partial (content+source)"] += is_half and by_source
        self.right["attribution partial (all three)"] += is_half and by_source and by_cue
        self.right["attribution exact (content+source)"] += ours.agrees(theirs, "content", "source")
        self.right["attribution exact (all three)"] += ours.agrees(theirs, *ROLES)
        if ours.source:
            self.sources["pairs"] += 1
            self.sources["answered"] += bool(theirs.source)
            self.sources["exact"] += ours.agrees(theirs, "source")
            self.sources["overlap"] += bool(ours.source & theirs.source)

    def scores(self, documents: int) -> Scores:
        measures = {
            name: _measure(self.right[name], self.sizes[name, "found"], self.sizes[name, "marked"])
            for name in (
                f"{role} {what}" for role in ("content", "source", "cue") for what in ("token-overlap", "exact")
            )
        }
        by_content, by_marked = self.covered
        measures["content partial (Pareti)"] = Measure(_share(by_content, self.found), _share(by_marked, self.marked))
        for name in (
            "content half-match (Dice>=.5)", "attribution partial (content+source)", "attribution partial (all three)",
            "attribution exact (content+source)", "attribution exact (all three)",
        ):  # fmt: skip
            measures[name] = _measure(self.right[name], self.found, self.marked)
        pairs = self.sources["pairs"]
        shares = (_share(self.sources[name], pairs) for name in ("answered", "exact", "overlap"))
        return Scores(documents, self.marked, self.found, self.paired, measures, GivenContent(pairs, *shares))


def _measure(right: int, found: int, marked: int) -> Measure:
    return Measure(_share(right, found), _share(right, marked))


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
