"""The ownership file: who owns which media, which agencies sell copy, which sites only pass things on."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import InputError
from claimcheck.likeness import is_unspaced
from claimcheck.settings import setting
from claimcheck.text import comparison_key

FORMAT = "claimcheck-ownership/1"
FILE = "ownership.toml"
EXACT_CREDIT = 4
"""A credit of so few letters counts only as it is written: "AP", not "ap"."""
_ARTICLES = ("the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "il ")
_KEYS = {
    "owners": {"name", "names", "hosts"},
    "agencies": {"name", "names", "hosts", "credits"},
    "relays": {"hosts", "names"},
    "platforms": {"hosts", "accounts"},
}


class Ownership(NamedTuple):
    """What the file says, by lower-case host, by name key, and by credit."""

    owner_of_host: Mapping[str, str]
    owner_of_name: Mapping[str, str]
    agency_of_credit: Mapping[str, str]
    unspaced_credits: tuple[str, ...]
    relay_hosts: frozenset[str]
    relay_names: frozenset[str]
    platforms: frozenset[str]
    account_hosts: frozenset[str]

    def agency(self, credit: str) -> str | None:
        """The agency that a credit stands for, if it is one."""
        found = self.agency_of_credit.get(credit)
        if found is None and len(credit) > EXACT_CREDIT:
            found = self.agency_of_credit.get(credit.casefold())
        return found


def name_key(name: str) -> str:
    """What two spellings of a name share: the comparison key without an article in front and a possessive behind."""
    key = comparison_key(name).strip(" .,;:\"'()")
    for article in _ARTICLES:
        if key.startswith(article) and len(key) > len(article):
            key = key.removeprefix(article)
            break
    return key.removesuffix("'s")


def in_force() -> Ownership:
    """The file that the setting `ownership` names, or the bundled one.

    Raises:
        InputError: a file that cannot be read, or is not an ownership file.
    """
    named = setting("ownership").value
    return read(Path(named) if named else Path(__file__).with_name(FILE))


def read(path: Path) -> Ownership:
    """What an ownership file says.

    Raises:
        InputError: a file that cannot be read, or is not an ownership file.
    """
    try:
        return parse(path.read_bytes().decode())
    except OSError as error:
        msg = f"cannot read the ownership file {path}: {error.strerror}; correct the setting ownership"
        raise InputError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"the ownership file {path} is not UTF-8; save it as UTF-8"
        raise InputError(msg) from error
    except InputError as error:
        msg = f"the ownership file {path} {error}"
        raise InputError(msg) from error


def parse(text: str) -> Ownership:
    """What the text of an ownership file says.

    Raises:
        InputError: it is not TOML, of another format, or has a table, a key or a value that cannot be.
    """
    import tomllib

    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        msg = f"is not TOML: {error}; correct that line"
        raise InputError(msg) from error
    if content.pop("format", None) != FORMAT:
        msg = f'does not begin with format = "{FORMAT}"; take the bundled file as a pattern'
        raise InputError(msg)
    if unknown := sorted(set(content) - set(_KEYS)):
        msg = f"has an unknown table {unknown[0]!r} (known: {', '.join(_KEYS)})"
        raise InputError(msg)
    relays, platforms = (_checked(name, content.get(name, {})) for name in ("relays", "platforms"))
    agencies = [_named("agencies", table) for table in _tables(content, "agencies")]
    owners = [_named("owners", table) for table in _tables(content, "owners")]
    every = [*agencies, *owners]
    credits_ = {credit: table["name"] for table in agencies for credit in table.get("credits", ())}
    folded = {credit.casefold(): name for credit, name in credits_.items() if len(credit) > EXACT_CREDIT}
    return Ownership(
        _by("hosts", "host", every, str.lower),
        _by("all_names", "name", every, name_key),
        {**folded, **credits_},
        tuple(credit for credit in credits_ if is_unspaced(credit[0])),
        _lowered(relays.get("hosts", ())),
        frozenset(map(name_key, relays.get("names", ()))),
        _lowered(platforms.get("hosts", ())),
        _lowered(platforms.get("accounts", ())),
    )


def _tables(content: Mapping[str, Any], name: str) -> list[Any]:
    tables = content.get(name, [])
    if not isinstance(tables, list):
        msg = f"has {name} that are no list of tables; write [[{name}]]"
        raise InputError(msg)
    return tables


def _named(name: str, table: Any) -> dict[str, Any]:
    checked = _checked(name, table)
    if not checked.get("name"):
        msg = f"has one of {name} without a name; give it one"
        raise InputError(msg)
    return {**checked, "all_names": [checked["name"], *checked.get("names", ())]}


def _checked(name: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        msg = f"has {name} that is no table"
        raise InputError(msg)
    for key, value in table.items():
        if key not in _KEYS[name]:
            msg = f"has an unknown key {key!r} in {name} (known: {', '.join(sorted(_KEYS[name]))})"
            raise InputError(msg)
        parts = [value] if key == "name" else value
        if not isinstance(parts, list) or not all(isinstance(part, str) and part.strip() for part in parts):
            msg = f"has {key} = {value!r} in {name}; give {'a text' if key == 'name' else 'a list of texts'}"
            raise InputError(msg)
    return table


def _by(key: str, what: str, tables: list[dict[str, Any]], folded: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in tables:
        for value in table.get(key, ()):
            owner = found.setdefault(folded(value), table["name"])
            if owner != table["name"]:
                msg = f"gives the {what} {value!r} to {owner} and to {table['name']}; keep one of them"
                raise InputError(msg)
    return found


def _lowered(hosts: Iterable[str]) -> frozenset[str]:
    return frozenset(host.lower() for host in hosts)
