"""Settings: flag, then CLAIMCHECK_*, then ./claimcheck.toml, then the user's file, then the default."""

import getpass
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import InputError, UsageError, near_names

PROJECT_FILE = "claimcheck.toml"


NAMES = (
    "db",
    "author",
    "network_fs",
    "snapshots",
    "allow_hosts",
    "contact",
    "proxy",
    "interval_s",
    "ownership",
    "stance_model",
    "llm_url",
    "llm_model",
    "nli",
    "embeddings",
)
CHOICES = {"network_fs": ("refuse", "allow")}
"""The settings that have few possible values; the first is the default."""
FILES = {"db": "ledger.sqlite3", "snapshots": "snapshots"}
"""What lies in the user's data folder unless it is set."""
OTHERS = {"interval_s": "1", "stance_model": "features"}
"""Other defaults; what is left is empty unless it is set."""


class Setting(NamedTuple):
    """One setting, its value, and where the value came from."""

    name: str
    value: str
    origin: str


def user_file() -> Path:
    """Where the user's own settings file is, whether or not it exists."""
    return _user_folder("config") / "config.toml"


def _user_folder(purpose: str) -> Path:
    """The user's own folder for "config", "data" or "cache" of this program.

    On Linux that is one line of the XDG specification; a library that knows all platforms would take
    a tenth of the time that a command has.

    Source: https://specifications.freedesktop.org/basedir-spec/latest/
    """
    if sys.platform == "linux":
        given = os.environ.get(f"XDG_{purpose.upper()}_HOME", "")
        default = {"config": ".config", "data": ".local/share", "cache": ".cache"}[purpose]
        return (Path(given) if Path(given).is_absolute() else _home() / default) / "claimcheck"
    import platformdirs

    paths = {"config": platformdirs.user_config_path, "cache": platformdirs.user_cache_path}
    return paths.get(purpose, platformdirs.user_data_path)("claimcheck", appauthor=False)


def cache_folder() -> Path:
    """Where may be kept what can be made again."""
    return _user_folder("cache")


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError as error:
        raise UsageError("there is no home directory to keep the ledger in; set HOME, or give --db") from error


def resolve(flags: Mapping[str, str | None] | None = None) -> list[Setting]:
    """Every setting with its value and origin, the strongest origin first to win.

    Raises:
        InputError: a settings file that is not TOML, or names an unknown setting.
        UsageError: a value that cannot be.
    """
    files = _files()
    return [_resolve_one(name, (flags or {}).get(name), files) for name in NAMES]


def _files() -> list[tuple[str, dict[str, Any]]]:
    return [(str(path), _read_file(path)) for path in (Path(PROJECT_FILE), user_file())]


def setting(name: str, flag: str | None = None) -> Setting:
    """One setting in force; `flag` is what the command line gives. A wrong value of another does not matter.

    Raises:
        InputError: a settings file that is not TOML, or names an unknown setting.
        UsageError: a value that cannot be.
    """
    return _resolve_one(name, flag, _files())


def _resolve_one(name: str, flag: str | None, files: list[tuple[str, dict[str, Any]]]) -> Setting:
    variable = f"CLAIMCHECK_{name.upper()}"
    candidates: list[tuple[Any, str]] = [(flag, f"--{name}"), (os.environ.get(variable) or None, variable)]
    candidates += [(values.get(name), origin) for origin, values in files]
    for value, origin in candidates:
        if value is None:
            continue
        if not isinstance(value, str) or not value.strip():
            msg = f"{origin} sets {name} to {value!r}; give a text that is not empty"
            raise UsageError(msg)
        if value not in CHOICES.get(name, (value,)):
            msg = f"{origin} sets {name} to {value!r}; give {' or '.join(CHOICES[name])}"
            raise UsageError(msg)
        return Setting(name, value, origin)
    return Setting(name, _default(name), "default")


def _default(name: str) -> str:
    if name == "author":
        return _system_user()
    if name in CHOICES:
        return CHOICES[name][0]
    return str(_user_folder("data") / FILES[name]) if name in FILES else OTHERS.get(name, "")


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return f"uid-{os.getuid()}" if hasattr(os, "getuid") else "unknown"


def _read_file(path: Path) -> dict[str, Any]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        msg = f"cannot read the settings file {path}: {error.strerror}; check its permissions"
        raise InputError(msg) from error
    import tomllib

    try:
        values = tomllib.loads(content.decode())
    except (ValueError, RecursionError) as error:
        msg = f"the settings file {path} is not TOML: {error}; correct that line"
        raise InputError(msg) from error
    for name in values:
        if name not in NAMES:
            known = ", ".join(NAMES)
            msg = f"the settings file {path} has an unknown setting {name!r}{near_names(name, NAMES)}"
            msg = f"{msg} (known: {known})"
            raise InputError(msg)
    return values
