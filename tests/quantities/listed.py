"""The lists of phrases, as tests read them."""


def entries(table: str) -> list[tuple[str, str]]:
    """What each phrase means, and the phrase."""
    return [
        (concept, phrase)
        for concept, _, phrases in (line.partition(": ") for line in table.strip().splitlines())
        for phrase in phrases.split("; ")
    ]
