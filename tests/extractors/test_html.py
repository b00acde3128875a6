"""HTML: the main text, charsets, and what a page says of itself."""

import json

import pytest

from claimcheck.errors import UnusableError
from claimcheck.extractors import html
from claimcheck.text import storable
from claimcheck.values import Rendition
from claimcheck.vocabulary import Outcome

INVISIBLE = "soft\u00adhyphen, no\u00a0break, zero\u200bwidth, e\u0301"
PUBLISHED = "meta article:published_time"
URL = "https://news.example.org/2024/story?id=5"


def page(body: str, head: str = "", *, root: str = "") -> Rendition:
    content = f"<!doctype html><html {root}><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return html.extract(content.encode(), url=URL)


def text_of(body: str) -> str:
    return page(body).text


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One <b>bol</b>d\n   word<p>Two", "One bold word\n\nTwo"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("one<br>two<br><br>three<br> <br>four", "one\ntwo\n\nthree\n\nfour"),
        ("<ul><li>one<li>two</ul>after", "one\n\ntwo\n\nafter"),
        ("a<table><tr><th>b<th>c<tr><td>d</td> <td>e</td></table>f", "a\n\nb\tc\nd\te\n\nf"),
        ("<pre>\n  one\n    two  </pre>three", "one\n    two  \n\nthree"),
        ("<p> soft\u00adhyphen, no\u00a0break, zero\u200bwidth, e\u0301 ", INVISIBLE),
        ("<p dir=rtl>\u202b\u05e9\u05dc\u202c <bdo>\u0645\u0631</bdo>", "\u202b\u05e9\u05dc\u202c \u0645\u0631"),
        ("&lt;b&gt; &amp;amp; &#xD800;&#0;&shy;x", "<b> &amp; \ufffd\ufffd\u00adx"),
        ("<p>x</p><blockquote>q</blockquote><figure><figcaption>c</figcaption></figure>", "x\n\nq\n\nc"),
    ],
)  # fmt: skip
def test_blocks_are_paragraphs_and_characters_stay(body: str, text: str) -> None:
    assert text_of(body) == text
    assert storable(text)


@pytest.mark.parametrize(
    "around",
    [
        "<nav>x</nav>", "<aside>x</aside>", "<footer>x</footer>", "<script>x</script>", "<style>x</style>",
        "<template>x</template>", "<noscript>x</noscript>", "<form>x</form>", "<svg><text>x</text></svg>",
        "<div hidden>x</div>", "<div style='color:red; DISPLAY : none'>x</div>", "<p style=visibility:hidden>x</p>",
        "<div role=navigation>x</div>", "<!-- x -->", "<select><option>x</select>", "<button>x</button>",
        "<iframe>x</iframe>", "<title>x</title>",
    ],
)  # fmt: skip
def test_what_stands_around_the_text_is_left_out(around: str) -> None:
    assert text_of(f"<p>the long text</p>{around}<p>goes on") == "the long text\n\ngoes on"


def test_the_article_is_taken_where_it_holds_most_of_the_text() -> None:
    assert text_of(f"<div>menu</div><main>m<article>{'word ' * 9}</article></main>") == ("word " * 9).strip()
    assert (
        text_of(f"<div>menu</div><main>{'m ' * 20}<article>word</article></main>") == f"{('m ' * 20).strip()}\n\nword"
    )
    assert text_of(f"<p>{'word ' * 9}<article>teaser</article>") == f"{('word ' * 9).strip()}\n\nteaser"
    assert text_of("<div>menu</div><div role=main>the long text</div>") == "the long text"
    assert text_of(f"<article><header><h1>H</h1></header>{'word ' * 9}</article>").startswith("H\n\nword")


def test_a_page_within_a_form_or_within_what_is_left_out_is_read_all_the_same() -> None:
    assert text_of(f"menu<form><p>{'word ' * 9}</form>") == f"menu\n\n{('word ' * 9).strip()}"
    assert text_of("<aside>only this</aside>") == "only this"
    assert html.extract(b"<body style='display:none'><nav>x</nav><p>text", url=None).text == "text"


