"""The optional trained tagger: learns from annotated texts where the rules are wrong and what they miss."""
