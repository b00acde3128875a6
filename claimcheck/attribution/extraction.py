"""From a text to its attributions: parse, find, resolve."""

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.attribution import language, rules
from claimcheck.attribution.parsed import Found, ParsedText, Spans
from claimcheck.attribution.values import Attribution
from claimcheck.vocabulary import ClaimKind, Directness


def attributions(text: str) -> Iterator[Attribution]:
    """Every attribution of a text, in the order of their cues.

    Raises:
        PluginError: the parser is not installed.
    """
    for start, part in language.parts(text):
        parsed = language.parsed(part)
        for found in rules.find(parsed):
            yield _moved(_attribution(parsed, found), start)


def _attribution(parsed: ParsedText, found: Found) -> Attribution:
    return Attribution(
        content=parsed.spans(found.content),
        cue=parsed.spans(found.cue),
        source=parsed.spans(found.source),
        directness=Directness.INDIRECT,
        kind=ClaimKind.ASSERTION,
    )


def _moved(attribution: Attribution, by: int) -> Attribution:
    def moved(spans: Spans) -> Spans:
        return tuple((start + by, end + by) for start, end in spans)

    if not by:
        return attribution
    return replace(
        attribution, content=moved(attribution.content), cue=moved(attribution.cue), source=moved(attribution.source)
    )
