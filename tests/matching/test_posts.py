"""What a post says, apart from who posted it."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matching.posts import read_post


def test_a_text_that_is_no_post_stays_as_it_is() -> None:
    assert read_post("The ship left \u2014 at dawn.") == ("The ship left \u2014 at dawn.", "", "")


def test_addresses_go_and_tags_become_words() -> None:
    post = read_post("See #NorthernFleet at https://example.org/x?y=1 and pic.twitter.com/abc now")
    assert post.body.split() == ["See", "Northern", "Fleet", "at", "and", "now"]


def test_who_posted_it_and_who_is_spoken_to_stand_aside() -> None:
    post = read_post("@OldHarbour it sails \u2014 Ann Example (@AnnExample9) March 3, 2021")
    assert post.body.split() == ["it", "sails"]
    assert post.aside.split() == ["Ann", "Example", "Ann", "Example", "9", "Old", "Harbour"]
    assert post.days == "March 2021"


def test_a_mail_address_is_nobody_that_is_spoken_to() -> None:
    assert read_post("write to ann@example.org").aside == ""


@given(st.text() | st.text(st.sampled_from("@#-\u2014 (aB.1")).map(lambda part: part * 40))
def test_no_text_does_harm(text: str) -> None:
    read_post(text)
