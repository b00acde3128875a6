"""What tells whether a proposed attribution is one: its parts, what speaks beside it, and what the rules say."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.attribution.tagging.sketch import Sketch, bucket

_WORDS_TOLD = frozenset({"i", "we", "you", "it", "they", "he", "she", "who", "that"})
_TAGS_TOLD = frozenset({"PRP", "NNP", "NN", "NNS", "NNPS", "PRP$", "WP", "DT", "CD", "WDT"})
_CHILDREN_TOLD = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "prt", "prep"})
_REACH = 150
"""The tokens between anchors up to which proposals are compared."""
_SAME = 0.5
"""The overlap from which two contents are taken for one."""
_SMALLEST = 1e-4
_MAX_SHOWN = 40


@dataclass(slots=True)
class Proposal:
    """What might be an attribution."""

    anchor: int
    likelihood: float
    """That of the anchor to be one."""
    source: list[int]
    cue: list[int]
    content: list[int]
    sureness: dict[str, float]
    """By role "S", "Q" and "C": the probability of its least likely token; a role without tokens has none."""
    probability: float
    """That of the three parts together, given the anchor; 0 for what only the rules say."""
    is_ruled: bool = False
    """Whether these are the parts that the rules give it, since the model gives it others."""


def choice_features(sketch: Sketch, proposals: Sequence[Proposal]) -> list[list[str]]:
    """The features of each proposal of a text; they are in the order of their anchors."""
    contents = [set(proposal.content) for proposal in proposals]
    rows = []
    for number, proposal in enumerate(proposals):
        row = _own(sketch, proposal)
        source = _source(sketch, proposal, row)
        content = _content(sketch, proposal, row)
        _parts(sketch, proposal, (source, content), row)
        _rules(sketch, proposal, content, row)
        _beside(sketch, number, proposals, contents, row)
        rows.append(row)
    return rows


def overlap(one: set[int], other: set[int]) -> float:
    """How much two sets of tokens have in common: 1 if they are the same."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _odds(probability: float) -> int:
    """Log-odds, rounded."""
    kept = min(max(probability, _SMALLEST), 1 - _SMALLEST)
    return round(math.log(kept / (1 - kept)))


def _own(sketch: Sketch, proposal: Proposal) -> list[str]:
    parsed, anchor = sketch.parsed, proposal.anchor
    stem, tag, dep = sketch.stems[anchor], parsed.tags[anchor], parsed.deps[anchor]
    kind = sketch.classes[anchor]
    row = [
        "b",
        f"s={stem}",
        f"t={tag}",
        f"d={dep}",
        f"td={tag}{dep}",
        f"sd={stem}{dep}",
        f"k={kind}",
        f"kd={kind}{dep}",
    ]
    row += [f"v={_odds(proposal.likelihood)}", f"p={min(9, int(-math.log(max(proposal.probability, _SMALLEST))))}"]
    row.append(f"A{proposal.is_ruled:d}{kind}")
    row += [f"m{role}{_odds(proposal.sureness[role]) if role in proposal.sureness else '-'}" for role in "SQC"]
    for child in parsed.children[anchor]:
        if parsed.deps[child] in _CHILDREN_TOLD:
            row += (f"c={parsed.deps[child]}{parsed.lowered[child]}", f"cs={parsed.lowered[child]}|{stem}")
    if parsed.heads[anchor] != anchor:
        row.append(f"h={sketch.stems[parsed.heads[anchor]]}{dep}")
    line = sketch.line_of[anchor]
    end = parsed.words[parsed.lines[line][1] - 1]
    quoted = sketch.quotation_of[anchor] >= 0
    row += (f"l={line == 0:d}{end in '.?!”'}", f"i={quoted:d}", f"is={quoted:d}{stem}")
    row.append(f"+1={parsed.lowered[anchor + 1]}" if anchor + 1 < len(parsed.words) else "+1")
    row.append(f"-1={parsed.lowered[anchor - 1]}" if anchor else "-1")
    return row


def _source(sketch: Sketch, proposal: Proposal, row: list[str]) -> str:
    """What kind of source it is."""
    if not proposal.source:
        return "-"
    parsed = sketch.parsed
    head = head_of(parsed.heads, proposal.source)
    row += (f"Sw={sketch.stems[head]}", f"Sd={parsed.deps[head]}{parsed.heads[head] == proposal.anchor:d}")
    row += (f"Sl={bucket(len(proposal.source))}", f"S{proposal.source[0] < proposal.anchor:d}")
    row.append(f"Sws={sketch.stems[head]}|{sketch.stems[proposal.anchor]}")
    if parsed.lowered[head] in _WORDS_TOLD:
        return parsed.lowered[head]
    return parsed.tags[head] if parsed.tags[head] in _TAGS_TOLD else "other"


