"""How many independent origins stand behind a set of evidence, and why; pure but for the ownership file."""
