"""Which passages bear on which claims: words, how alike they are, and whether that is enough; pure."""
