import pytest

from claimcheck.attribution.finding import lexicon
from claimcheck.attribution.finding.lexicon import VERBS
from claimcheck.vocabulary import ClaimKind

LISTS = [name for name, value in vars(lexicon).items() if name.isupper() and isinstance(value, frozenset)]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("says", "say"),
        ("said", "say"),
        ("saying", "say"),
        ("told", "tell"),
        ("thought", "think"),
        ("wrote", "write"),
        ("written", "write"),
        ("foresaw", "foresee"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("denying", "deny"),
        ("alleged", "allege"),
        ("alleging", "allege"),
        ("stressed", "stress"),
        ("stresses", "stress"),
        ("conveys", "convey"),
        ("conveyed", "convey"),
        ("admitted", "admit"),
        ("quipped", "quip"),
        ("found", "find"),
        ("reported", "report"),
    ],
)
def test_every_form_leads_to_its_verb(form: str, lemma: str) -> None:
    assert VERBS[form].lemma == lemma


@pytest.mark.parametrize("form", ["sayed", "telled", "denyed", "allegeing", "admited", "conveies", "writed", "stresss"])
def test_no_form_is_made_that_english_lacks(form: str) -> None:
    assert form not in VERBS


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("say", ClaimKind.ASSERTION),
        ("deny", ClaimKind.DENIAL),
        ("refute", ClaimKind.DENIAL),
        ("accuse", ClaimKind.ACCUSATION),
        ("allege", ClaimKind.ACCUSATION),
        ("estimate", ClaimKind.ESTIMATE),
        ("predict", ClaimKind.FORECAST),
        ("report", ClaimKind.REPORT),
        ("believe", ClaimKind.OPINION),
    ],
)
def test_a_verb_tells_the_kind_of_the_claim(lemma: str, kind: ClaimKind) -> None:
    assert VERBS[lemma].kind is kind


def test_every_kind_has_verbs() -> None:
    assert {verb.kind for verb in VERBS.values()} == set(ClaimKind)


def test_a_verb_of_saying_can_stand_beside_the_words() -> None:
    assert VERBS["said"].says
    assert VERBS["added"].says
    assert not VERBS["accused"].says


def test_a_verb_that_is_common_without_saying_anything_needs_a_clause() -> None:
    assert VERBS["declared"].needs_clause
    assert not VERBS["denied"].needs_clause


def test_forms_are_lower_case_words_of_known_lemmas() -> None:
    assert all(form == form.lower() and form.split() == [form] for form in VERBS)
    assert {verb.lemma for verb in VERBS.values()} <= set(VERBS)


def test_all_forms_of_a_verb_agree() -> None:
    by_lemma: dict[str, set[lexicon.Verb]] = {}
    for verb in VERBS.values():
        by_lemma.setdefault(verb.lemma, set()).add(verb)
    assert {lemma for lemma, verbs in by_lemma.items() if len(verbs) > 1} == set()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_words_is_in_lower_case_and_not_empty(name: str) -> None:
    listed = getattr(lexicon, name)
    assert listed
    assert all(word == word.lower() and word.split() == [word] for word in listed)


def test_every_verb_whose_passive_attributes_is_a_verb() -> None:
    assert {lemma for lemma in lexicon.PASSIVES if lemma not in VERBS} == set()


@pytest.mark.parametrize("listed", [lexicon._SAYING, lexicon._NEEDING_CLAUSE, frozenset(lexicon._IRREGULAR)])
def test_what_is_noted_of_a_lemma_is_of_one_that_is_listed(listed: frozenset[str]) -> None:
    assert {lemma for lemma in listed if lemma not in VERBS} == set()


def test_no_lemma_is_listed_under_two_kinds() -> None:
    lemmas = [lemma for listed in lexicon._LEMMAS.values() for lemma in listed.split()]
    assert sorted(lemmas) == sorted(set(lemmas))


def test_the_lexicon_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        VERBS["say"] = VERBS["tell"]  # type: ignore[index]


@pytest.mark.parametrize(
    "form",
    [
        "agreeing",
        "agreed",
        "disagreeing",
        "guaranteeing",
        "guaranteed",
        "decreeing",
        "regretted",
        "regretting",
        "preferred",
        "preferring",
        "signalled",
        "signaled",
        "labelled",
        "labeled",
        "counselled",
        "marvelled",
        "deadpanned",
        "broadcast",
        "forecast",
        "admitted",
        "referred",
        "denied",
        "denying",
    ],
)
def test_forms_are_spelt_as_people_spell_them(form: str) -> None:
    assert form in VERBS


@pytest.mark.parametrize("form", ["agreing", "regreted", "prefered", "deadpaned", "guaranteing", "refered", "putted"])
def test_no_form_is_made_that_nobody_writes(form: str) -> None:
    assert form not in VERBS
