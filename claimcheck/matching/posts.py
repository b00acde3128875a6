"""What a post on a social network says, apart from who posted it and what it links to; pure."""

import re
from typing import NamedTuple

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S*")
_SIGNATURE = re.compile(
    rf"[\u2014\u2013-]{{1,2}} ?([^\u2014\u2013\n(]{{0,60}})\(@(\w{{1,40}})\)(?: ?((?:{_MONTH}) \d{{1,2}}, \d{{4}}))?"
)
_MENTION = re.compile(r"(?<![\w.])@(\w{1,40})")
_TAG = re.compile(r"#(\w{1,100})")
_GROWN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])")


class Post(NamedTuple):
    """A text as a post: what it says, and the names of those who say it or are spoken to."""

    body: str
    aside: str
    days: str = ""
    """The month and year in which it was posted, in words."""


def read_post(text: str) -> Post:
    """Part a text: addresses go, hashtags become words, and mentions and signatures stand aside."""
    if not any(mark in text for mark in ("@", "#", "http", "www.", "pic.")):
        return Post(text, "")
    aside: list[str] = []
    days: list[str] = []

    def signed(match: re.Match[str]) -> str:
        aside.extend((match[1], _parted(match[2])))
        if match[3]:
            month, _, year = match[3].split()
            days.append(f"{month} {year}")
        return " "

    def mentioned(match: re.Match[str]) -> str:
        aside.append(_parted(match[1]))
        return " "

    body = _ADDRESS.sub(" ", text)
    body = _MENTION.sub(mentioned, _SIGNATURE.sub(signed, body))
    body = _TAG.sub(lambda match: f" {_parted(match[1])} ", body)
    return Post(body, " ".join(aside), " ".join(days))


def _parted(name: str) -> str:
    """A name without spaces as words: "realDonaldTrump" is "real Donald Trump"."""
    return _GROWN_TOGETHER.sub(" ", name).replace("_", " ")
