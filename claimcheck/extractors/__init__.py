"""The kinds of document that can be read as text: one module each, run by `parsing` alone."""
