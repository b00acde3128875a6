"""One claim on one screen."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

LABEL_WIDTH = 13
MAX_WIDTH = 110
MAX_LEADS = 5


def write_json(views: list[dict[str, Any]], *, as_list: bool | None = None, path: str | None = None) -> None:
    """One object for one claim, a list for several; `as_list` for what several were asked for, however many came.

    To stdout, or into the file at `path`, whole or not at all.
    """
    import json

    from claimcheck.text import escaped_json

    content: Any = views if as_list or (as_list is None and len(views) != 1) else views[0]
    written = escaped_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
    if path is None:
        sys.stdout.write(written)
        return
    from claimcheck.cli._render import opened

    with opened(path) as stream:
        stream.write(written)


def write_text(views: list[dict[str, Any]]) -> None:
    """Labelled lines, wrapped to the terminal; bold where a terminal can show it."""
    for number, view in enumerate(views):
        if number:
            sys.stdout.write("\n")
        write_lines(_lines(view))


def write_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Labels and what they stand for; a line without a label goes on with the one before."""
    width = min(shutil.get_terminal_size((100, 24)).columns, MAX_WIDTH)
    for label, value in lines:
        for line in _wrapped(label, value, width):
            sys.stdout.write(line + "\n")


def _wrapped(label: str, value: str, width: int) -> Iterator[str]:
    from claimcheck.cli._style import bold
    from claimcheck.text import visible

    head = bold(f"{label:<{LABEL_WIDTH}}") if label else " " * LABEL_WIDTH
    room = max(width - LABEL_WIDTH, 20)
    lines = [part for line in visible(value).split("\n") for part in textwrap.wrap(line, room) or [""]]
    for number, line in enumerate(lines):
        yield (head if number == 0 else " " * LABEL_WIDTH) + line


