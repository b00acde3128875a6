"""What claimcheck does: one verb a file. A step takes a session or a reader, prints nothing and commits nothing."""
