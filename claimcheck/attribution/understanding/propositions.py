"""What a claim does by its own words: deny, accuse, foretell, estimate or judge."""

from functools import cached_property

from claimcheck.attribution.finding.lexicon import forms
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.understanding import loaded_words as loaded
from claimcheck.attribution.understanding.amounts import has_rough_number
from claimcheck.attribution.understanding.scene import SUBJECTS

PERSONAL = frozenset("i he she we they you who".split())
_FIRST = frozenset({"i", "we"})
_POINTING = frozenset({"it", "this", "that"})
_NOT = frozenset("not never n't n’t no none".split())
_NOBODY = frozenset({"nobody", "none"})
_BE = frozenset("am is are was were be been being 's ’s 're ’re 'm ’m".split())
_LINKING = _BE | frozenset(
    "seems seemed looks looked remains remained became becomes sounds sounded feels felt".split()
)
_CALLS_FOR = frozenset({"should", "must", "ought"})
_HAVE_TO = frozenset({"have", "has", "need", "needs"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MODALS = _WILL | _CALLS_FOR | frozenset({"would", "could", "may", "might", "can", "ca"})
_NO_ORDER = _MODALS | {"to", "do", "did"}
_PLANNED = frozenset(
    {"planned", "scheduled", "expected", "due", "set", "likely", "unlikely", "about", "poised", "bound"}
)
_PLANNING = frozenset("plans plan intends intend expects expect aims aim".split())
_LIKING = frozenset({"like", "love", "prefer", "hate", "welcome", "rather"})
_MARKS = frozenset({'"', "“", "‘", "''"})
_WRONG_WITH = {form: things for verb, things in loaded.WRONG_WITH.items() for form in forms(verb)} | {
    form: loaded.WRONG_WITH[verb]
    for verb, listed in {"break": "broke broken", "take": "took taken taking", "pay": "paid", "buy": "bought",
                         "commit": "committed committing"}.items()
    for form in listed.split()
}  # fmt: skip


class Proposition:
    """The content of an attribution, by its main verb."""

    def __init__(self, parsed: ParsedText, found: Found) -> None:
        """Look for the verb on which the rest hangs."""
        self.parsed = parsed
        self.found = found
        self.content = found.content
        self.words = [parsed.lowered[token] for token in found.content]
        self.verb = self._main_verb()
        self.helpers = set() if self.verb is None else {parsed.lowered[child] for child in parsed.children[self.verb]}
        subject = None if self.verb is None else parsed.child(self.verb, *SUBJECTS)
        self.subject = subject
        self.subject_word = "" if subject is None else parsed.lowered[subject]

    @cached_property
    def text(self) -> str:
        """The words, a blank between them."""
        return " ".join(self.words)

    @cached_property
    def is_negated(self) -> bool:
        """Whether the main verb says no, or its subject is nobody."""
        return bool(self.helpers & _NOT) or self._is_of_nobody

    @cached_property
    def is_denying(self) -> bool:
        """Whether some claim is called false, or the speaker has not done what somebody may be charged with."""
        if any(phrase in self.text for phrase in loaded.DENYING):
            return True
        if self.verb is None or self.helpers & (_WILL | _CALLS_FOR) or self.words[-1] == "?":
            return False
        if "nothing to do with" in self.text:
            return self._is_of_speaker
        if self._is_called_false or self._is_there_none:
            return True
        if not self.is_negated:
            return self._is_of_speaker and self._is_wrong and bool({"nothing", "nobody"} & self.helpers)
        return self._is_clearing

    @property
    def _is_clearing(self) -> bool:
        """Whether a negation clears the speaker: "we did not hack anyone", and not "we have not decided"."""
        is_own = self._is_of_speaker
        if self.verb is None or self._is_wrong or (self._has_arms and (is_own or self._is_of_nobody)):
            return self._is_wrong or self._has_arms
        if self._is_of_nobody:
            return bool({"me", "us"} & self.helpers)
        deed = self.parsed.lowered[self.verb]
        is_possible = self.helpers & {"can", "ca", "could", "would", "'d"}
        if not is_own or deed in loaded.LOOKING_ON or is_possible or deed in _BE:
            return is_own and "involved" in self.words[:6]
        is_past = self.parsed.tags[self.verb] in ("VBD", "VBN") or self.helpers & {"did", "have", "has", "had"}
        is_sure = "never" in self.helpers or self.subject_word in _FIRST
        return deed == "involved" or bool(is_past and is_sure)

    @cached_property
    def is_accusing(self) -> bool:
        """Whether somebody else is said to do or to have done what nobody may do."""
        if self.verb is None or self.is_negated or self.subject_word in {*_FIRST, ""} or "if" in self.words:
            return False
        if self.helpers & _MODALS or self.words[-1:] == ["?"]:
            return False
        return self._is_wrong

    @cached_property
    def is_of_later(self) -> bool:
        """Whether the main verb tells of what is still to come."""
        if self.verb is None:
            return False
        parsed, helpers, word = self.parsed, self.helpers, self.parsed.lowered[self.verb]
        is_now = word in {"is", "are", "'s", "'re", "'m"} or helpers & {"is", "are", "'s", "'re", "'m", "be"}
        if helpers & _WILL or word in _PLANNING or (is_now and (word in _PLANNED or helpers & _PLANNED)):
            return True
        infinitive = parsed.child(self.verb, "xcomp")
        is_infinitive = infinitive is not None and "to" in {
            parsed.lowered[child] for child in parsed.children[infinitive]
        }
        if is_infinitive and (word in {"is", "are"} or word in {"going", "likely", "due", "set"} | _PLANNED):
            return True
        if is_infinitive is False and any(
            f" {going} to " in f" {self.text} " for going in ("about", "going", "likely")
        ):
            return bool(is_now or word in _BE)
        is_personal = self.subject_word in PERSONAL
        if helpers & {"could", "might", "may"}:
            is_stated = "may" in helpers and word in {"be", "have"}
            return not is_personal and not is_stated and not helpers & {"have", *_NOT}
        before = {parsed.words[token] for token in self.content if token < self.verb}
        head = self.found.head
        is_in_past = head is not None and parsed.tags[head] in ("VBD", "NN", "NNS")
        return "would" in helpers and is_in_past and "if" not in self.words and not before & _MARKS

    @cached_property
    def is_rough(self) -> bool:
        """Whether there is a number that is no exact one."""
        return has_rough_number(self.parsed, self.content)

    @cached_property
    def is_judging(self) -> bool:
        """Whether the speaker tells what should be, what is good or bad, or what is on his mind."""
        if self.verb is None:
            return False
        word = self.parsed.lowered[self.verb]
        is_minded = word in loaded.MINDS and self.subject_word in PERSONAL
        is_praise = bool(self.helpers & loaded.EVALUATING) or "no sense" in self.text or "time to" in self.text[:20]
        is_wanted = is_minded or self._is_demanding or word.startswith(("deserve", "need"))
        return is_wanted or is_praise or (word in _LINKING and self._is_judged(self.verb))

    @property
    def _is_demanding(self) -> bool:
        """Whether the main verb asks for something: "should go", "have to go", "go"."""
        parsed, verb = self.parsed, self.verb
        if verb is None:
            return False
        word = parsed.lowered[verb]
        infinitive = parsed.child(verb, "xcomp", "ccomp")
        is_due = word in _HAVE_TO and infinitive is not None and parsed.tags[infinitive] in ("VB", "VBN")
        is_order = (
            parsed.tags[verb] == "VB" and self.subject is None and not self.helpers & {*_MODALS, "to", "do", "did"}
        )
        return is_due or is_order or bool(self.helpers & _CALLS_FOR or ("would" in self.helpers and word in _LIKING))

    def _main_verb(self) -> int | None:
        inside = set(self.content)
        parsed = self.parsed
        return next(
            (
                token
                for token in self.content
                if parsed.tags[token].startswith(("V", "MD"))
                and (parsed.heads[token] not in inside or parsed.heads[token] == token)
            ),
            None,
        )

    @property
    def _is_of_nobody(self) -> bool:
        if self.subject is None:
            return False
        return self.subject_word in _NOBODY or any(
            self.parsed.lowered[child] in {"no", "none"} for child in self.parsed.children[self.subject]
        )

    @cached_property
    def _is_of_speaker(self) -> bool:
        """Whether the subject is the speaker, or what is the speaker's."""
        if self.subject is None:
            return False
        source = {self.parsed.lowered[token] for token in self.found.source}
        owner = self.parsed.child(self.subject, "poss")
        is_owner = owner is not None and self.parsed.lowered[owner] in {"our", "my", "his", "its", "their", "her"}
        is_other = self.subject_word in {"you", "who", "they"} and self.subject_word not in source
        return (
            is_owner
            or (self.subject_word in PERSONAL | {"it"} and not is_other)
            or self.subject_word in source | {"firm"}
        )

    @property
    def _is_called_false(self) -> bool:
        """Whether it says that some claim is false, or no true one."""
        parsed, verb = self.parsed, self.verb
        if verb is None or not (self.subject_word in loaded.CLAIMS or self.subject_word in _POINTING):
            return False
        told = {parsed.lowered[child] for child in parsed.children[verb]}
        for child in parsed.children[verb]:
            if parsed.deps[child] in {"acomp", "attr"}:
                told |= {parsed.lowered[below] for below in parsed.children[child]}
        return bool(told & loaded.TRUE) if self.is_negated else bool(told & loaded.FALSE)

    @property
    def _is_there_none(self) -> bool:
        """Whether it says that there was no deal."""
        if self.verb is None or self.parsed.child(self.verb, "expl") is None:
            return False
        thing = self.parsed.child(self.verb, "attr", "nsubj", "dobj")
        if thing is None:
            return False
        named = {self.parsed.lowered[child] for child in (thing, *self.parsed.children[thing])}
        if not named & (loaded.DENIABLE | loaded.WRONGS):
            return False
        return "no" in {self.parsed.lowered[child] for child in self.parsed.children[thing]} or self.is_negated

    @property
    def _has_arms(self) -> bool:
        return bool(loaded.ARMS & set(self.words))

    @cached_property
    def _is_wrong(self) -> bool:
        """Whether the main verb, or what hangs on it, is a deed that nobody may do."""
        if self.verb is None:
            return False
        parsed = self.parsed
        if any(phrase in self.text for phrase in loaded.WRONG_PHRASES):
            return True
        for verb in self._deeds(self.verb):
            word = parsed.lowered[verb]
            if not parsed.tags[verb].startswith("V"):
                continue
            is_passive = parsed.child(verb, "auxpass") is not None and parsed.child(verb, "agent") is None
            things = {parsed.lowered[token] for token in parsed.subtree(verb)}
            is_loaded = (
                word in loaded.WRONGS
                or (word in loaded.HARMS and bool(things & loaded.HARMED))
                or (word in _WRONG_WITH and bool(things & _WRONG_WITH[word]))
                or bool({parsed.lowered[child] for child in parsed.children[verb]} & loaded.WRONGLY)
            )
            if is_loaded and not is_passive:
                return True
        return False

    def _deeds(self, verb: int) -> list[int]:
        """A verb with those that it only helps: "is helping them evade sanctions"."""
        found = [verb]
        for here in found:
            below = [
                child
                for child in self.parsed.children[here]
                if self.parsed.deps[child] in {"xcomp", "conj"}
                or (self.parsed.deps[child] == "ccomp" and self.parsed.lowered[here].startswith("help"))
            ]
            found += below
        return found

    def _is_judged(self, verb: int) -> bool:
        """Whether what a thing is said to be is a judgement: "unfair", "a disgrace", "the best deal"."""
        parsed = self.parsed
        for child in parsed.children[verb]:
            if parsed.deps[child] not in {"acomp", "attr", "oprd"}:
                if child == self.subject and any(
                    parsed.tags[below] in ("RBS", "JJS") for below in parsed.subtree(child)
                ):
                    return True
                continue
            noun = parsed.lowered[child]
            if noun in loaded.JUDGEMENTS or is_evaluative(noun) or parsed.tags[child] == "JJR":
                return True
            below = [
                token for token in parsed.children[child] if parsed.deps[token] in {"amod", "advmod", "conj", "det"}
            ]
            if any(is_evaluative(parsed.lowered[token]) for token in below):
                return True
            if any(parsed.lowered[token] in {"only", "no"} for token in below) and noun in {
                "way",
                "choice",
                "alternative",
            }:
                return True
        return False


def is_evaluative(word: str) -> bool:
    """Whether an adjective judges."""
    if word in loaded.EVALUATIVE:
        return True
    return word.endswith(loaded.EVALUATIVE_ENDS) and word not in loaded.NOT_EVALUATIVE
