import pytest

from claimcheck.attribution.finding import loose
from tests.attribution.told import Row, laid_out, rows, told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Northern Institute: “The war is over for good.”", ("Northern Institute", ":", "“The war is over for good.”")),
        ("From the report: “The war is over for good.”", ("the report", ":", "“The war is over for good.”")),
        ("MINISTER: We have closed the border.", ("MINISTER", ":", "We have closed the border")),
    ],
)
def test_a_name_and_a_colon_attribute_what_follows(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The plan: “a farce”.",
        ": “The war is over for good.”",
        "Sources: own reckoning",
        "Time: 10:30",
        "MINISTER:",
        "MINISTER: “",
    ],
)
def test_a_colon_without_a_speaker_or_words_attributes_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "“Rates will rise,” an angry governor interjected.",
            ("an angry governor", "interjected", "“Rates will rise,”"),
        ),
        ("“Rates will rise,” he beamed.", ("he", "beamed", "“Rates will rise,”")),
        (
            "The councillor smiled: “It leaks and you know it.”",
            ("The councillor", "smiled", "“It leaks and you know it.”"),
        ),
    ],
)
def test_any_verb_attributes_where_said_would_stand(text: str, row: Row) -> None:
    assert told(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "“Rates will rise” was the title of the talk.",
        "The band played “Rates will rise again” all night.",
        "“Rates.” He slept.",
    ],
)
def test_a_title_or_a_term_is_not_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("dash", ["—", "–", "-", "--"])
def test_a_name_behind_a_dash_signs_the_line_before(dash: str) -> None:
    text = f"“The war is over and nobody has won it.”\n{dash} Ana Petrov, minister"
    layout = laid_out(text)
    assert rows(layout.parsed, loose.signatures(layout, [])) == [
        ("Ana Petrov, minister", dash, "“The war is over and nobody has won it.”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The war is over.” And more.\n— Ana Petrov, minister",
        "The war is over.\n— Ana Petrov, minister",
        "“The war is over.”\n—",
        "“The war is over.”\n— and it was won by those who stayed at home, as they always do in the end, or so",
        "— Ana Petrov, minister",
        "",
    ],
)
def test_a_dash_elsewhere_signs_nothing(text: str) -> None:
    layout = laid_out(text)
    assert list(loose.signatures(layout, [])) == []


def test_what_somebody_is_known_to_have_said_is_not_attributed_again() -> None:
    text = "Petrov: “The war is over for good,” she said."
    assert len([row for row in told(text) if "over for good" in row[2]]) == 1


def test_the_lines_of_a_transcript_are_each_attributed() -> None:
    text = (
        "MINISTER: We closed the border.\n\nSENATOR KOWAL: It was never open.\n\nMINISTER: It will open in the spring."
    )
    assert [source for source, _, _ in told(text)] == ["MINISTER", "SENATOR KOWAL", "MINISTER"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine: The war has lasted three years.",
        "Berlin: The trains are late.",
        "Berlin: The trains are late.\n\nBerlin: They stay late.",
        "Berlin said that the trains are late.\n\nBerlin: They stay late.",
        "Kestrel Notebook: It is slow.",
    ],
)
def test_a_place_or_a_thing_does_not_speak_before_its_colon(text: str) -> None:
    assert all(cue != ":" for _, cue, _ in told(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Brown: The trains are late.", "Anna Brown"),
        ("Senator Kowal: The trains are late.", "Senator Kowal"),
        ("Reuters: The trains are late.", "Reuters"),
        ("Northern Institute: The trains are late.", "Northern Institute"),
        ("Kowal: The trains are late\n\nThe border is closed, Jan Kowal said.", "Kowal"),
    ],
)
def test_a_headline_is_attributed_to_who_speaks(text: str, speaker: str) -> None:
    assert (speaker, ":", "The trains are late") in [
        (source, cue, said.rstrip(".")) for source, cue, said in told(text)
    ]


def test_who_stands_before_several_colons_is_a_speaker() -> None:
    assert [source for source, _, _ in told("KOWAL: The trains are late.\n\nKOWAL: They stay late.")] == ["KOWAL"] * 2


@pytest.mark.parametrize("rule", [loose.colons, loose.unknown_verbs, loose.signatures, loose.speakers])
@pytest.mark.parametrize(
    "text", ["", ":", "“", "“”", ": : :", "— —", "\n—\n", "a:", ":a", "“a”", "“,”", "“a,” b", "b: “"]
)
def test_marks_alone_are_no_trouble(rule: object, text: str) -> None:
    layout = laid_out(text)
    assert callable(rule)
    assert list(rule(layout, [])) == []


@pytest.mark.parametrize("dash", ["―", "—", "-"])
def test_a_name_behind_a_dash_on_the_line_of_a_quotation_speaks(dash: str) -> None:
    text = f"“The harbour is the heart of the town.” {dash} Ilsa Varnek, mayor of Bergen"
    assert [(row[0], row[2]) for row in told(text)] == [
        ("Ilsa Varnek, mayor of Bergen", "“The harbour is the heart of the town.”")
    ]


def test_a_sentence_that_goes_on_behind_a_dash_is_no_name() -> None:
    assert told("“The harbour is the heart of the town.” – Ilsa Varnek sang it as a child.") == []
