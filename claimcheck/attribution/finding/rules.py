"""Which words of a parsed text attribute something to somebody: the rules, one after the other."""

from claimcheck.attribution.finding import asides, loose, verbless
from claimcheck.attribution.finding.attitudes import attitudes
from claimcheck.attribution.finding.continuations import continue_quotations
from claimcheck.attribution.finding.layout import Layout
from claimcheck.attribution.finding.overlaps import outermost, split_conjoined
from claimcheck.attribution.finding.supposing import is_supposed
from claimcheck.attribution.finding.verbs import verb_attributions
from claimcheck.attribution.parsed import Found, ParsedText

_WHERE_NOTHING_ELSE_ATTRIBUTES = (
    loose.colons,
    loose.unknown_verbs,
    asides.denied,
    verbless.nouns,
    loose.signatures,
    attitudes,
    verbless.hearsay,
    loose.speakers,
)


def find(parsed: ParsedText) -> list[Found]:
    """The attributions of a text, in the order of their cues; none lies within what another says."""
    layout = Layout(parsed)
    found = [*verb_attributions(layout), *verbless.according_to(layout), *verbless.opinions(layout)]
    split_conjoined(layout, found)
    found = [one for one in outermost(layout, found) if not is_supposed(parsed, one)]
    continue_quotations(layout, found)
    for rule in _WHERE_NOTHING_ELSE_ATTRIBUTES:
        found += rule(layout, found)
    return sorted(found, key=lambda one: one.cue[0])
