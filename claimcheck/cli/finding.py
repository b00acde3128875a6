"""Asking providers about a claim: find."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck import vocabulary as words

if TYPE_CHECKING:
    from claimcheck.steps.find import Searched


def find(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="ID", help="Number or beginning of the public id.")],
    provider: Annotated[
        list[str] | None,
        typer.Option("--provider", "-p", metavar="NAME", help="Whom to ask; without it, all but feed. Repeatable."),
    ] = None,
    url: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="A page or feed to look at as well. Repeatable.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Only what no earlier search has found.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Ask providers about one claim: fact checks, news, archives, the pages it appears in. What they find are leads.

    Who was asked, and with what result, is recorded: "nothing found", "not searched" and "no answer" stay apart.
    """
    from claimcheck import urls
    from claimcheck.cli import _open, _view, _web
    from claimcheck.cli._options import parsed
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS, FetchError
    from claimcheck.shelf import find as find_plugin
    from claimcheck.steps.find import default_providers, question_about, record_searches, search
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import claim_id

    for name in provider or ():
        find_plugin("providers", name)
    chosen = list(dict.fromkeys(provider or default_providers()))
    for page in url or ():
        parsed("--url", urls.parse, page)
    with _open.reader(context) as reader:
        number = claim_id(reader, claim)
        question = question_about(reader, number)

    async def work() -> "list[Searched]":
        async with _web.fetcher() as fetcher:
            return await search(fetcher, question, chosen, urls=url or ())

    found = _web.run(work())
    with _open.session(context) as session:
        number = claim_id(session_reader(session), claim)
        found = record_searches(session, number, found)
    if json:
        _view.write_json([{"claim_id": number, "searches": [_as_dict(item, only_new=new) for item in found]}])
    for item in found:
        if not json:
            _show(item, only_new=new)
        _complain(item)
    asked = [item for item in found if item.outcome is not words.Outcome.SKIPPED]
    silent = [item for item in asked if item.hit_count is None]
    if silent and silent == asked:
        msg = f"nobody who was asked about claim {number} answered, so it is not known what there is; try again later"
        raise FetchError(msg, words.FetchFailure.UNREACHABLE)
    return EXIT_PROBLEMS if silent or any(item.outcome is words.Outcome.PARTIAL for item in asked) else EXIT_OK


def _show(item: "Searched", *, only_new: bool) -> None:
    from claimcheck.cli import _open
    from claimcheck.leads import lead_text

    for finding in item.new if only_new else item.findings:
        _open.say(f"{item.provider}: {lead_text(finding)}")
    if item.hit_count == 0:
        _open.say(f"{item.provider}: nothing found")
    elif item.hit_count and only_new and not item.new:
        _open.say(f"{item.provider}: nothing new")


def _complain(item: "Searched") -> None:
    from claimcheck.cli import _open

    if item.outcome is words.Outcome.SKIPPED:
        _open.complain(f"{item.provider}: not searched: {item.message}")
    elif item.hit_count is None:
        _open.complain(f"{item.provider}: no answer: {item.message}")
    elif item.outcome is words.Outcome.PARTIAL:
        _open.complain(f"{item.provider}: answered in part: {item.message}")


def _as_dict(item: "Searched", *, only_new: bool) -> dict[str, Any]:
    from dataclasses import asdict

    from claimcheck.store.history import utc_text

    shown = [asdict(finding) for finding in (item.new if only_new else item.findings)]
    for finding in shown:
        del finding["markup"]
    return {
        "provider": item.provider,
        "asked_at": utc_text(item.asked_at),
        "query": item.query,
        "outcome": item.outcome.value,
        "hit_count": item.hit_count,
        "new_count": len(item.new),
        "message": item.message,
        "findings": shown,
    }
