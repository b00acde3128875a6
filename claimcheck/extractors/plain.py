"""Plain text, as it is written."""

from claimcheck.charsets import decoded
from claimcheck.extractors._parts import sound, textless
from claimcheck.values import Rendition

suffixes = (".txt", ".text")
media_types = ("text/plain",)
version = "rules 1"


def extract(content: bytes, *, url: str | None) -> Rendition:
    """The text with line feeds for line ends and without blank lines around it.

    Raises:
        UnusableError: there is nothing in it.
    """
    del url
    return Rendition(body(content), "plain", version, "text/plain")


def body(content: bytes) -> str:
    """The text of such a file.

    Raises:
        UnusableError: there is nothing in it.
    """
    text = sound(decoded(content).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise textless("the file is blank")
    return text.lstrip("\n").rstrip()