def _content(sketch: Sketch, proposal: Proposal, row: list[str]) -> str:
    """How the content hangs on the anchor, and whether it is quoted."""
    content, parsed, anchor = proposal.content, sketch.parsed, proposal.anchor
    stem = sketch.stems[anchor]
    head = head_of(parsed.heads, content)
    quoted = sum(sketch.quotation_of[token] >= 0 for token in content)
    mark = "q" if quoted == len(content) else "p" if quoted else "n"
    length = bucket(len(content))
    row += (f"Cw={parsed.lowered[content[0]]}", f"Ct={parsed.tags[content[0]]}", f"Cl={length}{mark}")
    row += (f"Ch={sketch.stems[head]}", f"Cht={parsed.tags[head]}", f"Csh={stem}|{sketch.stems[head]}")
    row += (f"Csw={stem}|{parsed.lowered[content[0]]}", f"Csl={stem}{length}")
    row.append(f"Cf={min(3, len(parsed.spans(content)))}")
    row.append(f"Cg={bucket(min(abs(content[0] - anchor), abs(content[-1] - anchor)))}")
    sentences = {sketch.sentence_of[token] for token in content}
    row.append(f"Cn={min(4, len(sentences))}")
    if sketch.sentence_of[anchor] not in sentences:
        row.append(f"Co{mark}")
    hang = "=" if parsed.heads[head] == anchor else "~"
    return f"{hang}{parsed.deps[head]}{'<' if head < anchor else '>'}{mark}"


def _parts(sketch: Sketch, proposal: Proposal, kinds: tuple[str, str], row: list[str]) -> None:
    parsed, anchor, cue = sketch.parsed, proposal.anchor, proposal.cue
    stem, tag = sketch.stems[anchor], parsed.tags[anchor]
    source, content = kinds
    row += (f"S={source}", f"Ss={source}{stem}", f"St={source}{tag}{parsed.deps[anchor]}", f"C={content}")
    row += (f"Cs={content}{stem}", f"CS={content}{source}", f"Ct={content}{tag}", f"CSt={content}{source}{tag}")
    row += (f"Ck={content}{sketch.classes[anchor]}", f"Cv={content[-1]}{source}{_odds(proposal.likelihood)}")
    row.append("Q=" + " ".join(parsed.lowered[token] for token in cue)[:_MAX_SHOWN])
    row.append(f"Ql={bucket(len(cue))}")
    if cue:
        last = parsed.lowered[cue[-1]]
        row += (f"Q0={parsed.lowered[cue[0]]}", f"Q-1={last}", f"QC={last}{content}")
    if anchor not in cue:
        row.append("Q!")


def _rules(sketch: Sketch, proposal: Proposal, content: str, row: list[str]) -> None:
    stem, mine = sketch.stems[proposal.anchor], set(proposal.content)
    own = sketch.by_anchor.get(proposal.anchor)
    if own is None:
        own = next((one for role, one in sketch.given[proposal.anchor] if role == "q"), None)
    if own is not None:
        same = int(overlap(mine, set(own.content)) * 4)
        row += (f"R{same}", f"Rs{stem}", f"Rc{same}{content}", f"Rv{_odds(proposal.likelihood)}")
        row.append(f"RS{own.source == proposal.source:d}{bool(own.source):d}Q{own.cue == proposal.cue:d}")
    else:
        row += (
            "R-",
            f"R-s{stem}",
            f"R-c{content}",
            f"R-v{_odds(proposal.likelihood)}",
            f"R-k{sketch.classes[proposal.anchor]}",
        )
    others = {
        id(one): one
        for token in proposal.content
        for role, one in sketch.given[token]
        if role == "c" and one is not own
    }
    best = max((overlap(mine, set(one.content)) for one in others.values()), default=0.0)
    row.append(f"Ro{own is not None:d}{int(best * 4)}")
    row += [f"Ri{role}{own is not None:d}" for role, one in sketch.given[proposal.anchor] if one is not own]


def _beside(
    sketch: Sketch, number: int, proposals: Sequence[Proposal], contents: Sequence[set[int]], row: list[str]
) -> None:
    """The other proposals near by: which of them want the same words."""
    own = proposals[number]
    for other, proposal in enumerate(proposals):
        if other == number or abs(proposal.anchor - own.anchor) > _REACH:
            continue
        better = "+" if proposal.likelihood > own.likelihood else "-"
        if overlap(contents[number], contents[other]) >= _SAME:
            ratio = math.log(max(own.likelihood, _SMALLEST) / max(proposal.likelihood, _SMALLEST))
            row += (
                f"B{better}{_odds(proposal.likelihood)}",
                f"Bq{better}{proposal.anchor in own.cue:d}",
                f"Bv{round(ratio)}",
            )
            row.append(f"Bs{sketch.stems[proposal.anchor]}|{sketch.stems[own.anchor]}")
            row.append(f"Br{proposal.anchor in sketch.by_anchor:d}{own.anchor in sketch.by_anchor:d}")
        for role, tokens in (("c", contents[other]), ("q", proposal.cue), ("s", proposal.source)):
            if own.anchor in tokens:
                row.append(f"Bi{role}{better}")
        if proposal.anchor in contents[number]:
            row.append(f"Bh{better}")


def head_of(heads: Sequence[int], tokens: Sequence[int]) -> int:
    """The first of some tokens that none of the others governs."""
    among = set(tokens)
    return next((token for token in tokens if heads[token] not in among or heads[token] == token), tokens[0])
