"""Invented claims as CSV, realistic in shape, to measure with.

    python benchmarks/generate.py CLAIMS FILE [--seed N]

The same number and seed give the same bytes, whatever the version of Python: of the random number
generator only `random()` is used, the one method whose sequence Python promises to keep. A smaller
file is the beginning of a larger one. Memory does not grow with the number of claims.

Words are built from syllables by their rank, so that any of them can be named without making the
others; how often a word, a source or a tag occurs falls with its rank (Zipf).
"""

import argparse
import csv
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

COLUMNS = (
    "text", "source", "kind", "said_on", "confidence", "basis", "credibility", "tags", "quote", "document_title",
    "document_url", "publisher", "published_on", "via",
)  # fmt: skip
SEED = 20240912
WORDS = 20_000
SOURCES = 500
OUTLETS = 60
TAGS = 80
CLAIMS_PER_DOCUMENT = 20
"""On average; a document has half to one and a half times as many."""

_SYLLABLES = [onset + vowel + coda for onset in "bdfgklmnprstvz" for vowel in "aeiou" for coda in ("", "n", "r", "l")]
_SHORT_WORDS, _MIDDLING_WORDS = 60, 4_000
_STEP = 48_271  # a prime that does not divide the number of syllables: no two ranks meet
_ACCENTS = str.maketrans("aeou", "áéöü")
_ACCENTED_EVERY, _FOREIGN_EVERY = 50, 400
_KINDS = ("assertion", "accusation", "report", "estimate", "denial", "opinion", "forecast")
_BASES = ("two documents agree", "the source is usually right", "a single anonymous voice", "published figures")
_FOREIGN = ("台灣", "Київ", "العربية", "Ελλάδα", "日本")
_FIRST_DAY = date(2012, 1, 1)
_DAYS = 4_600


def word(rank: int) -> str:
    """The word of that rank, 0 being the commonest; frequent words are short, a few have accents."""
    size = 1 if rank < _SHORT_WORDS else 2 if rank < _MIDDLING_WORDS else 3
    number = (rank * _STEP + 11) % len(_SYLLABLES) ** size
    letters = ""
    for _ in range(size):
        number, syllable = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[syllable]
    return letters.translate(_ACCENTS) if rank % _ACCENTED_EVERY == _ACCENTED_EVERY - 1 else letters


def source_name(rank: int) -> str:
    """The name of the source of that rank, 0 being the one most often quoted."""
    own, other = word(1_000 + rank).capitalize(), word(9_000 + rank).capitalize()
    forms = (
        f"{own} {other}", f"Ministry of {own}", f"{own} Institute", f"General {other} {own}", f"{own} Agency",
        f"Office of {own} {other}", f"Centre for {own} Studies",
    )  # fmt: skip
    return forms[rank % len(forms)]


def outlet_name(rank: int) -> str:
    """The name of the newspaper or agency of that rank."""
    return f"The {word(2_000 + rank).capitalize()} {('Post', 'Times', 'News', 'Wire')[rank % 4]}"


def zipf(count: int) -> list[float]:
    """The running sums of 1, 1/2, 1/3 ... to pick a rank by."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


class Dice:
    """Random choices that any version of Python makes alike."""

    def __init__(self, seed: int) -> None:
        """Begin a sequence."""
        self.roll = random.Random(seed).random  # noqa: S311 - invented data is no secret

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, not including, `limit`."""
        return int(self.roll() * limit)

    def chance(self, probability: float) -> bool:
        """True so often."""
        return self.roll() < probability

    def rank(self, sums: Sequence[float]) -> int:
        """A rank, the first ones most often; `sums` comes from `zipf`."""
        return bisect(sums, self.roll() * sums[-1])


@dataclass(frozen=True, slots=True)
class Document:
    """What the claims of one document share."""

    title: str
    url: str
    publisher: str
    published: date
    claims: int


