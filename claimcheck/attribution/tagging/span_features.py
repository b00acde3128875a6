"""What tells whether a token belongs to the source, the cue or the content of the attribution of a given anchor."""

from collections.abc import Sequence

from claimcheck.attribution.parsed import Found
from claimcheck.attribution.tagging.sketch import Sketch, bucket
from claimcheck.attribution.tagging.surroundings import Surroundings

_MARKS = frozenset({",", "—", "--", "–", ";", ":", "(", ")"})
_NEAR = 5
_MAX_MARKS = 4
_LIKELY_RIVAL = 0.1


def span_features(sketch: Sketch, anchor: int, likelihoods: Sequence[float]) -> tuple[int, list[list[str]]]:
    """The first token of the surroundings, and the features of each of their tokens."""
    around = Surroundings(sketch, anchor, likelihoods)
    rows = [["b"] for _ in around.ways]
    _words(around, rows)
    _places(around, rows)
    _branches(around, rows)
    _phrases(around, rows)
    _quotations(around, rows)
    _rivals(around, likelihoods, rows)
    _rules(around, rows)
    return around.first, rows


def _words(around: Surroundings, rows: list[list[str]]) -> None:
    parsed, sketch, first, last = around.sketch.parsed, around.sketch, around.first, around.last
    stem, tag = sketch.stems[around.anchor], parsed.tags[around.anchor]
    tag += "1" if parsed.child(around.anchor, "nsubj", "nsubjpass") is not None else "0"
    ways = around.ways
    for token in range(first, last):
        row, way, index = rows[token - first], ways[token - first], token - first
        word = parsed.lowered[token]
        row.extend((f"w={word}", f"t={parsed.tags[token]}", f"r={way}", f"rd={way}{parsed.deps[token]}"))
        row.extend((f"rt={way}{parsed.tags[token]}", f"sr={stem}|{way}", f"tr={tag}|{way}", f"rw={way}|{word}"))
        if abs(token - around.anchor) < _NEAR:
            row.append(f"sw={stem}|{word}|{'<' if token < around.anchor else '>'}")
        before = ways[index - 1] if index else "^^"
        after = ways[index + 1] if token + 1 < last else "$$"
        if before != way:
            row.extend((f"br={before}|{way}", f"brt={way}|{parsed.tags[token]}", f"brw={way}|{word}"))
        if after != way:
            row.extend((f"ar={way}|{after}", f"arw={way}|{word}"))
        if index:
            row.extend((f"-1={parsed.lowered[token - 1]}", f"-1r={parsed.lowered[token - 1]}|{way}"))
            row.append(f"tt={parsed.tags[token - 1]}|{parsed.tags[token]}")
        if token + 1 < last:
            row.extend((f"+1={parsed.lowered[token + 1]}", f"+1r={parsed.lowered[token + 1]}|{way}"))
            row.append(f"tt+={parsed.tags[token]}|{parsed.tags[token + 1]}")


def _places(around: Surroundings, rows: list[list[str]]) -> None:
    sketch, first, anchor = around.sketch, around.first, around.anchor
    words = sketch.parsed.words
    start, end = around.sentence
    marks = [0]
    for token in range(first, around.last):
        marks.append(marks[-1] + (words[token] in _MARKS))
    at_anchor = marks[anchor - first]
    for index, row in enumerate(rows):
        token = first + index
        side = "<" if token < anchor else ">" if token > anchor else "="
        if start <= token < end:
            row.append(f"at={side}{bucket(abs(token - anchor))}")
        between = at_anchor - marks[index + 1] if token < anchor else marks[index] - at_anchor
        row.extend((f"nm={side}{min(between, _MAX_MARKS)}", f"nmr={around.ways[index]}{min(between, _MAX_MARKS)}"))
        if around.is_label:
            row.append(f"lb={side}{sketch.line_of[token] - sketch.line_of[anchor]}")
        if sketch.line_of[token] != sketch.line_of[anchor]:
            row.append(f"l={min(3, abs(sketch.line_of[token] - sketch.line_of[anchor]))}")


def _branches(around: Surroundings, rows: list[list[str]]) -> None:
    """Where in the phrase that hangs on the way from the anchor a token stands."""
    sketch, parsed, first = around.sketch, around.sketch.parsed, around.first
    limbs = [-1] * len(rows)
    for index, row in enumerate(rows):
        token, branch, way = first + index, around.branches[index], around.ways[index]
        if branch < 0 or way[0] == "^":
            continue
        if token == branch:
            row.append(f"isb={way}{parsed.tags[token]}")
        else:
            limb = limbs[index] = _below(parsed.heads, branch, token)
            name = f"{way}/{parsed.deps[limb]}"
            row.append(f"r2={name}")
            if sketch.left[limb] == token:
                row.append(f"r2s={name}{parsed.tags[token]}")
            if sketch.right[limb] == token:
                row.append(f"r2e={name}")
            if index and limbs[index - 1] >= 0 and around.branches[index - 1] == branch and limbs[index - 1] != limb:
                row.append(f"r2p={way}{parsed.deps[limbs[index - 1]]}|{parsed.deps[limb]}")
        if sketch.left[branch] == token:
            row.extend((f"bs={way}", f"bsw={way}|{parsed.lowered[token]}"))
        if sketch.right[branch] == token:
            row.append(f"be={way}")
        row.append(f"bt={way}{parsed.tags[branch]}")
        if index and around.branches[index - 1] >= 0 and sketch.right[around.branches[index - 1]] == token - 1:
            row.append(f"-be={around.ways[index - 1]}|{parsed.lowered[token]}")


