"""Judging claims: annotate, tag, relate."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck import vocabulary as words
from claimcheck.cli._options import MAX_ID, Output, choices, output_options, takes
from claimcheck.cli.loading import Author

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimcheck.values import Change

CLEAR = "none"
Id = Annotated[str, typer.Argument(metavar="ID", help="Number or beginning of the public id.")]


def annotate(
    context: typer.Context,
    claim: Id,
    note: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="Why, or what there is to remark.")] = None,
    verdict: Annotated[
        str | None,
        typer.Option(metavar="VERDICT", help="supported, refuted, ...", autocompletion=choices(words.Verdict)),
    ] = None,
    confidence: Annotated[str | None, typer.Option(metavar="P", help="Probability that it is true, 0 to 1.")] = None,
    basis: Annotated[str | None, typer.Option(metavar="TEXT", help="What the confidence rests on.")] = None,
    credibility: Annotated[
        str | None, typer.Option(metavar="N", help="1 confirmed ... 5 improbable, 6 unknown.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="denial, estimate, ...", autocompletion=choices(words.ClaimKind))
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(metavar="STATE", help="proposed, accepted, rejected.", autocompletion=choices(words.ClaimState)),
    ] = None,
    said_on: Annotated[str | None, typer.Option(metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    review_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="From when it wants to be looked at again.")
    ] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="A better wording of the proposition.")] = None,
    tag: Annotated[list[str] | None, typer.Option(metavar="TAG", help="Add a tag. Repeatable.")] = None,
    untag: Annotated[list[str] | None, typer.Option(metavar="TAG", help="Take a tag away. Repeatable.")] = None,
    evidence: Annotated[
        list[int] | None, typer.Option(metavar="E", min=1, max=MAX_ID, help="Evidence that this rests on. Repeatable.")
    ] = None,
    author: Author = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show old -> new and keep nothing.")] = False,
) -> None:
    """Record a judgement on a claim, and show old -> new. "none" clears a field.

    Everything given goes into the history as one command, with the note as its reason.
    """
    from functools import partial

    from claimcheck import fields
    from claimcheck.cli._options import parsed
    from claimcheck.errors import UsageError

    plan: dict[str, tuple[str | None, Any]] = {
        "verdict": (verdict, partial(fields.word, vocabulary=words.Verdict)),
        "confidence": (confidence, fields.confidence),
        "basis": (basis, fields.text),
        "credibility": (credibility, fields.CLAIM_FIELDS["credibility"]),
        "kind": (kind, fields.CLAIM_FIELDS["kind"]),
        "state": (state, fields.CLAIM_FIELDS["state"]),
        "said_on": (said_on, fields.day),
        "review_on": (review_on, fields.day),
        "text": (text, fields.text),
    }
    given: dict[str, Any] = {}
    for name, (written, parse) in plan.items():
        option = f"--{name.replace('_', '-')}"
        if written is None:
            continue
        if written.strip().lower() == CLEAR:
            if name in ("kind", "state", "text"):
                msg = f"{option}: a claim always has a {name}; only the other fields can be cleared"
                raise UsageError(msg)
            given[name] = None
        else:
            given[name] = parsed(option, parse, written)
    added = [parsed("--tag", fields.tag, name) for name in tag or ()]
    removed = [parsed("--untag", fields.tag, name) for name in untag or ()]
    note = parsed("NOTE", fields.text, note)
    require_decision(added, removed, "--tag and --untag")
    if not (given or added or removed or note):
        what = "nothing rests on that evidence yet" if evidence else "nothing to record"
        msg = f"{what}; give a note, or an option such as --verdict or --tag"
        raise UsageError(msg)
    _annotate(
        context, claim, author, dry_run=dry_run, fields=given, add_tags=added, remove_tags=removed, note=note,
        command="annotate", evidence_ids=evidence or (),
    )  # fmt: skip


def require_decision(
    added: "Sequence[str]", removed: "Sequence[str]", options: str, key: "Callable[[str], str]" = str
) -> None:
    """Refuse to add and to take away the same; `key` is what two spellings of one share.

    Raises:
        UsageError: it is asked for.
    """
    from claimcheck.errors import UsageError

    if both := {key(name) for name in added} & {key(name) for name in removed}:
        msg = f"{options} both name {', '.join(sorted(both))}; decide for one"
        raise UsageError(msg)


def _annotate(
    context: typer.Context,
    claim: str,
    author: str | None,
    *,
    dry_run: bool,
    fields: "Mapping[str, Any]",
    add_tags: "Sequence[str]",
    remove_tags: "Sequence[str]",
    note: str | None,
    command: str,
    evidence_ids: "Sequence[int]" = (),
) -> None:
    from claimcheck.cli import _open
    from claimcheck.steps.annotate import annotate as annotate_step
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import claim_id

    who = _open.author(author)
    with _open.trial(context) if dry_run else _open.session(context) as session:
        number = claim_id(session_reader(session), claim)
        changes = annotate_step(
            session, number, author=who, now=_open.now(), fields=fields, add_tags=add_tags, remove_tags=remove_tags,
            note=note, command=command, evidence_ids=evidence_ids,
        )  # fmt: skip
    show_changes(changes)
    if note or evidence_ids:
        typer.echo(f"claim {number}: noted")
    if dry_run:
        _open.talk(context, "that was a rehearsal: nothing was kept")
    if not (changes or note or evidence_ids):
        typer.echo(f"claim {number}: nothing to change")
    moved = any(change.field == "confidence" and change.new is not None for change in changes)
    if moved and not (fields.get("basis") or note):
        _open.talk(context, "no basis is stated for this confidence; add one with --basis")


def show_changes(changes: "Sequence[Change]", names: "Mapping[int, str] | None" = None) -> None:
    """One line for each change: what it was done to, old -> new."""
    from claimcheck.cli._events import change_sentence
    from claimcheck.text import one_line

    for change in changes:
        typer.echo(one_line(change_sentence(change, names)))


@takes(output=output_options)
def tag(
    context: typer.Context,
    output: Output,
    claim: Annotated[str | None, typer.Argument(metavar="[ID]", help="Number or beginning of the public id.")] = None,
    add: Annotated[list[str] | None, typer.Argument(metavar="[TAG...]", help="Tags to add.")] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="TAG", help="Take a tag away. Repeatable.")
    ] = None,
    author: Author = None,
) -> None:
    """Add tags to a claim or take them away; without a claim, list all tags and how often each is used."""
    from claimcheck import fields
    from claimcheck.cli import _open, _render
    from claimcheck.cli._options import parsed
    from claimcheck.errors import UsageError

    if claim is None:
        with _open.reader(context) as reader:
            rows = reader.all(
                "SELECT name, count(claim_id) FROM tag JOIN claim_tag ON tag.id = tag_id GROUP BY name ORDER BY name"
            )
        columns = _render.text_columns("tag", "claims", numbers=["claims"])
        _render.write_chosen(columns, rows, output, format_name=_render.chosen_format(output))
        return
    added = [parsed("TAG", fields.tag, name) for name in add or ()]
    removed = [parsed("--remove", fields.tag, name) for name in remove or ()]
    if not (added or removed):
        msg = f"no tag given; write `claimcheck tag {claim} TAG`, or --remove TAG"
        raise UsageError(msg)
    require_decision(added, removed, "TAG and --remove")
    _annotate(
        context, claim, author, dry_run=False, fields={}, add_tags=added, remove_tags=removed, note=None, command="tag"
    )


def relate(
    context: typer.Context,
    claim: Id,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="contradicts, denies, repeats, narrows, supersedes, numeric_conflict."),
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The claim that it denies, repeats, ...")],
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the relation away.")] = False,
    reject: Annotated[
        bool, typer.Option("--reject", help="Reject what was suggested; it is not suggested again.")
    ] = False,
    author: Author = None,
) -> None:
    """State how one claim stands to another: `relate 11 denies 8`."""
    from functools import partial

    from claimcheck import fields
    from claimcheck.cli import _open
    from claimcheck.cli._options import parsed
    from claimcheck.steps.relate import relate as relate_step
    from claimcheck.store.engine import session_reader
    from claimcheck.store.lookups import claim_id

    if remove and reject:
        from claimcheck.errors import UsageError

        raise UsageError("--remove takes a relation away, --reject a suggestion; decide for one")
    word = parsed("KIND", partial(fields.word, vocabulary=words.RelationKind), kind)
    reason = parsed("--note", fields.text, note)
    who = _open.author(author)
    with _open.session(context) as session:
        reader = session_reader(session)
        done = relate_step(
            session, claim_id=claim_id(reader, claim), kind=word, other_id=claim_id(reader, other), author=who,
            now=_open.now(), note=reason, remove=remove, reject=reject,
        )  # fmt: skip
    if not done:
        typer.echo("nothing to change")
    show_changes(done)
