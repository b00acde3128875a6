"""What the two processes say to each other: frames over a socket, and answers that cannot do harm.

A process that has read a hostile document may say anything, so its answer is no pickle. It is JSON of plain
values, of the values and words of claimcheck, and of its errors; long texts and bytes stand behind the JSON and are
referred to, so that no answer takes much more memory than its own length.
"""

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from claimcheck import errors, values, vocabulary
from claimcheck.attribution import values as attribution_values
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.text import one_line, storable

SHORT = 256
HEADER = struct.Struct("!16sQQ")
"""What stands before an answer: the token of the request, the lengths of the JSON and of what follows it."""
TOO_LONG = b'{"failure":["size",""]}'
NO_MEMORY = b'{"failure":["memory",""]}'

MAX_MESSAGE = 2000

_ERROR_FIELDS: dict[type[ClaimcheckError], dict[str, Any]] = {
    errors.UnusableError: {"outcome": vocabulary.Outcome | None},
    errors.FetchError: {"failure": vocabulary.FetchFailure, "status": int | None},
    errors.BadRowsError: {"problems": list[values.RowProblem]},
}


_VALUES: dict[str, Any] = {
    name: kind
    for home in (values, attribution_values)
    for name, kind in vars(home).items()
    if isinstance(kind, type) and kind.__module__ == home.__name__
}
"""Every value that may travel, by its name."""
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, InputError)


class Failure(NamedTuple):
    """An answer that tells why there is none: "size", "memory", or the class and the place of an exception."""

    kind: str
    place: str


class MalformedError(Exception):
    """An answer that no worker in its senses gives."""


def packed(answer: Any) -> tuple[bytes, bytes]:
    """The JSON of an answer, and the long texts and bytes that it refers to.

    Raises:
        TypeError: it holds something that may not travel.
    """
    parts: list[bytes] = []
    outline = json.dumps(_Packing(parts).plain(answer), ensure_ascii=False, separators=(",", ":"))
    return outline.encode("utf-8", "surrogatepass"), b"".join(parts)


def unpacked(outline: bytes, rest: bytes) -> Any:
    """The answer that was packed. Makes nothing but values, words and errors of claimcheck, and texts to keep.

    The length of neither is looked at.

    Raises:
        MalformedError: it is no such answer, or a text of it holds a NUL or half of a surrogate pair.
    """
    try:
        return _Unpacking(rest).value(json.loads(outline.decode("utf-8", "surrogatepass")))
    except _BROKEN as error:
        msg = f"{type(error).__name__}: {error}"
        raise MalformedError(msg) from error


class _Packing:
    def __init__(self, parts: list[bytes]) -> None:
        self.parts = parts
        self.length = 0

    def plain(self, value: Any) -> Any:
        """The value in terms of JSON; whatever JSON does not have is an object with one key."""
        if value is None or type(value) in (bool, int, float):
            return value
        if type(value) is str:
            return value if len(value) < SHORT else self._aside("text", value.encode("utf-8", "surrogatepass"))
        if type(value) is bytes:
            return self._aside("bytes", value)
        if type(value) is list:
            return [self.plain(item) for item in value]
        return self._tagged(value)

    def _tagged(self, value: Any) -> dict[str, Any]:
        kind = type(value)
        if kind is Failure:
            content: Any = ["failure", list(value)]
        elif isinstance(value, ClaimcheckError):
            # one of a plug-in's own is told as the nearest of ours
            kind = next(known for known in kind.__mro__ if known.__module__ == errors.__name__)
            kept = {name: self.plain(getattr(value, name)) for name in _ERROR_FIELDS.get(kind, {})}
            content = ["error", [kind.__name__, str(value), kept]]
        elif isinstance(value, Enum) and getattr(vocabulary, kind.__name__, None) is kind:
            content = ["word", [kind.__name__, value.value]]
        elif kind is datetime or kind is date:
            content = [kind.__name__, value.isoformat()]
        elif _VALUES.get(kind.__name__) is kind:
            held = {name: self.plain(getattr(value, name)) for name in field_names(kind)}
            content = ["value", [kind.__name__, held]]
        elif kind is tuple:
            content = ["tuple", [self.plain(item) for item in value]]
        elif isinstance(value, Mapping):
            content = ["map", [[self.plain(key), self.plain(item)] for key, item in value.items()]]
        else:
            msg = f"a {kind.__name__} may not travel"
            raise TypeError(msg)
        return {content[0]: content[1]}

    def _aside(self, kind: str, content: bytes) -> Any:
        self.parts.append(content)
        start, self.length = self.length, self.length + len(content)
        return {kind: [start, self.length]}


