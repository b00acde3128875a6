"""What lies around one anchor: which tokens can belong to its attribution, and how each of them is related to it."""

from collections.abc import Sequence

from claimcheck.attribution.parsed import Found
from claimcheck.attribution.tagging.sketch import Sketch, bucket

LIKELY = 0.2
"""The probability from which a token counts as the anchor of another attribution."""
_BEFORE, _AFTER = 3, 5
"""The sentences that are looked at before and after that of the anchor; they are quotations or go on from one."""
_AFTER_LABEL = 10
"""The same where the line is what a speaker says in a transcript."""
_MOST = 12
"""The same where the rules have found more."""
_LINES = 2
_MAX_LABEL = 8
"""The tokens before the colon in "MR SMITH:"."""
_MAX_CLIMB = 12
_SHOWN_LEVELS = 3
_CONTROL_STEPS = 6


class Surroundings:
    """The tokens from `first` to the one before `last`, as seen from an anchor."""

    def __init__(self, sketch: Sketch, anchor: int, likelihoods: Sequence[float]) -> None:
        """Find the borders, and the way in the tree from the anchor to each token."""
        self.sketch, self.anchor = sketch, anchor
        self.ruled = sketch.by_anchor.get(anchor) or _around(sketch.found, anchor)
        self.is_label = _is_label(sketch, anchor)
        self.first, self.last = self._borders()
        self.sentence = sketch.sentences[sketch.sentence_of[anchor]]
        self.ways: list[str] = []
        self.branches = [-1] * (self.last - self.first)
        self.chain: list[int] = []
        self._climb()
        self.rivals = [
            token for token in range(self.first, self.last) if likelihoods[token] >= LIKELY and token != anchor
        ]
        self.controller, self.control = controller(sketch, anchor)

    def _borders(self) -> tuple[int, int]:
        """The sentence of the anchor, and the neighbours that a quotation, the rules or a label reach into."""
        sketch, anchor = self.sketch, self.anchor
        number = lowest = highest = sketch.sentence_of[anchor]
        own_line = sketch.line_of[anchor]

        def line(sentence: int) -> int:
            return sketch.line_of[sketch.sentences[sentence][0]]

        def is_quoting(sentence: int) -> bool:
            first, last = sketch.sentences[sentence]
            return any(quotation >= 0 for quotation in sketch.quotation_of[first:last])

        while number - lowest < _BEFORE and lowest > 0 and line(lowest - 1) == own_line and is_quoting(lowest - 1):
            lowest -= 1
        has_colon = sketch.parsed.words[sketch.sentences[number][1] - 1] == ":"
        reach = _AFTER_LABEL if self.is_label else _AFTER
        while highest - number < reach and highest + 1 < len(sketch.sentences):
            after = highest + 1
            if line(after) == line(highest):
                goes_on = is_quoting(after) or line(after) != own_line or self.is_label
            else:
                opens = sketch.layout.opens(sketch.sentences[after][0])
                goes_on = line(after) <= own_line + _LINES and (opens or (has_colon and after == number + 1))
            if not goes_on:
                break
            highest = after
        if self.ruled is not None:
            lowest = max(number - _MOST, min(lowest, sketch.sentence_of[self.ruled.content[0]]))
            highest = min(number + _MOST, max(highest, sketch.sentence_of[self.ruled.content[-1]]))
        return sketch.sentences[lowest][0], sketch.sentences[highest][1]

    def _climb(self) -> None:
        """Name each token's way: up from the anchor, then down by one label; tokens out of the tree by sentence."""
        parsed, sketch, anchor = self.sketch.parsed, self.sketch, self.anchor
        found: dict[int, tuple[str, int]] = {}
        labels: list[str] = []
        here = anchor
        while True:
            up = ">".join(labels if len(labels) < _SHOWN_LEVELS else [*labels[:2], "*"])
            found[here] = (f"^{up}", here)
            for child in parsed.children[here]:
                if child not in self.chain and child not in found:
                    way = (f"{up}:{parsed.deps[child]}", child)
                    for token in parsed.subtree(child):
                        found[token] = way
            self.chain.append(here)
            if parsed.heads[here] == here or len(self.chain) > _MAX_CLIMB:
                break
            labels.append(parsed.deps[here])
            here = parsed.heads[here]
        number = sketch.sentence_of[anchor]
        for token in range(self.first, self.last):
            side = "<" if token < anchor else ">" if token > anchor else "="
            if token in found:
                name, self.branches[token - self.first] = found[token]
                self.ways.append(name + side)
            else:
                self.ways.append(f"S{max(-2, min(3, sketch.sentence_of[token] - number))}{side}")

    def dominated(self) -> set[int]:
        """The tokens that another likely anchor governs, which the anchor itself does not depend on."""
        found: set[int] = set()
        for rival in self.rivals:
            if rival not in self.chain:
                found.update(self.sketch.parsed.subtree(rival))
                found.discard(rival)
        return found

    def quotations(self) -> dict[int, tuple[str, str]]:
        """For each quotation its rank from the anchor with the rivals between, and its distance."""
        sketch, anchor = self.sketch, self.anchor
        own = sketch.quotation_of[anchor]
        numbers = sorted({number for number in sketch.quotation_of[self.first : self.last] if number >= 0} - {own})
        rivals = [rival for rival in self.rivals if sketch.quotation_of[rival] < 0]
        known = {own: ("own", "own")}
        for number in numbers:
            first, last = sketch.layout.quotations[number][:2]
            is_before = last <= anchor
            if is_before:
                rank = sum(number < other and sketch.layout.quotations[other].last <= anchor for other in numbers)
                gap = anchor - last + 1
                is_between = any(last <= rival < anchor for rival in rivals)
                is_nearer = any(0 < first - rival < gap for rival in rivals)
            else:
                rank = sum(other < number and sketch.layout.quotations[other].first > anchor for other in numbers)
                gap = first - anchor
                is_between = any(anchor < rival < first for rival in rivals)
                is_nearer = any(0 <= rival - last < gap - 1 for rival in rivals)
            sentences = sketch.sentence_of[first] - sketch.sentence_of[anchor]
            lines = min(2, abs(sketch.line_of[first] - sketch.line_of[anchor]))
            ending = sketch.parsed.words[last - 2] if last - first > 1 else ""
            known[number] = (
                f"{'<' if is_before else '>'}{min(rank, 3)}{is_between:d}{is_nearer:d}",
                f"{'<' if is_before else '>'}{bucket(gap)}s{max(-2, min(3, sentences))}l{lines}{ending}",
            )
        return known


