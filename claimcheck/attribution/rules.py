"""Which words of a parsed text attribute something to somebody: the rules, one after the other."""

from claimcheck.attribution import loose, verbless
from claimcheck.attribution.continuations import continue_quotations
from claimcheck.attribution.layout import Layout
from claimcheck.attribution.overlaps import outermost, split_conjoined
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.verbs import verb_attributions


def find(parsed: ParsedText) -> list[Found]:
    """The attributions of a text, in the order of their cues; none lies within what another says."""
    layout = Layout(parsed)
    found = [*verb_attributions(layout), *verbless.according_to(layout)]
    split_conjoined(layout, found)
    found = outermost(layout, found)
    continue_quotations(layout, found)
    for rule in (loose.colons, loose.unknown_verbs, verbless.nouns, loose.signatures, verbless.hearsay):
        found += rule(layout, found)
    return sorted(found, key=lambda one: one.cue[0])
