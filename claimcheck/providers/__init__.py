"""Where evidence may be found: one module each, which says what to ask and reads answers; none opens a connection."""
