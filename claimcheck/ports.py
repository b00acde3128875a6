"""What a plug-in has to look like: a module (or any object) with these names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Protocol, TextIO

from claimcheck.columns import Column
from claimcheck.judgements import Judgement, Pair
from claimcheck.values import Finding, Page, Question, Record, Rendition, Request


class Reader(Protocol):
    """Reads one file format into records."""

    def read(self, stream: BinaryIO) -> Iterator[Record]:
        """The records of a file: documents, sources, claims, relations, in that order.

        Raises:
            InputError: the file is not of this format.
        """


class Extractor(Protocol):
    """Reads one kind of document as text. It runs in a process of its own, since documents can be hostile."""

    suffixes: tuple[str, ...]
    """How the names of such files end: ".htm"."""
    media_types: tuple[str, ...]
    version: str
    """The engine with its version, and the version of the rules: "selectolax 1.0.2; rules 1"."""

    def extract(self, content: bytes, *, url: str | None) -> Rendition:
        """The text of a document that came from `url`, and what it says of itself.

        Raises:
            UnusableError: it has no text, or is broken or hostile.
            PluginError: what reads such documents is not installed.
        """


class Exporter(Protocol):
    """Writes rows in one file format."""

    preamble: str
    """What stands before the first row of a file, and not in front of rows shown on a terminal."""

    def write(
        self, columns: Sequence[Column], rows: Iterable[Sequence[object]], stream: TextIO, *, headers: bool = True
    ) -> int:
        """Write all rows as they come, in flat memory; gives their number."""


class Provider(Protocol):
    """Knows one place where evidence may be found: what to ask there, and how to read the answer.

    It opens no connection. `read` runs in a process of its own, since answers can be hostile.
    """

    interval_s: float
    """The seconds that it wants between two requests, at least."""
    heeds_robots: bool
    """Whether robots.txt counts; not for an interface that is made for programs."""
    key_variable: str | None
    """The environment variable that holds the key it needs, or None."""

    def requests(self, question: Question) -> Sequence[Request]:
        """What to ask, in this order; nothing if it has no answer to such a question."""

    def read(self, page: Page) -> Sequence[Finding]:
        """What an answer of status 200 holds, best first.

        Raises:
            UnusableError: it is no answer, but an error in the shape of one.
        """


class StanceModel(Protocol):
    """Says what passages say to claims. It decides nothing: what it says is a suggestion until a person confirms it."""

    version: str
    """The model with its version, as an assessment records it: "features 1"."""

    def judge(self, pairs: Sequence[Pair]) -> Sequence[Judgement]:
        """One judgement for each pair, in their order; the same pairs give the same judgements.

        Raises:
            PluginError: the model is missing, broken or out of reach.
        """
