"""From what the user names to what is found in it, for whoever prints that or keeps it."""

import os
import sys
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import aclosing
from pathlib import Path

import typer

from claimcheck.cli import _open, _web
from claimcheck.parsing import attributing
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps.extract import Extraction, Failure, Text, extractions
from claimcheck.steps.inputs import STDIN, Input, InputKind
from claimcheck.steps.texts import text_from_outside, text_of_document

_AT_ONCE = 4
"""For each process so many documents are in hand, so that a long one keeps no other waiting."""


def results(
    context: typer.Context, sources: Sequence[Input], *, jobs: int | None, model: str | None = None, keep: bool = False
) -> Generator[Extraction | Failure, None, None]:
    """What is found in each document, in their order, by as many processes at once as there are `jobs`.

    `model` is the file of a trained tagger. With `keep` the texts are those that the ledger keeps, and the bytes of
    what comes from outside are held for it. The ledger is only opened for its own documents, to read.

    Raises:
        InputError: the file is no trained tagger.
        PluginError: what finds claims is not installed.
    """
    # the processes stand in another folder
    path = None if model is None else str(Path(model).absolute())
    return _web.stepwise(_results(context, sources, jobs or _processors(), path, keep=keep))


async def _results(
    context: typer.Context, sources: Sequence[Input], jobs: int, model: str | None, *, keep: bool
) -> AsyncGenerator[Extraction | Failure, None]:
    async with (
        _web.fetcher(keep=False, holds=keep) as fetcher,
        ParsingServer(workers=jobs, limits=attributing.LIMITS, trade=attributing.__name__) as parser,
    ):

        async def read(source: Input) -> Text:
            if source.kind is not InputKind.DOCUMENT:
                return await text_from_outside(source, fetcher, sys.stdin.buffer, now=_open.now(), as_kept=keep)
            with _open.reader(context) as reader:
                return text_of_document(reader, int(source.name))

        async with aclosing(extractions(sources, read, parser, at_once=jobs * _AT_ONCE, model=model)) as found:
            async for one in found:
                yield one


def named(source: Input, message: str) -> str:
    """A message that says which document it is about."""
    if source.kind is InputKind.STDIN or source.name == STDIN:
        return f"standard input: {message}"
    return message if source.called in message else f"{source.called}: {message}"


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system can say
        return os.cpu_count() or 1
