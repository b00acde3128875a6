"""Documents, headlines, statements and passages by their looks."""

import pytest

from claimcheck.stance_reading.reading import read
from claimcheck.stance_reading.shapes import Shape, shape_of
from tests.stance_reading.texts import CLAIM, SUPPORTING, document

LONG = (
    "Animals in cages sleep badly and eat little and learn nothing, which is what the visitors of zoos do, too, while"
    " their own pets have the run of the house"
)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (document(SUPPORTING), Shape.DOCUMENT), ("word " * 300, Shape.DOCUMENT),
        ("Crocodile escapes from zoo, keepers say", Shape.HEADLINE), ("Did a crocodile escape?", Shape.HEADLINE),
        (LONG, Shape.HEADLINE),
        ("Fence of the Belmont zoo will be mended by Feb.", Shape.HEADLINE), ("And then...", Shape.HEADLINE),
        ("Keepers of the Belmont zoo mended the fence.", Shape.PASSAGE), ("Is Belmont safe? No.", Shape.PASSAGE),
        ("Of 14 crocodiles two had been fed (n=2)", Shape.PASSAGE), ("In Belmont, as keepers say,", Shape.PASSAGE),
        ("crocodile escapes from the zoo in Belmont", Shape.PASSAGE), ("iPhone sold at the zoo", Shape.HEADLINE),
        ("A crocodile has escaped.", Shape.PASSAGE), (SUPPORTING, Shape.PASSAGE),
    ],
)  # fmt: skip
def test_the_shape_of_a_text(text: str, shape: Shape) -> None:
    assert shape_of(read(CLAIM), read(text)) is shape


OPINION = "Zoos teach children to care for animals"


@pytest.mark.parametrize(
    ("claim", "text", "shape"),
    [
        (OPINION, "Caged animals teach nothing", Shape.STATEMENT),
        (OPINION, "Caged animals teach nothing.", Shape.STATEMENT),
        (OPINION, "Zoos of Belgium teach nothing", Shape.HEADLINE),
        (OPINION, "3 of 4 zoos teach nothing", Shape.HEADLINE),
        (OPINION, "The WWF objects to zoos", Shape.HEADLINE),
        (OPINION + ", and they bring money to towns that have nothing else to show.", "Caged animals teach nothing.",
         Shape.PASSAGE),
        ("zoos in Belmont teach children", "Caged animals teach nothing", Shape.PASSAGE),
    ],
)  # fmt: skip
def test_a_short_text_about_nobody_is_a_statement_where_the_claim_is_one_too(
    claim: str, text: str, shape: Shape
) -> None:
    assert shape_of(read(claim), read(text)) is shape


def test_a_long_text_is_a_headline_only_to_a_claim_that_tells_of_someone() -> None:
    assert shape_of(read(CLAIM), read(LONG)) is Shape.HEADLINE
    assert shape_of(read(OPINION), read(LONG)) is Shape.PASSAGE


def test_texts_without_words_have_a_shape() -> None:
    assert shape_of(read(""), read("")) is Shape.STATEMENT
