"""Both databases answer everything that the store asks."""

from types import ModuleType

import pytest

from claimcheck.store import postgresql, sqlite
from claimcheck.store.dialect import Dialect, Search


def members(protocol: type) -> set[str]:
    own = {*vars(protocol), *protocol.__annotations__}
    return {name for name in own if not name.startswith("_")}


@pytest.mark.parametrize("module", [sqlite, postgresql])
def test_a_database_has_all_that_is_asked_of_it(module: ModuleType) -> None:
    assert {name for name in members(Dialect) if not hasattr(module, name)} == set()
    assert {name for name in members(Search) if not hasattr(module.search, name)} == set()