def _below(heads: Sequence[int], branch: int, token: int) -> int:
    """The token that the branch governs directly, on the way down to another."""
    while heads[token] not in {branch, token}:
        token = heads[token]
    return token


def _phrases(around: Surroundings, rows: list[list[str]]) -> None:
    sketch, first = around.sketch, around.first
    low, high = -1, -1
    if around.controller is not None:
        low, high = sketch.left[around.controller], sketch.right[around.controller]
    for index, row in enumerate(rows):
        token, way = first + index, around.ways[index]
        opening, closing = sketch.opening[token], sketch.closing[token]
        if low <= token <= high:
            place = "s" if token == low else "e" if token == high else "i"
            row.extend((f"co={around.control}{place}", f"cot={place}{sketch.parsed.tags[token]}", f"cor={way}{place}"))
            row.append(f"cod={sketch.parsed.deps[token]}{token == around.controller:d}")
        elif token == high + 1 and low >= 0:
            row.append(f"co+={sketch.parsed.lowered[token]}")
        if opening:
            row.extend((f"op={opening}", f"opr={opening}|{way}"))
        if closing:
            row.extend((f"cl={closing}", f"clr={closing}|{way}"))
        if index and sketch.closing[token - 1]:
            row.extend((f"-cl={sketch.closing[token - 1]}|{opening}", f"-clr={sketch.closing[token - 1]}|{way}"))


def _quotations(around: Surroundings, rows: list[list[str]]) -> None:
    sketch, first = around.sketch, around.first
    known = around.quotations()
    stem = sketch.stems[around.anchor]
    any_quoted = "q" if any(number >= 0 for number in sketch.quotation_of[first : around.last]) else "-"
    for index, row in enumerate(rows):
        token, way = first + index, around.ways[index]
        number = sketch.quotation_of[token]
        row.append(f"q?={any_quoted}{way}")
        if number < 0:
            if index and sketch.quotation_of[token - 1] >= 0:
                row.append(f"q<={sketch.parsed.lowered[token]}{known[sketch.quotation_of[token - 1]][0]}")
            if token + 1 < around.last and sketch.quotation_of[token + 1] >= 0:
                row.append(f"q>={sketch.parsed.lowered[token]}{known[sketch.quotation_of[token + 1]][0]}")
            continue
        rank, distance = known[number]
        quotation = sketch.layout.quotations[number]
        place = "o" if token == quotation.first else "c" if token == quotation.last - 1 else "i"
        row.extend((f"qi={rank}{place}", f"qir={rank}{way}", f"qis={rank}{stem}"))
        if rank != "own":
            row.extend((f"qd={distance}", f"qdr={distance}{rank}"))


def _rivals(around: Surroundings, likelihoods: Sequence[float], rows: list[list[str]]) -> None:
    dominated = around.dominated()
    for index, row in enumerate(rows):
        token, way = around.first + index, around.ways[index]
        if token in dominated:
            row.append(f"dom={way}")
        if token != around.anchor and likelihoods[token] >= _LIKELY_RIVAL:
            row.append(f"riv={int(likelihoods[token] * 5)}{way}")


def _rules(around: Surroundings, rows: list[list[str]]) -> None:
    """What the rules say of this anchor, and which tokens they give to another."""
    sketch, first = around.sketch, around.first
    own = around.ruled
    label = role_labels(own, first, around.last)
    has = "-" if own is None else f"{bool(own.source):d}{own.head == around.anchor:d}"
    stem = sketch.stems[around.anchor]
    for index, row in enumerate(rows):
        token, way, given = first + index, around.ways[index], label[index]
        before = label[index - 1] if index else "^"
        after = label[index + 1] if index + 1 < len(label) else "$"
        other = next((role for role, one in sketch.given[token] if one is not own), "-")
        row.extend((f"R={has}{given}", f"Rr={given}{way}", f"Rb={before}|{given}|{after}", f"Ro={has}{given}{other}"))
        if own is not None:
            row.extend((f"Rs={given}{stem}", f"Rw={before}|{given}|{sketch.parsed.lowered[token]}"))


def role_labels(found: Found | None, first: int, last: int) -> list[str]:
    """For each token from `first` which part of an attribution it is, "B-" where a run of tokens begins; else "O"."""
    roles = ["O"] * (last - first)
    if found is None:
        return roles
    for role, tokens in (("S", found.source), ("C", found.content), ("Q", found.cue)):
        for token in tokens:
            if first <= token < last:
                roles[token - first] = role
    return [
        role if role == "O" else f"{'I' if index and roles[index - 1] == role else 'B'}-{role}"
        for index, role in enumerate(roles)
    ]
