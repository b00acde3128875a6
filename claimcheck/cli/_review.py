"""The walk through proposed claims on a terminal: show one, wait for a key, do what it says."""

import sys
from collections.abc import Callable
from typing import Any

import typer

from claimcheck.cli import _asking, _open, _proposal_view
from claimcheck.cli._edits import asked
from claimcheck.cli._keys import END, RESIZED, Keys
from claimcheck.cli._proposal_view import say
from claimcheck.errors import ConflictError, InputError, NotFoundError, StoppedError, UsageError
from claimcheck.steps.deciding import Decision, Desk
from claimcheck.steps.proposals import Proposal
from claimcheck.steps.show import claim_view
from claimcheck.steps.similar import are_opposite
from claimcheck.steps.walk import Walk
from claimcheck.store.lookups import claim_id
from claimcheck.text import one_line
from claimcheck.vocabulary import ClaimState

KEYS = {
    "a": "accept", "e": "edit", "r": "reject", "s": "skip", "m": "merge", "u": "undo", "q": "quit", "?": "help",
}  # fmt: skip
HELP = """
a  accept: the claim is one of the ledger's
e  edit text, source, kind, day, confidence, tags or a note; it still waits then
r  reject: it stays as rejected, and is never proposed again
R  reject, and say why
s  skip: it comes again the next time
m  merge: it is the same as another claim, which gets its place in the document
u  undo the last decision of this walk
q  quit: what was decided is kept, and the next walk goes on from here
Ctrl-Z stops the walk for a while, Ctrl-C ends it
""".strip()
_NARROW = 72


class Reviewing:
    """One walk: each decision is committed before the next claim is shown."""

    def __init__(self, context: typer.Context, walk: Walk, *, author: str) -> None:
        """Decide in the name of `author`."""
        self._context = context
        self._walk = walk
        self._author = author
        self._actions: dict[str, Callable[[Proposal, Keys], bool]] = {
            "a": self._accept, "e": self._edit, "r": self._reject, "R": self._reject_with_reason, "s": self._skip,
            "m": self._merge, "u": self._undo,
        }  # fmt: skip

    def run(self) -> None:
        """Walk to the end, or until the reviewer has had enough.

        Raises:
            StoppedError: by Ctrl-C, or by a signal that ends the process.
        """
        try:
            with Keys() as keys:
                while (found := self._present()) is not None:
                    _proposal_view.show(found, position=self._walk.position, total=self._walk.total)
                    if not self._decide(found, keys):
                        break
        except (KeyboardInterrupt, SystemExit) as stop:
            kept = f"decisions kept: {self._walk.kept}; `claimcheck review` goes on from there"
            msg = f"interrupted; {kept if self._walk.kept else 'nothing was decided'}"
            raise StoppedError(msg, stop) from None
        finally:
            self._sum_up()

    def _present(self) -> Proposal | None:
        with _open.reader(self._context) as reader:
            return self._walk.present(reader)

    def _decide(self, found: Proposal, keys: Keys) -> bool:
        """Wait for keys until there is something else to show; False to end the walk."""
        keys.forget()
        while True:
            key = self._key(keys)
            if key in (END, "q", "Q"):
                return False
            if key == RESIZED:
                return True
            action = self._actions.get(key) or self._actions.get(key.lower())
            if key == "?":
                sys.stdout.write(f"{HELP}\n")
            elif action is None:
                say(f"{one_line(key)!r} is no key here; ? shows which are")
            elif action(found, keys):
                return True

    def _key(self, keys: Keys) -> str:
        if _proposal_view.width() < _NARROW:
            shown = f"{' '.join(KEYS)} > "
        else:
            shown = f"{'  '.join(f'{key} {does}' for key, does in KEYS.items())} > "
        sys.stdout.write(shown)
        sys.stdout.flush()
        try:
            return keys.read()
        finally:
            sys.stdout.write("\n")

    def _commit(self, decide: Callable[[Desk], Decision | None]) -> bool:
        """Carry out a decision, and go on; where it cannot be, say why, and show what there is now."""
        try:
            with _open.session(self._context) as session:
                decision = decide(Desk(session, author=self._author, now=_open.now()))
        except (ConflictError, InputError, NotFoundError, UsageError) as error:
            say(str(error))
            return True
        if decision is None:
            say("nothing was changed")
            return False
        self._walk.decided(decision)
        into = "" if decision.into_id is None else f" with claim {decision.into_id}"
        say(f"claim {decision.claim_id}: {decision.what}{into}")
        return True

    def _accept(self, found: Proposal, _: Keys) -> bool:
        return self._commit(lambda desk: desk.accept(found.claim_id, found.revision))

    def _reject(self, found: Proposal, _: Keys) -> bool:
        return self._commit(lambda desk: desk.reject(found.claim_id, found.revision))

    def _reject_with_reason(self, found: Proposal, keys: Keys) -> bool:
        reason = self._line(keys, "reason")
        if reason is None:
            say("it was not rejected")
            return False
        return self._commit(lambda desk: desk.reject(found.claim_id, found.revision, reason or None))

    def _skip(self, _: Proposal, __: Keys) -> bool:
        self._walk.skip()
        return True

    def _edit(self, found: Proposal, keys: Keys) -> bool:
        try:
            with keys.lines():
                edits: dict[str, Any] = asked(self._context, found)
        except _asking.Abandoned:
            say("the edit was given up; nothing was changed")
            return False
        return self._commit(lambda desk: desk.edit(found.claim_id, found.revision, **edits))

    def _merge(self, found: Proposal, keys: Keys) -> bool:
        source = str(found.view["source"])
        standing = [
            one
            for one in found.similar
            if one.state != ClaimState.REJECTED
            and one.source == source
            and not are_opposite(one.text, found.view["text"])
        ]
        best = str(standing[0].claim_id) if standing else ""
        written = self._line(keys, "the same as claim", best)
        if not written:
            say("it was not merged")
            return False
        try:
            with _open.reader(self._context) as reader:
                into_id = claim_id(reader, written)
                other = claim_view(reader, into_id)["source"]
        except (NotFoundError, UsageError) as error:
            say(str(error))
            return False
        if other != source and self._line(keys, f"claim {into_id} is said by {other}; merge all the same? y/n") != "y":
            say("it was not merged")
            return False
        return self._commit(lambda desk: desk.merge(found.claim_id, found.revision, into_id))

    def _undo(self, _: Proposal, __: Keys) -> bool:
        last = self._walk.last
        if last is None:
            say("nothing was decided in this walk; `claimcheck undo` takes back earlier commands")
            return False
        try:
            with _open.session(self._context) as session:
                Desk(session, author=self._author, now=_open.now()).take_back(last)
        except (ConflictError, NotFoundError) as error:
            say(str(error))
            return False
        self._walk.went_back()
        say(f"claim {last.claim_id}: no longer {last.what}")
        return True

    def _line(self, keys: Keys, label: str, present: str = "") -> str | None:
        """A line that the reviewer writes; None if they think better of it."""
        try:
            with keys.lines():
                return _asking.ask(label, present)
        except _asking.Abandoned:
            return None

    def _sum_up(self) -> None:
        counts = self._walk.counts()
        done = ", ".join(f"{what} {count}" for what, count in counts.items()) or "nothing decided"
        say(done)
