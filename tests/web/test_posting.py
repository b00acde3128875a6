"""Asking a service of the user's: what comes is JSON, in time and not too long, or one line says why not."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from claimcheck.errors import FetchError, InputError
from claimcheck.vocabulary import FetchFailure
from claimcheck.web.posting import MAX_ANSWER, post_json
from tests.services import service


def test_an_object_goes_there_with_the_key_and_another_comes_back() -> None:
    with service(lambda sent: (200, b'{"got": %d}' % sent["number"])) as running:
        assert post_json(f"{running.address}/ask", {"number": 7, "words": "\u00e9"}, key="s3cret") == {"got": 7}
    ((path, headers, sent),) = running.asked
    assert (path, sent) == ("/ask", {"number": 7, "words": "\u00e9"})
    assert headers["Authorization"] == "Bearer s3cret"


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (500, b"{}", "status 500"),
        (302, b"{}", "status 302"),
        (200, b"<html>", "no JSON"),
        (200, b"[" * 100_000, "no JSON"),
        (200, b" " * (MAX_ANSWER + 1), "more than"),
    ],
)
def test_an_answer_that_is_none_is_told_in_one_line(status: int, body: bytes, words: str) -> None:
    with service(lambda _: (status, body)) as running, pytest.raises(FetchError, match=words) as caught:
        post_json(f"{running.address}/ask?token=hidden", {}, key="s3cret")
    assert "hidden" not in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(FetchError, match="is not there") as caught:
        post_json(f"http://127.0.0.1:{port}/", {}, deadline_s=5)
    assert caught.value.failure is FetchFailure.UNREACHABLE


@contextmanager
def speaking(say: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that says what it likes to whoever comes, once."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(10)

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.settimeout(5)
                say(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        thread.join(10)


def test_a_server_that_drips_its_headers_is_left_at_the_deadline() -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        try:
            for number in range(40):
                connection.sendall(b"X-%d: 1\r\n" % number)
                connection.settimeout(0.05)
                try:
                    if not connection.recv(65_536):
                        return
                except TimeoutError:
                    continue
        except OSError:
            return

    with speaking(drip) as address, pytest.raises(FetchError) as caught:
        post_json(address, {}, deadline_s=0.5)
    assert caught.value.failure is FetchFailure.TIMEOUT


def test_what_is_no_address_of_the_web_is_refused() -> None:
    with pytest.raises(InputError):
        post_json("ftp://example.org/", {})
