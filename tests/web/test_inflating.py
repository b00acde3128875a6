"""Bodies are undone piece by piece, within bounds, and are whole or a failure."""

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.web.fault import Fault
from claimcheck.web.inflating import MAX_MEMBERS, STEP, Inflater

TEXT = b"They said so. " * 1000
MEBIBYTE = 1024 * 1024


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def undone(data: bytes, encoding: str, step: int = 100, max_raw: int = MEBIBYTE, max_decoded: int = MEBIBYTE) -> bytes:
    inflater = Inflater(encoding, max_raw, max_decoded)
    for start in range(0, len(data), step):
        for size in inflater.feed(data[start : start + step]):
            assert size == inflater.size
    assert inflater.raw_size == len(data)
    return inflater.finish()


def failure_of(data: bytes, encoding: str, step: int = 100, **limits: int) -> str:
    with pytest.raises(Fault) as fault:
        undone(data, encoding, step, **limits)
    return fault.value.failure


@pytest.mark.parametrize("step", [1, 2, 3, 100, 10**6])
@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT, ""),
        (TEXT, "Identity"),
        (gzip.compress(TEXT, mtime=0), "gzip"),
        (gzip.compress(TEXT, mtime=0), " X-GZIP "),
        (gzip.compress(TEXT, mtime=0), "identity, gzip"),
        (zlib.compress(TEXT), "deflate"),
        (raw_deflate(TEXT), "deflate"),
        (gzip.compress(TEXT[:7000], mtime=0) + gzip.compress(TEXT[7000:], mtime=0), "gzip"),
        (gzip.compress(TEXT, mtime=0) + bytes(20), "gzip"),
        (gzip.compress(TEXT, mtime=0) + b"\n<!-- served in 3 ms -->", "gzip"),
        (zlib.compress(TEXT) + b"x", "deflate"),
    ],
)
def test_a_body_comes_out_whole_in_whatever_pieces_it_is_sent(data: bytes, encoding: str, step: int) -> None:
    assert undone(data, encoding, step) == TEXT


@given(st.binary(max_size=2000), st.integers(1, 200), st.sampled_from(["", "gzip", "deflate"]))
def test_anything_packed_is_unpacked(data: bytes, step: int, encoding: str) -> None:
    packed = {"": data, "gzip": gzip.compress(data), "deflate": zlib.compress(data)}[encoding]
    assert undone(packed, encoding, step) == data


def test_nothing_sent_is_nothing_whatever_its_encoding() -> None:
    assert undone(b"", "gzip") == b""


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip", "deflate,gzip", "gzip\x00", "chunked"])
def test_another_encoding_or_several_are_refused(encoding: str) -> None:
    with pytest.raises(Fault) as fault:
        Inflater(encoding, 1, 1)
    assert fault.value.failure == "bad_encoding"
    assert encoding not in str(fault.value)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_stream_cut_anywhere_is_a_failure(encoding: str) -> None:
    data = gzip.compress(TEXT) if encoding == "gzip" else zlib.compress(TEXT)
    for length in range(1, len(data)):
        assert failure_of(data[:length], encoding) == "cut"


def test_a_second_member_that_is_cut_is_a_failure() -> None:
    first, second = gzip.compress(TEXT), gzip.compress(TEXT)
    for length in range(1, len(second)):
        assert failure_of(first + second[:length], "gzip") == "cut"


@pytest.mark.parametrize("place", [0, 1, 2, 20, -8, -1])
def test_a_changed_byte_is_a_failure(place: int) -> None:
    data = bytearray(gzip.compress(TEXT))
    data[place] ^= 0xFF
    assert failure_of(bytes(data), "gzip") in ("bad_encoding", "cut")


def test_what_is_not_compressed_although_it_says_so_is_a_failure() -> None:
    assert failure_of(b"<html>hello</html>", "gzip") == "bad_encoding"
    assert failure_of(b"<html>hello</html>", "deflate") == "bad_encoding"


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    packer = zlib.compressobj(wbits=31)
    bomb = b"".join([*(packer.compress(bytes(MEBIBYTE)) for _ in range(300)), packer.flush()])
    tracemalloc.start()
    try:
        assert failure_of(bomb, "gzip", 65536, max_decoded=2 * MEBIBYTE) == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 8 * MEBIBYTE
    finally:
        tracemalloc.stop()


def test_a_small_piece_that_becomes_large_is_given_in_steps() -> None:
    inflater = Inflater("gzip", MEBIBYTE, 9 * STEP)
    assert list(inflater.feed(gzip.compress(bytes(3 * STEP))))[:3] == [STEP, 2 * STEP, 3 * STEP]
    assert inflater.finish() == bytes(3 * STEP)


def test_the_limits_are_exact() -> None:
    assert undone(b"abc", "", max_raw=3, max_decoded=3) == b"abc"
    assert failure_of(b"abcd", "", max_raw=3) == "too_large"
    assert undone(gzip.compress(bytes(500)), "gzip", max_decoded=500) == bytes(500)
    assert failure_of(gzip.compress(bytes(501)), "gzip", max_decoded=500) == "too_large"


def test_a_great_many_members_are_refused() -> None:
    member = gzip.compress(b"")
    assert undone(member * MAX_MEMBERS, "gzip") == b""
    assert failure_of(member * (MAX_MEMBERS + 1), "gzip", 10**6) == "bad_encoding"
