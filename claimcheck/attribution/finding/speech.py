"""The words of a verb of saying that stands beside or in the middle of them: '"...", he said', "X, he said, Y"."""

from claimcheck.attribution.finding.clause import Clause
from claimcheck.attribution.finding.layout import STOPS, Layout

_BREAKS = frozenset({",", "--", "—", "–"})
_ASIDE_STARTS = frozenset(
    {
        "who",
        "which",
        "whose",
        "where",
        "when",
        "while",
        "as",
        "after",
        "before",
        "although",
        "though",
        "according",
    }
)
_WITH_HEARER = frozenset({"assure", "ask", "inform", "remind", "tell", "warn"})
_MAX_GAPS = 2
"""The tokens that may lie between subject and verb for the two to stand together."""


def around(layout: Layout, clause: Clause) -> list[int]:
    """The content that the clause stands in, behind, or as "as ... noted" beside; none where it follows the clause."""
    if not clause.is_own_subject or layout.parsed.tags[clause.verb] == "VBG":
        return []
    block = clause.block
    first, last = block[0], block[-1]
    content = _beside_as(layout, clause, first, last)
    if content or last - first + 1 - len(block) > _MAX_GAPS:
        return content
    start, end = clause.sentence
    left, right = first - 1, past_adjuncts(layout, clause, last + 1)
    words = layout.parsed.words
    if left < start or not _is_parted(layout, left) or (right < end and words[right] == ":"):
        return []
    is_end = right >= end or words[right] in STOPS
    is_break = right < end and words[right] in _BREAKS | {";"}
    if not (is_end or is_break or layout.closes(left) or _governs_only_left(layout, clause, first, last)):
        return []
    content = layout.trimmed(range(_start(layout, start, left), left + 1))
    if content and is_break and right + 1 < end:
        content = _with_rest(layout, content, right, end)
    elif not is_end and not is_break and layout.opens(right):
        content += range(right, _without_stop(layout, right, end))
    hidden = {*block, *range(last + 1, right)}
    return [token for token in content if token not in hidden]


def past_adjuncts(layout: Layout, clause: Clause, token: int) -> int:
    """The token after "told the BBC in an interview on Monday"."""
    parsed = layout.parsed
    verb, last = clause.verb, clause.sentence[1]
    while token < last:
        head = token
        while parsed.heads[head] not in {verb, head} and token <= parsed.heads[head] < last:
            head = parsed.heads[head]
        dep = parsed.deps[head]
        if parsed.heads[head] != verb or dep not in {"prep", "npadvmod", "advmod", "dobj", "dative", "advcl"}:
            break
        if dep == "dobj" and clause.entry.lemma not in _WITH_HEARER:
            break
        phrase = parsed.subtree(head)
        if phrase[0] != token or any(layout.is_quoted(word) for word in phrase):
            break
        token = phrase[-1] + 1
    return token


def _is_parted(layout: Layout, left: int) -> bool:
    return layout.parsed.words[left] in _BREAKS | {"?", "!"} or layout.closes(left)


def _governs_only_left(layout: Layout, clause: Clause, first: int, last: int) -> bool:
    parsed = layout.parsed
    children = parsed.children[clause.verb]
    is_left = any(parsed.deps[child] in {"ccomp", "parataxis", "dep"} and child < first for child in children)
    return is_left and not any(parsed.deps[child] in {"ccomp", "parataxis"} and child > last for child in children)


def _beside_as(layout: Layout, clause: Clause, first: int, last: int) -> list[int]:
    """The content of "As the institute noted, prices are falling": the clause that it hangs on."""
    parsed = layout.parsed
    start, end = clause.sentence
    conjunction = first - 1
    if conjunction < start or parsed.lowered[conjunction] != "as":
        return []
    if parsed.deps[conjunction] not in {"mark", "advmod", "prep"}:
        return []
    if any(parsed.deps[child] == "ccomp" and child > clause.verb for child in parsed.children[clause.verb]):
        return []
    is_parted = conjunction == start or parsed.words[conjunction - 1] in _BREAKS | {"-", "("}
    if not is_parted and parsed.deps[clause.verb] != "advcl":
        return []
    stop = past_adjuncts(layout, clause, last + 1)
    is_mark = stop >= end or parsed.words[stop] in _BREAKS | {"-", ".", ")"}
    if not (is_mark or layout.opens(stop) or layout.closes(stop)):
        return []
    return [token for token in range(start, end) if not conjunction <= token < stop]


def _start(layout: Layout, start: int, left: int) -> int:
    """Where a content that ends at `left` begins: not with the "But" of the writer."""
    parsed = layout.parsed
    is_link = parsed.lowered[start] in {"but", "and"} and parsed.deps[start] == "cc"
    return start + 1 if is_link and start + 1 <= left else start


def _with_rest(layout: Layout, left: list[int], right: int, end: int) -> list[int]:
    """The content with what follows the comma after "he said", or only the latter, or only the former."""
    parsed = layout.parsed
    rest = list(range(right + 1, _without_stop(layout, right + 1, end)))
    if layout.opens(right + 1):
        is_new = parsed.words[min(right + 2, end - 1)][:1].isupper()
        if is_new and not any(layout.is_quoted(token) for token in left):
            return rest
        return left + rest
    ends_quoted = layout.closes(left[-1]) or (len(left) > 1 and layout.closes(left[-2]))
    if ends_quoted or parsed.tags[right + 1] in {"VBG", "VBN"} or parsed.lowered[right + 1] in _ASIDE_STARTS:
        return left
    return left + rest


def _without_stop(layout: Layout, start: int, end: int) -> int:
    while end > start and layout.parsed.words[end - 1] in STOPS and not layout.is_quoted(end - 1):
        end -= 1
    return end
