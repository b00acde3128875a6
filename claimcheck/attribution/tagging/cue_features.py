"""What tells whether a token is the anchor of an attribution: the word that says, claims or reports."""

from collections.abc import Iterable

from claimcheck.attribution.tagging.sketch import Sketch, bucket

_TAGS = frozenset({"NN", "NNS", "IN", ":"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_MARKS = frozenset({":", "HYPH", "NFP"})
_UNTOLD = frozenset({"punct", "det", "amod", "compound"})
_TELLING = frozenset(
    {
        "ccomp", "xcomp", "advcl", "nsubj", "nsubjpass", "dobj", "pobj", "dative", "acl", "agent", "oprd", "parataxis",
    }
)  # fmt: skip
_CLAUSES = frozenset({"ccomp", "acl", "xcomp"})
_SMALL = frozenset({"neg", "aux", "auxpass", "advmod", "prt"})
_LINKED = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "relcl"})
_FAR = 99


def possible_anchors(sketch: Sketch, first: int, last: int) -> list[int]:
    """The tokens of a sentence that can be anchors: verbs, nouns, marks and whatever the lexicon or the rules know."""
    tags = sketch.parsed.tags
    return [
        token
        for token in range(first, last)
        if tags[token][0] == "V"
        or tags[token] in _TAGS
        or sketch.classes[token]
        or sketch.ruled[token]
        or (sketch.parsed.words[token] in _DASHES and sketch.layout.closes(token - 1))
    ]


def cue_features(sketch: Sketch, first: int, last: int, tokens: Iterable[int]) -> list[list[str]]:
    """The features of some tokens of a sentence."""
    edges = _edges_of_quotations(sketch, first)
    place = _place(sketch, first, last)
    rows = []
    for token in tokens:
        row = _own(sketch, token)
        _neighbours(sketch, token, first, last, row)
        _children(sketch, token, row)
        _governor(sketch, token, row)
        _quotations(sketch, token, edges, place, row)
        rows.append(row)
    return rows


def _own(sketch: Sketch, token: int) -> list[str]:
    parsed = sketch.parsed
    word, tag, dep, stem = parsed.lowered[token], parsed.tags[token], parsed.deps[token], sketch.stems[token]
    row = ["b", f"w={word}", f"s={stem}", f"t={tag}", f"d={dep}", f"td={tag}{dep}", f"sd={stem}|{dep}"]
    row += [f"x3={word[-3:]}", f"p4={word[:4]}"]
    if sketch.classes[token]:
        row += [f"k={sketch.classes[token]}", f"kd={sketch.classes[token]}{dep}"]
    if sketch.ruled[token]:
        row += [f"R={sketch.ruled[token]}", f"Rs={sketch.ruled[token]}{stem}", f"Rtd={sketch.ruled[token]}{tag}{dep}"]
    elif sketch.classes[token]:
        row += [f"R-k={sketch.classes[token]}{dep}"]
    return row


def _neighbours(sketch: Sketch, token: int, first: int, last: int, row: list[str]) -> None:
    words, tags = sketch.parsed.lowered, sketch.parsed.tags
    for offset in (-2, -1, 1, 2):
        there = token + offset
        if first <= there < last:
            row += (f"{offset}w={words[there]}", f"{offset}t={tags[there]}")
        else:
            row.append(f"{offset}=^")
    if token + 1 < last:
        row.append(f"s+1={sketch.stems[token]}|{words[token + 1]}")
    if token > first:
        row.append(f"-1s={words[token - 1]}|{sketch.stems[token]}")


def _children(sketch: Sketch, token: int, row: list[str]) -> None:
    parsed, stem = sketch.parsed, sketch.stems[token]
    frame = []
    for child in parsed.children[token]:
        dep = parsed.deps[child]
        if dep in _UNTOLD:
            continue
        side = "<" if child < token else ">"
        row.append(f"c={dep}{side}")
        if dep in _TELLING:
            frame.append(dep + side)
            row += (f"ct={dep}|{parsed.tags[child]}", f"sc={stem}|{dep}{side}", f"cs={dep}|{sketch.stems[child]}")
            if dep in _CLAUSES:
                mark = parsed.child(child, "mark")
                row.append(f"cm={dep}|{'' if mark is None else parsed.lowered[mark]}")
        elif dep == "prep":
            frame.append(parsed.lowered[child])
            row += (f"sp={stem}|{parsed.lowered[child]}", f"p={parsed.lowered[child]}")
        elif dep in _SMALL:
            row += (f"cw={dep}|{parsed.lowered[child]}", f"sw={stem}|{parsed.lowered[child]}")
        elif dep in {"conj", "mark", "poss"}:
            row.append(f"cs={dep}{side}{sketch.stems[child]}")
    row.append(f"f={parsed.tags[token]}{'_'.join(frame)}")


def _governor(sketch: Sketch, token: int, row: list[str]) -> None:
    parsed = sketch.parsed
    head, dep = parsed.heads[token], parsed.deps[token]
    if head == token:
        row += ("h=^", f"ht=^{dep}")
        return
    row += (f"h={sketch.stems[head]}", f"ht={parsed.tags[head]}{dep}")
    row.append(f"sh={sketch.stems[token]}|{sketch.stems[head]}{dep}")
    if sketch.ruled[head]:
        row.append(f"hR={sketch.ruled[head]}{dep}")
    if dep in _LINKED:
        row.append(f"hsub={dep}{parsed.child(head, 'nsubj', 'nsubjpass') is not None:d}")


def _edges_of_quotations(sketch: Sketch, first: int) -> list[int]:
    """The first and last tokens of the quotations in the line of a token."""
    start, end = sketch.parsed.lines[sketch.line_of[first]]
    quotation_of = sketch.quotation_of
    return [
        token
        for token in range(start, end)
        if quotation_of[token] >= 0
        and (
            token == start
            or token + 1 == end
            or quotation_of[token - 1] != quotation_of[token]
            or quotation_of[token + 1] != quotation_of[token]
        )
    ]


def _place(sketch: Sketch, first: int, last: int) -> str:
    """What kind of line it is: whether the first, whether one that ends like a sentence, whether with quotations."""
    number = sketch.line_of[first]
    end = sketch.parsed.lines[number][1]
    is_stopped = sketch.parsed.words[end - 1] in {".", "?", "!", "”", '"', "''"}
    is_quoting = any(sketch.quotation_of[token] >= 0 for token in range(first, last))
    return f"{number == 0:d}{is_stopped:d}{is_quoting:d}"


def _quotations(sketch: Sketch, token: int, edges: list[int], place: str, row: list[str]) -> None:
    parsed, stem = sketch.parsed, sketch.stems[token]
    tag, dep = parsed.tags[token], parsed.deps[token]
    is_quoted = sketch.quotation_of[token] >= 0
    row.append(f"pl={place}{is_quoted:d}")
    if tag in _MARKS:
        start = parsed.lines[sketch.line_of[token]][0]
        row.append(f"li={bucket(token - start)}|{parsed.words[token]}{parsed.words[start].isupper():d}")
    if is_quoted:
        row += (f"si={stem}", f"ti={tag}{dep}")
    elif edges:
        left = bucket(min((token - edge for edge in edges if edge < token), default=_FAR))
        right = bucket(min((edge - token for edge in edges if edge > token), default=_FAR))
        row += (f"ql={left}", f"qr={right}", f"sql={stem}|{left}", f"sqr={stem}|{right}")
        row += (f"qlr={left}|{right}", f"tq={tag}{left}|{right}{place}")
