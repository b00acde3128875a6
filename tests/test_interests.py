import pytest

from claimcheck.interests import MAX_VERBS, denying_party, speaking_parties

CLAIM = "China supplies weapons to Russia."


@pytest.mark.parametrize(
    "passage",
    [
        "Beijing has denied supplying weapons to Moscow.",
        "A spokesman for the Chinese foreign ministry said the reports were baseless.",
        "China, which borders on it, denied that it had sent any.",
        "Trade rose in May. The Kremlin dismissed the allegations as fiction.",
        "Officials in Beijing have repeatedly rejected the charge.",
        "Chinese Foreign Ministry spokesperson Mao Ning denied it.",
        "On Monday the government of China said it had never sent weapons.",
        '"We never sent any," said the Chinese ambassador.',
        "The reports are false, Russia's defence ministry said.",
    ],
)
def test_a_denial_by_whom_a_claim_is_about_is_their_own_word(passage: str) -> None:
    assert denying_party(CLAIM, passage) in {"china", "russia"}


@pytest.mark.parametrize(
    "passage",
    [
        "Customs records show that no weapons crossed the border.",
        "Inspectors from Sweden denied that any weapons had been found.",
        "Experts refuted it: China sells only cars there.",
        "Reports of Chinese arms for Russia are false, Ukraine said.",
        "Researchers in China said there is no sign of weapons.",
        "China's critics said it is not true.",
        "Critics of China said that it is not true.",
        "An expert on China told this paper that no weapons were sent.",
        "Weapons from China did not reach Russia, said analysts at a think tank.",
        "A leaked Chinese memo denied by nobody says that China does not send weapons.",
        "A Russian newspaper said that no weapons had come.",
        "",
        "x" * 100_000,
    ],
)
def test_what_others_say_is_no_denial_of_their_own(passage: str) -> None:
    assert denying_party(CLAIM, passage) is None


def test_a_claim_about_nobody_has_no_interested_party() -> None:
    assert denying_party("The dam is safe.", "Beijing denied it.") is None


def test_a_firm_denies_by_its_spokesman() -> None:
    claim = "Northern Lines paid the harbour master."
    assert denying_party(claim, "A spokesman for Northern Lines denied that it had paid.") == "northern lines"
    assert denying_party(claim, "Auditors of Northern Lines denied that it had paid.") is None


def test_who_speaks_is_read_in_the_first_of_what_is_said_in_a_sentence_and_not_in_endless_rows() -> None:
    said = "a man said, "
    assert speaking_parties(said * (MAX_VERBS - 1) + "China said it was so.") == {"china"}
    assert speaking_parties(said * MAX_VERBS + "China said it was so.") == frozenset()
