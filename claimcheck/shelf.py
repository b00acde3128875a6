"""Finding a plug-in by name: ours by file name, others by entry point. Listing names imports none."""

import importlib
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from claimcheck.errors import PluginError, UsageError, near_names


def names(shelf: str) -> list[str]:
    """The names of all plug-ins on a shelf ("readers", "exporters"), ours and installed ones."""
    return sorted({*_own(shelf), *(entry.name for entry in _foreign(shelf))})


def find(shelf: str, name: str) -> Any:
    """The plug-in of that name.

    Raises:
        UsageError: there is none; the message lists those there are.
        PluginError: it is installed but cannot be imported.
    """
    if name in _own(shelf):
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


def _foreign(shelf: str) -> list[EntryPoint]:
    return list(entry_points(group=f"claimcheck.{shelf}"))


def _load(entry: EntryPoint, shelf: str) -> Any:
    try:
        return entry.load()
    except Exception as error:  # a stranger's module may raise anything
        msg = f"the plug-in {entry.name!r} among the {shelf} cannot be loaded: {error}; reinstall {entry.value}"
        raise PluginError(msg) from error