def _around(found: Sequence[Found], anchor: int) -> Found | None:
    return next((one for one in found if anchor in one.cue), None)


def _is_label(sketch: Sketch, anchor: int) -> bool:
    """Whether the anchor is the colon after the name of a speaker, at the beginning of a line."""
    start = sketch.parsed.lines[sketch.line_of[anchor]][0]
    return sketch.parsed.words[anchor] == ":" and anchor - start <= _MAX_LABEL


def controller(sketch: Sketch, anchor: int) -> tuple[int | None, str]:
    """The head of the phrase that does what the anchor says, and the labels on the way to it."""
    parsed = sketch.parsed
    here, labels = anchor, list[str]()
    for _ in range(_CONTROL_STEPS):
        subject = parsed.child(here, "nsubj", "nsubjpass")
        if subject is not None and (here == anchor or parsed.lowered[subject] not in {"that", "which"}):
            return subject, ">".join(labels[:_SHOWN_LEVELS]) + ":subject"
        if here == anchor:
            agent = parsed.child(here, "agent")
            by = None if agent is None else parsed.child(agent, "pobj")
            if by is not None:
                return by, "by"
            owner = parsed.child(here, "poss")
            if owner is not None:
                return owner, "poss"
        if parsed.heads[here] == here:
            break
        labels.append(parsed.deps[here])
        here = parsed.heads[here]
        if labels[-1] in {"acl", "relcl"}:
            return here, ">".join(labels[:_SHOWN_LEVELS])
    return None, ""
