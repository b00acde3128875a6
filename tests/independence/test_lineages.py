"""Lineages: where one item leads back to, and how surely."""

import pytest

from claimcheck.independence.families import family_of
from claimcheck.independence.lineages import Lineage, lineages
from claimcheck.independence.naming import OWN, Names
from claimcheck.independence.values import Claimant, Item, MergeKind, Strength
from claimcheck.vocabulary import SourceKind
from tests.independence.stories import OWNERSHIP, item

CSIS = Claimant(("Center for Strategic and International Studies", "CSIS"), SourceKind.ORGANISATION)


def found(*items: Item, claimant: Claimant | None = CSIS) -> list[Lineage]:
    families = [family_of(one, OWNERSHIP) for one in items]
    return lineages(
        items, families, Names(OWNERSHIP, families, claimant, [("Kyiv School of Economics", "KSE")]), OWNERSHIP
    )


def of(text: str, passage: str | None = None, **given: str | None) -> Lineage:
    return found(item(1, text, passage, **given))[0]


def test_a_passage_given_to_the_claims_own_source_leads_there() -> None:
    lineage = of("It sank, according to CSIS.")
    assert lineage.certain is not None
    assert (lineage.certain.node, lineage.certain.reason) == (
        OWN, 'attributes what it says to Center for Strategic and International Studies: "according to CSIS"',
    )  # fmt: skip


def test_a_passage_given_to_two_leads_to_the_other_and_only_perhaps_to_the_claims_own_source() -> None:
    lineage = of("CSIS said that it sank. Data by the Kyiv School of Economics show the same.")
    assert lineage.certain is None
    assert lineage.likely is not None
    assert lineage.likely.name == "Kyiv School of Economics"
    assert [way.node for way in lineage.possible] == [OWN]


def test_who_passed_words_on_comes_before_who_spoke_them() -> None:
    lineage = of("The Kyiv School of Economics told Reuters that it sank.")
    assert lineage.likely is not None
    assert lineage.likely.name == "Reuters"
    assert [way.name for way in lineage.possible] == ["Kyiv School of Economics"]


def test_a_passage_counts_more_than_the_credit_of_its_story() -> None:
    lineage = of("OSLO (Reuters) - It sank, according to the Kyiv School of Economics.")
    assert lineage.certain is not None
    assert lineage.certain.kind is MergeKind.CITATION
    assert of("OSLO (Reuters) - It sank.").certain is not None


def test_who_is_cited_by_one_publisher_only_is_no_root() -> None:
    one, same = (
        item(1, "Kay Example said it sank.", url="https://a.example/1"),
        item(2, "It sank.", url="https://a.example/2"),
    )
    assert found(one, same)[0].likely is None
    other = item(3, "It sank, Kay Example said.")
    first, _, third = found(one, same, other)
    assert first.likely is not None
    assert third.likely is not None
    assert first.likely.node == third.likely.node
    assert first.certain is None


def test_who_cites_itself_reports_itself() -> None:
    assert of("OSLO (Reuters) - The master told Reuters it sank.", publisher="Reuters").likely is None


def test_nobody_by_name_is_said_so() -> None:
    assert of("It sank, officials said.").unnamed == 'attributes what it says to nobody by name: "officials said"'
    assert of("It sank, officials told Reuters.").unnamed is None
    assert "without naming them" in (of("It sank.", author="Agencies").unnamed or "")


def test_a_title_or_what_stands_before_may_tell() -> None:
    titled = of("It sank in May.", title="CSIS: ship sank")
    behind = of("CSIS wrote of a ship. The institute said it sank.", "The institute said it sank.")
    near = of("CSIS wrote of a ship. It sank in May.", "It sank in May.")
    for lineage in (titled, behind):
        assert lineage.certain is None
        assert lineage.likely is not None
        assert lineage.likely.strength is Strength.LIKELY
    assert near.likely is None
    assert [way.node for way in near.possible] == [OWN]


def test_what_is_first_hand_has_no_other_root_for_what_stands_before_it() -> None:
    lineage = of("CSIS wrote of a ship. We saw it sink in May.", "We saw it sink in May.")
    assert (lineage.likely, lineage.possible) == (None, ())


