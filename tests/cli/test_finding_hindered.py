"""The command `find` where something hinders it: broken plug-ins, and claims that go."""

import asyncio
import json

import pytest

from claimcheck import shelf
from claimcheck.cli import main
from claimcheck.errors import PluginError
from tests.cli.asking import ARTICLES, CAPTURES, CLAIM, add, as_json, providers, searches
from tests.conftest import Run, here
from tests.store.ledger import content


def test_a_plug_in_that_cannot_be_loaded_hinders_no_other(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        name = "broken"
        value = "elsewhere:provider"

        def load(self) -> None:
            raise ImportError("no such module")

    monkeypatch.setattr(shelf, "_foreign", lambda _: [Broken()])
    with providers(monkeypatch) as served:
        result = seeded("find", "1", "--url", served.url("/page"))
        named = seeded("find", "1", "-p", "broken")
    assert (result.code, named.code) == (1, PluginError.exit_code)
    assert "broken: no answer: the plug-in 'broken' among the providers cannot be loaded" in result.err
    assert searches(seeded, "1")[0] == ("broken", "failed", None)
    assert searches(seeded, "1")[-1] == ("wayback", "ok", len(CAPTURES) - 1)


def test_a_provider_that_breaks_hinders_no_other(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stranger:
        name = "stranger"
        interval_s, heeds_robots, key_variable = 1.0, True, None

        def load(self) -> "Stranger":
            return self

        def requests(self, _: object) -> None:
            raise ZeroDivisionError

    monkeypatch.setattr(shelf, "_foreign", lambda _: [Stranger()])
    with providers(monkeypatch):
        result = seeded("find", "1", "-p", "stranger", "-p", "gdelt")
    assert result.code == 1
    assert "stranger: no answer: the provider stranger breaks on this question (ZeroDivisionError)" in result.err
    assert searches(seeded, "1") == [("gdelt", "ok", 2), ("stranger", "failed", None)]


def test_a_claim_that_goes_while_it_is_asked_about_is_not_there(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    taken_back: list[int] = []

    async def undo(writer: asyncio.StreamWriter) -> None:
        taken_back.append(await asyncio.to_thread(main, ["--quiet", "undo"]))
        writer.write(as_json(ARTICLES))
        await writer.drain()

    with providers(monkeypatch, gdelt=undo) as served:
        add(seeded, served.url("/page"))
        result = seeded("find", CLAIM, "-p", "gdelt")
    assert (taken_back, result.code) == ([0], 3)
    assert f"there is no claim {CLAIM}" in result.err
    assert content(here())["search"] == []


def test_a_claim_that_is_undone_takes_its_searches_with_it(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with providers(monkeypatch) as served:
        add(seeded, served.url("/page"))
        public_id = json.loads(seeded("show", CLAIM, "--json").out)["public_id"]
        assert seeded("find", public_id, "-p", "gdelt").code == 0
    assert searches(seeded) == [("gdelt", "ok", 2)]
    assert seeded("undo").code == 0
    assert seeded("show", CLAIM).code == 3
    assert (content(here())["search"], content(here())["finding"]) == ([], [])
    assert seeded("db", "check").code == 0


def test_what_was_found_is_shown_with_the_claim_the_latest_only(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [{"url": f"https://a.org/{n}", "title": f"Ship {n}", "domain": "a.org"} for n in range(7)]
    with providers(monkeypatch, gdelt=as_json({"articles": many})):
        assert seeded("find", "1", "-p", "gdelt").code == 0
    shown = seeded("show", "1").out
    assert shown.count("gdelt: ") == 5
    assert 'lead         gdelt: "Ship 2", a.org, https://a.org/2\n' in shown
    assert "and 2 earlier (claimcheck show 1 --json)" in shown
