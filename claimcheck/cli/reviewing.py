"""Deciding on proposed claims: review."""

from typing import TYPE_CHECKING

import typer

from claimcheck.cli._options import filter_options, takes
from claimcheck.cli.loading import Author

if TYPE_CHECKING:
    from claimcheck.criteria import ClaimFilter


@takes(criteria=filter_options)
def review(context: typer.Context, criteria: "ClaimFilter", author: Author = None) -> None:
    """Walk through proposed claims on a terminal: accept, edit, reject, skip or merge each; quit and go on later.

    They come by document, and in the order of the text. Every decision is kept at once, as a command of the history.
    Only proposed claims are walked through, whatever else the options choose by.

    \b
    Keys:
      a     accept: the claim is one of the ledger's
      e     edit text, source, kind, day, confidence, tags or a note
      r, R  reject, so that it is never proposed again; R asks why
      s     skip: it comes again the next time
      m     merge: it is the same as another claim
      u     undo the last decision of this walk
      q     quit: what was decided is kept
      ?     show the keys
    """  # noqa: D301 - the parser's sign for lines that stay as they are
    import sys

    from claimcheck.cli import _open
    from claimcheck.errors import UsageError
    from claimcheck.steps.proposals import waiting
    from claimcheck.steps.walk import Walk
    from claimcheck.vocabulary import ClaimState

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        msg = (
            "review needs a terminal; use `claimcheck list --state proposed`, `claimcheck export --state proposed` "
            "for a spreadsheet that `load` takes back, or `claimcheck annotate ID --state accepted`"
        )
        raise UsageError(msg)
    if set(criteria.states) - {ClaimState.PROPOSED}:
        raise UsageError("--state: only proposed claims are reviewed; leave it out")
    who = _open.author(author)
    with _open.reader(context) as reader:
        ids = waiting(reader, criteria)
    if not ids:
        _open.say("there is no proposed claim to review; `claimcheck extract --save` proposes some")
        return
    from claimcheck.cli._review import Reviewing

    Reviewing(context, Walk(ids), author=who).run()
