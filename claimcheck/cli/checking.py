"""Weighing the evidence of claims: check."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from claimcheck.cli._options import Output, StanceModelName, filter_options, output_options, takes, without
from claimcheck.cli.loading import Author

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.criteria import ClaimFilter
    from claimcheck.steps.check import Checked, Kept
    from claimcheck.store.engine import Reader
    from claimcheck.values import Change

COLUMNS = (
    "id", "evidence", "supporting", "refuting", "computed_confidence", "computed_likelihood", "suggested_verdict",
    "rule", "confidence", "verdict", "source", "text",
)  # fmt: skip
IN_TABLE = "id,evidence,computed_confidence,suggested_verdict,confidence,verdict,text"
NUMBERS = ("id", "supporting", "refuting", "computed_confidence", "confidence")
LIKE_COLUMNS = (
    "id", "source", "likeness", "says", "evidence", "computed_confidence", "suggested_verdict", "verdict", "text",
)  # fmt: skip
LIKE_IN_TABLE = "id,likeness,says,evidence,computed_confidence,verdict,text"
STALE_COLUMNS = ("id", "review_on", "supported_on", "evidence", "confidence", "verdict", "source", "text")
AT_ONCE, AT_ONCE_S = 50, 2.0
"""After so many claims, or seconds, what was found is stored: no other command waits long, and a kill loses little."""


@takes(criteria=without(filter_options, "text"), output=output_options)
def check(
    context: typer.Context,
    criteria: "ClaimFilter",
    output: Output,
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Number or public id.")] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Is something like this in the ledger?")
    ] = None,
    stale: Annotated[
        bool, typer.Option("--stale", help="List those due for review that no newer independent support has.")
    ] = False,
    changed: Annotated[bool, typer.Option("--changed", help="Show only what comes to something else now.")] = False,
    max_time: Annotated[
        str | None, typer.Option("--max-time", metavar="SPAN", help="Stop after 10m, 1h, ...; the next check goes on.")
    ] = None,
    model: StanceModelName = None,
    author: Author = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Weigh and show, and keep nothing.")] = False,
) -> int:
    """Weigh the evidence for claims: independent origins, a computed confidence, a suggested verdict.

    Without ids or filters, all claims that have evidence or were never checked. What it finds is kept as suggestions;
    no verdict and no confidence of a person is ever changed. `explain ID` shows how one comes about.
    """
    from claimcheck.cli._options import parsed
    from claimcheck.criteria import ClaimFilter
    from claimcheck.durations import parse_duration
    from claimcheck.errors import UsageError

    seconds = parsed("--max-time", parse_duration, max_time)

    given = criteria != ClaimFilter()
    if ids and given:
        raise UsageError("claims are chosen by their numbers or by filters; give one of the two")
    if text is not None and (ids or stale or changed):
        raise UsageError("--text asks about words; it goes with filters only, not with numbers, --stale or --changed")
    if seconds is not None and (text is not None or stale):
        raise UsageError("--max-time goes with weighing only, not with --text or --stale")
    if stale and changed:
        raise UsageError("--stale and --changed are two lists; ask for one")
    if text is not None:
        return _like(context, text, criteria, output, model)
    if stale:
        return _stale(context, criteria, ids or (), output, model)
    asked = _Asked(ids or (), criteria if given else None, seconds, model, changed=changed, dry_run=dry_run)
    return _check(context, asked, output, author)


class _Asked(NamedTuple):
    """Which claims are to be weighed, for how long, how, and which of them shown."""

    ids: "Sequence[str]"
    criteria: "ClaimFilter | None"
    max_time_s: int | None
    model: str | None
    changed: bool
    dry_run: bool


class _Found:
    """What the batches so far came to."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.rows: list[tuple[Any, ...]] = []
        self.relations: dict[tuple[object, ...], Change] = {}
        self.link_count = 0
        self.claim_count = 0

    def add(self, checked: "Sequence[Checked]", kept: "Kept", asked: _Asked) -> None:
        """Take in what a batch came to."""
        self.claim_count += len(checked)
        self.link_count += len(kept.links)
        # a rehearsal forgets what the claims before have led to, so that both ends of a relation find it
        self.relations |= {(done.entity_id, done.new["kind"], done.new["other_id"]): done for done in kept.relations}
        moved = set(kept.changed)
        self.rows += [
            _row(one)
            for one in checked
            if one.weighing.claim.id in moved or (not asked.changed and (asked.ids or one.weighing.item_count))
        ]


