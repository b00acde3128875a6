"""Whether a number is a level or a change: "rose to 5 percent", "rose by 5 percent"."""

from claimcheck.quantities.units import CURRENCIES
from claimcheck.quantities.values import COUNT, PERCENT, Mode, Raw, Token
from claimcheck.quantities.wording import FALLING, RISING

ARTICLES = frozenset("a an the all its their his her every each those these total".split())
_OBJECT_VERBS = frozenset(
    """
    cut cuts add adds added raise raises raised gained gains gain shed reduce reduces reduced lower lowers lowered
    more less
    """.split()
)
"""Words of change whose object is how much there was of it: "cut 9,000 jobs"."""
_PASSED_OVER = ARTICLES | {"only", "just", "merely", "mere", "another", "further", "some", "almost"}
_REACHING = frozenset("below above under beyond past".split())
_COMPOSING = frozenset({"make", "makes", "made", "making", "take", "takes", "took", "taking", "taken"})
_COMPARATIVE = frozenset({"more", "fewer", "less", "additional"})
_COMPARED = frozenset({"higher", "lower", "more", "fewer", "less"})
_MOVED = {
    "lost": Mode.FALL, "loses": Mode.FALL, "lose": Mode.FALL, "shed": Mode.FALL,
    "gained": Mode.RISE, "gains": Mode.RISE, "gain": Mode.RISE,
}  # fmt: skip
_STANDING = frozenset({"rise", "rises", "rising"})
"""Before metres above something these tell a height: "the dam rises 95 metres above the valley"."""
_NO_CHANGE_BEHIND = frozenset({"up", "down", "raise", "add"})
_CHANGES = RISING | FALLING
_LEFT = 9


def mode_of(tokens: list[Token], raw: Raw, segment: tuple[int, int]) -> Mode:
    """Whether a number is a level or a change, from the words right before and behind it."""
    left = [token.lower for token in tokens[max(segment[0], raw.first - _LEFT) : raw.first]]
    while left and left[-1] in _PASSED_OVER:
        left.pop()
    if left[-2:] == ["average", "of"]:
        left = [word for word in left[:-2] if word not in ("a", "an")]
    before = left[-1] if left else ""
    direction = next((word for word in reversed(left) if word in _CHANGES), "")
    if direction and before == "by":
        return _of(direction)
    if direction and before == "from":
        return Mode.START
    if direction and before in ("to", "at"):
        return _grown(left) if before == "at" and raw.unit == PERCENT else Mode.LEVEL
    if raw.first < raw.number and tokens[raw.first].lower in _REACHING and before in _CHANGES:
        return Mode.LEVEL
    is_size = raw.unit in ("metres", "tonnes", "litres", "celsius", "days", "watts")
    is_composed = left[-2:-1] == ["up"] and not _COMPOSING.isdisjoint(left[-3:-2])
    if before in ("of", "in", "was", "is") and left[-2:-1] and left[-2] in _CHANGES and not is_size and not is_composed:
        return _of(left[-2])
    while left and left[-1].endswith("ly"):
        left.pop()
    if raw.unit in (PERCENT, "points") and left and left[-1] in _MOVED and not _is_of_more(tokens, raw.end):
        return _MOVED[left[-1]]
    return _beside(tokens, raw, left)


def _is_of_more(tokens: list[Token], at: int) -> bool:
    """Whether it is said what it is a share of: "lost 9 percent of the vote"."""
    return at < len(tokens) and tokens[at].lower == "of"


def _beside(tokens: list[Token], raw: Raw, left: list[str]) -> Mode:
    """As "rose 5 percent", "5 percent more", "growth was 5 percent"."""
    before = left[-1] if left else ""
    behind = tokens[raw.end].lower if raw.end < len(tokens) else ""
    if raw.unit == COUNT and behind in _COMPARATIVE:
        return _of(behind)
    farther = [token.lower for token in tokens[raw.end + 1 : raw.end + 3]]
    if raw.unit == COUNT and farther[1:] == ["than"] and farther[0] in _COMPARED:
        return _of(farther[0])
    if raw.unit == COUNT or (before == "up" and len(left) > 1 and left[-2] in _COMPOSING):
        return Mode.LEVEL
    if raw.unit == "metres" and before in _STANDING and behind == "above":
        return Mode.LEVEL
    if before in ("up", "down") and raw.unit not in (PERCENT, "points") and raw.unit not in CURRENCIES:
        return Mode.LEVEL
    if before in _CHANGES and (raw.unit in (PERCENT, "points") or before not in _OBJECT_VERBS):
        return _of(before)
    if behind in _CHANGES and raw.unit != "times" and behind not in _NO_CHANGE_BEHIND:
        return _of(behind)
    return _grown(left) if raw.unit == PERCENT and before not in ("from", "to") else Mode.LEVEL


def _grown(left: list[str]) -> Mode:
    """As "growth in 2022 was 5 percent"."""
    return Mode.RISE if "growth" in left else Mode.LEVEL


def _of(word: str) -> Mode:
    return Mode.FALL if word in FALLING else Mode.RISE
