"""Numbers and dates in text as intervals, and whether those of two texts agree; pure, standard library only."""
