"""What a failed fetch says: one line with the redacted URL, what happened, and what to do next; pure."""

from claimcheck.errors import FetchError
from claimcheck.redaction import shown
from claimcheck.text import visible
from claimcheck.urls import Url
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.fault import Fault

_NEXT_STEP = {
    FetchFailure.REFUSED: "CLAIMCHECK_ALLOW_HOSTS=host:port allows one that you trust",
    FetchFailure.UNRESOLVED: "check the name, or try again later",
    FetchFailure.UNREACHABLE: "try again later",
    FetchFailure.TIMEOUT: "try again later",
    FetchFailure.TLS: "nothing was sent; check the address, or tell the site",
    FetchFailure.PROTOCOL: "tell the site, or save the document with a browser and give the file",
    FetchFailure.CUT: "nothing was kept; try again later",
    FetchFailure.TOO_LARGE: "nothing was kept; save the document with a browser and give the file",
    FetchFailure.BAD_ENCODING: "nothing was kept; save the document with a browser and give the file",
    FetchFailure.TOO_MANY_REDIRECTS: "open it in a browser and give the URL where it ends",
    FetchFailure.INSECURE_REDIRECT: "give the http URL yourself if you trust it",
}


def told(asked: Url, at: Url, words: str, failure: FetchFailure, status: int | None) -> FetchError:
    """The error that tells a user in one line what happened to the fetch of a URL, with its next step."""
    start = shown(str(asked))
    end = "" if at is asked else f", redirected to {shown(str(at))}"
    message = f"cannot fetch {start}{end}: it {words}; {_NEXT_STEP[failure]}"
    return FetchError(visible(message), failure, status)


def broken_head(error: Exception) -> tuple[str, FetchFailure]:
    """What to say when an answer does not begin as one."""
    if "disconnected" in str(error) or "closed connection" in str(error):
        return "hung up without an answer", FetchFailure.UNREACHABLE
    return "does not answer in HTTP/1.1 as it is written down", FetchFailure.PROTOCOL


def broken_body(error: Exception) -> Fault:
    """What to say when a body does not come as its head announced it."""
    words = str(error)
    if not words or "closed connection" in words:
        return Fault("stops before its end", FetchFailure.CUT)
    return Fault("is sent with broken framing", FetchFailure.PROTOCOL)
