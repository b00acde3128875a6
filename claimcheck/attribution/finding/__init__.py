"""Which words of a text attribute something to somebody: source, cue and content."""