def _lines(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield f"claim {view['id']}", view["text"]
    role = ", ".join(part for part in (view["source_role"], view["source_kind"]) if part)
    yield "said by", view["source"] + (f" ({role})" if role else "")
    if view["reliability"]:
        dated = f", {view['reliability_on']}" if view["reliability_on"] else ""
        reason = f" - {view['reliability_reason']}" if view["reliability_reason"] else ""
        yield "reliability", f"{view['reliability']}: {view['reliability_words']}{dated}{reason}"
    yield "kind", view["kind"]
    yield "said on", view["said_on"] or "not known"
    if view["attribution_note"]:
        yield "attribution", view["attribution_note"]
    yield from _judgement(view)
    for place in view["appearances"]:
        yield from _place(place)
    for relation in view["relations"]:
        yield "relation", _relation(relation, relation["note"])
    for relation in view["suggested_relations"]:
        yield "suggested", f"{_relation(relation, relation['reasons'])} ({_to_decide(view['id'], relation)})"
    yield from _evidence(view)
    yield from _notes(view)
    yield "recorded", f"{view['recorded_at']}, revision {view['revision']}, {view['public_id']}"
    yield from _history(view)


def _relation(relation: dict[str, Any], why: str | None) -> str:
    other = f"claim {relation['other_id']} ({relation['other_source']}: {relation['other_text']})"
    kind = relation["kind"].replace("_", " ")
    return (f"{kind} {other}" if relation["is_outgoing"] else f"{other} {kind} this") + (f" - {why}" if why else "")


def _to_decide(claim_id: int, relation: dict[str, Any]) -> str:
    ids = (claim_id, relation["other_id"]) if relation["is_outgoing"] else (relation["other_id"], claim_id)
    command = f"claimcheck relate {ids[0]} {relation['kind']} {ids[1]}"
    return f"{command}, or the same with --reject"


def _judgement(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    confidence = view["confidence"]
    if confidence is None:
        yield "confidence", "not judged"
    else:
        yield "confidence", f"{confidence:.2f} ({view['likelihood']})"
    if view["basis"] or confidence is not None:
        yield "basis", view["basis"] or "none stated"
    if view["credibility"]:
        yield "credibility", f"{view['credibility']}: {view['credibility_words']}"
    yield "verdict", (view["verdict"] or "none yet").replace("_", " ")
    if view["state"] != "accepted":
        yield "state", view["state"]
    if view["review_on"]:
        yield "review on", view["review_on"]
    if view["tags"]:
        yield "tags", ", ".join(view["tags"])


def _place(place: dict[str, Any]) -> Iterator[tuple[str, str]]:
    published = f", {place['published_on']}" if place["published_on"] else ""
    title = place["document_title"] or place["document_url"]
    if title or place["publisher"]:
        named = f'"{title}"' if place["document_title"] else (title or "a document")
        by = f", {place['publisher']}" if place["publisher"] else ""
        yield "where", f"{named}{by}{published}"
    if place["document_url"] and place["document_title"]:
        yield "", place["document_url"]
    if place["via"]:
        from claimcheck.columns import hops_text

        yield "via", hops_text([(hop["source"], hop["how"]) for hop in place["via"]])
    if place["said_on"]:
        yield "", f"said on {place['said_on']}"
    if place["cue"]:
        yield "cue", f"{place['cue']}" + (f" ({place['directness']})" if place["directness"] else "")
    if place["span_start"] is not None:
        digest = f", sha256 {place['span_sha256'][:12]}..." if place["span_sha256"] else ""
        yield "span", f"{place['span_start']}-{place['span_end']}{digest}"
    if place["quote"]:
        yield "quote", f"\u201c{place['quote']}\u201d"


def _notes(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    from claimcheck.store.timeline import remark_text

    for remark in view["notes"]:
        yield "note", f"{remark['recorded_at'][:10]} {remark['author']}: {remark_text(remark)}"


def _evidence(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What passages say, and who was searched: nothing found, not searched and no answer are three things."""
    from claimcheck.leads import lead_text
    from claimcheck.values import Finding

    label = "evidence"
    for passage in view["evidence"]:
        if passage["state"] == "rejected":
            continue
        by = passage["publisher"] or passage["document_url"] or "a document"
        day = f", {passage['published_on']}" if passage["published_on"] else ""
        doubt = "" if passage["state"] == "confirmed" else f", {passage['state']}"
        reasons = f" - {passage['reasons']}" if passage["reasons"] else ""
        where = f"{passage['evidence_id']}: {passage['stance']}{doubt} ({by}{day}, document {passage['document_id']})"
        yield label, f"{where}: \u201c{' '.join(passage['exact'].split())}\u201d{reasons}"
        label = ""
    if label:
        yield label, f"none{_unsearched(view)}"
    label = "searched"
    for search in view["searches"]:
        yield label, _search(search)
        label = ""
    label = "lead"
    for lead in view["leads"][-MAX_LEADS:]:
        said = {name: lead[name] for name in ("url", "title", "publisher", "published_on", "rating")}
        yield label, f"{lead['provider']}: {lead_text(Finding(key='', **said))}"
        label = ""
    if len(view["leads"]) > MAX_LEADS:
        yield "", f"and {len(view['leads']) - MAX_LEADS} earlier (claimcheck show {view['id']} --json)"


def _unsearched(view: dict[str, Any]) -> str:
    if any(search["hit_count"] is not None for search in view["searches"]):
        return ""
    if any(search["outcome"] != "skipped" for search in view["searches"]):
        return "; nobody who was asked answered"
    return f"; not searched (claimcheck find {view['id']})"


def _search(search: dict[str, Any]) -> str:
    asked = f"{search['provider']} {search['asked_at'][:10]}"
    if search["outcome"] == "skipped":
        return f"{asked}: not searched: {search['message']}"
    if search["hit_count"] is None:
        return f"{asked}: no answer ({search['outcome']}): {search['message']}"
    found = f"{search['hit_count']} found" if search["hit_count"] else "nothing found"
    return f"{asked}: {found}" + (f", in part only: {search['message']}" if search["outcome"] == "partial" else "")


def _history(view: dict[str, Any]) -> Iterator[tuple[str, str]]:
    from claimcheck.cli._events import sentence

    earlier = view["event_count"] - len(view["history"])
    label = "history"
    if earlier:
        yield label, f"{earlier} earlier (claimcheck history {view['id']})"
        label = ""
    for event in view["history"]:
        yield label, f"{event['recorded_at'][:19]}Z {event['author']} {sentence(event)}"
        label = ""