class _Unpacking:
    def __init__(self, rest: bytes) -> None:
        self.rest = rest
        self.left = len(rest)
        self.kinds: dict[str, Callable[[Any], Any]] = {
            "text": lambda place: storable(self._cut(place).decode()),
            "bytes": self._cut,
            "tuple": lambda items: tuple(self.value(item) for item in items),
            "map": lambda pairs: {self.value(key): self.value(held) for key, held in pairs},
            "datetime": datetime.fromisoformat,
            "date": date.fromisoformat,
            "word": lambda named: _member(vocabulary, named[0], Enum)(named[1]),
            "value": lambda named: self._value(*named),
            "failure": lambda named: Failure(storable(str(named[0])), storable(str(named[1]))),
            "error": lambda named: self._error(*named),
        }

    def value(self, plain: Any) -> Any:
        if isinstance(plain, list):
            return [self.value(item) for item in plain]
        if isinstance(plain, dict):
            ((kind, content),) = plain.items()
            return self.kinds[kind](content)
        return storable(plain) if isinstance(plain, str) else plain

    def _cut(self, place: Any) -> bytes:
        start, end = place
        self.left -= end - start
        if not 0 <= start <= end <= len(self.rest) or self.left < 0:  # what is referred to twice would multiply
            msg = "a reference that leads out"
            raise ValueError(msg)
        return self.rest[start:end]

    def _value(self, name: str, held: dict[str, Any]) -> Any:
        made = _VALUES[name]
        if set(held) != set(field_names(made)):
            msg = f"no value {name!r}"
            raise ValueError(msg)
        hints = _hints(made)
        return made(**{key: _fitting(self.value(item), hints[key]) for key, item in held.items()})

    def _error(self, name: str, message: str, kept: dict[str, Any]) -> ClaimcheckError:
        kind: type[ClaimcheckError] = _member(errors, name, ClaimcheckError)
        said = str(message)[:MAX_MESSAGE].encode("utf-8", "replace").decode()  # it may repeat what was no text
        error = kind.__new__(kind, one_line(said))
        for key, hint in _ERROR_FIELDS.get(kind, {}).items():
            setattr(error, key, _fitting(self.value(kept[key]), hint))
        return error


def field_names(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a dataclass or a NamedTuple.

    Raises:
        TypeError: it is neither.
    """
    if is_dataclass(kind):
        return tuple(item.name for item in fields(kind))
    names = getattr(kind, "_fields", None)
    if not isinstance(names, tuple):
        msg = f"{kind.__name__} has no fields"
        raise TypeError(msg)
    return names


@lru_cache(maxsize=64)
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _fitting(value: Any, hint: Any) -> Any:
    if not _fits(value, hint):
        msg = f"a {type(value).__name__} in place of {hint}"
        raise ValueError(msg)
    return value


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of the kind that the field is said to hold."""
    if hint is Any or (hint is float and isinstance(value, int)):
        return True
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, choice) for choice in inner)
    if origin is None:
        return isinstance(value, NoneType if hint is None else hint)
    return isinstance(value, origin) and _fits_within(value, origin, inner)


def _fits_within(value: Any, origin: type[Any], inner: tuple[Any, ...]) -> bool:
    if issubclass(origin, tuple) and inner[-1] is not Ellipsis:
        return len(value) == len(inner) and all(map(_fits, value, inner))
    if issubclass(origin, Mapping):
        return all(_fits(key, inner[0]) and _fits(item, inner[1]) for key, item in value.items())
    return all(_fits(item, inner[0]) for item in value)


def _member(module: Any, name: str, kind: type[Any]) -> Any:
    found = getattr(module, name)
    if not (isinstance(found, type) and issubclass(found, kind) and found.__module__ == module.__name__):
        msg = f"no {kind.__name__} {name!r}"
        raise ValueError(msg)
    return found