@pytest.mark.parametrize("body", ["", "<script>document.write('x')</script>", "<img src=x>", "<p> &#32; </p>"])
def test_a_page_without_text_is_empty(body: str) -> None:
    with pytest.raises(UnusableError, match="no text") as caught:
        text_of(body)
    assert caught.value.outcome is Outcome.EMPTY


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("\ufeff<meta charset=latin1><p>\u00e9\u201d".encode(), "\u00e9\u201d"),
        ("\ufeff<p>\u00e9\u4e2d".encode("utf-16-le"), "\u00e9\u4e2d"),
        ("<meta charset=windows-1251><p>\u0416".encode("cp1251"), "\u0416"),
        ("<meta http-equiv=Content-Type content='a/b; charset=Shift_JIS'><p>\u65e5".encode("cp932"), "\u65e5"),
        ("<?xml version='1.0' encoding='euc-kr'?><html><p>\ud55c".encode("cp949"), "\ud55c"),
        ("<meta charset=iso-8859-1><p>\u201cx\u201d \u20ac".encode("cp1252"), "\u201cx\u201d \u20ac"),
        ("<meta charset=utf-16><p>\u00e9".encode(), "\u00e9"),
        ("<p>\u00e9\u4e2d".encode(), "\u00e9\u4e2d"),
        ("<p>\u201ccaf\u00e9\u201d".encode("cp1252"), "\u201ccaf\u00e9\u201d"),
        ("<meta charset=utf-8><p>caf\u00e9".encode("cp1252"), "caf\ufffd"),
        ("<meta charset=latin1><p>caf\u00e9".encode("utf-8"), "caf\u00c3\u00a9"),
        ("<meta charset=gb2312><p>\u4e2d".encode("gb18030"), "\u4e2d"),
        ("<meta charset=no-such-set><p>\u00e9".encode(), "\u00e9"),
        (f"{' ' * 1100}<meta charset=koi8-r><p>\u0416".encode("koi8-r"), "\u00f6"),
    ],
)  # fmt: skip
def test_the_charset_is_found_as_browsers_find_it(content: bytes, text: str) -> None:
    assert html.extract(content, url=None).text == text


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "A &amp; B",
    "author": [{"@type": "Person", "name": "A. Writer"}, {"name": "B. Writer"}, {"name": "A. Writer"}],
    "publisher": {"@type": "Organization", "name": "The Paper"},
    "datePublished": "2024-05-01T23:30:00-07:00",
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize(
    "stated",
    [ARTICLE, [{"@type": "BreadcrumbList"}, ARTICLE], {"@graph": [{"@type": "WebPage", "name": "x"}, ARTICLE]}],
    ids=["object", "list", "graph"],
)
def test_json_ld_says_title_authors_publisher_and_day(stated: object) -> None:
    found = page("x", f"<title>other | The Paper</title>{ld(stated)}<meta name=author content=Other>")
    assert (found.title, found.author, found.publisher) == ("A & B", "A. Writer, B. Writer", "The Paper")
    assert (found.published_on, found.published_how) == ("2024-05-01", "JSON-LD datePublished")
    assert found.language == "en-GB"


def test_json_ld_refers_to_persons_by_their_ids() -> None:
    graph = [
        {"@type": "Article", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}, "headline": "H"},
        {"@type": "Person", "@id": "#p", "name": "P. Erson"},
        {"@type": "Organization", "@id": "#o", "name": "Org"},
    ]
    found = page("x", ld({"@graph": graph}))
    assert (found.author, found.publisher) == ("P. Erson", "Org")


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, "null", "5", '{"@type": {"a": 1}, "@graph": 3}', '{"@type":"Article","author":7}', ""],
)
def test_json_ld_that_is_none_is_passed_over(script: str) -> None:
    found = page("x", f"<script type=application/ld+json>{script}</script><title>T</title>")
    assert (found.title, found.author, found.published_on) == ("T", None, None)


