"""What an attribution means: who speaks, through whom, when, and what kind of claim it is."""
