"""The closed word lists of the ledger. Standard library only, so that every command may import it."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What kind of speaker a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


class ClaimKind(StrEnum):
    """What the source does by saying it."""

    ASSERTION = "assertion"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    ESTIMATE = "estimate"
    REPORT = "report"
    FORECAST = "forecast"
    OPINION = "opinion"


class Directness(StrEnum):
    """Whether the document gives the source's own words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Verdict(StrEnum):
    """What a person concluded. A claim without a verdict has none, not one of these."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    UNVERIFIABLE = "unverifiable"


class ClaimState(StrEnum):
    """Where a claim stands in the ledger's own workflow."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class RelationKind(StrEnum):
    """How one claim stands to another."""

    CONTRADICTS = "contradicts"
    DENIES = "denies"
    REPEATS = "repeats"
    NARROWS = "narrows"
    SUPERSEDES = "supersedes"
    NUMERIC_CONFLICT = "numeric_conflict"


class Reliability(StrEnum):
    """Admiralty grade of a source. F has no numeric value: it is no middle grade."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Entity(StrEnum):
    """The roots whose changes the history records; everything else is a field of one of them."""

    SOURCE = "source"
    DOCUMENT = "document"
    CLAIM = "claim"


class Preference(StrEnum):
    """Whose value holds where a reviewer and the ledger have changed the same to different ones."""

    THEIRS = "theirs"
    OURS = "ours"


class Action(StrEnum):
    """What an event did to its entity."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    NOTED = "noted"


class FetchFailure(StrEnum):
    """Why a fetch gave nothing."""

    REFUSED = "refused"
    UNRESOLVED = "unresolved"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    TLS = "tls"
    PROTOCOL = "protocol"
    CUT = "cut"
    TOO_LARGE = "too_large"
    BAD_ENCODING = "bad_encoding"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    INSECURE_REDIRECT = "insecure_redirect"
    BLOCKED = "blocked"
    LATER = "later"
    GIVEN_UP = "given_up"


class AnchorState(StrEnum):
    """Whether a quotation still stands in a text: `drifted` is only something like it, for a person to look at."""

    ANCHORED = "anchored"
    DRIFTED = "drifted"
    ORPHANED = "orphaned"
    AMBIGUOUS = "ambiguous"


class Stance(StrEnum):
    """What a passage says to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    MIXED = "mixed"
    MENTIONS = "mentions"
    UNRELATED = "unrelated"


class NumberOutcome(StrEnum):
    """What the numbers of two texts say to each other: incomparable are those of different things, or of none."""

    AGREE = "agree"
    DISAGREE = "disagree"
    INCOMPARABLE = "incomparable"


class LinkState(StrEnum):
    """Whether somebody has looked at a link, and what they decided."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class WatchKind(StrEnum):
    """What is watched: one page, a feed of items, or a question to a provider."""

    PAGE = "page"
    FEED = "feed"
    QUERY = "query"


class WatchState(StrEnum):
    """Whether a watch is asked: `gone` when the server said so for good, `removed` when a person did."""

    ACTIVE = "active"
    PAUSED = "paused"
    GONE = "gone"
    REMOVED = "removed"


class Outcome(StrEnum):
    """What one fetch of a run came to."""

    OK = "ok"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    PARTIAL = "partial"
    BLOCKED = "blocked"
    FAILED = "failed"
    SKIPPED = "skipped"


RELIABILITY_WORDS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

CREDIBILITY_WORDS = {
    1: "confirmed by other independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

LIKELIHOOD_BANDS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.0, "almost certain"),
)


def likelihood(confidence: float) -> str:
    """The likelihood word for a probability in 0..1; a value on a boundary takes the lower word.

    Source: ICD 203, Analytic Standards, D.6.e.(2)(a)
    https://www.dni.gov/files/documents/ICD/ICD-203.pdf
    """
    return next(word for upper, word in LIKELIHOOD_BANDS if confidence <= upper)
