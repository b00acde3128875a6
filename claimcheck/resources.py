"""Files that travel with the package, found alike in a checkout and in an installed wheel."""

from pathlib import Path

from claimcheck.errors import ClaimcheckError


def bundled(name: str) -> Path:
    """The folder `name` ("migrations" or "seeds") that came with this claimcheck.

    Raises:
        ClaimcheckError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for place in (package / "_bundled" / name, package.parent / name):
        if place.is_dir():
            return place
    msg = f"this installation lacks its {name!r} folder; install claimcheck again"
    raise ClaimcheckError(msg)
