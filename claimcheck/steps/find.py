"""Asking providers about one claim: who was asked, what each found, who could not be asked, and who did not answer."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimcheck.errors import FetchError, InputError, PluginError, UnusableError
from claimcheck.shelf import find as find_plugin
from claimcheck.shelf import names
from claimcheck.steps.findings import keep_new
from claimcheck.store import engine
from claimcheck.store.history import utc_text
from claimcheck.store.searches import add_search, known_findings
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import FetchFailure, Outcome

if TYPE_CHECKING:
    from sqlmodel import Session

    from claimcheck.ports import Provider
    from claimcheck.steps.fetching import Fetcher
    from claimcheck.store.engine import Reader

ONLY_WHEN_NAMED = ("feed",)
"""Providers that need an address which no claim has."""
_NO_ANSWER: dict[Outcome | None, Outcome] = {word: word for word in (Outcome.SKIPPED, Outcome.BLOCKED)}
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
    """How one provider answered; `hit_count` None where it did not, `new` what no earlier search had found."""

    provider: str
    asked_at: datetime
    outcome: Outcome
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    message: str | None = None
    new: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def hit_count(self) -> int | None:
        """How many things it found; None if it was not asked or did not answer."""
        return None if self.outcome in (Outcome.SKIPPED, Outcome.FAILED, Outcome.BLOCKED) else len(self.findings)


def question_about(reader: "Reader", claim_id: int, urls: Sequence[str] = ()) -> Question:
    """What there is to ask about a claim; `urls` are pages to look at beside those in which it appears."""
    ((text, source, said_on),) = reader.all(_CLAIM, (claim_id,))
    own = [url for (url,) in reader.all(_URLS, (claim_id,))]
    language = reader.value(_LANGUAGE, (claim_id,))
    return Question(text, source=source, said_on=said_on, language=language, urls=tuple(dict.fromkeys([*urls, *own])))


def default_providers() -> list[str]:
    """Every provider that can be asked about any claim."""
    return [name for name in names("providers") if name not in ONLY_WHEN_NAMED]


async def search(fetcher: "Fetcher", question: Question, providers: Sequence[str]) -> list[Searched]:
    """Ask all of them at once; whatever happens is an answer, in the order of the providers."""
    return list(await asyncio.gather(*(_search(fetcher, question, name) for name in providers)))


async def _search(fetcher: "Fetcher", question: Question, name: str) -> Searched:
    asked_at = datetime.now(UTC)
    provider: Provider = find_plugin("providers", name)
    variable = provider.key_variable
    key = os.environ.get(variable, "").strip() if variable else ""
    if variable and not key:
        return Searched(name, asked_at, Outcome.SKIPPED, message=f"needs a key; set {variable}")
    try:
        found, failures = await fetcher.ask(name, replace(question, key=key or None))
    except FetchError as error:
        outcome = Outcome.BLOCKED if error.failure is FetchFailure.BLOCKED else Outcome.FAILED
        return Searched(name, asked_at, outcome, message=str(error))
    except UnusableError as error:
        return Searched(name, asked_at, _NO_ANSWER.get(error.outcome, Outcome.FAILED), message=str(error))
    except (InputError, PluginError) as error:
        return Searched(name, asked_at, Outcome.FAILED, message=str(error))
    if failures:
        return Searched(name, asked_at, Outcome.PARTIAL, found, "; ".join(failures))
    return Searched(name, asked_at, Outcome.OK if found else Outcome.EMPTY, found)


def record_searches(session: "Session", claim_id: int, question: Question, done: Sequence[Searched]) -> list[Searched]:
    """Write down who was asked what, and what came of it; gives the same, each with what is new of it."""
    connection = engine.driver_connection(session)
    told = []
    for item in done:
        search_id = add_search(
            connection, provider=item.provider, claim_id=claim_id, query=question.words,
            asked_at=utc_text(item.asked_at), outcome=item.outcome, hit_count=item.hit_count, message=item.message,
        )  # fmt: skip
        known = known_findings(connection, claim_id=claim_id, provider=item.provider)
        told.append(replace(item, new=tuple(keep_new(connection, search_id, item.findings, known))))
    return told
