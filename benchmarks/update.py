"""Measures `update` over a thousand watched pages against a bare httpx loop that asks the same as often at once.

    python benchmarks/update.py [--watches 1000] [--hosts 50] [--runs 3]

A server of this script plays all hosts, each at a loopback address of its own; its processor time is in none of the
numbers. The runs: the first, one in which every page has changed, one in which none has (304), and that again with
5 % of the hosts hanging and 5 % hanging up. The pause between two requests to a host is set to 0, since it would be
all there is to see. The peer asks with the same concurrency and the same validators, and keeps nothing but those.
Prints a Markdown table; exits with 1 when a command failed or a promise was broken.
"""

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from measuring import MIB, Bench, ChildError, Cost, Step, markdown, ratio, tell

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
CONCURRENCY = 64
MAX_LIFE_S = 1_800
MAX_PEAK_MIB = 300
MAX_RATIO = 2.0
TROUBLED_SHARE = 0.05
DEADLINES = 2
"""After so many deadlines in a row, each of 30 s, a host is given up for the run."""
PEER = """
import asyncio, json, sys, httpx
urls, kept = json.load(open(sys.argv[1])), sys.argv[2]
try:
    etags = json.load(open(kept))
except FileNotFoundError:
    etags = {}
async def ask(client, gate, url):
    async with gate:
        headers = {"If-None-Match": etags[url]} if url in etags else {}
        try:
            answer = await client.get(url, headers=headers)
        except httpx.HTTPError:
            return
        if answer.status_code == 200:
            etags[url] = answer.headers["etag"]
async def main():
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=64)
    async with httpx.AsyncClient(limits=limits, timeout=30, follow_redirects=True) as client:
        gate = asyncio.Semaphore(int(sys.argv[3]))
        await asyncio.gather(*(ask(client, gate, url) for url in urls))
asyncio.run(main())
json.dump(etags, open(kept, "w"))
"""


@dataclass(slots=True)
class Play:
    """What the hosts do: how often their pages have changed, and how many of them hang or hang up."""

    edition: int = 1
    hanging: int = 0
    failing: int = 0
    requests: int = 0


def page(host: str, path: str, edition: int) -> bytes:
    """A page of a few kilobytes, another one in each edition."""
    body = "".join(
        f"<p>Paragraph {number} of {path} at {host}: the office counted {number * 37 % 911} crates in the harbour, "
        f"and a spokesman called that ordinary. Edition {edition if number == 7 else 0} of the notice.</p>\n"  # noqa: PLR2004
        for number in range(20)
    )
    head = f"<title>Notice {path}</title><meta property='article:published_time' content='2026-11-01'>"
    return f"<!doctype html><html lang=en><head>{head}</head><body><article>{body}</article></body></html>".encode()


async def serve(port: int, hosts: int) -> None:
    """Play all hosts until somebody asks for /stop, or for too long."""
    play, stopped = Play(), asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        number = int(host.rpartition(".")[2])
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                if path.startswith("/play/"):
                    asked = play.requests
                    if path != "/play/stop":
                        play.edition, play.hanging, play.failing = map(int, path.split("/")[2:])
                    else:
                        stopped.set()
                    play.requests = 0
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n%12d" % asked)
                    continue
                play.requests += 1
                if number <= play.hanging:
                    await asyncio.sleep(MAX_LIFE_S)
                if number <= play.hanging + play.failing:
                    break
                writer.write(reply(host, path, play.edition, head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    addresses = [f"127.0.0.{number}" for number in range(1, hosts + 1)]
    servers = [await asyncio.start_server(answer, address, port, backlog=1_024) for address in addresses]
    print("ready", flush=True)
    async with asyncio.timeout(MAX_LIFE_S):
        await stopped.wait()
    for server in servers:
        server.close()


def reply(host: str, path: str, edition: int, head: bytes) -> bytes:
    """What a host answers: no rules for robots, 304 for what is known, else the page."""
    if path == "/robots.txt":
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    etag = f'"{edition}-{path.strip("/")}"'
    if f"if-none-match: {etag}".encode() in head.lower():
        return f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode()
    body = page(host, path, edition)
    return (
        f"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )


@contextmanager
def served(hosts: int) -> Iterator[int]:
    """The port at which a server plays the hosts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, __file__, "--serve", str(port), "--hosts", str(hosts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout is not None  # noqa: S101 - for the type checker
            if server.stdout.readline() != b"ready\n":
                msg = "the server did not start; are there loopback addresses beyond 127.0.0.1?"
                raise ChildError(msg)
            yield port
        finally:
            server.send_signal(signal.SIGKILL)


def told(port: int, what: str) -> int:
    """Tell the server what to play; gives how many requests there were since it was told last."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/play/{what}", timeout=30) as answer:
        return int(answer.read())


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run cost, and how many requests it made."""

    cost: Cost
    requests: int


class Contest:
    """claimcheck and the peer, asking the same in turns."""

    def __init__(self, folder: Path, port: int, watches: int, hosts: int) -> None:
        """Prepare a ledger with all watches, and the peer's list."""
        self.port = port
        urls = [f"http://127.0.0.{number % hosts + 1}:{port}/{number}" for number in range(watches)]
        allowed = ",".join(f"127.0.0.{number}:{port}" for number in range(1, hosts + 1))
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("CLAIMCHECK_", "XDG_"))},
            "HOME": str(folder),
            "CLAIMCHECK_DB": str(folder / "ledger.sqlite3"),
            "CLAIMCHECK_ALLOW_HOSTS": allowed,
            "CLAIMCHECK_INTERVAL_S": "0",
        }
        self._bench = Bench(folder, environment)
        (folder / "urls.json").write_text(json.dumps(urls), encoding="utf-8")
        (folder / "peer.py").write_text(PEER, encoding="utf-8")
        self._bench.run(Step((CLAIMCHECK, "--quiet", "load")))
        for first in range(0, watches, 500):
            self._bench.run(Step((CLAIMCHECK, "--quiet", "watch", "add", "--every", "1s", *urls[first : first + 500])))

    def ours(self) -> Taken:
        """One update, after everything is due again."""
        update = f'sleep 1.1; "{CLAIMCHECK}" update >/dev/null 2>&1; [ $? -le 1 ]'
        return self._taken(("/bin/sh", "-c", update))

    def peers(self) -> Taken:
        """The same by the bare loop."""
        return self._taken((sys.executable, "peer.py", "urls.json", "etags.json", str(CONCURRENCY)))

    def _taken(self, command: tuple[str, ...]) -> Taken:
        cost, _ = self._bench.run(Step(command))
        return Taken(cost, told(self.port, self.playing))

    playing = "1/0/0"

    def play(self, edition: int, hanging: int = 0, failing: int = 0) -> None:
        """Let the hosts do that from now on."""
        self.playing = f"{edition}/{hanging}/{failing}"
        told(self.port, self.playing)


