"""Finding a plug-in by name: ours by file name, others by entry point. Listing names imports none."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import PluginError, UsageError, near_names

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def has_own(shelf: str, name: str) -> bool:
    """Whether a plug-in of that name came with claimcheck; looks at one file and imports nothing."""
    return name.isidentifier() and not name.startswith("_") and (Path(__file__).parent / shelf / f"{name}.py").is_file()


def names(shelf: str) -> list[str]:
    """The names of all plug-ins on a shelf ("readers", "exporters"), ours and installed ones."""
    return sorted({*_own(shelf), *(entry.name for entry in _foreign(shelf))})


def find(shelf: str, name: str) -> Any:
    """The plug-in of that name.

    Raises:
        UsageError: there is none; the message lists those there are.
        PluginError: it is installed but cannot be imported.
    """
    if has_own(shelf, name):
        return importlib.import_module(f"claimcheck.{shelf}.{name}")
    for entry in _foreign(shelf):
        if entry.name == name:
            return _load(entry, shelf)
    known = names(shelf)
    msg = f"there is no {name!r} among the {shelf}{near_names(name, known)} (known: {', '.join(known)})"
    raise UsageError(msg)


def _own(shelf: str) -> list[str]:
    folder = Path(__file__).parent / shelf
    return [path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")]


def _foreign(shelf: str) -> "list[EntryPoint]":
    from importlib.metadata import entry_points

    return list(entry_points(group=f"claimcheck.{shelf}"))


def _load(entry: "EntryPoint", shelf: str) -> Any:
    try:
        return entry.load()
    except Exception as error:  # a stranger's module may raise anything
        msg = f"the plug-in {entry.name!r} among the {shelf} cannot be loaded: {error}; reinstall {entry.value}"
        raise PluginError(msg) from error
