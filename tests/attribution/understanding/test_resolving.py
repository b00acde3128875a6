"""Who is meant: each text is read with attributions made by hand, so that only the resolving is tried."""

from collections.abc import Sequence

import pytest

from claimcheck.attribution.understanding.resolving import Resolver, sources
from tests.attribution.by_hand import all_found, read

Rows = Sequence[tuple[str, ...]]


def resolved(text: str, rows: Rows) -> list[str | None]:
    parsed = read(text)
    return sources(Resolver().scene(parsed), all_found(parsed, rows))


NAMES: list[tuple[str, Rows, list[str | None]]] = [
    (
        "US Deputy Secretary of State Kurt Campbell blamed Peru for helping Chile. Campbell said that proof existed.",
        [
            ("US Deputy Secretary of State Kurt Campbell", "blamed", "Peru for helping Chile"),
            ("Campbell", "said", "that proof existed", "say", "Campbell said"),
        ],
        ["Kurt Campbell", "Kurt Campbell"],
    ),
    (
        "Novak said that talks had failed. Until then Petra Novak had never spoken of them.",
        [("Novak", "said", "that talks had failed")],
        ["Petra Novak"],
    ),
    (
        "Norway's harbour adviser, Taras Holub, has accused Peru of hiding a wreck.",
        [("Norway's harbour adviser, Taras Holub,", "has accused", "Peru of hiding a wreck")],
        ["Taras Holub"],
    ),
    (
        "The Centre for Arctic Studies (CAS) published figures. CAS estimated that ice was thinning.",
        [("CAS", "estimated", "that ice was thinning", "estimate", "CAS estimated")],
        ["Centre for Arctic Studies"],
    ),
    (
        "The Federal Security Service made no comment. The FSS said later that two men had been held.",
        [("The FSS", "said", "that two men had been held")],
        ["Federal Security Service"],
    ),
    (
        "Peter and Anna Lindt testified. Mr. Lindt said that the ship was old.",
        [("Mr. Lindt", "said", "that the ship was old")],
        ["Lindt"],
    ),
    (
        "Bill Hartmann and Susan Hartmann testified. Ms. Hartmann said that the ship was old.",
        [("Ms. Hartmann", "said", "that the ship was old")],
        ["Susan Hartmann"],
    ),
    (
        "Beijing said that it sold no arms. The Kremlin said the same.",
        [("Beijing", "said", "that it sold no arms"), ("The Kremlin", "said", "the same", "say", "The Kremlin")],
        ["Beijing", "Kremlin"],
    ),
    (
        "Foreign ministers Jan Kowal and Marta Berg said that sanctions would stay.",
        [("Foreign ministers Jan Kowal and Marta Berg", "said", "that sanctions would stay")],
        ["Jan Kowal and Marta Berg"],
    ),
    (
        "The China Maritime Studies Institute is in Newport. China said that the drills were routine.",
        [("China", "said", "that the drills were routine", "say", "China said")],
        ["China"],
    ),
    (
        "U.N. Secretary General Ban Ki-moon spoke in Geneva. Mr. Ban warned that aid would end.",
        [("Mr. Ban", "warned", "that aid would end")],
        ["Ban Ki-moon"],
    ),
]
PRONOUNS: list[tuple[str, Rows, list[str | None]]] = [
    (
        "While the White House has found no evidence of China's involvement, it has stressed that Beijing should act.",
        [("it", "has stressed", "that Beijing should act", "stress", "it has")],
        ["White House"],
    ),
    (
        "Marta Berg met Jan Kowal in Oslo. She said that the pipeline was safe.",
        [("She", "said", "that the pipeline was safe", "say", "She said")],
        ["Marta Berg"],
    ),
    (
        "Peter Hale met John Marsh in Oslo, and Paul Reed met Mark Stone. The weather was bad. He said that it rained.",
        [("He", "said", "that it rained", "say", "He said")],
        [None],
    ),
    (
        "Minister Jan Kowal, who said that the gas was flowing, left Oslo.",
        [("who", "said", "that the gas was flowing")],
        ["Jan Kowal"],
    ),
    (
        "Two US officials briefed the press. They said that the missiles were old.",
        [("They", "said", "that the missiles were old", "say", "They said")],
        ["two US officials"],
    ),
    (
        "“I have seen the files and I believe that they are real,” Anna Lindt said.",
        [
            ("Anna Lindt", "said", "“I have seen the files and I believe that they are real,”"),
            ("I", "believe", "that they are real", "believe", "I believe"),
        ],
        ["Anna Lindt", "Anna Lindt"],
    ),
    (
        "I believe that the files are real. We said so before.",
        [("I", "believe", "that the files are real"), ("We", "said", "so", "say", "We said")],
        [None, None],
    ),
    (
        "It is too early to say that the talks failed, but Gazprom is not alone.",
        [("It", "say", "that the talks failed")],
        [None],
    ),
]
DESCRIPTIONS: list[tuple[str, Rows, list[str | None]]] = [
    (
        "Russia's Defence Ministry confirmed the strike. The ministry denied that aircraft had been lost.",
        [("The ministry", "denied", "that aircraft had been lost", "deny", "The ministry")],
        ["Russia's Defence Ministry"],
    ),
    (
        "The Ministry of Defence of Ukraine and the Ministry of Justice objected. The ministry denied the report.",
        [("The ministry", "denied", "the report", "deny", "The ministry")],
        [None],
    ),
    (
        "A CSIS report describes the convoy. The report says that it was armed.",
        [("The report", "says", "that it was armed")],
        ["CSIS"],
    ),
    (
        "According to a 2023 report by Sarah Feld for the Northern Harbour Institute, repairs were slow.",
        [("a 2023 report by Sarah Feld for the Northern Harbour Institute", "According to", "repairs")],
        ["Sarah Feld"],
    ),
    (
        "The Carnegie Endowment published a map. The think tank said that roads were cut.",
        [("The think tank", "said", "that roads were cut")],
        ["Carnegie Endowment"],
    ),
    (
        "Orlen said that the port was open. The company said later that it had closed.",
        [
            ("Orlen", "said", "that the port was open"),
            ("The company", "said", "that it had closed", "say", "The company"),
        ],
        ["Orlen", "Orlen"],
    ),
    (
        "Ambassador Marta Berg left on Friday. The ambassador said that she would not return.",
        [("The ambassador", "said", "that she would not return")],
        ["Marta Berg"],
    ),
    (
        "Kurt Campbell left early. Campbell's spokesman said that he was ill.",
        [("Campbell's spokesman", "said", "that he was ill")],
        ["Kurt Campbell's spokesman"],
    ),
    (
        "Marta Berg said nothing. Her lawyer said that the case was closed.",
        [("Marta Berg", "said", "nothing"), ("Her lawyer", "said", "that the case was closed", "say", "Her lawyer")],
        ["Marta Berg", "Marta Berg's lawyer"],
    ),
    (
        "Two people familiar with the matter, who asked not to be named, said that the deal was off.",
        [("Two people familiar with the matter, who asked not to be named,", "said", "that the deal was off")],
        ["two people familiar with the matter"],
    ),
    (
        "The tall man from Oslo watched, and the Conservative lawmaker said that the vote was lost.",
        [("the Conservative lawmaker", "said", "that the vote was lost")],
        [None],
    ),
    ("Some say that the war is lost.", [("Some", "say", "that the war is lost")], [None]),
    ("China is believed to have sold arms.", [("", "is believed", "to have sold arms")], [None]),
    ("The government objected to Russian claims that it fell.", [("Russian", "claims", "that it fell")], ["Russia"]),
]