class Generator:
    """Makes claims one after another."""

    def __init__(self, seed: int = SEED) -> None:
        """Prepare the words and names; begin at the first claim."""
        self._dice = Dice(seed)
        self._words = [word(rank) for rank in range(WORDS)]
        self._sources = [source_name(rank) for rank in range(SOURCES)]
        self._outlets = [outlet_name(rank) for rank in range(OUTLETS)]
        self._word_sums, self._source_sums = zipf(WORDS), zipf(SOURCES)
        self._outlet_sums, self._tag_sums, self._kind_sums = zipf(OUTLETS), zipf(TAGS), zipf(len(_KINDS))

    def claims(self, count: int) -> Iterator[list[str]]:
        """So many rows, in the order of COLUMNS."""
        made = documents = 0
        while made < count:
            document = self._document(documents)
            documents += 1
            for _ in range(min(document.claims, count - made)):
                yield self._claim(document)
                made += 1

    def _document(self, number: int) -> Document:
        dice = self._dice
        title = self._phrase(3, 9).capitalize()
        return Document(
            title=title,
            url=f"https://example.org/{number:06}/{title.split()[0].lower()}" if dice.chance(0.97) else "",
            publisher=self._outlets[dice.rank(self._outlet_sums)],
            published=_FIRST_DAY + timedelta(days=dice.below(_DAYS)),
            claims=CLAIMS_PER_DOCUMENT // 2 + dice.below(CLAIMS_PER_DOCUMENT + 1),
        )

    def _claim(self, document: Document) -> list[str]:
        dice = self._dice
        judged = dice.chance(0.6)
        return [
            self._sentence(),
            self._sources[dice.rank(self._source_sums)],
            _KINDS[dice.rank(self._kind_sums)],
            self._said_on(document.published),
            f"{(1 + dice.below(19)) / 20:g}" if judged else "",
            _BASES[dice.below(len(_BASES))] if judged and dice.chance(0.8) else "",
            str(1 + dice.below(6)) if dice.chance(0.7) else "",
            ",".join(dict.fromkeys(self._words[300 + dice.rank(self._tag_sums)] for _ in range(dice.below(4)))),
            self._quote() if dice.chance(0.35) else "",
            document.title,
            document.url,
            document.publisher,
            document.published.isoformat(),
            self._via(),
        ]

    def _phrase(self, shortest: int, longest: int) -> str:
        dice, words, sums = self._dice, self._words, self._word_sums
        size = shortest + dice.below(longest - shortest + 1)
        return " ".join([words[dice.rank(sums)] for _ in range(size)])

    def _sentence(self) -> str:
        dice = self._dice
        sentence = self._phrase(8, 22)
        if dice.chance(0.2):
            sentence += f", about {1 + dice.below(99)} percent"
        if dice.chance(1 / _FOREIGN_EVERY):
            sentence += f" ({_FOREIGN[dice.below(len(_FOREIGN))]})"
        return f"{sentence[0].upper()}{sentence[1:]}."

    def _quote(self) -> str:
        quote = self._phrase(5, 24)
        return f'{quote}, "{self._phrase(1, 3)}"' if self._dice.chance(0.1) else quote

    def _said_on(self, published: date) -> str:
        dice = self._dice
        day = (published - timedelta(days=dice.below(60))).isoformat()
        luck = dice.roll()
        size = 0 if luck < 0.08 else 4 if luck < 0.1 else 7 if luck < 0.15 else 10  # noqa: PLR2004 - shares of all
        return day[:size]

    def _via(self) -> str:
        dice = self._dice
        hops = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2)[dice.below(10)]
        names = [self._outlets[dice.rank(self._outlet_sums)] for _ in range(hops)]
        return " > ".join(
            f"[{how}] {name}" for how, name in zip(("told", "quoted by"), dict.fromkeys(names), strict=False)
        )


def write(path: Path, count: int, seed: int = SEED) -> None:
    """Write so many claims, under a row of column names."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(Generator(seed).claims(count))


def main() -> None:
    """Write the file that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write invented claims as CSV.")
    parser.add_argument("claims", type=int, help="how many")
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    write(arguments.file, arguments.claims, arguments.seed)


if __name__ == "__main__":
    main()
