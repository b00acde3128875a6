"""Which words of a parsed text attribute something to somebody."""

from claimcheck.attribution.parsed import Found, ParsedText

_SAYING = frozenset({"said", "says", "say", "denied", "accused", "reported", "warned", "added", "noted"})


def find(parsed: ParsedText) -> list[Found]:
    """The attributions of a text, in the order of their cues."""
    found = []
    for token, word in enumerate(parsed.lowered):
        content = parsed.child(token, "ccomp")
        source = parsed.child(token, "nsubj")
        if word in _SAYING and content is not None:
            whole = [] if source is None else parsed.subtree(source)
            found.append(Found([token], whole, parsed.subtree(content), token, word))
    return found