def _check(context: typer.Context, asked: _Asked, output: Output, author: str | None) -> int:
    """Weigh, keep and show; what was kept is shown also when somebody stops it, since the next check would not.

    Raises:
        StoppedError: it was interrupted when something was kept already.
        ClaimcheckError: it cannot go on; the message says how many claims were checked before.
    """
    from claimcheck.cli import _open, _weighing
    from claimcheck.errors import ClaimcheckError, StoppedError

    who = _open.author(author)
    with _open.reader(context) as reader:
        chosen = _chosen(reader, asked.ids, asked.criteria)
        _weighing.weigher(reader, asked.model)  # a wrong one is refused, though there may be nothing to weigh
    found = _Found()
    try:
        for checked, kept in _batches(context, chosen, asked, who):
            found.add(checked, kept, asked)
    except (ClaimcheckError, KeyboardInterrupt, SystemExit) as stop:
        if not found.claim_count or asked.dry_run:
            raise
        _show(context, found, len(chosen), output, asked)
        kept_before = f"{_counted(found.claim_count)} checked before, which is kept"
        if isinstance(stop, ClaimcheckError):
            stop.args = (f"{stop}; {kept_before}",)
            raise
        msg = f"interrupted; {kept_before}"
        raise StoppedError(msg, stop) from None
    _show(context, found, len(chosen), output, asked)
    return 0


def _chosen(reader: "Reader", ids: "Sequence[str]", criteria: "ClaimFilter | None") -> list[int]:
    from claimcheck.steps.check import claims_to_check
    from claimcheck.store.lookups import claim_id

    return list(dict.fromkeys(claim_id(reader, one) for one in ids)) if ids else claims_to_check(reader, criteria)


def _batches(
    context: typer.Context, chosen: "Sequence[int]", asked: _Asked, author: str
) -> "Iterator[tuple[list[Checked], Kept]]":
    """The claims with what they come to, and what keeping that changed, some at a time, until time is up."""
    from time import monotonic

    from claimcheck.cli import _open, _weighing
    from claimcheck.cli._progress import progress
    from claimcheck.steps.check import check as check_step
    from claimcheck.steps.check import keep
    from claimcheck.store.weighing_reads import present_claims

    ends = None if asked.max_time_s is None else monotonic() + asked.max_time_s
    done = 0
    with progress(context, "weighing") as tell:
        while done < len(chosen) and (ends is None or monotonic() < ends):
            stored_at = min(monotonic() + AT_ONCE_S, ends or float("inf"))
            with _open.reader(context) as reader:
                weigher, method = _weighing.weigher(reader, asked.model)
                some = chosen[done : done + AT_ONCE]
                there = present_claims(reader, some)  # another command may have taken one away
                checked: list[Checked] = []
                for one in some:
                    if one in there:
                        checked += check_step(reader, [one], weigher)
                    done += 1
                    tell(done)
                    if monotonic() >= stored_at:
                        break
            with _open.trial(context) if asked.dry_run else _open.session(context) as session:
                kept = keep(session, checked, method=method, author=author, now=_open.now())
            yield checked, kept


def _row(checked: "Checked") -> tuple[Any, ...]:
    from claimcheck.steps.explain import counted_origins
    from claimcheck.vocabulary import likelihood

    weighing = checked.weighing
    claim, assessment = weighing.claim, weighing.assessment
    sides = [one.log_odds > 0 for one in assessment.contributions]
    confidence = assessment.confidence
    return (
        claim.id, counted_origins(weighing), sum(sides), len(sides) - sum(sides),
        None if confidence is None else round(confidence, 3), None if confidence is None else likelihood(confidence),
        assessment.verdict.value if assessment.verdict else None, assessment.rule, claim.confidence, claim.verdict,
        claim.source, claim.text,
    )  # fmt: skip


