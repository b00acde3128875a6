"""Undoing the compression of an answer piece by piece, never holding more than is allowed; pure."""

import zlib
from collections.abc import Iterator

from claimcheck.vocabulary import FetchFailure
from claimcheck.web.fault import Fault

GZIP_MAGIC = b"\x1f\x8b"
MAX_MEMBERS = 64
GZIP_WINDOW = 16 + zlib.MAX_WBITS
HEADER_LENGTH = 2
STEP = 256 * 1024
"""How much is inflated at once: a small piece may become a thousand times as much."""


class Inflater:
    """Takes a body as it is sent and gives it as it was meant.

    Messages of what it raises are without subject: whoever feeds it knows which URL it is about.
    """

    def __init__(self, encoding: str, max_raw: int, max_decoded: int) -> None:
        """Begin a body with the value of its Content-Encoding header.

        Raises:
            Fault: an encoding that is not gzip or deflate, or several on top of each other.
        """
        layers = [part.strip() for part in encoding.lower().split(",")]
        layers = [layer for layer in layers if layer not in ("", "identity")]
        self._layer = layers[0] if layers else ""
        if len(layers) > 1 or self._layer not in ("", "gzip", "x-gzip", "deflate"):
            what = "several encodings" if len(layers) > 1 else "an encoding that was not asked for"
            msg = f"sent {what}"
            raise Fault(msg, FetchFailure.BAD_ENCODING)
        self._max_raw = max_raw
        self._max_decoded = max_decoded
        self._parts: list[bytes] = []
        self._stream: zlib._Decompress | None = None
        self._start = b""
        self._members = 0
        self._closed = False
        self.raw_size = 0
        self.size = 0

    @property
    def is_encoded(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._layer)

    def feed(self, data: bytes) -> Iterator[int]:
        """Take the next piece; gives the size of what is held after each STEP of it, so that the taker may pause.

        Raises:
            Fault: too much, sent or decoded, or no such encoding.
        """
        self.raw_size += len(data)
        if self.raw_size > self._max_raw:
            msg = f"sent more than {self._max_raw} bytes"
            raise Fault(msg, FetchFailure.TOO_LARGE)
        if not self._layer:
            self._keep(data)
            yield self.size
            return
        try:
            for part in self._inflated(data):
                self._keep(part)
                yield self.size
        except zlib.error:
            msg = f"sent what is not {self._layer}"
            raise Fault(msg, FetchFailure.BAD_ENCODING) from None

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            Fault: a compressed stream that has not ended.
        """
        if not self._is_whole():
            msg = f"sent {self._layer} that stops before its end"
            raise Fault(msg, FetchFailure.CUT)
        parts, self._parts = self._parts, []
        return b"".join(parts)

    def _keep(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > self._max_decoded:
            msg = f"sent what inflates to more than {self._max_decoded} bytes"
            raise Fault(msg, FetchFailure.TOO_LARGE)
        if data:
            self._parts.append(data)

    def _inflated(self, data: bytes) -> Iterator[bytes]:
        data, self._start = self._start + data, b""
        is_pending = False
        while (data or is_pending) and not self._closed:
            if self._stream is None:
                if len(data) < HEADER_LENGTH:
                    self._start = data
                    return
                self._stream = self._begin(data)
                if self._stream is None:
                    return
            part = self._stream.decompress(data, STEP)
            yield part
            data = self._stream.unconsumed_tail
            is_pending = len(part) == STEP and not self._stream.eof
            if self._stream.eof:
                data, self._stream = self._stream.unused_data, None

    def _begin(self, data: bytes) -> "zlib._Decompress | None":
        """The stream that begins with `data`; what follows a whole one and begins none is ignored, as browsers do."""
        is_deflate = self._layer == "deflate"
        if self._members and (is_deflate or not data.startswith(GZIP_MAGIC)):
            self._closed = True
            return None
        self._members += 1
        if self._members > MAX_MEMBERS:
            msg = f"sent more than {MAX_MEMBERS} gzip streams in one"
            raise Fault(msg, FetchFailure.BAD_ENCODING)
        return zlib.decompressobj(_deflate_window(data) if is_deflate else GZIP_WINDOW)

    def _is_whole(self) -> bool:
        if not self._layer or not self.raw_size:
            return True
        begun_again = self._layer != "deflate" and self._start and GZIP_MAGIC.startswith(self._start)
        return bool(self._members) and self._stream is None and not begun_again


def _deflate_window(data: bytes) -> int:
    """Deflate is sent with a zlib header, as the standard says, and without one, as some servers do."""
    has_header = data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:HEADER_LENGTH], "big") % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
