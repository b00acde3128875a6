"""Items for the tests of independence, made of as little as a test says."""

from claimcheck.independence.ownership import Ownership, in_force
from claimcheck.independence.values import Item

OWNERSHIP: Ownership = in_force()


def item(key: int, text: str = "", passage: str | None = None, **given: str | None) -> Item:
    """An item at a site of its own, whose passage is its whole text unless one is given."""
    exact = text if passage is None else passage
    start = text.index(exact)
    url = given.get("url", f"https://site{key}.example/{key}")
    publisher = given.get("publisher")
    names = (publisher,) if publisher else ()
    return Item(
        key, url, None, publisher, names, given.get("title") or "", given.get("author"), given.get("published_on"),
        text, exact, start, start + len(exact),
    )  # fmt: skip


def words(start: int, count: int) -> str:
    """So many words that no other start gives, in sentences."""
    every = [f"w{number}" for number in range(start, start + count)]
    return ". ".join(" ".join(every[place : place + 12]) for place in range(0, count, 12)) + "."
