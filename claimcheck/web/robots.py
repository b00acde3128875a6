"""What a site's robots.txt says to us; pure."""

import math
import re
from dataclasses import dataclass, field

from protego import Protego

from claimcheck.urls import Url

AGENT = "claimcheck"
MAX_READ = 512 * 1024
"""How much of a robots.txt counts: a standard crawler need not read more than 500 KiB."""
MAX_DELAY_S = 30.0
MAX_LINE = 2_000
"""The length of a line that counts, in characters."""
MAX_RULES = 5_000
"""How many different rules of a group count, the first ones."""
MAX_WILDCARDS = 16
MAX_WILD_LENGTH = 32_768
"""How many characters those rules of a group have together that hold wildcards, which are searched for in each URL."""

_LINE = re.compile(
    r"(?:(?P<agent>user[- ]?agent)|(?P<allow>allow)|(?P<disallow>diss?all?ow|diasllow|disallaw)"
    r"|(?P<delay>crawl[- ]delay)|(?P<other>request[- ]rate|visit[- ]time))(?:\s*:|\s+|$)(?P<value>.*)",
    re.IGNORECASE,
)
"""The lines that make groups; known misspellings and a missing colon are forgiven."""
_TOKEN = re.compile(r"[a-z_-]+")


class Rules:
    """The rules of one site for us."""

    def __init__(self, body: bytes) -> None:
        """Read a robots.txt; what is none has no rules.

        Source: RFC 9309
        """
        kept = body[:MAX_READ]
        if len(body) > MAX_READ:
            kept = kept.rpartition(b"\n")[0]
        group = group_for_us(kept.decode("utf-8-sig", "replace"))
        self._rules = Protego.parse(group.text())
        self._delay_s = min(group.delay_s, MAX_DELAY_S)

    def allow(self, url: Url) -> bool:
        """Whether we may fetch a URL of the site."""
        return self._rules.can_fetch(str(url), AGENT)

    @property
    def delay_s(self) -> float:
        """How many seconds we shall leave between two requests, as far as we bear with it; 0 if it says nothing."""
        return self._delay_s


@dataclass(slots=True, eq=False)
class Group:
    """What a robots.txt says to one agent, wherever it says so; no more than can be looked through for each URL."""

    is_named: bool = False
    rules: dict[tuple[str, str], None] = field(default_factory=dict)
    """Pairs of "allow" or "disallow" and a pattern, in order."""
    wild_length: int = 0
    delay_s: float = 0.0

    def add(self, kind: str, value: str) -> None:
        """Take in a line that is meant for the agent; `kind` is allow, disallow or delay."""
        if kind == "delay":
            self._set_delay(value)
            return
        pattern = re.sub(r"\*+", "*", value)
        if pattern.count("*") > MAX_WILDCARDS:
            if kind == "allow":
                return
            # the beginning of a pattern matches whatever the whole one does
            pattern = "*".join(pattern.split("*", MAX_WILDCARDS + 1)[:-1])
        rule = (kind, pattern)
        if not pattern or rule in self.rules or len(self.rules) >= MAX_RULES:
            return
        if "*" in pattern:
            if self.wild_length + len(pattern) > MAX_WILD_LENGTH:
                return
            self.wild_length += len(pattern)
        self.rules[rule] = None

    def _set_delay(self, value: str) -> None:
        try:
            delay_s = float(value)
        except ValueError:
            return
        if math.isfinite(delay_s) and delay_s >= 0:
            self.delay_s = delay_s

    def text(self) -> str:
        """A robots.txt that says this to us and nothing to anybody else."""
        return "\n".join([f"User-agent: {AGENT}", *(f"{kind.title()}: {pattern}" for kind, pattern in self.rules)])


def group_for_us(text: str) -> Group:
    """What a robots.txt says to us by our name, or, if it does not name us, to everybody.

    Consecutive lines that name agents share the rules that follow; other records do not part them. It takes time in
    proportion to the length of the text, however many agents there are.

    Source: RFC 9309 section 2.2.1
    """
    ours, everybodys = Group(), Group()
    addressed: list[Group] = []
    is_naming = False
    for whole in text.splitlines():
        line = whole.partition("#")[0].strip()
        found = _LINE.match(line) if 0 < len(line) <= MAX_LINE else None
        if found is None:
            continue
        kind, value = _kind(found), found["value"].strip()
        if kind == "agent":
            if not is_naming:
                addressed = []
            is_naming = True
            agent = everybodys if value == "*" else ours if _is_us(value) else None
            if agent is not None and agent not in addressed:
                agent.is_named = True
                addressed.append(agent)
            continue
        is_naming = False
        if kind != "other" and value:
            for group in addressed:
                group.add(kind, value)
    return ours if ours.is_named else everybodys


def _kind(found: "re.Match[str]") -> str:
    return next(name for name in ("disallow", "allow", "agent", "delay", "other") if found[name] is not None)


def _is_us(value: str) -> bool:
    """Whether the name of an agent is ours, with or without a version."""
    token = _TOKEN.match(value.lower())
    return token is not None and token[0] == AGENT
