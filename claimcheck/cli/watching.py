"""What is fetched by itself: the group `watch`, and update."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck import vocabulary as words
from claimcheck.cli._options import MAX_ID, Output, choices, output_options, takes
from claimcheck.cli.loading import Author

if TYPE_CHECKING:
    from claimcheck.steps.update import RunReport
    from claimcheck.store.watches import Watched

group = typer.Typer(no_args_is_help=True, help="Watches: which pages, feeds and queries `update` asks, and how often.")
WatchIds = Annotated[list[int], typer.Argument(metavar="WATCH...", min=1, max=MAX_ID, help="Numbers of watches.")]


@group.command("add")
def add_watch(
    context: typer.Context,
    urls: Annotated[
        list[str], typer.Argument(metavar="URL...", help="Pages or feeds; or PROVIDER:WORDS, such as gdelt:...")
    ],
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="page, feed or query.", autocompletion=choices(words.WatchKind)),
    ] = None,
    claim: Annotated[str | None, typer.Option(metavar="ID", help="Propose what comes to this claim only.")] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="... to the claims of this source only.")] = None,
    tag: Annotated[str | None, typer.Option(metavar="TAG", help="... to the claims with this tag only.")] = None,
    every: Annotated[str, typer.Option(metavar="SPAN", help="How often: 30m, 6h, 1d.")] = "6h",
    author: Author = None,
) -> None:
    """Watch pages, feeds or queries; `update` asks what is due."""
    from functools import partial

    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.durations import duration_text, parse_duration
    from claimcheck.steps.watching import WatchWish, watch

    word = parsed("--kind", partial(fields.word, vocabulary=words.WatchKind), kind)
    seconds = parsed("--every", parse_duration, every)
    who = _open.author(author)
    with _open.started(context) as session:
        wishes = [WatchWish(url, word, claim, source, tag, seconds) for url in urls]
        numbers = [watch(session, wish, author=who, now=_open.now()) for wish in wishes]
    for number in numbers:
        _open.say(f"watch {number}: every {duration_text(seconds)}, due now")


@group.command("list")
@takes(output=output_options)
def list_watches(context: typer.Context, output: Output) -> None:
    """List all watches: state, last outcome and change, when each is due, and for how long it has failed."""
    from claimcheck.cli import _open, _render
    from claimcheck.steps.watching import WATCH_COLUMNS, watch_rows

    with _open.reader(context) as reader:
        rows = watch_rows(reader)
    columns = _render.text_columns(*WATCH_COLUMNS, numbers=["id", "failures"])
    _render.write_chosen(columns, rows, output, in_table="id,url,state,outcome,changed_at,due_at,failures")


@group.command("remove")
def remove_watches(context: typer.Context, watches: WatchIds) -> None:
    """Stop watching for good; what was fetched stays."""
    _set_states(context, watches, words.WatchState.REMOVED, "removed")


@group.command("pause")
def pause_watches(
    context: typer.Context,
    watches: WatchIds,
    resume: Annotated[bool, typer.Option("--resume", help="Ask again, from now on.")] = False,
) -> None:
    """Stop asking until it is resumed; --resume also begins a watch again that the server said was gone."""
    state = words.WatchState.ACTIVE if resume else words.WatchState.PAUSED
    _set_states(context, watches, state, "resumed, due now" if resume else "paused")


def _set_states(context: typer.Context, watches: list[int], state: words.WatchState, done: str) -> None:
    from claimcheck.cli import _open
    from claimcheck.steps.watching import change_state

    with _open.session(context) as session:
        before = [change_state(session, number, state, now=_open.now()) for number in watches]
    for number, was in zip(watches, before, strict=True):
        _open.say(f"watch {number}: {done if was is not state else f'is {state} already'}")


def update(
    context: typer.Context,
    watches: Annotated[
        list[int] | None, typer.Argument(metavar="[WATCH...]", min=1, max=MAX_ID, help="These now, due or not.")
    ] = None,
    max_time: Annotated[
        str | None, typer.Option("--max-time", metavar="SPAN", help="Stop after 10m, 1h, ...; the rest stays due.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is due; ask nobody.")] = False,
    json: Annotated[bool, typer.Option("--json", help="A summary as JSON.")] = False,
    author: Author = None,
) -> int:
    """Ask everything that is due, keep what changed, and propose what it may say to claims. Made for cron.

    Silent when nothing changed. A line on stdout for each change; on stderr, and with exit code 1, each watch that
    begins to fail or recovers, once. Exit code 75: another update is running.
    """
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.durations import parse_duration
    from claimcheck.store.run_lock import run_lock

    seconds = parsed("--max-time", parse_duration, max_time)
    who = _open.author(author)
    due = _due(context, watches)
    if dry_run:
        _show_due(due, as_json=json)
        return 0
    with run_lock(_open.target(context)):
        # Once more: until now another run may have asked them.
        report = _run(context, _due(context, watches), seconds, who, as_json=json)
    return _conclude(context, report, as_json=json)


def _due(context: typer.Context, ids: list[int] | None) -> "list[Watched]":
    from claimcheck.cli import _open
    from claimcheck.steps.watching import require_watches
    from claimcheck.store.history import utc_text
    from claimcheck.store.watches import due_watches

    with _open.reader(context) as reader:
        require_watches(reader, ids or [])
        return due_watches(reader, utc_text(_open.now()), ids or None)


def _show_due(due: "list[Watched]", *, as_json: bool) -> None:
    from claimcheck.cli import _open, _view
    from claimcheck.redaction import redacted

    rows = [{"watch_id": item.id, "kind": item.kind, "url": redacted(item.url), "due_at": item.due_at} for item in due]
    if as_json:
        _view.write_json([{"due": rows}])
    else:
        for row in rows:
            _open.say(f"watch {row['watch_id']}: {row['kind']} {row['url']}, due since {str(row['due_at'])[:19]}Z")


def _run(
    context: typer.Context, due: "list[Watched]", max_time_s: int | None, author: str, *, as_json: bool
) -> "RunReport":
    from claimcheck.cli import _open, _web
    from claimcheck.cli._progress import progress
    from claimcheck.steps.record import Notice
    from claimcheck.steps.update import RunReport, UpdateRun

    if not due:
        return RunReport()

    def tell(notice: Notice) -> None:
        if notice.is_trouble:
            _open.complain(notice.message)
        elif not as_json:
            _open.say(notice.message)

    async def work() -> RunReport:
        async with _web.fetcher() as fetcher:
            run = UpdateRun(
                lambda: _open.session(context), fetcher, _open.archive(), author=author, tell=tell, progress=shown
            )
            return await run.run(due, max_time_s=max_time_s)

    with progress(context, "update", "watches") as shown:
        return _web.run(work())


def _conclude(context: typer.Context, report: "RunReport", *, as_json: bool) -> int:
    from claimcheck.cli import _open, _view
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS

    trouble = any(notice.is_trouble for notice in report.notices)
    if trouble and report.still_failing:
        others = "other watch is" if report.still_failing == 1 else "other watches are"
        _open.complain(f"{report.still_failing} {others} still failing; see `claimcheck watch list`")
    if report.late_count:
        _open.talk(context, f"time was up: {report.late_count} of {report.due_count} watches stay due")
    if as_json:
        _view.write_json([_summary(report)])
    return EXIT_PROBLEMS if trouble else EXIT_OK


def _summary(report: "RunReport") -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "run_id": report.run_id,
        "due": report.due_count,
        "outcomes": {outcome.value: report.outcomes[outcome] for outcome in words.Outcome},
        "still_failing": report.still_failing,
        "is_cut": report.late_count > 0,
        "notices": [asdict(notice) for notice in report.notices],
    }
