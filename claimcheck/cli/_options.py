"""Groups of options that several commands share, and the decorator that gives a command such a group."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from claimcheck import vocabulary as words

if TYPE_CHECKING:
    from claimcheck.criteria import ClaimFilter, Paging

Texts = list[str] | None
MAX_ID = 2**53
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=0, max=MAX_ID, metavar="N", help="No more than N.")]
CommandId = Annotated[int | None, typer.Option("--command", min=1, max=MAX_ID, metavar="N", help="One command.")]
StanceModelName = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Which stance model; the setting stance_model without it."),
]
EventId = Annotated[int | None, typer.Option("--event", min=1, max=MAX_ID, metavar="N", help="One event.")]


def takes(**groups: Callable[..., Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replace each named parameter of a command by the options of a group.

    A group is a function: its parameters are the options, what it returns is what the command gets.
    """

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        own = inspect.signature(command).parameters
        shared = {name: inspect.signature(group).parameters for name, group in groups.items()}
        parameters = [parameter for name, parameter in own.items() if name not in groups]
        parameters += [parameter for options in shared.values() for parameter in options.values()]

        @wraps(command)
        def wrapper(**values: Any) -> Any:
            built = {
                name: groups[name](**{option: values.pop(option) for option in options})
                for name, options in shared.items()
            }
            return command(**values, **built)

        keyword_only = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
        wrapper.__signature__ = inspect.Signature(keyword_only)  # type: ignore[attr-defined]
        wrapper.__annotations__ = {}
        del wrapper.__wrapped__
        return wrapper

    return decorate


def without(group: Callable[..., Any], name: str) -> Callable[..., Any]:
    """A group of options without one of them, which then has its default."""
    signature = inspect.signature(group)
    kept = [parameter for own, parameter in signature.parameters.items() if own != name]

    @wraps(group)
    def reduced(**values: Any) -> Any:
        return group(**values)

    reduced.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
    return reduced


def parsed(option: str, parse: Callable[[Any], Any], value: Any) -> Any:
    """An option's value through a field's parser; "none" and None stay apart by the caller.

    Raises:
        UsageError: the parser refuses; the message begins with the option.
    """
    from claimcheck.errors import InputError, UsageError

    if value is None:
        return None
    try:
        return parse(value)
    except InputError as error:
        msg = f"{option}: {error}"
        raise UsageError(msg) from error


def choices(vocabulary: type[Any]) -> Callable[[], list[str]]:
    """What the shell offers for an option that takes a word of a closed list."""
    return lambda: [member.value for member in vocabulary]


def known_names(sql: str) -> Callable[[], list[str]]:
    """What the shell offers for an option that names something of the ledger; nothing where there is none."""

    def names() -> list[str]:
        from claimcheck.errors import ClaimcheckError
        from claimcheck.settings import setting
        from claimcheck.store.engine import open_reader
        from claimcheck.store.target import parse_target

        try:
            with open_reader(parse_target(setting("db").value)) as reader:
                return [name for (name,) in reader.all(sql)]
        except ClaimcheckError:
            return []

    return names


def column_names() -> list[str]:
    """What the shell offers for an option that names a column."""
    from claimcheck.columns import CLAIM_COLUMNS

    return list(CLAIM_COLUMNS)


SOURCE_NAMES = known_names("SELECT alias FROM source_alias ORDER BY alias")
TAG_NAMES = known_names("SELECT name FROM tag ORDER BY name")
DATES = ("said", "published", "recorded")
FORMATS = ("table", "plain", "csv", "tsv", "json", "jsonl", "markdown")


