"""News as GDELT lists it: leads, asked for by a query that it takes, and its errors are told from answers."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UnusableError
from claimcheck.ports import Provider
from claimcheck.providers import gdelt
from claimcheck.values import Finding, Question
from tests.providers.pages import ANY_JSON, check, json_page, page, survives

PROVIDER: Provider = gdelt
ARTICLE = {
    "url": "https://courier.example/ferry", "url_mobile": "", "title": "Ferry &amp; tram : fares rise",
    "seendate": "20261123T081500Z", "socialimage": "", "domain": "courier.example", "language": "English",
    "sourcecountry": "Switzerland",
}  # fmt: skip


def parameters(question: Question) -> dict[str, list[str]]:
    (request,) = gdelt.requests(question)
    assert request.url.startswith("https://api.gdeltproject.org/api/v2/doc/doc?")
    return parse_qs(urlsplit(request.url).query)


def query(words: str, source: str | None = None) -> str:
    return parameters(Question(words, source=source))["query"][0]


def test_three_months_are_asked_newest_first() -> None:
    asked = parameters(Question("Greta Keller left Goldach"))
    assert {name: value for name, (value,) in asked.items() if name != "query"} == {
        "mode": "artlist", "format": "json", "maxrecords": "75", "timespan": "3months", "sort": "datedesc",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "source", "wanted"),
    [
        ("He said that Greta Keller left Goldach with 1,500 tonnes of gravel in 2024.", "Harbour Office",
         '"Harbour Office" "Greta Keller" (Goldach OR 2024 OR tonnes OR gravel)'),
        ("It rains in Goldach", None, "Goldach"),
        ("They built F-16 jets near Goldach, O’Hara told us", None, '"F-16" Goldach "O\'Hara"'),
        ("He met OR in a 60 % case", None, ""),
        ("", "Harbour Office", '"Harbour Office"'),
        ("", None, ""),
    ],
)  # fmt: skip
def test_the_query_requires_two_terms_and_one_of_the_others(words: str, source: str | None, wanted: str) -> None:
    asked = gdelt.requests(Question(words, source=source))
    assert [parse_qs(urlsplit(request.url).query)["query"][0] for request in asked] == ([wanted] if wanted else [])


def test_a_query_in_gdelts_own_language_is_sent_as_it_is() -> None:
    own = '"ferry fares" (sourcecountry:CH OR sourcelang:deu) near5:"a b"'
    assert parameters(Question(own, is_query=True, source="X"))["query"] == [own]


@given(st.text(max_size=600), st.none() | st.text(max_size=400))
def test_a_query_is_never_too_long_nor_has_a_quote_too_many(words: str, source: str | None) -> None:
    for request in gdelt.requests(Question(words, source=source)):
        asked = parse_qs(urlsplit(request.url).query)["query"][0]
        assert 3 <= len(asked) <= 250 or not asked.isascii()
        assert asked.count('"') % 2 == 0
        assert asked.count("(") == asked.count(")") <= 1


def test_an_article_is_a_lead_without_a_day_of_its_own() -> None:
    found = gdelt.read(json_page({"articles": [ARTICLE, ARTICLE, {**ARTICLE, "url": "nowhere"}]}))
    check(found)
    assert found == [
        Finding(
            key="https://courier.example/ferry", url="https://courier.example/ferry", title="Ferry & tram : fares rise",
            publisher="courier.example", language="English", text="seen 2026-11-23",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("seen", [None, 5, "soon", "20261331T000000Z", "2026"])
def test_a_moment_that_is_none_is_left_out(seen: object) -> None:
    assert gdelt.read(json_page({"articles": [{**ARTICLE, "seendate": seen}]}))[0].text is None


def test_illegal_escapes_and_raw_control_characters_are_read_over() -> None:
    link = '"url": "https:\\/\\/a.example\\/1"'
    body = '{"articles": [{' + link + ', "title": "It\\\'s a \\"back\\\\slash\\" \\u00e9 \\x\t\x01end"}]}'
    (found,) = gdelt.read(page(body, "application/json"))
    assert (found.url, found.title) == ("https://a.example/1", 'It\'s a "back\\slash" é x \x01end')


def test_an_empty_object_is_no_hits() -> None:
    assert gdelt.read(json_page({})) == []


@pytest.mark.parametrize(
    "body", ["Your query was too short\nor too long. " * 20, "", "[]", "<p>Please limit</p>", "[" * 99999]
)
def test_an_error_of_status_200_is_no_answer(body: str) -> None:
    with pytest.raises(UnusableError) as caught:
        gdelt.read(page(body))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@given(ANY_JSON)
def test_any_json_is_findings_or_unusable(content: Any) -> None:
    survives(gdelt.read, json_page(content))
    survives(gdelt.read, json_page({"articles": content}))
    survives(gdelt.read, json_page({"articles": [{**ARTICLE, "title": content, "domain": content}]}))


@given(st.binary(max_size=100))
def test_any_bytes_are_findings_or_unusable(body: bytes) -> None:
    survives(gdelt.read, page(body))