def test_an_address_in_the_passage_likely_leads_there() -> None:
    lineage = of("It sank (https://www.csis.org/analysis/ship).")
    assert lineage.likely is not None
    assert (lineage.likely.kind, lineage.likely.node, lineage.certain) == (MergeKind.LINK, OWN, None)
    assert of("It sank (https://en.wikipedia.org/wiki/Ship).").likely is None


def test_what_the_writers_found_themselves_is_theirs_though_they_name_others() -> None:
    lineage = of("CSIS counted ninety silos. We counted seventy-one.")
    assert (lineage.likely, [way.node for way in lineage.possible]) == (None, [OWN])


def test_we_in_a_quotation_are_not_the_writers() -> None:
    assert of("“We counted ninety silos,” CSIS said.").certain is not None


ACME = Claimant(("Acme",), SourceKind.ORGANISATION)
PERSON = Claimant(("Kurt Campbell",), SourceKind.PERSON)
CHINA = Claimant(("Chinese government", "Beijing"), SourceKind.GOVERNMENT)


@pytest.mark.parametrize(
    ("claimant", "text"),
    [
        (CSIS, "CSIS told Reuters that it sank."),
        (CSIS, "It sank, Max Example, an analyst at CSIS, said."),
        (CSIS, "CSIS's Max Example told the Financial Times that it sank."),
        (CSIS, "Reuters reported, citing CSIS, that it sank."),
        (PERSON, "Campbell told Reuters that it sank."),
        (PERSON, "US Deputy Secretary of State Campbell said that it sank."),
        (ACME, "Ann Doe, chief executive of Acme, says that it sank."),
        (ACME, "Acme chief executive Ann Doe said that it sank."),
        (ACME, "It sank, said Ann Doe, a spokeswoman for Acme."),
        (ACME, "Acme's engineers told Pump World that it sank."),
        (ACME, "Acme announced a boat. The company said that it sank."),
        (CHINA, "Chinese foreign ministry spokeswoman Mao Example said that it sank."),
        (CHINA, "China's embassy in Oslo told this newspaper that it sank."),
        (CHINA, "The Chinese government denies that it sank."),
    ],
)
def test_the_claims_own_source_speaks_through_its_people_and_those_who_pass_on_its_words(
    claimant: Claimant, text: str
) -> None:
    passage = text if ". " not in text else text.partition(". ")[2]
    (lineage,) = found(item(1, text, passage), claimant=claimant)
    assert lineage.likely is not None
    assert lineage.likely.node == OWN


@pytest.mark.parametrize(
    ("claimant", "text"),
    [
        (ACME, "Joe Roe, a former engineer of Acme, said that it sank."),
        (ACME, "Joe Roe, a critic of Acme, says that it sank."),
        (PERSON, "Menzies Campbell, a peer, said that it sank."),
        (CHINA, "Chinese researchers at a university in Oslo counted it among the sunk."),
        (CHINA, "Inspectors found no Chinese ship that sank."),
        (CHINA, "An expert on China said that it sank."),
    ],
)
def test_who_only_has_to_do_with_the_claims_own_source_speaks_on_their_own(claimant: Claimant, text: str) -> None:
    (lineage,) = found(item(1, text), claimant=claimant)
    assert lineage.likely is None
    assert lineage.unnamed is None


@pytest.mark.parametrize(
    "text",
    [
        "Visitors to Acme said that it sank.",
        "Neighbours of Acme reported that it sank.",
        "The judge hearing the case against Acme said that it sank.",
        "Workers at a supplier of Acme told this paper that it sank.",
        "A witness who sued Acme told the court that it sank.",
        "Contrary to what Acme said, it sank.",
        "The regulator said Acme's claims were false.",
        "A report on Acme published by the police says that it sank.",
        "A study of Acme boats by the University of Lund found that it sank.",
        "Bo Lind, professor of ships at Acme's rival Borr, said that it sank.",
    ],
)
def test_who_has_only_to_do_with_a_name_beside_the_verb_speaks_on_their_own(text: str) -> None:
    (lineage,) = found(item(1, text), claimant=ACME)
    assert lineage.likely is None or lineage.likely.node != OWN


