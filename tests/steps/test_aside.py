"""What waits for its turn: there again as it was, and not in memory meanwhile if it is large."""

import resource
import tracemalloc

import pytest

from claimcheck.errors import StoreError
from claimcheck.steps.aside import LARGE_BYTES, back, set_aside


@pytest.mark.parametrize("size", [0, 1, LARGE_BYTES, 3 * LARGE_BYTES])
def test_what_is_set_aside_comes_back_as_it_was(size: int) -> None:
    content = b"ab" * (size // 2) + b"c" * (size % 2)
    with set_aside(content) as aside:
        assert back(aside) == content
        assert back(aside) == content


def test_what_is_large_is_not_in_memory_while_it_waits() -> None:
    tracemalloc.start()
    try:
        with set_aside(bytes(8 * LARGE_BYTES)):
            held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < LARGE_BYTES


def test_a_disk_without_room_is_one_plain_line() -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * LARGE_BYTES, before[1]))
    try:
        with (
            pytest.raises(StoreError, match=r"cannot set a document aside in .*; make room, or set TMPDIR"),
            set_aside(bytes(4 * LARGE_BYTES)),
        ):
            pass
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
