"""Asking for documents and answers: politely, read in processes that can be killed, kept in the archive.

Nothing here touches the ledger, so that nobody waits for it while a server is slow.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import ClaimcheckError, FetchError, InputError, PluginError, UnusableError
from claimcheck.parsing.answers import read_answer
from claimcheck.parsing.rendering import render
from claimcheck.parsing.server import ParsingServer
from claimcheck.redaction import HIDDEN, redacted, shown
from claimcheck.shelf import find
from claimcheck.steps.aside import back, set_aside
from claimcheck.steps.receive import received_page, require_document, status_words
from claimcheck.store.archive import Archive
from claimcheck.values import Finding, Page, Question, Received, Rendition, Request
from claimcheck.vocabulary import Outcome
from claimcheck.web.manners import PoliteClient

if TYPE_CHECKING:
    from claimcheck.ports import Provider

NOT_MODIFIED = 304
GONE = 410

Room = Callable[[int], Awaitable[None]]
"""Returns when there is room for what is read out of so many bytes."""


async def no_bound(_: int) -> None:
    """Room for whoever holds one result at a time."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What is known of the last answer from a URL, so that the same need not be sent or read again."""

    etag: str | None = None
    last_modified: str | None = None
    url: str | None = field(default=None, repr=False)
    """Where that answer came from in the end, as it was dialled; None if that is the URL that was asked for."""
    sha256: str | None = None
    """The hash of its bytes."""

    def confirmed_by(self, page: Page) -> bool:
        """Whether an answer says that nothing changed, in reply to these: one that was not asked for says nothing."""
        was_asked = bool(self.etag or self.last_modified) and page.final_url == (self.url or page.url)
        return was_asked and page.status == NOT_MODIFIED

    def of(self, page: Page) -> "Validators":
        """Those of a new answer; a 304 repeats only what has changed.

        What a redirect led to by a secret is forgotten: it is not to be kept, and the next one is another.
        """
        if page.status == NOT_MODIFIED:
            return replace(
                self,
                etag=page.headers.get("etag", self.etag),
                last_modified=page.headers.get("last-modified", self.last_modified),
            )
        url = page.final_url if page.final_url != page.url else None
        if url is not None and redacted(url) != url:
            return Validators()
        return Validators(page.headers.get("etag"), page.headers.get("last-modified"), url)


class Document(NamedTuple):
    """A document that was fetched and read; its `received.content` is empty, unless the fetcher holds it.

    Its bytes are in the archive, if there is one, unless its text is the one that was known.
    """

    received: Received
    rendition: Rendition
    validators: Validators


class Answer(NamedTuple):
    """What a feed has, and the bytes that say so, which are not in the archive yet."""

    findings: tuple[Finding, ...]
    received: Received
    validators: Validators


class _Came(NamedTuple):
    """An answer that is not as it was known."""

    page: Page
    received: Received
    validators: Validators


class GoneError(UnusableError):
    """A server says that what was there is gone for good."""


def with_key(name: str, question: Question) -> Question:
    """A question with the key that its provider needs, if it needs one.

    Raises:
        UnusableError: there is no key, so that it cannot be asked.
    """
    variable: str | None = find("providers", name).key_variable
    if variable is None or question.key:
        return question
    key = os.environ.get(variable, "").strip()
    if not key:
        msg = f"{name} needs a key; set {variable}"
        raise UnusableError(msg, Outcome.SKIPPED)
    return replace(question, key=key)


def requests_of(name: str, question: Question) -> Sequence[Request]:
    """What a provider wants asked about a question.

    Raises:
        PluginError: it is broken.
    """
    provider: Provider = find("providers", name)
    try:
        return provider.requests(question)
    except ClaimcheckError:
        raise
    except Exception as error:  # a stranger's module may raise anything
        msg = f"the provider {name} breaks on this question ({type(error).__name__}); tell whoever made it"
        raise PluginError(msg) from error


def _without(key: str | None, error: ClaimcheckError) -> ClaimcheckError:
    """The same error, its message without the key, which a server may repeat."""
    if key:
        error.args = (str(error).replace(key, HIDDEN),)
    return error


