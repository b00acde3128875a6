"""Finding who is said to have said what in a text: source, cue and content, to the character."""
