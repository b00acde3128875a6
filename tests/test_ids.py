"""Public identifiers: version 7, rising, and never twice."""

import time
from datetime import UTC, datetime
from itertools import islice
from uuid import RFC_4122, UUID

from claimcheck.ids import new_public_id, public_ids


def test_an_identifier_is_a_uuid_of_version_7_in_its_usual_spelling() -> None:
    for text in islice(public_ids(), 100):
        parsed = UUID(text)
        assert (str(parsed), parsed.version, parsed.variant) == (text, 7, RFC_4122)


def test_each_is_greater_than_the_one_before() -> None:
    made = list(islice(public_ids(), 20_000))
    assert made == sorted(set(made))


def test_it_begins_with_the_millisecond() -> None:
    moment = int(datetime(2024, 9, 12, tzinfo=UTC).timestamp() * 1000)
    assert int(next(public_ids(moment)).replace("-", "")[:12], 16) == moment
    before = time.time_ns() // 1_000_000
    assert before <= int(new_public_id().replace("-", "")[:12], 16) <= time.time_ns() // 1_000_000 + 1


def test_two_makers_in_one_millisecond_do_not_meet() -> None:
    made = [text for _ in range(50) for text in islice(public_ids(1_000), 50)]
    assert len(set(made)) == len(made)


def test_the_order_survives_when_the_random_part_is_used_up() -> None:
    makers = [public_ids(0) for _ in range(20)]
    for maker in makers:
        made = list(islice(maker, 50))
        assert made == sorted(made)
