"""What is dialled is what was checked, and only that."""

import asyncio
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence

import httpcore
import pytest

from claimcheck.web.dialing import HEAD_ALLOWANCE, Connection, Dialer, SystemLookup
from claimcheck.web.fault import Fault
from tests.web.servers import closing, serving


class Answers:
    """A resolver that gives one answer after the other."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.left = list(answers)
        self.asked: list[tuple[str, int]] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        return self.left.pop(0)


def dialled(monkeypatch: pytest.MonkeyPatch, dialer: Dialer, host: str = "name.org") -> list[str]:
    """The addresses that a dialer tries; none of them answers."""
    tried: list[str] = []

    async def refuse(address: object, port: int) -> Connection:
        tried.append(f"{address} {port}")
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("claimcheck.web.dialing._dial", refuse)
    with pytest.raises(Fault):
        asyncio.run(dialer.connect_tcp(host, 80))
    return tried


def test_only_the_public_addresses_of_an_answer_are_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    dialer = Dialer((), Answers(["127.0.0.1", "1.1.1.1", "::ffff:7f00:1", "10.0.0.1", "8.8.8.8"]))
    assert dialled(monkeypatch, dialer) == ["1.1.1.1 80", "8.8.8.8 80"]


def test_a_name_is_looked_up_once_for_a_connection_and_that_answer_is_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    lookup = Answers(["1.1.1.1"], ["127.0.0.1"])
    dialer = Dialer((), lookup)
    assert dialled(monkeypatch, dialer) == ["1.1.1.1 80"]
    assert len(lookup.asked) == 1
    assert dialled(monkeypatch, dialer) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "::1", "::ffff:7f00:1"])
def test_a_spelled_out_address_is_checked_without_a_lookup(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    lookup = Answers()
    assert dialled(monkeypatch, Dialer((), lookup), host) == []
    assert lookup.asked == []


def test_what_is_allowed_is_host_and_port(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers(["10.0.0.1"], ["10.0.0.1"])
    assert dialled(monkeypatch, Dialer({("name.org", 80)}, answers)) == ["10.0.0.1 80"]
    assert dialled(monkeypatch, Dialer({("name.org", 81)}, answers)) == []


def test_few_addresses_of_many_are_tried_and_both_families(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = [*(f"1.1.1.{last}" for last in range(1, 100)), "2606:4700::1"]
    assert dialled(monkeypatch, Dialer((), Answers(answer))) == [
        "1.1.1.1 80",
        "2606:4700::1 80",
        "1.1.1.2 80",
        "1.1.1.3 80",
    ]


@pytest.mark.parametrize("answer", [[], ["not an address"]])
def test_an_answer_without_an_address_is_no_address(answer: list[str]) -> None:
    with pytest.raises(Fault) as fault:
        asyncio.run(Dialer((), Answers(answer)).connect_tcp("name.org", 80))
    assert fault.value.failure == "unresolved"


def test_the_next_address_is_tried_when_one_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.web.dialing.DIAL_S", 0.05)

    async def check() -> None:
        async with serving({}) as served:
            with socket.socket() as silent:
                silent.bind(("127.0.0.2", served.port))
                dialer = Dialer({("name.org", served.port)}, Answers(["127.0.0.2", "127.0.0.1"]))
                stream = await dialer.connect_tcp("name.org", served.port)
                await stream.aclose()
                await asyncio.sleep(0)

    asyncio.run(check())


def test_a_lookup_that_hangs_does_not_keep_the_process() -> None:
    code = """
import asyncio, socket, time
socket.getaddrinfo = lambda *a, **k: time.sleep(60)
from claimcheck.web.client import Limits, WebClient
async def main():
    async with WebClient(limits=Limits(deadline_s=0.2)) as client:
        try:
            await client.get("http://hangs.example/")
        except Exception as error:
            print(error.failure)
asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=30)
    assert (done.stdout.strip(), done.stderr) == ("timeout", "")


def test_lookups_that_hang_are_bounded_in_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.web.dialing.MAX_LOOKUPS", 2)
    release = threading.Event()
    asked: list[str] = []

    def slow(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        release.wait(10)
        return [(2, 1, 6, "", ("1.1.1.1", 80))]

    monkeypatch.setattr("claimcheck.web.dialing.socket.getaddrinfo", slow)

    async def check() -> None:
        lookup = SystemLookup()
        for number in range(3):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await lookup(f"host{number}", 80)
        assert asked == ["host0", "host1"]
        release.set()
        assert await lookup("host3", 80) == ["1.1.1.1"]

    asyncio.run(check())


async def _all_of(stream: Connection) -> None:
    while await stream.read(65536):
        pass


def test_a_connection_gives_what_came_then_its_end_and_no_more_than_allowed() -> None:
    async def check() -> None:
        async with serving({"/": closing(b"hello")}) as served:
            stream = await Dialer(served.allowed).connect_tcp("127.0.0.1", served.port)
            assert stream.get_extra_info("is_readable") is False
            assert stream.get_extra_info("socket") is None
            await stream.write(b"GET / HTTP/1.1\r\n\r\n")
            assert await stream.read(3) == b"hel"
            assert stream.get_extra_info("is_readable") is True
            assert await stream.read(9) == b"lo"
            assert await stream.read(9) == b""
            with pytest.raises(httpcore.WriteError):
                await stream.write(b"more")
            await stream.aclose()
            await asyncio.sleep(0)

    asyncio.run(check())


def test_a_connection_that_is_given_too_much_stops_the_sender() -> None:
    async def check() -> None:
        async with serving({"/": closing(bytes(3 * HEAD_ALLOWANCE))}) as served:
            stream = await Dialer(served.allowed).connect_tcp("127.0.0.1", served.port)
            assert isinstance(stream, Connection)
            await stream.write(b"GET / HTTP/1.1\r\n\r\n")
            await asyncio.sleep(0.05)
            assert len(stream._received) < 3 * HEAD_ALLOWANCE
            with pytest.raises(Fault) as fault:
                await _all_of(stream)
            assert fault.value.failure == "too_large"
            await stream.aclose()
            await asyncio.sleep(0)

    asyncio.run(check())
