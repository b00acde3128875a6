"""TOML holds a ledger with sections, its dates as dates."""

import io
from datetime import date

import pytest

from claimcheck.errors import InputError
from claimcheck.readers.toml import read


def test_tables_come_as_records_with_their_places() -> None:
    content = b'\xef\xbb\xbfformat = "claimcheck-ledger/1"\n[[claims]]\ntext = "a"\nsaid_on = 2024-09-12\n[[claims]]\n'
    assert [tuple(record) for record in read(io.BytesIO(content))] == [
        ("claims", "claims[1]", {"text": "a", "said_on": date(2024, 9, 12)}), ("claims", "claims[2]", {}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a =", "not TOML"), (b'a = "\xff"', "not UTF-8 at byte 5"), (b"a = " + b"[" * 100_000, "nested too deep"),
        (b"[claims]\n", r"\[\[claims\]\]"), (b"[[claim]]\n", "did you mean 'claims'"), (b"format = 2\n", "format"),
    ],
)  # fmt: skip
def test_what_is_no_ledger_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(read(io.BytesIO(content)))
