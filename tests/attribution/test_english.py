"""Which texts are refused for their language, and which are taken as they come."""

import pytest

from claimcheck.attribution.english import other_language, require_english
from claimcheck.errors import UnusableError

ENGLISH = "The minister said on Monday that the government would not answer the charges."
OTHERS = {
    "German": "Der Minister sagte am Montag, dass die Regierung nicht auf die Vorwürfe eingehen werde.",
    "French": "Le ministre a dit lundi que le gouvernement ne répondrait pas aux accusations de son rival.",
    "Spanish": "El ministro dijo el lunes que el gobierno no va a responder a las acusaciones de los vecinos.",
    "Portuguese": "O ministro disse na segunda-feira que o governo não vai responder às acusações da oposição.",
    "Italian": "Il ministro ha detto lunedì che il governo non risponderà alle accuse della stampa e del senato.",
    "Dutch": "De minister zei maandag dat het kabinet niet zal ingaan op de verwijten van het parlement.",
    "Swedish": "Ministern sade i måndags att regeringen inte kommer att svara på anklagelserna från riksdagen.",
    "Danish or Norwegian": "Ministeren sagde mandag, at regeringen ikke vil svare på kritikken fra oppositionen.",
    "Polish": "Minister powiedział w poniedziałek, że rząd nie odpowie na zarzuty i że to jest kłamstwo.",
    "Czech": "Ministr v pondělí řekl, že vláda se k obvinění nevyjádří, protože jsou podle něj lživá a po volbách.",
    "Romanian": "Ministrul a spus luni că guvernul nu va răspunde la acuzații și că este o minciună.",
    "Turkish": "Bakan pazartesi günü hükümetin suçlamalara yanıt vermeyeceğini ve bu bir yalan olarak söyledi.",
    "Indonesian or Malay": "Menteri kata bahwa pemerintah tidak akan menanggapi tuduhan yang dibuat oleh oposisi.",
    "Finnish": "Ministeri sanoi maanantaina, että hallitus ei vastaa syytöksiin, ja hän on myös pahoillaan.",
    "Hungarian": "A miniszter azt mondta, hogy a kormány nem válaszol az ellenzék vádjaira, és ez egy hazugság.",
    "Vietnamese": "Bộ trưởng cho biết chính phủ sẽ không trả lời các cáo buộc của phe đối lập và những người khác.",
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items(), ids=OTHERS)
def test_a_sentence_of_another_language_is_told_by_its_small_words(language: str, text: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text", ["Министр заявил, что ответа не будет.", "部长周一表示，政府不会回应。", "قال الوزير إنه لن يرد."]
)
def test_another_script_is_told_however_short_the_text_is(text: str) -> None:
    assert other_language(text) == "another script than the Latin one"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Minister denies charges",
        "Los Angeles, San Francisco, El Paso, Las Vegas, La Paz, Los Alamos, Las Cruces",
        "Van den Berg, De la Cruz, Von der Heide, Da Silva, Della Rovere",
        "42 %, 17 %, 3 %",
        "Yes.",
        "",
    ],
)
def test_english_headlines_lists_and_a_few_words_are_taken_as_they_come(text: str) -> None:
    assert other_language(text) is None


def test_english_with_a_quotation_in_another_language_stays_english() -> None:
    assert other_language(f"{ENGLISH} He added: {OTHERS['German']} {ENGLISH} {ENGLISH}") is None
    assert other_language(f"{ENGLISH} {ENGLISH} On the wall stood: Министр заявил.") is None


def test_the_refusal_names_the_language_and_says_what_to_do() -> None:
    require_english(ENGLISH)
    with pytest.raises(UnusableError, match=r"seems to be in German.*give a translation"):
        require_english(OTHERS["German"])


SWAHILI = (
    "Waziri alisema jana kwamba mazungumzo yameshindwa na serikali inakanusha madai hayo yote. Msemaji wa chama "
    "alieleza kuwa hakuna mkutano mwingine uliopangwa kabla ya mwisho wa mwezi huu katika mji mkuu."
)
LATIN = (
    "Legatus heri dixit pacem factam non esse neque exercitum domum redire posse. Consul autem negavit se quicquam "
    "de foedere audivisse et senatum frustra litteras exspectare adfirmavit quia nuntius in itinere captus erat."
)


@pytest.mark.parametrize("text", [SWAHILI, LATIN])
def test_prose_without_small_english_words_is_in_another_language(text: str) -> None:
    assert other_language(text) is not None


def test_a_long_list_of_english_headlines_stays_english() -> None:
    lines = [
        "Ferries back in service soon", "Owners deny sale of fourth ship", "Harbour to close for storm",
        "Council approves new bridge plan", "Teachers strike over pay continues",
        "Police find missing boat near island",
        "Fishermen warn of falling herring stocks", "Museum reopens after flood repairs",
    ]  # fmt: skip
    assert other_language("\n".join(lines)) is None
