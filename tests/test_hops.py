"""The way from the source to us, as it is written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.columns import hops_text
from claimcheck.errors import InputError
from claimcheck.hops import hops
from claimcheck.text import comparison_key
from claimcheck.values import Hop

LETTERS = st.characters(blacklist_categories=["Cc", "Cs"])
NAMES = st.text(LETTERS, min_size=1, max_size=20).map(str.strip).filter(comparison_key)
AWKWARD = st.sampled_from(["AP >", "> AP", "a > b", "[c]", "]", "[{x", "x] y", "{"])


def test_a_chain_is_read_from_the_source_outwards() -> None:
    assert hops("[told] Reuters > CEIAS") == (Hop("Reuters", "told"), Hop("CEIAS", None))


def test_a_list_of_names_or_objects_is_a_chain_too() -> None:
    assert hops(["Reuters", {"source": "CEIAS", "how": "quoted by"}]) == (Hop("Reuters"), Hop("CEIAS", "quoted by"))


@given(st.lists(st.tuples(NAMES | AWKWARD, st.none() | NAMES | AWKWARD), min_size=1, max_size=4))
def test_what_is_written_is_read_again_whatever_the_names(chain: list[tuple[str, str | None]]) -> None:
    assert [(hop.source, hop.how) for hop in hops(hops_text(chain))] == chain


@pytest.mark.parametrize(
    "wrong", ["", " > ", "[told]", "[{", "[{" * 100_000, 7, [7], [{"how": "told"}], [{"source": "A", "by": "B"}]]
)
def test_what_is_no_chain_is_refused(wrong: object) -> None:
    with pytest.raises(InputError):
        hops(wrong)
