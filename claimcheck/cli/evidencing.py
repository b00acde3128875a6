"""Evidence by hand: the group `evidence`."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck import vocabulary as words
from claimcheck.cli._options import MAX_ID, Output, choices, output_options, takes
from claimcheck.cli.loading import Author

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.values import Change

group = typer.Typer(no_args_is_help=True, help="Evidence: passages of documents, and what they say to claims.")
Id = Annotated[str, typer.Argument(metavar="CLAIM", help="Number or beginning of the public id.")]
EvidenceIds = Annotated[
    list[int], typer.Argument(metavar="EVIDENCE...", min=1, max=MAX_ID, help="Numbers of evidence.")
]
StanceWord = Annotated[
    str | None,
    typer.Option(
        "--stance", metavar="STANCE", help="supports, refutes, mixed, mentions, unrelated.",
        autocompletion=choices(words.Stance),
    ),
]  # fmt: skip
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]


@group.command("add")
def add_evidence(
    context: typer.Context,
    claim: Id,
    quote: Annotated[str, typer.Option("--quote", metavar="TEXT", help="The passage, as it stands there.")],
    stance: StanceWord = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Fetch the document there, and keep it.")] = None,
    document: Annotated[int | None, typer.Option(metavar="ID", min=1, max=MAX_ID, help="Its latest snapshot.")] = None,
    snapshot: Annotated[int | None, typer.Option(metavar="ID", min=1, max=MAX_ID, help="This very snapshot.")] = None,
    note: Note = None,
    author: Author = None,
) -> None:
    """Take a passage of a document as evidence; it is looked for there, and refused if it is not there."""
    from functools import partial

    from claimcheck import fields, urls
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.errors import UsageError
    from claimcheck.steps.links import add_evidence as add_step
    from claimcheck.steps.links import chosen_snapshot
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import claim_id

    if sum(given is not None for given in (url, document, snapshot)) != 1:
        raise UsageError("say where the passage stands: give one of --url, --document and --snapshot")
    if stance is None:
        msg = f"say what the passage does to the claim: --stance {', '.join(words.Stance)}"
        raise UsageError(msg)
    word = words.Stance(parsed("--stance", partial(fields.word, vocabulary=words.Stance), stance))
    passage = parsed("--quote", fields.text, quote)
    reasons = parsed("--note", fields.text, note)
    parsed("--url", urls.parse, url)
    who = _open.author(author)
    with _open.reader(context) as reader:
        number = claim_id(reader, claim)
    if url is not None:
        from claimcheck.cli.documents import ingest_one

        snapshot = ingest_one(context, url, author=who)
    with _open.session(context) as session:
        chosen = chosen_snapshot(session_reader(session), document_id=document, snapshot_id=snapshot)
        added = add_step(
            session, number, snapshot_id=chosen, quote=passage, stance=word, author=who, now=_open.now(),
            reasons=reasons,
        )  # fmt: skip
    _open.say(f"evidence {added.evidence_id}: snapshot {chosen}, {added.start}-{added.end}")
    _show(number, added.changes)


def _show(claim: int, changes: "Sequence[Change]") -> None:
    from claimcheck.cli import _open
    from claimcheck.cli.judging import show_changes

    show_changes(changes)
    if not changes:
        _open.say(f"claim {claim}: nothing to change")


@group.command("list")
@takes(output=output_options)
def list_evidence(
    context: typer.Context,
    output: Output,
    claim: Annotated[str | None, typer.Argument(metavar="[CLAIM]", help="Only of this claim.")] = None,
    document: Annotated[
        int | None, typer.Option(metavar="ID", min=1, max=MAX_ID, help="Only from this document.")
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATE",
            help="suggested, confirmed, rejected; without it, all but rejected.",
            autocompletion=choices(words.LinkState),
        ),
    ] = None,
) -> None:
    """List what passages say to claims."""
    from functools import partial

    from claimcheck import fields
    from claimcheck.cli import _open, _render
    from claimcheck.cli._options import parsed
    from claimcheck.store.document_reads import document as require_document
    from claimcheck.store.evidence_reads import LINK_COLUMNS, links
    from claimcheck.store.lookups import claim_id

    states = [parsed("--state", partial(fields.word, vocabulary=words.LinkState), item) for item in state or ()]
    with _open.reader(context) as reader:
        number = claim_id(reader, claim) if claim is not None else None
        if document is not None:
            require_document(reader, document)
        rows = links(reader, claim_id=number, document_id=document, states=states)
    numbers = [name for name in LINK_COLUMNS if name.endswith(("_id", "_start", "_end")) or name == "probability"]
    columns = _render.text_columns(*LINK_COLUMNS, numbers=numbers)
    _render.write_chosen(columns, rows, output, in_table="claim_id,evidence_id,stance,state,document_title,exact")


@group.command("link")
def link_evidence(
    context: typer.Context,
    claim: Id,
    evidence: EvidenceIds,
    stance: StanceWord = None,
    note: Note = None,
    author: Author = None,
) -> None:
    """Confirm what passages say to a claim; without --stance, what was suggested."""
    from functools import partial

    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.steps.links import link
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import claim_id

    given = parsed("--stance", partial(fields.word, vocabulary=words.Stance), stance)
    reasons = parsed("--note", fields.text, note)
    who = _open.author(author)
    with _open.session(context) as session:
        number = claim_id(session_reader(session), claim)
        word = words.Stance(given) if given is not None else None
        done = link(session, number, evidence, stance=word, author=who, now=_open.now(), reasons=reasons)
    _show(number, done)


@group.command("unlink")
def unlink_evidence(
    context: typer.Context,
    claim: Id,
    evidence: EvidenceIds,
    forget: Annotated[
        bool, typer.Option("--forget", help="As if it had never been linked; it may be suggested again.")
    ] = False,
    note: Note = None,
    author: Author = None,
) -> None:
    """Reject what passages are said to say to a claim; that is remembered, and not suggested again."""
    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.steps.links import judgements_on, unlink
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import claim_id

    reasons = parsed("--note", fields.text, note)
    who = _open.author(author)
    with _open.session(context) as session:
        number = claim_id(session_reader(session), claim)
        done = unlink(session, number, evidence, author=who, now=_open.now(), reasons=reasons, forget=forget)
        resting = judgements_on(session_reader(session), number, evidence)
    _show(number, done)
    for remark in resting:
        _open.talk(
            context, f"claim {number}: a judgement of {remark['recorded_at'][:10]} rests on that; look at it again"
        )
