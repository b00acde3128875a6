"""What a passage says to a claim, read from its words: features that people designed, weighed by a small model."""
