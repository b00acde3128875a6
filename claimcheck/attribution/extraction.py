"""From a text to its attributions: parse, find, resolve."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.attribution import language
from claimcheck.attribution.finding import rules
from claimcheck.attribution.finding.clauses import is_clause
from claimcheck.attribution.finding.supposing import is_supposed, is_unsaid
from claimcheck.attribution.parsed import Found, ParsedText, Spans
from claimcheck.attribution.understanding.days import days
from claimcheck.attribution.understanding.directness import directness
from claimcheck.attribution.understanding.kinds import kinds
from claimcheck.attribution.understanding.relays import relays
from claimcheck.attribution.understanding.resolving import Resolver, sources
from claimcheck.attribution.values import Attribution

if TYPE_CHECKING:
    from claimcheck.attribution.tagging.tagger import Tagger


def attributions(
    text: str, tagger: "Tagger | None" = None, *, published_on: str | None = None
) -> Iterator[Attribution]:
    """Every attribution of a text, in the order of their cues.

    Without a trained tagger the rules alone find them. `published_on` (EDTF) is the day from which "on Monday" is
    reckoned back.

    Raises:
        PluginError: the parser is not installed.
    """
    find = rules.find if tagger is None else tagger.find
    resolver = Resolver()
    for start, part in language.parts(text):
        parsed = language.parsed(part)
        found = [one for one in find(parsed) if not is_supposed(parsed, one)]
        yield from understood(parsed, found, resolver, start=start, published_on=published_on)


def understood(
    parsed: ParsedText, found: list[Found], resolver: Resolver, *, start: int = 0, published_on: str | None = None
) -> Iterator[Attribution]:
    """What was found in the next part of a text, which begins at `start`, with all that is understood of it."""
    scene = resolver.scene(parsed)
    named = sources(scene, found)
    hops = relays(scene, found, named)
    done = kinds(parsed, found)
    said_on = days(parsed, found, named, published_on)

    def spans(tokens: list[int]) -> Spans:
        return tuple((first + start, end + start) for first, end in parsed.spans(tokens))

    for one, source, way, day, kind in zip(found, named, hops, said_on, done, strict=True):
        yield Attribution(
            content=spans(one.content),
            cue=spans(one.cue),
            source=spans(one.source),
            directness=directness(parsed, one.content, scene.quoted),
            kind=kind,
            resolved_source=source,
            hops=way,
            said_on=day,
            is_clause=is_clause(parsed, one.content) and not is_unsaid(parsed, one),
        )
