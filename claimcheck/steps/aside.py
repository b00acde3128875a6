"""What was fetched and waits for its turn to be read: on the disk if it is large, so that many may wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile, gettempdir

from claimcheck.errors import StoreError

LARGE_BYTES = 1024 * 1024
"""What is larger waits on the disk."""

Aside = SpooledTemporaryFile[bytes]


@contextmanager
def set_aside(content: bytes) -> Iterator[Aside]:
    """Hold bytes aside; large ones are in memory no longer, once the caller lets go of them too.

    Raises:
        StoreError: there is no room for them.
    """
    try:
        with SpooledTemporaryFile(max_size=LARGE_BYTES) as aside:
            aside.write(content)
            del content
            yield aside
    except OSError as error:
        msg = f"cannot set a document aside in {gettempdir()}: {error.strerror}; make room, or set TMPDIR"
        raise StoreError(msg) from error


def back(aside: Aside) -> bytes:
    """The bytes that were set aside."""
    aside.seek(0)
    return aside.read()
