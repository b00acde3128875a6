"""JSON is a list of claims or a ledger with sections."""

import io
import json
from typing import Any

import pytest

from claimcheck.errors import BadRowsError, InputError
from claimcheck.readers.json import parse, read


def sections(content: Any) -> list[tuple[str, str, Any]]:
    return [tuple(record) for record in read(io.BytesIO(json.dumps(content).encode()))]  # type: ignore[misc]


def test_a_list_holds_claims() -> None:
    assert sections([{"text": "a"}, {"text": "b"}]) == [
        ("claims", "claims[1]", {"text": "a"}), ("claims", "claims[2]", {"text": "b"}),
    ]  # fmt: skip


def test_the_sections_of_a_ledger_come_in_the_order_in_which_they_are_stored() -> None:
    content = {name: [{"key": name}] for name in ("relations", "claims", "sources", "documents")}
    assert [section for section, _, _ in sections(content)] == ["documents", "sources", "claims", "relations"]
    assert sections({"format": "claimcheck-ledger/1"}) == []


def test_good_members_are_given_before_bad_ones_are_reported() -> None:
    reading = read(io.BytesIO(b'[1, {"text": "a"}, "b"]'))
    assert next(reading).row == "claims[2]"
    with pytest.raises(BadRowsError) as caught:
        next(reading)
    assert [problem.row for problem in caught.value.problems] == ["claims[1]", "claims[3]"]


def test_a_byte_order_mark_is_skipped() -> None:
    assert parse(b"\xef\xbb\xbf[1]", "it") == [1]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 5000, b"[1] 2"])
def test_what_is_no_json_is_refused_by_the_name_given(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^the letter is "):
        parse(content, "the letter")
