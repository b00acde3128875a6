"""Whether what the ledger quotes from a document stands in one of its texts: appearances and evidence, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from claimcheck.anchoring import CONTEXT, anchor
from claimcheck.store.document_reads import passages, places
from claimcheck.store.engine import Reader
from claimcheck.store.evidence import text_of
from claimcheck.vocabulary import AnchorState


@dataclass(frozen=True, slots=True)
class AnchorCheck:
    """One quotation or span, and where it stands in the text; `state` None where the ledger says too little to look."""

    claim_id: int | None
    evidence_id: int | None
    what: str
    """quote, span or evidence."""
    exact: str | None
    state: AnchorState | None
    start: int | None = None
    end: int | None = None
    how: str = ""
    similarity: float | None = None


def located(reader: Reader, document_id: int, text: str) -> Iterator[tuple[dict[str, Any], AnchorCheck]]:
    """Where the claims of a document appear in one of its texts, as columns of each appearance and the check of it."""
    texts: dict[int, str | None] = {}
    for place in places(reader, document_id):
        if place["span_start"] is not None:
            yield place, _span_check(place, text, _own_text(reader, place, texts))


def anchor_checks(reader: Reader, document_id: int, text: str, *, but_of: int | None = None) -> list[AnchorCheck]:
    """Every quotation, span and piece of evidence of a document, looked for in one of its texts.

    Evidence of the snapshot `but_of` is left out.
    """
    texts: dict[int, str | None] = {}
    checks = []
    for place in places(reader, document_id):
        checks += _of_place(place, text, _own_text(reader, place, texts))
    for passage in passages(reader, document_id):
        if passage["snapshot_id"] == but_of:
            continue
        found = anchor(
            text,
            exact=passage["exact"],
            prefix=passage["prefix"],
            suffix=passage["suffix"],
            start=passage["span_start"],
        )
        checks.append(_check(None, passage["id"], "evidence", passage["exact"], found))
    return checks


def fallen(reader: Reader, document_id: int, before: str, after: str) -> list[str]:
    """The quotations and passages of evidence of a document that stood in one text and stand no longer in another."""
    exact = [place["quote"] for place in places(reader, document_id) if place["quote"]]
    exact += [passage["exact"] for passage in passages(reader, document_id)]
    gone = [quote for quote in dict.fromkeys(exact) if quote in before and quote not in after]
    return [quote for quote in gone if anchor(after, exact=quote).state is not AnchorState.ANCHORED]


def _own_text(reader: Reader, place: dict[str, Any], texts: dict[int, str | None]) -> str | None:
    """The text that the offsets of an appearance count in, if it is kept; `texts` are those that were read before."""
    own = place["snapshot_id"]
    if own is not None and own not in texts:
        texts[own] = text_of(reader, own)
    return texts.get(own)


def _of_place(place: dict[str, Any], text: str, own_text: str | None) -> list[AnchorCheck]:
    claim_id, start, end = place["claim_id"], place["span_start"], place["span_end"]
    checks = []
    if start is not None:
        checks.append(_span_check(place, text, own_text))
    if place["quote"]:
        at = place["quote_start"]
        source = text if own_text is None else own_text
        if at is None and start is not None and source[start:end].count(place["quote"]) == 1:
            # the quote has no place of its own, but its span has
            at = source.index(place["quote"], start, end)
        prefix = suffix = ""
        if own_text is not None and at is not None and own_text.startswith(place["quote"], at):
            prefix, suffix = _context(own_text, at, at + len(place["quote"]))
        found = anchor(text, exact=place["quote"], prefix=prefix, suffix=suffix, start=at)
        checks.append(_check(claim_id, None, "quote", place["quote"], found))
    return checks


def _span_check(place: dict[str, Any], text: str, own_text: str | None) -> AnchorCheck:
    """A span is known by its hash, and by its words where its own snapshot's text is kept."""
    claim_id, start, end, digest = place["claim_id"], place["span_start"], place["span_end"], place["span_sha256"]
    if digest is not None and end <= len(text) and sha256(text[start:end].encode()).hexdigest() == digest:
        return AnchorCheck(claim_id, None, "span", text[start:end], AnchorState.ANCHORED, start, end, "exact")
    if own_text is None or end > len(own_text):
        return AnchorCheck(claim_id, None, "span", None, None)
    prefix, suffix = _context(own_text, start, end)
    found = anchor(text, exact=own_text[start:end], prefix=prefix, suffix=suffix, start=start)
    return _check(claim_id, None, "span", own_text[start:end], found)


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]


def _check(claim_id: int | None, evidence_id: int | None, what: str, exact: str, found: Any) -> AnchorCheck:
    return AnchorCheck(
        claim_id, evidence_id, what, exact, found.state, found.start, found.end, found.how, found.similarity
    )
