"""Finding the attributed claims of many documents, in processes that can be killed, in the order of the documents.

Nothing here touches the ledger: what is found is what the texts say, and is yet to be proposed.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from claimcheck.attribution.values import Attribution
from claimcheck.errors import ClaimcheckError, FetchError, InputError, NotFoundError, PluginError, UnusableError
from claimcheck.parsing.attributing import MAX_ATTRIBUTIONS, attributed, require_model
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.inputs import Input, InputKind
from claimcheck.values import Received, Rendition

MAX_CHARACTERS = 2_000_000
"""Of a longer text so much is read."""
OF_ONE_DOCUMENT = (FetchError, InputError, NotFoundError, UnusableError)
"""What is wrong with a document, and no reason not to go on with the next one."""


class Text(NamedTuple):
    """A text to look for claims in, and how it came; all offsets count in `text`."""

    text: str
    received: Received | None = None
    """How its bytes came; they are in the archive or dropped."""
    rendition: Rendition | None = None
    """None where the text is the file itself, unchanged."""
    snapshot_id: int | None = None
    """The snapshot of the ledger that it is the text of."""
    published_on: str | None = None
    """The day, EDTF, if that is known."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says that somebody said."""

    source: Input
    text: Text = field(repr=False)
    attributions: tuple[Attribution, ...] = ()
    """In the order of their cues."""
    partial: str | None = None
    """What of the text was not looked at, in words."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document of which nothing is known, and why; of a file, what is wrong with it is bad input."""

    source: Input
    error: ClaimcheckError


Read = Callable[[Input], Awaitable[Text]]


async def extractions(
    sources: Iterable[Input], read: Read, parser: ParsingServer, *, at_once: int, model: str | None = None
) -> AsyncGenerator[Extraction | Failure, None]:
    """What each document holds, in their order, with `at_once` of them in hand.

    `parser` has the trade of `claimcheck.parsing.attributing`; `model` is the absolute path of a trained tagger.

    Raises:
        InputError: the file is no trained tagger.
        PluginError: what reads such documents, or finds claims, is not installed.
    """
    if model is not None:
        await parser.call_async(require_model, model)
    waiting: deque[asyncio.Task[Extraction | Failure]] = deque()
    try:
        for source in sources:
            waiting.append(asyncio.create_task(_extraction(source, read, parser, model)))
            if len(waiting) >= at_once:
                yield await waiting.popleft()
        while waiting:
            yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def _extraction(source: Input, read: Read, parser: ParsingServer, model: str | None) -> Extraction | Failure:
    try:
        try:
            text = await read(source)
        except PluginError as error:
            # what reads documents of this kind is missing; others may well be read
            return Failure(source, error)
        found = await parser.call_async(attributed, text.text[:MAX_CHARACTERS], text.published_on, model)
    except UnusableError as error:
        # what a server sends is its own affair; what is wrong with a file is wrong with what was given
        return Failure(source, error if source.kind is InputKind.URL else InputError(str(error)))
    except OF_ONE_DOCUMENT as error:
        return Failure(source, error)
    return Extraction(source, text, found[:MAX_ATTRIBUTIONS], _partial(len(text.text), len(found)))


def _partial(length: int, found: int) -> str | None:
    if found > MAX_ATTRIBUTIONS:
        return f"only the first {MAX_ATTRIBUTIONS:,} claims in it are given; split it"
    if length > MAX_CHARACTERS:
        return f"only the first {MAX_CHARACTERS:,} of its {length:,} characters were read; split it"
    return None
