"""Which claims a command is about, and which page of them."""

from typing import NamedTuple


class ClaimFilter(NamedTuple):
    """Which claims: every condition must hold; several values of one condition are alternatives.

    Days are EDTF texts; a partial date matches when any of its days does.
    """

    sources: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    vias: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    without_tags: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    min_confidence: float | None = None
    max_confidence: float | None = None
    min_hops: int | None = None
    since: str | None = None
    until: str | None = None
    date: str = "said"
    text: str | None = None
    marked: bool = False
    """Whether matches of `text` are to be marked where a claim's text is shown."""
    needs_review: bool = False
    has_evidence: bool | None = None
    """Whether a person has confirmed that some passage bears on it."""
    claim_ids: tuple[int, ...] = ()
    document_ids: tuple[int, ...] = ()
    """Where it is said; any appearance counts."""


class Paging(NamedTuple):
    """In which order, how many, and after which claim."""

    sort: str = "id"
    limit: int | None = None
    after: str | None = None
    """A claim as a user names it: by number or public id."""
