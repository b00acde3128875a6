"""Through whom the words of a source came: "told Reuters", "in an interview with the BBC", "Politico reported that"."""

from claimcheck.attribution.parsed import Found
from claimcheck.attribution.understanding import naming
from claimcheck.attribution.understanding.name_runs import NameKind
from claimcheck.attribution.understanding.names import Mention
from claimcheck.attribution.understanding.phrases import SEEN, head_of
from claimcheck.attribution.understanding.scene import INNER, Scene
from claimcheck.values import Hop

_TELLING = frozenset("tell told tells telling inform brief".split())
_BROADCAST = frozenset("news tv television radio channel network broadcasting media".split())
_PASSED_ON = {"report": "reported by", "quote": "quoted by", "cite": "cited by"}
_ISSUED = frozenset({"published", "released", "issued", "commissioned"})
_TALKS = frozenset({"appearance", "call", "conversation", "remarks", "comments", "comment", "briefing"})
_MAX_LINKS = 6
_OUTSIDE = ("ccomp", "conj", "advcl", "relcl", "parataxis", "nsubj", "nsubjpass")
_WEEKLIES = frozenset("journal magazine review".split())


def relays(scene: Scene, found: list[Found], sources: list[str | None]) -> list[tuple[Hop, ...]]:
    """The hops of each attribution, nearest to its source first."""
    holders: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        for token in one.content:
            holders.setdefault(token, []).append(number)
    ways = []
    for number, one in enumerate(found):
        hops = [*_of_report(scene, one), *_told(scene, one)]
        hops += (Hop(name, how) for name, how in _around(number, found, sources, holders))
        ways.append(_once_each(hops, sources[number]))
    return ways


def _once_each(hops: list[Hop], source: str | None) -> tuple[Hop, ...]:
    seen = {source}
    kept = []
    for hop in hops:
        if hop.source not in seen:
            seen.add(hop.source)
            kept.append(hop)
    return tuple(kept)


def _of_report(scene: Scene, found: Found) -> list[Hop]:
    """Who had a report written or published it, if somebody else is its author."""
    parsed = scene.parsed
    head = head_of(parsed, found.source)
    if head is None or scene.noun(head) not in naming.PAPERS:
        return []
    hops = []
    for child in parsed.children[head]:
        if parsed.lowered[child] == "for" and parsed.deps[child] == "prep":
            whom, how = parsed.child(child, "pobj"), f"{scene.noun(head)} for"
        elif parsed.lowered[child] in SEEN or parsed.lowered[child] in _ISSUED:
            agent = parsed.child(child, "agent")
            whom, how = parsed.child(agent, "pobj") if agent is not None else None, f"{parsed.lowered[child]} by"
        else:
            continue
        name = scene.named(whom, NameKind.ORGANISATION, NameKind.UNKNOWN) if whom is not None else None
        if name is not None:
            hops.append(Hop(name, how))
    return hops


def _told(scene: Scene, found: Found) -> list[Hop]:
    """The outlets to which, or by which, the source is said to have spoken."""
    parsed = scene.parsed
    if found.head is None:
        return []
    inside = set(found.content) | set(found.source)
    first, end = parsed.sentences[parsed.sentence_of[found.head]]
    hops = []
    for token in range(first, end):
        mention = scene.heads.get(token)
        if mention is None or token in inside or mention.name is None or not _is_outlet(scene, mention):
            continue
        how = _way(scene, token, found.head, inside)
        if how is not None:
            hops.append(Hop(mention.name.text, how))
    return hops


def _is_outlet(scene: Scene, mention: Mention) -> bool:
    words = mention.run.words
    inside = set(words)
    if inside & naming.SPOKEN_AT:
        return False
    before = mention.run.first - 1
    is_the = before >= 0 and scene.parsed.lowered[before] == "the"
    if inside & naming.OUTLETS or (words[-1] in naming.TITLES_OF_PAPERS and (len(words) > 1 or is_the)):
        return True
    return len(words) > 1 and bool(inside & (_BROADCAST | _WEEKLIES))


def _way(scene: Scene, token: int, head: int, inside: set[int]) -> str | None:
    """How a word hangs on the cue: "told", "interview with", "seen by"; None where it does not."""
    parsed = scene.parsed
    how: str | None = None
    here = token
    for _ in range(_MAX_LINKS):
        label, above = parsed.deps[here], parsed.heads[here]
        if above in inside or above == here or label in _OUTSIDE:
            return None
        if how is None and label in INNER and here == token:
            noun = scene.noun(above)
            how = "interview with" if noun == "interview" else f"{noun} by" if noun in naming.PAPERS else None
        elif how is None and label in ("dobj", "dative", "iobj"):
            if above != head or parsed.lowered[head] not in _TELLING:
                return None
            how = "told"
        elif how is None and label == "pobj":
            how = _by(scene, above)
        if above == head:
            return how
        here = above
    return None


def _by(scene: Scene, preposition: int) -> str | None:
    """A preposition with the word it hangs on, where that is no saying itself: "interview with", "quoted by"."""
    parsed = scene.parsed
    word, above = parsed.lowered[preposition], parsed.heads[preposition]
    if word == "to" and parsed.lowered[above] == "according":
        return "according to"
    if parsed.tags[above] in ("NN", "NNS") and scene.noun(above) in naming.PAPERS | _TALKS:
        return f"{scene.noun(above)} {word}"
    if word == "by" and parsed.tags[above] == "VBN":
        return f"{parsed.lowered[above]} {word}"
    is_plain = word in ("in", "on", "to", "by", "via", "through", "with") and above not in scene.mentions
    return word if is_plain else None


def _around(
    number: int, found: list[Found], sources: list[str | None], holders: dict[int, list[int]]
) -> list[tuple[str, str]]:
    """Those in whose words this attribution stands, and how, the innermost first."""
    this = found[number]
    cue = this.head if this.head is not None else (this.cue or this.content)[0]
    outer = sorted(
        (len(found[at].content), at)
        for at in holders.get(cue, ())
        if at != number and len(found[at].content) > len(this.content)
    )
    names = ((sources[at], _PASSED_ON.get(found[at].word, "according to")) for _, at in outer)
    return [(name, how) for name, how in names if name is not None]
