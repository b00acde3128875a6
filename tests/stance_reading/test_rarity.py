"""How much a shared word tells."""

from claimcheck.stance_reading.rarity import Rarity


def test_without_texts_long_words_tell_more_than_common_ones() -> None:
    rarity = Rarity()
    assert rarity.weight("hippopotamus") > rarity.weight("report") > rarity.weight("the") > 0


def test_a_word_in_every_text_tells_little_whatever_its_form() -> None:
    rarity = Rarity([{"hippopotamus", f"word{number}"} for number in range(5000)])
    assert rarity.weight("hippopotamus") < 0.1
    assert rarity.weight("word7") > 5


def test_a_mapping_counts_by_its_keys() -> None:
    assert Rarity([{"zebra": [1, 2]}]).weight("zebra") == Rarity([["zebra"]]).weight("zebra")
