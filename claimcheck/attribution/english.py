"""Whether a text is in English, by the small words that every language uses all the time.

Only what is clearly something else is told: a headline, a list of names or three words are taken as they come.
"""

import re
from collections import Counter

from claimcheck.errors import UnusableError
from claimcheck.vocabulary import Outcome

SAMPLE = 100_000
"""So many code points from the beginning are looked at."""
MIN_SHARE = 0.08
"""How much of a text the small words of another language make up at least, for it to be in that language."""
MIN_HITS = 3
ADVANTAGE = 1.5
"""How many times as many as the English ones they are then."""
MIN_PROSE = 25
"""So many different words without English ones among them are in another language,"""
MIN_SMALL = 0.6
"""if this share of them is written with small letters, as in prose."""
MIN_ENGLISH = 0.08
"""The share of small English words that English has at least."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = {
    "English": """
        the of and to in a is that for it on was with as be by this are from at or an have has had not but which
        were been their they his her he she who will would there said we you its than can also into more when
        after about over
    """,
    "German": """
        der und das von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus er hat dass sie
        nach wird bei einer um sind noch wie einem über einen zum haben nur oder aber vor zur bis mehr
    """,
    "French": """
        le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux qu
        cette ou mais ont été leur elle ses même ces être comme
    """,
    "Spanish": """
        que el en los del se las por un para con una su al lo como más pero sus le ya este sí porque esta entre
        cuando muy sin sobre también hasta hay fue ha
    """,
    "Portuguese": """
        que da em um para com não uma os se na por mais dos como mas ao ele das à seu sua ou quando muito nos já
        eu também só pelo pela até isso foi são
    """,
    "Italian": """
        di che il un per una è sono del non le con si da della più al dei nel alla ha lo gli come ma anche delle
        se nella dal su sul ed
    """,
    "Dutch": """
        het een en dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar heeft door over ze
        hij worden wordt
    """,
    "Swedish": """
        och att det som en på är av för med till har inte om ett han var jag sig från vi så kan när nu skulle
    """,
    "Danish or Norwegian": """
        og det er en til på som med av af har ikke om et var han fra vi så kan når seg sig skal ble blev
    """,
    "Polish": """
        nie na się że jest jak po co ale tak za od przez dla przy są był który przed także oraz
    """,
    "Czech": """
        se na je že jako ve za pro jsou ale po od které který podle při tak jeho
    """,
    "Romanian": """
        și în cu nu pe că un care din se mai este pentru sunt au fost ca ce prin sau lui
    """,
    "Turkish": """
        ve bir bu da için ile olarak olan daha çok gibi en kadar ne sonra olduğunu ki göre ise var
    """,
    "Indonesian or Malay": """
        yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut bisa ada mereka lebih
        oleh telah adalah
    """,
    "Finnish": """
        ja ei että se oli hän ovat mutta kun myös joka ole kuin tai jos sen vain mukaan nyt
    """,
    "Hungarian": """
        az és hogy nem egy ez meg volt csak már el ha még mint azt szerint
    """,
    "Vietnamese": """
        và của là có trong được cho các với không một này đã người những khi từ đến về
    """,
}
"""Some of the commonest words of each language, but those that mean something in English, or stand in names in it."""
_WORDS_OF = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ENGLISH = _WORDS_OF.pop("English")


def other_language(text: str) -> str | None:
    """The language of a text that is not in English, or its script; None if it is, or if that cannot be told."""
    # as they are written: "Los Angeles" is no Spanish
    counts = Counter(_LETTERS.findall(text[:SAMPLE]))
    letters = sum(len(word) * count for word, count in counts.items())
    foreign = sum(len(word) * count for word, count in counts.items() if not _is_latin(word))
    if 2 * foreign > letters:
        return "another script than the Latin one"
    english = _share(counts, _ENGLISH)
    language, share = max(
        ((name, _share(counts, words)) for name, words in _WORDS_OF.items()), key=lambda pair: pair[1]
    )
    least = max(MIN_HITS, MIN_SHARE * counts.total(), ADVANTAGE * english)
    if share >= least:
        return language
    written_small = sum(count for word, count in counts.items() if word.islower())
    is_prose = len(counts) >= MIN_PROSE and written_small >= MIN_SMALL * counts.total()
    return "another language" if is_prose and english < MIN_ENGLISH * counts.total() else None


def require_english(text: str) -> None:
    """Refuse a text that is clearly in another language.

    Raises:
        UnusableError: it is.
    """
    language = other_language(text)
    if language is not None:
        msg = f"it seems to be in {language}, and claims are found only in English text; give a translation"
        raise UnusableError(msg, Outcome.FAILED)


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250" or "\u1e00" <= word[0] <= "\u1eff"


def _share(counts: Counter[str], words: frozenset[str]) -> int:
    return sum(counts[word] for word in words)
