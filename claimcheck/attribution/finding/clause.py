"""A verb of saying with what grammar knows of it, before its words are found."""

from dataclasses import dataclass, field

from claimcheck.attribution.finding.lexicon import Verb


@dataclass(frozen=True, slots=True)
class Clause:
    """All numbers are tokens; the lists are ascending."""

    verb: int
    entry: Verb
    cue: list[int]
    subject: int | None
    """The head of the subject."""
    is_own_subject: bool
    """Whether the subject is the verb's own, and not that of a verb or noun it hangs on."""
    sentence: tuple[int, int]
    source: list[int] = field(default_factory=list)

    @property
    def block(self) -> list[int]:
        """The cue, with the subject where that stands beside it."""
        return sorted({*self.cue, *(self.source if self.is_own_subject else ())})