def _show(context: typer.Context, found: _Found, count: int, output: Output, asked: _Asked) -> None:
    """The rows, by the numbers of the claims, and what else is to be told."""
    from claimcheck.cli import _open, _render
    from claimcheck.cli._events import change_sentence

    found.rows.sort(key=lambda row: int(row[0]))
    _render.write_chosen(_render.text_columns(*COLUMNS, numbers=NUMBERS), found.rows, output, in_table=IN_TABLE)
    for change in found.relations.values():
        how = f"claimcheck relate {change.entity_id} {change.new['kind']} {change.new['other_id']}"
        _open.talk(context, f"{change_sentence(change)}; if so: {how}, if not: {how} --reject")
    links, relations = found.link_count, len(found.relations)
    parts = [f"checked {_counted(found.claim_count)}, {len(found.rows)} shown"]
    parts += [f"{links} {'passage' if links == 1 else 'passages'} judged anew"] if links else []
    parts += [f"{relations} {'relation' if relations == 1 else 'relations'} suggested"] if relations else []
    parts += ["a rehearsal: nothing was kept"] if asked.dry_run else []
    _open.talk(context, "; ".join(parts))
    left = count - found.claim_count
    if asked.max_time_s is not None and left:
        then = "the next check begins with those that never were"
        _open.talk(context, f"time was up: {left} of {_counted(count)} were not checked; {then}")


def _counted(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"


def _like(context: typer.Context, text: str, criteria: "ClaimFilter", output: Output, model: str | None) -> int:
    from claimcheck import fields
    from claimcheck.cli import _open, _render, _weighing
    from claimcheck.cli._options import parsed
    from claimcheck.embedding import embedder
    from claimcheck.steps.explain import counted_origins
    from claimcheck.steps.recalling import like

    words = parsed("--text", fields.text, text)
    with _open.reader(context) as reader:
        weigher, _ = _weighing.weigher(reader, model)
        found = list(like(reader, words, criteria, weigher, embedder=embedder()))
    rows = []
    for one in found:
        claim, assessment = one.weighing.claim, one.weighing.assessment
        confidence = None if assessment.confidence is None else round(assessment.confidence, 3)
        verdict = assessment.verdict.value if assessment.verdict else None
        rows.append(
            (
                claim.id, claim.source, round(one.likeness, 2), one.says, counted_origins(one.weighing), confidence,
                verdict, claim.verdict, claim.text,
            )
        )  # fmt: skip
    numbers = ("id", "likeness", "computed_confidence")
    _render.write_chosen(_render.text_columns(*LIKE_COLUMNS, numbers=numbers), rows, output, in_table=LIKE_IN_TABLE)
    if not rows:
        _open.talk(context, "nothing like it is in the ledger; record it with `claimcheck add`")
    return 0


def _stale(
    context: typer.Context, criteria: "ClaimFilter", ids: "Sequence[str]", output: Output, model: str | None
) -> int:
    from claimcheck.cli import _open, _render, _weighing
    from claimcheck.steps.due import due_for_review
    from claimcheck.steps.explain import counted_origins
    from claimcheck.store.lookups import claim_id

    with _open.reader(context) as reader:
        chosen = tuple(claim_id(reader, one) for one in ids)
        weigher, _ = _weighing.weigher(reader, model)
        found = due_for_review(reader, criteria._replace(claim_ids=chosen), weigher, today=_open.now().date())
        rows = [
            (
                one.weighing.claim.id, one.review_on, one.weighing.supported_on, counted_origins(one.weighing),
                one.weighing.claim.confidence, one.weighing.claim.verdict, one.weighing.claim.source,
                one.weighing.claim.text,
            )
            for one in found
        ]  # fmt: skip
    _render.write_chosen(_render.text_columns(*STALE_COLUMNS, numbers=("id", "confidence")), rows, output)
    if not rows:
        _open.talk(context, "no claim is due for review; `annotate ID --review-on DATE` says when one is")
    return 0