@pytest.mark.parametrize(("text", "rows", "expected"), NAMES, ids=[text[:40] for text, _, _ in NAMES])
def test_a_name_is_the_fullest_that_the_text_has(text: str, rows: Rows, expected: list[str | None]) -> None:
    assert resolved(text, rows) == expected


@pytest.mark.parametrize(("text", "rows", "expected"), PRONOUNS, ids=[text[:40] for text, _, _ in PRONOUNS])
def test_a_pronoun_is_whom_it_means_or_nobody(text: str, rows: Rows, expected: list[str | None]) -> None:
    assert resolved(text, rows) == expected


@pytest.mark.parametrize(("text", "rows", "expected"), DESCRIPTIONS, ids=[text[:40] for text, _, _ in DESCRIPTIONS])
def test_a_description_is_whom_it_goes_back_to_or_its_own_words(
    text: str, rows: Rows, expected: list[str | None]
) -> None:
    assert resolved(text, rows) == expected


def test_names_and_pronouns_go_on_in_the_next_part_of_a_text() -> None:
    resolver = Resolver()
    first = read("Foreign Minister Marta Berg said that the pipeline was safe.")
    sources(resolver.scene(first), all_found(first, [("Foreign Minister Marta Berg", "said", "that the pipeline")]))
    second = read("She added that gas was flowing. Berg said so twice.")
    rows = [("She", "added", "that gas was flowing"), ("Berg", "said", "so", "say", "Berg said")]
    assert sources(resolver.scene(second), all_found(second, rows)) == ["Marta Berg", "Marta Berg"]


def test_a_quotation_that_names_nobody_is_of_the_speaker_before_it() -> None:
    text = "“The port is closed,” Marta Berg said.\n\n“It will open in spring.”\n"
    rows = [("Marta Berg", "said", "“The port is closed,”"), ("", "", "“It will open in spring.”")]
    assert resolved(text, rows) == ["Marta Berg", "Marta Berg"]
