"""What a site's robots.txt says to us; pure."""

from protego import Protego

from claimcheck.urls import Url

AGENT = "claimcheck"
MAX_READ = 512 * 1024
"""How much of a robots.txt counts: a standard crawler need not read more than 500 KiB."""
MAX_DELAY_S = 30.0


class Rules:
    """The rules of one site for us."""

    def __init__(self, body: bytes) -> None:
        """Read a robots.txt; what is none has no rules.

        Source: RFC 9309
        """
        kept = body[:MAX_READ]
        if len(body) > MAX_READ:
            kept = kept.rpartition(b"\n")[0]
        self._rules = Protego.parse(kept.decode("utf-8-sig", "replace"))

    def allow(self, url: Url) -> bool:
        """Whether we may fetch a URL of the site."""
        return self._rules.can_fetch(str(url), AGENT)

    @property
    def delay_s(self) -> float:
        """How many seconds we shall leave between two requests, as far as we bear with it; 0 if it says nothing."""
        return min(self._rules.crawl_delay(AGENT) or 0.0, MAX_DELAY_S)