@pytest.mark.parametrize(
    "text",
    [
        "An email from Acme said that it sank.",
        "The website of Acme says that it sank.",
        "It sank, Acme said by telephone.",
        "Workers at Acme told Reuters that it sank.",
        "It sank, a professor of ships and harbours at Acme said.",
        "The skipper went to Harland. Acme said that it sank.",
        "It sank, the Centre for Ships at Acme said.",
        "Bo Lind, head of research at Acme, said that it sank.",
        "“It sank,” said Bo Lind, head of research at Acme.",
        "Bo Lind, vice president for strategy at Acme, said that it sank.",
    ],
)
def test_who_belongs_to_a_name_beside_the_verb_speaks_for_it(text: str) -> None:
    (lineage,) = found(item(1, text), claimant=ACME)
    assert lineage.likely is not None
    assert lineage.likely.node == OWN


def test_he_is_whoever_was_named_last_and_no_organisation_before() -> None:
    before = "CSIS wrote of a ship. "
    for between, leads in (("", True), ("Then Bo Lind, a fisherman, spoke. ", False)):
        text = f"{before}{between}He said that it sank."
        assert (of(text, "He said that it sank.").likely is not None) == leads


@pytest.mark.parametrize(
    ("before", "passage", "leads"),
    [
        ("Bo Lind, head of research at Acme, smiled. ", "“It sank,” Lind said.", True),
        ("Bo Lind, the brother of the head of Acme, smiled. ", "“It sank,” Lind said.", False),
        ("Ann Doe founded Acme. ", "“It sank,” Doe said.", True),
        ("Ann Doe founded Acme. ", "“It sank,” she said.", True),
        ("Ann Doe founded Acme. Bo Lind did not. ", "“It sank,” he said.", False),
        ("Ann Doe founded Acme. ", "“It sank,” Lind said.", False),
    ],
)
def test_who_is_introduced_as_an_officer_of_the_claims_own_source_speaks_for_it(
    before: str, passage: str, *, leads: bool
) -> None:
    (lineage,) = found(item(1, before + passage, passage), claimant=ACME)
    assert (lineage.likely is not None) == leads
    assert lineage.certain is None


def test_a_press_release_is_its_issuers_voice_only() -> None:
    body = "Nine of ten boats leak."
    own, other = (
        item(key, f"PRESS RELEASE\n\n{name} today published a test of ninety boats.\n\n{body}", body)
        for key, name in ((1, "Acme"), (2, "The Skippers, rivals of old,"))
    )
    first, second = found(own, other, claimant=ACME)
    assert first.likely is not None
    assert first.likely.reason == 'seems to be a press release of Acme ("PRESS RELEASE")'
    assert second.likely is None


@pytest.mark.parametrize(
    ("first", "leads"),
    [
        ("Acme today rejected what a test by the skippers says of its boats.", True),
        ("Nine of ten boats leak, according to a test that was published by Acme.", True),
        ("Harland Shipyards today rejected a test of its boats published by Acme.", False),
        ("Harland Shipyards responds to a test of boats published by Acme in May.", False),
        ("In reply to claims by Acme, the yard of Harland shows its books to all.", False),
        ("The Acme test of ninety boats is false, says the Federation of Yards.", False),
        ("Acme's claims are disputed by the men and women who build the boats.", False),
    ],
)
def test_a_press_release_that_answers_the_claims_own_source_is_not_its_voice(first: str, *, leads: bool) -> None:
    body = "One boat leaks."
    (lineage,) = found(item(1, f"PRESS RELEASE\n\n{first}\n\n{body}", body), claimant=ACME)
    assert (lineage.likely is not None) == leads


def test_a_text_that_sends_its_readers_to_another_item_leads_there_and_to_no_other_page() -> None:
    story = item(1, "We saw it sink.", url="https://a.example/1")
    texts = [f"It sank. Full story here: {url}" for url in ("https://a.example/1#top", "https://a.example/2")]
    _, followed, alone = found(story, *(item(key, text, "It sank.") for key, text in enumerate(texts, 2)))
    assert followed.likely is not None
    assert followed.likely.reason == 'sends its readers to a.example ("Full story here")'
    assert alone.likely is None


def test_a_place_is_not_who_says_something() -> None:
    first, second = found(
        item(1, "Divers at a school in Oslo counted two."), item(2, "Divers at a school in Oslo reported it.")
    )
    assert (first.likely, second.likely) == (None, None)