def filter_options(
    source: Annotated[
        Texts,
        typer.Option("--source", "-s", metavar="NAME", help="Who said it: name or alias.", autocompletion=SOURCE_NAMES),
    ] = None,
    publisher: Annotated[
        Texts, typer.Option(metavar="NAME", help="Who published the document.", autocompletion=SOURCE_NAMES)
    ] = None,
    via: Annotated[
        Texts,
        typer.Option(
            metavar="NAME",
            help="Who passed it on.",
            autocompletion=SOURCE_NAMES,
        ),
    ] = None,
    document: Annotated[
        list[int] | None,
        typer.Option(metavar="ID", min=1, max=MAX_ID, help="Said in this document, by its number. Repeatable."),
    ] = None,
    kind: Annotated[
        Texts, typer.Option(metavar="KIND", help="accusation, denial, ...", autocompletion=choices(words.ClaimKind))
    ] = None,
    tag: Annotated[
        Texts,
        typer.Option(metavar="TAG", help="With this tag; -TAG: without it. Repeatable.", autocompletion=TAG_NAMES),
    ] = None,
    verdict: Annotated[
        Texts,
        typer.Option(metavar="VERDICT", help="supported, refuted, ...", autocompletion=choices(words.Verdict)),
    ] = None,
    state: Annotated[
        Texts,
        typer.Option(metavar="STATE", help="proposed, accepted, rejected.", autocompletion=choices(words.ClaimState)),
    ] = None,
    min_confidence: Annotated[str | None, typer.Option(metavar="P", help="At least this probability, 0 to 1.")] = None,
    max_confidence: Annotated[str | None, typer.Option(metavar="P", help="At most this probability, 0 to 1.")] = None,
    min_hops: Annotated[str | None, typer.Option(metavar="N", help="At least N hops away; 2 = third-hand.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after that date.")] = None,
    date: Annotated[
        str,
        typer.Option(
            metavar="WHICH",
            help="Which date: said, published or recorded.",
            autocompletion=lambda: list(DATES),
        ),
    ] = "said",
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="With these words, as in search.")] = None,
    needs_review: Annotated[bool, typer.Option("--needs-review", help="Awaiting a person's decision.")] = False,
    has_evidence: Annotated[bool, typer.Option("--has-evidence", help="With evidence that was confirmed.")] = False,
    no_evidence: Annotated[bool, typer.Option("--no-evidence", help="Without any that was confirmed.")] = False,
) -> "ClaimFilter":
    """Which claims."""
    from claimcheck.criteria import ClaimFilter

    if has_evidence and no_evidence:
        from claimcheck.errors import UsageError

        raise UsageError("--has-evidence and --no-evidence exclude each other; decide for one")
    if date not in DATES:
        from claimcheck.errors import UsageError

        msg = f"--date {date!r} is none of {', '.join(DATES)}"
        raise UsageError(msg)
    tags = tag or []
    return ClaimFilter(
        sources=tuple(source or ()),
        publishers=tuple(publisher or ()),
        vias=tuple(via or ()),
        document_ids=tuple(document or ()),
        kinds=_words("--kind", words.ClaimKind, kind),
        tags=tuple(_parsed("--tag", "tag", name) for name in tags if not name.startswith("-")),
        without_tags=tuple(_parsed("--tag", "tag", name[1:]) for name in tags if name.startswith("-")),
        verdicts=_words("--verdict", words.Verdict, verdict),
        states=_words("--state", words.ClaimState, state),
        min_confidence=_parsed("--min-confidence", "confidence", min_confidence),
        max_confidence=_parsed("--max-confidence", "confidence", max_confidence),
        min_hops=_parsed("--min-hops", "integer", min_hops),
        since=_parsed("--since", "day", since),
        until=_parsed("--until", "day", until),
        date=date,
        text=text,
        needs_review=needs_review,
        has_evidence=True if has_evidence else False if no_evidence else None,
    )


def _parsed(option: str, parser: str, value: str | None) -> Any:
    """An option's value through the parser of that name; no parser is imported for an option not given."""
    if value is None:
        return None
    from claimcheck import fields

    return parsed(option, getattr(fields, parser), value)


def _words(option: str, vocabulary: type[Any], values: Texts) -> tuple[str, ...]:
    if not values:
        return ()
    from functools import partial

    from claimcheck import fields

    return tuple(parsed(option, partial(fields.word, vocabulary=vocabulary), value) for value in values)


def paging_options(
    sort: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help="Order by a column; -FIELD: downwards.", autocompletion=column_names),
    ] = None,
    limit: Limit = None,
    after: Annotated[str | None, typer.Option(metavar="ID", help="Begin behind this claim in the order.")] = None,
) -> "Paging":
    """In which order, how many, after which."""
    from claimcheck.criteria import Paging

    return Paging(sort or "", limit, after)


class Output(NamedTuple):
    """How a command's rows are to be written."""

    format: str | None
    columns: str | None
    headers: bool
    path: str | None


def output_options(
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, plain, csv, tsv, json, jsonl, markdown.",
            autocompletion=lambda: list(FORMATS),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Short for --format csv.")] = False,
    columns: Annotated[
        str | None, typer.Option("--columns", "-c", metavar="A,B", help="Which columns.", autocompletion=column_names)
    ] = None,
    no_headers: Annotated[bool, typer.Option("--no-headers", help="Leave out the line of column names.")] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
    ] = None,
) -> Output:
    """How to write the rows.

    Raises:
        UsageError: two formats at once.
    """
    from claimcheck.errors import UsageError

    asked = [name for name, wanted in (("json", json), ("csv", csv)) if wanted] + ([format] if format else [])
    if len(set(asked)) > 1:
        msg = f"{' and '.join(asked)} are two formats; ask for one"
        raise UsageError(msg)
    return Output(asked[0] if asked else None, columns, not no_headers, output)
