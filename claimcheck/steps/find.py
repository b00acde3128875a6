"""Asking providers about one claim: who was asked, what each found, who could not be asked, and who did not answer."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimcheck.errors import FetchError, InputError, PluginError, UnusableError, UsageError
from claimcheck.redaction import redacted
from claimcheck.shelf import names
from claimcheck.steps.fetching import requests_of, with_key
from claimcheck.steps.findings import keep_new, without_secrets
from claimcheck.store import engine
from claimcheck.store.history import utc_text
from claimcheck.store.searches import add_search, known_findings
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import FetchFailure, Outcome

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.steps.fetching import Fetcher
    from claimcheck.store.engine import Reader

ONLY_WHEN_NAMED = ("feed",)
"""Providers that need an address which no claim has: they see only the pages that the user names."""
_CLAIM = """
SELECT text, source.name, said_on FROM claim JOIN source ON source.id = source_id WHERE claim.id = ?
"""
_URLS = """
SELECT DISTINCT url FROM appearance JOIN document ON document.id = document_id
WHERE claim_id = ? AND (url LIKE 'http://%' OR url LIKE 'https://%') ORDER BY url
"""
_LANGUAGE = """
SELECT language FROM appearance JOIN document ON document.id = document_id
WHERE claim_id = ? AND language IS NOT NULL ORDER BY is_first DESC, appearance.id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Searched:
    """How one provider answered; `new` is what no earlier search about the claim had found."""

    provider: str
    asked_at: datetime
    query: str
    """What it was asked: its URLs, without secrets, one a line; the claim's words where it could not be asked."""
    outcome: Outcome
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    message: str | None = None
    new: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def hit_count(self) -> int | None:
        """How many things it found; None if it was not asked or did not answer."""
        return None if self.outcome in (Outcome.SKIPPED, Outcome.FAILED, Outcome.BLOCKED) else len(self.findings)


def question_about(reader: "Reader", claim_id: int) -> Question:
    """What there is to ask about a claim; its `urls` are the pages in which it appears."""
    ((text, source, said_on),) = reader.all(_CLAIM, (claim_id,))
    urls = tuple(url for (url,) in reader.all(_URLS, (claim_id,)))
    return Question(text, source=source, said_on=said_on, language=reader.value(_LANGUAGE, (claim_id,)), urls=urls)


def default_providers() -> list[str]:
    """Every provider that can be asked about any claim."""
    return [name for name in names("providers") if name not in ONLY_WHEN_NAMED]


async def search(
    fetcher: "Fetcher", question: Question, providers: Sequence[str], *, urls: Sequence[str] = ()
) -> list[Searched]:
    """Ask all of them at once; whatever happens is an answer, in the order of the providers.

    `urls` are pages to look at beside those in which the claim appears.
    """
    every = replace(question, urls=tuple(dict.fromkeys([*urls, *question.urls])))
    named = replace(question, urls=tuple(dict.fromkeys(urls)))
    asked = {name: named if name in ONLY_WHEN_NAMED else every for name in providers}
    return list(await asyncio.gather(*(_search(fetcher, name, question) for name, question in asked.items())))


async def _search(fetcher: "Fetcher", name: str, question: Question) -> Searched:
    done = Searched(name, datetime.now(UTC), question.words, Outcome.FAILED)
    try:
        question = with_key(name, question)
        urls = [redacted(request.url) for request in requests_of(name, question)]
        done = replace(done, query="\n".join(urls) or question.words)
        answered, failures = await fetcher.ask(name, question)
    except (FetchError, InputError, PluginError, UnusableError, UsageError) as error:
        return replace(done, outcome=_outcome(error), message=str(error).removeprefix(f"{name} "))
    found = tuple(without_secrets(finding) for finding in answered)
    if failures:
        return replace(done, outcome=Outcome.PARTIAL, findings=found, message="; ".join(failures))
    return replace(done, outcome=Outcome.OK if found else Outcome.EMPTY, findings=found)


def _outcome(error: Exception) -> Outcome:
    """Whether a provider was not asked, turned us away, or did not answer."""
    if isinstance(error, UnusableError) and error.outcome in (Outcome.SKIPPED, Outcome.BLOCKED):
        return error.outcome
    is_blocked = isinstance(error, FetchError) and error.failure is FetchFailure.BLOCKED
    return Outcome.BLOCKED if is_blocked else Outcome.FAILED


def record_searches(session: "Session", claim_id: int, done: Sequence[Searched]) -> list[Searched]:
    """Write down who was asked what, and what came of it; gives the same, each with what is new of it."""
    connection = engine.driver_connection(session)
    told = []
    for item in done:
        search_id = add_search(
            connection, provider=item.provider, claim_id=claim_id, query=item.query,
            asked_at=utc_text(item.asked_at), outcome=item.outcome, hit_count=item.hit_count, message=item.message,
        )  # fmt: skip
        known = known_findings(connection, claim_id=claim_id, provider=item.provider)
        told.append(replace(item, new=tuple(keep_new(connection, search_id, item.findings, known))))
    return told
