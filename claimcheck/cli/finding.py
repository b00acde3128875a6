"""Asking providers about a claim: find."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck import vocabulary as words

if TYPE_CHECKING:
    from claimcheck.steps.find import Searched

_NO_ANSWER = (words.Outcome.FAILED, words.Outcome.BLOCKED)


def find(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="ID", help="Number or beginning of the public id.")],
    provider: Annotated[
        list[str] | None,
        typer.Option("--provider", "-p", metavar="NAME", help="Whom to ask; without it, all. Repeatable."),
    ] = None,
    url: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="A page or feed to look at as well. Repeatable.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Only what no earlier search has found.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Ask providers about one claim: fact checks, news, archives, the pages it appears in. What they find are leads.

    Who was asked, and with what result, is recorded: "nothing found", "not asked" and "did not answer" stay apart.
    """
    from claimcheck.cli import _open, _view, _web
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS, FetchError
    from claimcheck.shelf import find as find_plugin
    from claimcheck.steps.find import default_providers, question_about, record_searches, search
    from claimcheck.store.lookups import claim_id

    chosen = list(dict.fromkeys(provider or default_providers()))
    for name in chosen:
        find_plugin("providers", name)
    with _open.reader(context) as reader:
        number = claim_id(reader, claim)
        question = question_about(reader, number, url or ())

    async def work() -> "list[Searched]":
        async with _web.fetcher() as fetcher:
            return await search(fetcher, question, chosen)

    found = _web.run(work())
    with _open.session(context) as session:
        found = record_searches(session, number, question, found)
    if json:
        _view.write_json([{"claim_id": number, "searches": [_as_dict(item, only_new=new) for item in found]}])
    else:
        for item in found:
            _show(item, only_new=new)
    silent = [item for item in found if item.outcome in _NO_ANSWER]
    if silent and len(silent) == len(found):
        msg = "no provider answered; nothing can be said about what there is"
        raise FetchError(msg, words.FetchFailure.UNREACHABLE)
    return EXIT_PROBLEMS if silent or any(item.outcome is words.Outcome.PARTIAL for item in found) else EXIT_OK


def _show(item: "Searched", *, only_new: bool) -> None:
    from claimcheck.cli import _open
    from claimcheck.steps.findings import lead_text

    for finding in item.new if only_new else item.findings:
        _open.say(f"{item.provider}: {lead_text(finding)}")
    if item.outcome is words.Outcome.SKIPPED:
        _open.complain(f"{item.provider}: not asked: {item.message}")
    elif item.outcome in _NO_ANSWER:
        _open.complain(f"{item.provider}: did not answer: {item.message}")
    elif item.outcome is words.Outcome.PARTIAL:
        _open.complain(f"{item.provider}: answered in part: {item.message}")
    if item.hit_count == 0:
        _open.say(f"{item.provider}: nothing found")


def _as_dict(item: "Searched", *, only_new: bool) -> dict[str, Any]:
    from dataclasses import asdict

    from claimcheck.store.history import utc_text

    shown = [asdict(finding) for finding in (item.new if only_new else item.findings)]
    for finding in shown:
        del finding["markup"]
    return {
        "provider": item.provider,
        "asked_at": utc_text(item.asked_at),
        "outcome": item.outcome.value,
        "hit_count": item.hit_count,
        "new_count": len(item.new),
        "message": item.message,
        "findings": shown,
    }
