"""Claims and texts written for these tests."""

from claimcheck.stance_reading.overlap import Overlap, overlap
from claimcheck.stance_reading.rarity import Rarity
from claimcheck.stance_reading.reading import Reading, read

CLAIM = "A crocodile escaped from the Belmont zoo"
SUPPORTING = (
    "A crocodile has escaped from Belmont zoo, the keepers confirmed on Friday. The gate was left open overnight."
)
REFUTING = (
    "The story that a crocodile escaped from the Belmont zoo is a hoax. The keepers denied it and called the"
    " report false: every crocodile is in its pool."
)
ASKING = "Has a crocodile really escaped from Belmont zoo? Reportedly a neighbour saw something, but it is unconfirmed."
STRANGE = "Wheat prices fell sharply after the harvest, and bakers expect cheaper flour by winter."


def document(sentence: str) -> str:
    """An article that begins with a sentence and goes on for some paragraphs about the place."""
    filler = (
        "Belmont lies on the river and has some nine thousand inhabitants. The zoo opened in the park forty years ago"
        " and draws families from the whole valley. Its reptile house was rebuilt last spring with money from the town."
    )
    return "\n\n".join([sentence, filler, "Visitors walked past the empty kiosk in the rain. " * 6])


def held_against(claim: str, passage: str) -> tuple[Reading, Reading, Overlap]:
    """Both texts read, and what they share."""
    one, other = read(claim), read(passage)
    return one, other, overlap(one, other, Rarity())