@pytest.mark.parametrize(
    ("head", "day", "how"),
    [
        ("<meta property=article:published_time content=2024-05-01T10:00Z>", "2024-05-01", PUBLISHED),
        ("<meta name=citation_publication_date content=2024/05/01>", "2024-05-01", "meta citation_publication_date"),
        ("<meta name=DC.date.issued content=2024-05>", "2024-05", "meta dc.date.issued"),
        ("<meta itemprop=datePublished content=20240501>", "2024-05-01", "meta datepublished"),
        ("<meta name=date content='May 1, 2024'>", "2024-05-01", "meta date"),
        ("<meta name=pubdate content='Wed, 01 May 2024 10:00:00 GMT'>", "2024-05-01", "meta pubdate"),
        ("<meta name=date content=01/05/2024>", None, None),
        ("<meta name=date content=2024-02-30>", None, None),
        ("<meta name=date content=0001-01-01T00:00:00>", None, None),
        (ld({"@type": "Article", "datePublished": "soon"}) + "<meta name=date content=2023>", "2023", "meta date"),
    ],
)  # fmt: skip
def test_the_day_is_read_as_it_is_written_or_not_at_all(head: str, day: str | None, how: str | None) -> None:
    found = page("x", head)
    assert (found.published_on, found.published_how) == (day, how)


@pytest.mark.parametrize(
    "element",
    [
        "<time datetime=2024-05-01T10:00>May</time>",
        "<article><time datetime='2024-05-01'>yesterday</time>x</article>",
        "<time itemprop=datePublished>1 May 2024</time><time datetime=2020-01-01>old</time>",
        "<time datetime=2020-01-01>old</time><time pubdate datetime=2024-05-01>x</time>",
    ],
)
def test_a_time_element_gives_the_day_where_nothing_else_does(element: str) -> None:
    found = page(element)
    assert (found.published_on, found.published_how) == ("2024-05-01", "time element")


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        ("<meta name=author content='A. Writer'><meta name=author content='B. Writer'>", "x", "A. Writer, B. Writer"),
        ("<meta property=article:author content=https://example.org/a>", "<a rel=author>A. <b>W</b></a>", "A. W"),
        ("", "<p itemprop=author>\n A.  Writer</p>", "A. Writer"),
        ("", "x", None),
    ],
)
def test_the_author_is_named(head: str, body: str, author: str | None) -> None:
    assert page(body, head).author == author


def test_titles_publisher_and_language_come_from_meta_and_the_page_itself() -> None:
    head = (
        "<title>\n T  x </title><meta property=og:title content='O &amp; T'><meta property=og:site_name content=Site>"
    )
    found = page("<h1>H</h1>", head, root="lang=zh_Hant")
    assert (found.title, found.publisher, found.language) == ("O & T", "Site", "zh-Hant")
    assert page("<h1>H</h1>", "<title>\n T  x </title>").title == "T x"
    assert page("<h1>H <i>i</i></h1>").title == "H i"
    assert page("x", "<meta property=og:locale content=de_DE>", root="lang='no such language'").language == "de-DE"


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ("<link rel=canonical href=/story#top>", "https://news.example.org/story"),
        ("<link rel='x Canonical' href=https://www.news.example.org/s>", "https://www.news.example.org/s"),
        ("<meta property=og:url content=http://m.news.example.org/s>", "http://m.news.example.org/s"),
        ("<link rel=canonical href=https://www.example.org/s>", None),
        ("<link rel=canonical href=https://views.example.org/s>", None),
        ("<link rel=canonical href=https://example.com/s>", None),
        (
            "<link rel=canonical href=javascript:alert(1)><meta property=og:url content=/s>",
            "https://news.example.org/s",
        ),
        ("<link rel=canonical href='https://[broken'>", None),
        ("<link rel=canonical>", None),
    ],
)
def test_the_page_gives_its_own_address_on_its_own_host_only(head: str, canonical: str | None) -> None:
    assert page("x", head).canonical_url == canonical


def test_an_address_is_no_ones_own_where_nothing_is_known_or_shared() -> None:
    linked = b"<link rel=canonical href=https://a.co.uk/s>x"
    assert html.extract(linked, url=None).canonical_url is None
    assert html.extract(linked, url="https://b.co.uk/").canonical_url is None
    assert html.extract(linked, url="https://www.a.co.uk/").canonical_url == "https://a.co.uk/s"
    assert html.extract(b"<link rel=canonical href=http://10.0.0.1/s>x", url="http://11.0.0.1/").canonical_url is None


def test_a_label_is_one_line_that_can_be_kept() -> None:
    found = page("x", f"<title>{'t' * 9000}</title>{ld({'@type': 'Article', 'author': 'a' + chr(0) + chr(0xD800)})}")
    assert (len(found.title or ""), found.author) == (1000, "a\ufffd\ufffd")
