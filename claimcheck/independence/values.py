"""What goes into counting origins, and what comes out: frozen, without behaviour of weight."""

from enum import IntEnum, StrEnum
from typing import NamedTuple

from claimcheck.vocabulary import SourceKind


class MergeKind(StrEnum):
    """Why two pieces of evidence are one, or why one leads back to a root."""

    URL = "same_url"
    FAMILY = "publisher_family"
    WIRE = "wire_credit"
    COPY = "copy"
    PARTIAL = "partial_copy"
    PASSAGE = "copied_passage"
    QUOTE = "shared_quotation"
    CITATION = "citation"
    LINK = "link"
    CIRCLE = "circular_citation"
    OWN = "claimant"


class Strength(IntEnum):
    """How sure a reason is: certain and likely ones are acted on, a possible one only widens the range."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


class Item(NamedTuple):
    """One piece of evidence: a passage (`start` to `end`, half-open, in code points) of a document's text.

    `publisher_names` are the publisher's name and its aliases; `published_on` is a day, possibly partial.
    """

    key: int
    url: str | None
    canonical_url: str | None
    publisher: str | None
    publisher_names: tuple[str, ...]
    title: str
    author: str | None
    published_on: str | None
    text: str
    passage: str
    start: int
    end: int


class Claimant(NamedTuple):
    """Who made the claim: its name first, then its aliases."""

    names: tuple[str, ...]
    kind: SourceKind | None


class Merge(NamedTuple):
    """Two items of one origin, or perhaps of one, and the reason in words."""

    one: int
    other: int
    kind: MergeKind
    reason: str
    certain: bool


class Descent(NamedTuple):
    """Where an item leads back to, and by what: `node` stands for the root in this run only."""

    kind: MergeKind
    node: str
    name: str
    reason: str
    strength: Strength


class Origin(NamedTuple):
    """Items that lead back to one root; `lineage` says in words how each of them does."""

    items: tuple[int, ...]
    root: str
    reasons: tuple[Merge, ...]
    lineage: tuple[str, ...]


class Aside(NamedTuple):
    """An item that is no independent evidence, and why."""

    key: int
    reason: str
    certain: bool


class Origins(NamedTuple):
    """The independent origins of a set of items, most items first, and what was set aside.

    `least` counts as if all doubtful merges were right and what is unresolved were nothing new, `most` as if only the
    certain ones were and each unresolved item, its copies apart, were an origin of its own. `doubts` are the merges
    that were not made.
    """

    origins: tuple[Origin, ...]
    own: tuple[Aside, ...]
    unresolved: tuple[Aside, ...]
    doubts: tuple[Merge, ...]
    least: int
    most: int

    def in_words(self, apart: int = 0) -> str:
        """The count in one line: "14 items -> 2 independent origins (1-3)"; `apart` are more items, of no origin."""
        total = sum(len(origin.items) for origin in self.origins) + len(self.own) + len(self.unresolved) + apart
        count = len(self.origins)
        spread = "" if self.least == self.most else f" ({self.least}-{self.most})"
        return f"{_counted(total, 'item')} -> {_counted(count, 'independent origin')}{spread}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
