"""TOML: a ledger with its documents, sources, claims and relations, fit for writing by hand."""

import tomllib
from collections.abc import Iterator
from typing import BinaryIO

from claimcheck.errors import InputError
from claimcheck.readers._sections import records
from claimcheck.values import Record


def read(stream: BinaryIO) -> Iterator[Record]:
    """The records of the file.

    Raises:
        InputError: not TOML, or with sections that a ledger does not have.
    """
    try:
        content = tomllib.loads(stream.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        msg = f"the file is not UTF-8 at byte {error.start} ({error.reason}); save it as UTF-8"
        raise InputError(msg) from error
    except RecursionError as error:
        raise InputError("the file is nested too deep; a claim is a table of texts and numbers") from error
    except ValueError as error:
        msg = f"the file is not TOML: {error}; correct it there"
        raise InputError(msg) from error
    yield from records(content)
