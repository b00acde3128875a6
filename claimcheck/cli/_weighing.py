"""What the commands that weigh evidence share."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.steps.weigh import Weigher
    from claimcheck.store.engine import Reader


def weigher(reader: "Reader", model: str | None) -> "tuple[Weigher, str]":
    """What weighs the claims of a ledger, and the name and version of its stance model.

    Raises:
        UsageError: there is no such model.
        PluginError: it is not installed, or broken.
        InputError: the file of who owns whom cannot be read.
    """
    from claimcheck.independence.ownership import in_force
    from claimcheck.settings import setting
    from claimcheck.shelf import find
    from claimcheck.steps.weigh import Weigher

    name = setting("stance_model", model).value
    found = find("stances", name)
    version = str(found.version)
    return Weigher(reader, found, in_force()), version if version.startswith(f"{name} ") else f"{name} {version}"