def measured(contest: Contest, runs: int, hosts: int) -> Iterator[tuple[str, list[Taken], list[Taken]]]:
    """Each kind of run with what both took in it."""
    troubled = max(1, round(hosts * TROUBLED_SHARE))
    tell("first run")
    contest.play(1)
    yield "first run", [contest.ours()], [contest.peers()]
    ours, peers = [], []
    for turn in range(runs):
        tell(f"all changed: turn {turn + 1} of {runs}")
        contest.play(turn + 2)
        ours.append(contest.ours())
        peers.append(contest.peers())
    yield "all changed", ours, peers
    ours, peers = [], []
    for turn in range(runs):
        tell(f"none changed: turn {turn + 1} of {runs}")
        ours.append(contest.ours())
        peers.append(contest.peers())
    yield "none changed (304)", ours, peers
    tell("troubled")
    contest.play(runs + 1, troubled, troubled)
    yield f"the same, {troubled} hosts hanging, {troubled} hanging up", [contest.ours()], [contest.peers()]
    tell("")


def median(values: list[float]) -> float:
    """The middle value."""
    return sorted(values)[len(values) // 2]


def report(watches: int, hosts: int, runs: int) -> int:
    """Print the table; gives the number of promises broken."""
    broken = []
    rows = []
    with tempfile.TemporaryDirectory(prefix="claimcheck-update-") as folder, served(hosts) as port:
        contest = Contest(Path(folder), port, watches, hosts)
        for name, ours, peers in measured(contest, runs, hosts):
            cpu, peer_cpu = (median([taken.cost.cpu_s for taken in side]) for side in (ours, peers))
            peak = max(taken.cost.peak for taken in ours) / MIB
            wall = median([taken.cost.wall_s for taken in ours]) - 1.1
            rows.append(
                [name, f"{wall:.1f}", f"{cpu:.2f}", f"{cpu / watches * 1_000:.2f}", f"{peer_cpu:.2f}",
                 ratio(cpu, peer_cpu), str(ours[-1].requests), str(peers[-1].requests), f"{peak:.0f}"]
            )  # fmt: skip
            if peak > MAX_PEAK_MIB:
                broken.append(f"{name}: {peak:.0f} MiB")
            if name.startswith("none") and cpu > MAX_RATIO * peer_cpu:
                broken.append(f"{name}: {ratio(cpu, peer_cpu)} the processor time of the peer")
            if "hanging" in name and wall > DEADLINES * 30 + 15:
                broken.append(f"{name}: {wall:.0f} s")
        told(port, "stop")
    headers = [
        f"{watches:,} watches, {hosts} hosts", "wall s", "CPU s", "CPU ms each", "httpx CPU s", "ratio", "requests",
        "httpx requests", "peak MiB",
    ]  # fmt: skip
    print(markdown(headers, rows))
    for promise in broken:
        print(f"broken: {promise}")
    return len(broken)


def main() -> int:
    """Measure, or be the server of a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--watches", type=int, default=1_000)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(given.serve, given.hosts))
        return 0
    try:
        return min(report(given.watches, given.hosts, given.runs), 1)
    except ChildError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
