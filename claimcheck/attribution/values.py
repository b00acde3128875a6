"""What extraction gives: one attribution, as offsets and what was understood."""

from dataclasses import dataclass

from claimcheck.attribution.parsed import Spans
from claimcheck.values import Hop
from claimcheck.vocabulary import ClaimKind, Directness


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to have said something. All spans are half-open code-point offsets into the whole text."""

    content: Spans
    cue: Spans
    """Empty where nothing but quotation marks says that somebody speaks."""
    source: Spans
    """Empty where the text does not say who, as in "is believed to"."""
    directness: Directness
    kind: ClaimKind
    resolved_source: str | None = None
    """Who it is by the fullest name the text has: "Kurt Campbell" for "he"; None where that is not known."""
    hops: tuple[Hop, ...] = ()
    """Through whom the words came, nearest to the source first: "according to Politico, officials said"."""
    said_on: str | None = None
    """The day, EDTF, if the text gives it."""
    is_clause: bool = True
    """Whether the content is claimed as it stands; "(denied) any role in it" and "(never said) it fell" are not."""
