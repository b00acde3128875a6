"""Searches and what they found: recorded so that "nothing", "not searched" and "down" stay three answers."""

import json
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from hashlib import sha256

from claimcheck.errors import InputError
from claimcheck.leads import lead_text
from claimcheck.redaction import holds_secret, redacted
from claimcheck.steps.asking import Asked
from claimcheck.store.dialect import Connection
from claimcheck.store.history import utc_text
from claimcheck.store.searches import add_finding, add_search, known_findings
from claimcheck.urls import canonical
from claimcheck.values import Finding
from claimcheck.vocabulary import Outcome

_URL = re.compile(r"https?:[^\s<>\"]+", re.IGNORECASE)
"""A URL within words, with what may stand right after it."""


def without_secrets(finding: Finding) -> Finding:
    """The same without the secrets of URLs in it; where they tell things apart, their digests do so."""
    said = {item.name: getattr(finding, item.name) for item in fields(finding)}
    cleaned = {name: _URL.sub(_hidden, text) for name, text in said.items() if text is not None}
    if not _URL.search(finding.key) and holds_secret(finding.key):
        cleaned["key"] = f"sha256:{sha256(finding.key.encode()).hexdigest()}"
    return replace(finding, **cleaned)


def _hidden(written: re.Match[str]) -> str:
    url = written[0]
    if not holds_secret(url):
        return url
    try:
        return canonical(url)
    except InputError:
        return redacted(url)


def keep_findings(connection: Connection, asked: Asked) -> list[str]:
    """Record how a watched query was answered, if at all; gives a line for each finding that no earlier answer had."""
    watch = asked.watch
    is_answered = asked.outcome in (Outcome.OK, Outcome.PARTIAL)
    search_id = add_search(
        connection, provider=watch.provider or "", watch_id=watch.id, query=watch.url.partition(":")[2],
        asked_at=utc_text(asked.asked_at), outcome=asked.outcome, message=asked.message,
        hit_count=len(asked.findings) if is_answered else None,
    )  # fmt: skip
    found = [without_secrets(finding) for finding in asked.findings]
    new = keep_new(connection, search_id, found, known_findings(connection, watch_id=watch.id))
    return [f"lead from {watch.provider}: {lead_text(finding)}" for finding in new]


def keep_new(
    connection: Connection, search_id: int, findings: Sequence[Finding], known: set[tuple[str, str]]
) -> list[Finding]:
    """Record the findings, which are without secrets, whose key or content is not known; gives those, in order."""
    new = []
    for finding in findings:
        digest = content_sha256(finding)
        if (finding.key, digest) not in known:
            known.add((finding.key, digest))
            new.append(finding)
            add_finding(connection, search_id, len(new), finding, digest)
    return new


def content_sha256(finding: Finding) -> str:
    """The hash of what a finding says, whatever it is known by."""
    said = [finding.title, finding.publisher, finding.published_on, finding.text, finding.rating]
    return sha256(json.dumps(said).encode()).hexdigest()
