"""An explanation as labelled lines, for somebody who has not read the code."""

from collections.abc import Iterator
from typing import Any

MAX_PASSAGES = 4
"""How many passages of an origin are shown; the others are counted."""
MAX_DOUBTS = 4
"""How many pairs of passages that may be one origin are shown."""
MAX_ADDED = 6
"""How many numbers are shown as a sum."""
MAX_QUOTED = 400
"""How much of a passage is shown, in code points."""
MAX_BEFORE = 60
"""How much of that stands before what the judgement rests on, where that comes late."""


def lines(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The lines of `steps.explain.explanation`."""
    yield f"claim {told['claim_id']}", f"{told['text']} ({told['source']})"
    yield "evidence", told["evidence"]
    for number, origin in enumerate(told["origins"], start=1):
        yield from _origin(number, origin, told["cap_log_odds"])
    label = "in doubt"
    for doubt in told["doubts"][:MAX_DOUBTS]:
        one, other = doubt["evidence"]
        yield label, f"evidence {one} and {other} may be one origin: {doubt['reason']}"
        label = ""
    if len(told["doubts"]) > MAX_DOUBTS:
        yield "", f"and {len(told['doubts']) - MAX_DOUBTS} more (--json)"
    yield from _aside("repeats", told["own"], "it repeats the claim and adds nothing")
    yield from _aside("denied", told["counter_claims"], "it is a counter-claim, and no evidence against it")
    yield from _aside("unresolved", told["unresolved"], "it is not counted")
    yield from _result(told)


def _origin(number: int, origin: dict[str, Any], cap: float) -> Iterator[tuple[str, str]]:
    passages = origin["passages"]
    what = "1 passage" if len(passages) == 1 else f"{len(passages)} passages"
    yield f"origin {number}", f"{origin['root']}, {what}: {_adds(origin, cap)}"
    for passage in passages[:MAX_PASSAGES]:
        yield "", _passage(passage)
    if len(passages) > MAX_PASSAGES:
        yield "", f"and {len(passages) - MAX_PASSAGES} more (--json)"
    if not origin["merges"] and "is published by" not in origin["lineage"][0]:
        yield "", f"evidence {origin['lineage'][0]}"
    for merge in origin["merges"]:
        one, other = merge["evidence"]
        doubt = "" if merge["is_certain"] else ", perhaps"
        yield "", f"evidence {one} and {other} are one origin{doubt}: {merge['reason']}"


def _adds(origin: dict[str, Any], cap: float) -> str:
    if origin["contribution_log_odds"] is None:
        return "takes no side"
    if origin["reliability"]:
        grade = f"{origin['graded_source']} is graded {origin['reliability']}"
    else:
        grade = "nobody has graded it"
    capped = " (the most that counts)" if origin["is_capped"] else ""
    said = max(-cap, min(cap, origin["stance_log_odds"]))
    first = origin["passages"][0]
    sides = f"{first['supports']:.0%} for, {first['refutes']:.0%} against it, log-odds"
    return f"{sides} {said:+.2f}{capped} x {origin['weight']:.1f} ({grade}) = {origin['contribution_log_odds']:+.2f}"


def _passage(passage: dict[str, Any]) -> str:
    by = passage["publisher"] or passage["document_url"] or "a document"
    day = f", {passage['published_on']}" if passage["published_on"] else ""
    if passage["state"] == "confirmed":
        sure = "confirmed"
    elif passage["abstains"]:
        sure = "too unsure to take a side"
    else:
        sure = f"{passage['probability']:.0%}, suggested"
    reasons = f" - {'; '.join(passage['reasons'])}" if passage["reasons"] else ""
    words = _excerpt(passage["passage"], passage["rests_on"])
    return f"{passage['evidence_id']}: {passage['stance']} ({sure}; {by}{day}): “{words}”{reasons}"


def _excerpt(text: str, rests_on: list[int] | None) -> str:
    """As much of a passage as can be read, from shortly before what the judgement rests on."""
    begin = 0
    if rests_on and len(text) > MAX_QUOTED and rests_on[1] > MAX_QUOTED:
        begin = text.find(" ", max(0, rests_on[0] - MAX_BEFORE), rests_on[0]) + 1 or rests_on[0]
    words = " ".join(text[begin:].split())
    if len(words) > MAX_QUOTED:
        words = words[:MAX_QUOTED].rstrip() + "…"
    return f"…{words}" if begin else words


def _aside(label: str, passages: list[dict[str, Any]], so: str) -> Iterator[tuple[str, str]]:
    for passage in passages[:MAX_PASSAGES]:
        yield label, f"{_passage(passage)} - {passage['remark']}, so {so}"
        label = ""
    if len(passages) > MAX_PASSAGES:
        yield "", f"and {len(passages) - MAX_PASSAGES} more (--json)"


def _result(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if told["computed_confidence"] is None:
        yield "computed", f"no confidence: {told['rule']}"
    else:
        yield "prior", f"{told['prior']:.2f}, log-odds {told['prior_log_odds']:+.2f}"
        share = f"{told['shrinkage']:.0%}"
        added = [one["contribution_log_odds"] for one in told["origins"] if one["contribution_log_odds"] is not None]
        yield "sum", f"{_summed(added, told['sum_log_odds'])}; of so many, {share} of the sum counts"
        whole = f"{told['prior_log_odds']:+.2f} and {share} of {told['sum_log_odds']:+.2f} = {told['log_odds']:+.2f}"
        yield "computed", f"{told['computed_confidence']:.2f} ({told['computed_likelihood']}), log-odds {whole}"
        only = told["confirmed_confidence"]
        yield "", "nothing of it is confirmed yet" if only is None else f"{only:.2f} from what people have confirmed"
    if told["suggested_verdict"]:
        yield "suggests", f"{told['suggested_verdict'].replace('_', ' ')} ({told['rule']})"
    stated = told["confidence"]
    yield (
        "confidence",
        "not judged by a person" if stated is None else f"{stated:.2f} ({told['likelihood']}), by a person",
    )
    yield "verdict", (told["verdict"] or "none yet").replace("_", " ")


def _summed(added: list[float], total: float) -> str:
    """What the origins that take a side come to, written out while it is short."""
    if len(added) == 1:
        return f"{total:+.2f} from 1 origin"
    parts = f"{' '.join(f'{one:+.2f}' for one in added)} = " if len(added) <= MAX_ADDED else ""
    return f"{parts}{total:+.2f} from {len(added)} origins"
