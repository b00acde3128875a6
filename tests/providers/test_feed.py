"""Feeds of every kind are read as far as they can be, and what is no feed is not."""

import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UnusableError
from claimcheck.ports import Provider
from claimcheck.providers import feed
from claimcheck.values import Finding, Question
from claimcheck.vocabulary import Outcome
from tests.providers.pages import check, page, survives

PROVIDER: Provider = feed
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Lakeside Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Ferry &amp; tram fares rise</title><link>/fares</link><guid isPermaLink="false">c-17</guid>
<pubDate>Mon, 23 Nov 2026 23:30:00 -0500</pubDate><source url="https://wire.example/feed">Wire Example</source>
<dc:creator>A. Writer</dc:creator><description>Fares rise by a tenth.</description>
<content:encoded><![CDATA[<p>Fares rise by a tenth, <a href="tables">says</a> the city.</p>]]></content:encoded></item>
<item><title>No link, no id</title><pubDate>some day in spring</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Amtsblatt</title>
<entry><id>urn:x:1</id><title type="html">Neue &lt;b&gt;Regeln&lt;/b&gt; &amp;amp; Fristen</title>
<link href="https://amt.example/1"/><updated>2026-11-20T10:00:00Z</updated><author><name>Amt</name></author>
<content type="text">Ab Januar gilt es.</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://old.example/"><title>Old</title></channel>
<item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link></item></rdf:RDF>"""
BOMB = """<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
<rss version="2.0"><channel><title>T</title><item>
<guid isPermaLink="false">1</guid><title>x&e;&f;</title></item></channel></rss>"""

STARTS = (b"<rss version='2.0'><channel><item><title>", b"<feed><entry><id>", b"<?xml version='1.0' encoding='")
MARKS = st.text(st.sampled_from("<>/&;![]CDATA\x00\ud800x'\""), max_size=80).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)


def items(*inner: str) -> list[Finding]:
    body = "".join(f"<item>{item}</item>" for item in inner)
    found = list(feed.read(page(f"<rss version='2.0'><channel><title>F</title>{body}</channel></rss>")))
    check(found)
    return found


def test_every_url_of_a_question_is_asked_once() -> None:
    urls = ("https://a.example/feed", "https://b.example/feed", "https://a.example/feed")
    asked = feed.requests(Question("w", urls=urls))
    assert [request.url for request in asked] == ["https://a.example/feed", "https://b.example/feed"]
    assert feed.requests(Question("words alone")) == []


def test_an_rss_item_gives_all_that_it_says() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        first, second = feed.read(page(RSS, "application/rss+xml; charset=utf-8"))
    check([first, second])
    assert first == Finding(
        key="c-17",
        url="https://example.org/fares",
        title="Ferry & tram fares rise",
        publisher="Wire Example",
        author="A. Writer",
        published_on="2026-11-24",
        language="en-gb",
        markup='<p>Fares rise by a tenth, <a href="https://example.org/news/tables">says</a> the city.</p>',
    )
    assert second.key.startswith("sha256:")
    assert (second.url, second.published_on, second.publisher) == (None, None, None)


def test_an_atom_entry_gives_its_text_and_a_title_without_markup() -> None:
    (found,) = feed.read(page(ATOM, "application/atom+xml"))
    assert found == Finding(
        key="urn:x:1", url="https://amt.example/1", title="Neue Regeln & Fristen", author="Amt",
        published_on="2026-11-20", language="de", text="Ab Januar gilt es.",
    )  # fmt: skip


def test_rss_1_0_and_other_encodings_are_read() -> None:
    (found,) = feed.read(page(RDF, "text/xml"))
    assert (found.key, found.title) == ("https://old.example/1", "One")
    (found,) = feed.read(page(f'<?xml version="1.0" encoding="utf-16"?>{ATOM}'.encode("utf-16"), "text/xml"))
    assert found.key == "urn:x:1"
    inner = "<rss version='2.0'><channel><item><title>Zürich</title></item></channel></rss>"
    latin = f'<?xml version="1.0" encoding="iso-8859-1"?>{inner}'
    for body, kind in ((latin.encode("latin-1"), "text/xml"), (latin.encode(), "text/xml; charset=utf-8")):
        assert feed.read(page(body, kind))[0].title == "Zürich"


def test_an_item_is_known_by_its_id_else_its_link_else_its_title_and_date() -> None:
    plain, linked, later, same = items(
        "<title>t</title>", "<title>t</title><link>https://a.example/1</link>", "<title>t</title><pubDate>x</pubDate>",
        f"<guid>{'k' * 600}</guid>",
    )  # fmt: skip
    assert linked.key == "https://a.example/1"
    assert len({plain.key, later.key, same.key}) == 3
    assert len(same.key) < 100
    assert items("<title>t</title>")[0].key == plain.key


def test_of_an_item_that_stands_there_twice_the_first_counts() -> None:
    assert [found.title for found in items("<guid>1</guid><title>a</title>", "<guid>1</guid><title>b</title>")] == ["a"]
    assert len(items(*(f"<guid>{number}</guid>" for number in range(510)))) == 500


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 23 Nov 2026 08:15:00 GMT", "2026-11-23"), ("23 Nov 2026", "2026-11-23"), ("2026-11", "2026-11"),
        ("2026", "2026"), ("2026-11-23T01:00:00+02:00", "2026-11-22"), ("2026-11-31", None), ("", None),
        ("yesterday", None), ("0000-00-00T00:00:00Z", None), ("9999-12-31T23:59:59-12:00", None), ("11-23", None),
    ],
)  # fmt: skip
def test_a_day_is_the_one_in_utc_and_never_guessed(written: str, day: str | None) -> None:
    assert items(f"<guid>1</guid><pubDate>{written}</pubDate>")[0].published_on == day


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://a.example/", "http://", "mailto:a@b.example"])
def test_only_links_to_pages_are_given(link: str) -> None:
    assert items(f"<guid>g</guid><link>{link}</link>")[0].url is None


def test_an_id_is_a_link_only_if_it_is_one() -> None:
    number, permanent = items("<guid>17</guid>", "<guid>https://a.example/?p=17&amp;q</guid>")
    assert number.url is None
    assert permanent.url == permanent.key == "https://a.example/?p=17&q"


def test_secrets_of_the_feeds_own_url_get_into_no_link() -> None:
    item = "<guid>1</guid><link>#top</link><description>&lt;a href='#n'>a&lt;/a></description>"
    body = f"<rss version='2.0'><channel><item>{item}</item></channel></rss>"
    (found,) = feed.read(page(body, url="https://me:word@a.example/feed?token=t0k3n"))
    assert "t0k3n" not in f"{found}{found.url}{found.markup}"
    assert "word" not in f"{found}{found.url}{found.markup}"


def test_a_feed_that_is_not_well_formed_is_read() -> None:
    loose = RSS.replace("Ferry &amp; tram", "Ferry & tram<br>")
    assert len(feed.read(page(loose))) == 2


@pytest.mark.parametrize("end", ["spring", "<item>", "</channel>"])
def test_nothing_of_a_feed_that_breaks_off_is_taken(end: str) -> None:
    with pytest.raises(UnusableError, match="breaks off before its end"):
        feed.read(page(RSS[: RSS.index(end)]))


def test_a_feed_without_items_is_an_answer() -> None:
    assert feed.read(page("<rss version='2.0'><channel><title>F</title></channel></rss>")) == []
    assert feed.read(page("<feed xmlns='http://www.w3.org/2005/Atom'/>")) == []


@pytest.mark.parametrize(
    "body",
    [
        "<!doctype html><html><body>Sign in<item><title>x</title></item></body></html>",
        "<html xmlns='http://www.w3.org/1999/xhtml'><body><rss version='2.0'></rss></body></html>",
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}]}', "plain words", "<opml/>",
    ],
)  # fmt: skip
def test_what_is_no_feed_is_unusable(body: str) -> None:
    with pytest.raises(UnusableError, match="no feed"):
        feed.read(page(body))


def test_an_empty_page_is_told_apart() -> None:
    with pytest.raises(UnusableError) as caught:
        feed.read(page(" \n"))
    assert caught.value.outcome is Outcome.EMPTY


def test_a_body_that_names_a_file_opens_none(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")
    with pytest.raises(UnusableError):
        feed.read(page(str(path)))


def test_entities_grow_into_nothing_and_read_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden words", encoding="utf-8")
    (found,) = feed.read(page(BOMB.replace("file:///etc/hostname", (tmp_path / "secret").as_uri()), "text/xml"))
    assert "hidden" not in (found.title or "")
    assert found.key == "1"
    assert len(found.title or "") < 50


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | MARKS, st.sampled_from([b"", RSS.encode()[:400], *STARTS]))
def test_any_bytes_are_items_or_unusable(body: bytes, start: bytes) -> None:
    survives(feed.read, page(start + body))
