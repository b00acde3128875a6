"""Many documents at once: in their order, each by itself, and what fails is named and passed over."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator

import pytest

from claimcheck.errors import FetchError, InputError, NotFoundError, PluginError, UnusableError
from claimcheck.parsing import attributing
from claimcheck.parsing.attributing import LIMITS
from claimcheck.parsing.server import ParsingServer
from claimcheck.steps import extract
from claimcheck.steps.extract import Extraction, Failure, Text, extractions
from claimcheck.steps.inputs import Input, inputs
from claimcheck.vocabulary import FetchFailure


@pytest.fixture(scope="module")
def server() -> Iterator[ParsingServer]:
    with ParsingServer(workers=2, limits=LIMITS, trade=attributing.__name__) as running:
        yield running


def run(
    server: ParsingServer, names: list[str], read: Callable[[Input], Text], at_once: int = 4
) -> list[Extraction | Failure]:
    async def reading(source: Input) -> Text:
        await asyncio.sleep(0)
        return read(source)

    async def all_of(found: AsyncGenerator[Extraction | Failure, None]) -> list[Extraction | Failure]:
        return [one async for one in found]

    return asyncio.run(all_of(extractions(inputs(names), reading, server, at_once=at_once)))


def said(by: str, times: int = 1) -> str:
    return f"{by} said that the ferry was late. " * times


@pytest.mark.parametrize("at_once", [1, 3, 50])
def test_what_is_found_comes_in_the_order_of_the_documents(server: ParsingServer, at_once: int) -> None:
    names = [f"{number}.txt" for number in range(12)]
    # the first ones take longest
    found = run(server, names, lambda source: Text(said("Ann", 3 * (12 - int(source.doc_id)))), at_once)
    assert [one.source.name for one in found] == names
    counts = [len(one.attributions) for one in found if isinstance(one, Extraction)]
    assert counts == [3 * (12 - number) for number in range(12)]


def test_a_document_that_cannot_be_read_stops_no_other(server: ParsingServer) -> None:
    errors = {
        "a": FetchError("gone", FetchFailure.TIMEOUT), "b": InputError("bad"), "c": NotFoundError("none"),
        "d": PluginError("no reader of PDF"),
    }  # fmt: skip

    def read(source: Input) -> Text:
        if source.doc_id in errors:
            raise errors[source.doc_id]
        return Text(said("Ann"))

    found = run(server, ["a.txt", "good.txt", "b.txt", "c.txt", "d.txt"], read)
    assert [one.error for one in found if isinstance(one, Failure)] == list(errors.values())
    assert [one.source.doc_id for one in found if isinstance(one, Extraction)] == ["good"]


def test_what_is_wrong_with_a_file_is_bad_input_and_with_a_page_its_own_affair(server: ParsingServer) -> None:
    german = Text("Der Minister sagte, dass die Regierung nicht auf die Vorwürfe eingehen werde.")
    file, page = run(server, ["a.txt", "https://example.org/a"], lambda _: german)
    assert isinstance(file, Failure)
    assert isinstance(page, Failure)
    assert type(file.error) is InputError
    assert type(page.error) is UnusableError
    assert "in German" in str(file.error)


def test_of_a_text_that_is_too_long_the_beginning_is_read_and_that_is_said(
    server: ParsingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract, "MAX_CHARACTERS", 1_000)
    text = said("Ann", 100)
    (found,) = run(server, ["a.txt"], lambda _: Text(text))
    assert isinstance(found, Extraction)
    assert found.partial == "only the first 1,000 of its 3,400 characters were read; split it"
    assert 25 < len(found.attributions) < 31
    assert found.text.text == text


def test_no_more_than_so_many_are_given_and_that_is_said(
    server: ParsingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract, "MAX_ATTRIBUTIONS", 5)
    (found,) = run(server, ["a.txt"], lambda _: Text(said("Ann", 10)))
    assert isinstance(found, Extraction)
    assert (len(found.attributions), found.partial) == (5, "only the first 5 claims in it are given; split it")


def test_relative_days_are_reckoned_from_the_day_of_publication(server: ParsingServer) -> None:
    text = "Ann Smith said on Monday that the ferry was late."
    known, unknown = run(
        server, ["a.txt", "b.txt"], lambda source: Text(text, published_on={"a": "2024-11-06"}.get(source.doc_id))
    )
    assert isinstance(known, Extraction)
    assert isinstance(unknown, Extraction)
    assert known.attributions[0].said_on == "2024-11-04"
    assert unknown.attributions[0].said_on is None


def test_whoever_stops_looking_leaves_nothing_running(server: ParsingServer) -> None:
    async def first() -> str:
        async def read(_: Input) -> Text:
            return Text(said("Ann"))

        found = extractions(inputs([f"{number}.txt" for number in range(30)]), read, server, at_once=4)
        one = await anext(found)
        await found.aclose()
        assert len(asyncio.all_tasks()) == 1
        return one.source.doc_id

    assert asyncio.run(first()) == "0"
