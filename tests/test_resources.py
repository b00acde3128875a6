"""Files that travel with the package."""

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.resources import bundled


@pytest.mark.parametrize(("folder", "pattern"), [("seeds", "*.toml"), ("migrations", "versions/0*.py")])
def test_a_folder_that_came_with_claimcheck_is_found_with_its_files(folder: str, pattern: str) -> None:
    assert bundled(folder).is_absolute()
    assert list(bundled(folder).glob(pattern))


def test_a_folder_that_is_missing_asks_for_a_new_installation() -> None:
    with pytest.raises(ClaimcheckError, match="'fruits' folder; install claimcheck again"):
        bundled("fruits")