class Fetcher:
    """Fetches and reads; as much at once as the client allows."""

    def __init__(
        self, client: PoliteClient, parser: ParsingServer, archive: Archive | None, *, holds: bool = False
    ) -> None:
        """Use those three, which live longer than this; without an archive nothing is kept.

        With `holds` the bytes of a document are left in what came, for whoever decides later whether to keep them.
        """
        self._client = client
        self._parser = parser
        self._archive = archive
        self._holds = holds
        self._reading = asyncio.Semaphore(os.cpu_count() or 1)

    async def document(
        self,
        url: str,
        known: Validators | None = None,
        *,
        known_text_sha256: str | None = None,
        room: Room = no_bound,
    ) -> "Document | Validators":
        """The document at `url`, or, if it is as it was known, its renewed validators.

        `room` is waited for before it is read into memory.

        Raises:
            FetchError: nothing whole and allowed came within the limits.
            UnusableError: what came is no document; GoneError if there is none any more.
        """
        came = await self._came(url, known or Validators())
        if isinstance(came, Validators):
            return came
        validators = came.validators
        reading = self.read(came.received, known_text_sha256=known_text_sha256, room=room)
        # only `read` knows of the bytes from here on, so that it can let go of them
        del came
        return Document(*await reading, validators)

    async def read(
        self, received: Received, *, known_text_sha256: str | None = None, room: Room = no_bound
    ) -> tuple[Received, Rendition]:
        """The text of a document; its bytes go into the archive if it has any, and not the one that is known.

        A page that differs at each fetch in what nobody reads would otherwise leave its bytes there each time.

        Raises:
            UnusableError: it cannot be read.
            StoreError: its bytes cannot be kept.
        """
        with set_aside(received.content) as aside:
            received = replace(received, content=b"")
            async with self._reading:
                await room(received.size_bytes)
                content = back(aside)
                rendition = await self._parser.call_async(
                    render,
                    content,
                    content_type=received.content_type,
                    file_name=received.file_name,
                    url=received.final_url,
                )
                is_new = sha256(rendition.text.encode()).hexdigest() != known_text_sha256
                if self._archive is not None and is_new:
                    await asyncio.to_thread(self._archive.keep, content)
        return (replace(received, content=content) if self._holds else received), rendition

    async def feed(self, url: str, known: Validators | None = None, *, room: Room = no_bound) -> "Answer | Validators":
        """The items of the feed at `url`, or, if it is as it was known, its renewed validators.

        `room` is waited for before it is read.

        Raises:
            FetchError: nothing whole and allowed came within the limits.
            UnusableError: what came is no feed; GoneError if there is none any more.
        """
        came = await self._came(url, known or Validators())
        if isinstance(came, Validators):
            return came
        page, received, validators = came
        with set_aside(page.body) as aside:
            page, received = replace(page, body=b""), replace(received, content=b"")
            del came
            async with self._reading:
                await room(received.size_bytes)
                received = replace(received, content=back(aside))
                found = await self._parser.call_async(read_answer, "feed", replace(page, body=received.content))
        return Answer(found, received, validators)

    async def ask(self, name: str, question: Question) -> tuple[tuple[Finding, ...], list[str]]:
        """What a provider finds on a question, and what went wrong with some of its requests.

        Raises:
            FetchError: no request was answered.
            InputError: no page that the question names can be fetched.
            UnusableError: the provider has no answer to such a question, or its answers are none.
            UsageError: there is no such provider, or its key does not fit into a header.
            PluginError: the provider is broken.
        """
        provider: Provider = find("providers", name)
        question = with_key(name, question)
        requests = requests_of(name, question)
        if not requests:
            msg = f"{name} has nothing to ask about this; it needs a page (--url) or other words"
            raise UnusableError(msg, Outcome.SKIPPED)
        found: list[Finding] = []
        failures: list[ClaimcheckError] = []
        for request in requests:
            try:
                page = await self._client.get(
                    request.url,
                    headers=request.headers,
                    heed_robots=provider.heeds_robots,
                    interval_s=provider.interval_s,
                )
                await self._require_answer(name, page)
                found += await self._read_answer(name, page)
            except (FetchError, InputError, UnusableError) as error:
                failures.append(_without(question.key, error))
        if len(failures) == len(requests):
            raise failures[0]
        return tuple(found), [str(failure) for failure in failures]

    async def _require_answer(self, name: str, page: Page) -> None:
        """Refuse what is no answer; whoever wants a key says best what is wrong with ours."""
        try:
            require_document(page)
        except UnusableError as error:
            if find("providers", name).key_variable is not None:
                try:
                    await self._read_answer(name, page)
                except UnusableError as own:
                    error.args = own.args
            raise

    async def _came(self, url: str, known: Validators) -> "_Came | Validators":
        """What came from a URL, or, if it is as it was known, its renewed validators."""
        page = await self._client.get(url, etag=known.etag, last_modified=known.last_modified, validated_url=known.url)
        if page.status == GONE:
            msg = f"{shown(url)} answers {status_words(GONE)}; it is not asked again"
            raise GoneError(msg, Outcome.FAILED)
        validators = known.of(page)
        if known.confirmed_by(page):
            return validators
        received = received_page(page)
        validators = replace(validators, sha256=received.sha256)
        return validators if received.sha256 == known.sha256 else _Came(page, received, validators)

    async def _read_answer(self, name: str, page: Page) -> tuple[Finding, ...]:
        async with self._reading:
            return await self._parser.call_async(read_answer, name, page)
