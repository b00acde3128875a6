"""The file of a trained tagger: a line that names it, a line of JSON about it, and its models, packed.

Nothing of it is ever executed or unpickled; what is not such a file, or not of this version, is refused.
"""

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.attribution import language
from claimcheck.attribution.finding import lexicon
from claimcheck.attribution.tagging.lessons import Models
from claimcheck.errors import InputError, OutputError

FEATURES = 1
"""Goes up whenever the features change, so that no model meets features it has not learned from."""
_MAGIC = b"claimcheck tagger 1\n"
_MAX_HEADER = 4096
_MAX_SIZE = 512 * 1024 * 1024
"""The bytes of the models, unpacked."""
_AGAIN = "train it again with `claimcheck extract --train`"


def stamp() -> str:
    """What a model depends on besides its own weights: the features, the words of the rules, and the parser."""
    lists = {name: value for name, value in vars(lexicon).items() if name.isupper() and isinstance(value, frozenset)}
    words = [sorted(map(repr, lexicon.VERBS.items())), *(sorted(lists[name]) for name in sorted(lists))]
    digest = hashlib.sha256(json.dumps([words, language.model()]).encode()).hexdigest()
    return f"{FEATURES}-{digest[:16]}"


def write(path: Path, models: Models, about: Mapping[str, Any]) -> int:
    """Write the models, whole or not at all; gives the size of the file in bytes.

    Raises:
        OutputError: that is not possible.
    """
    body = zlib.compress(b"".join(models), level=9)
    header = {
        **about,
        "stamp": stamp(),
        "sizes": [len(model) for model in models],
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    whole = _MAGIC + json.dumps(header, sort_keys=True).encode() + b"\n" + body
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}"
        raise OutputError(msg) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(whole)
        usual = os.umask(0)
        os.umask(usual)
        Path(name).chmod(0o666 & ~usual)
        Path(name).replace(path)
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}"
        raise OutputError(msg) from None
    finally:
        # gone already if it has been given its place
        Path(name).unlink(missing_ok=True)
    return len(whole)


def read(path: Path) -> Models:
    """The models of a file.

    Raises:
        InputError: it cannot be read, is no such file, is damaged, or was trained for another version.
    """
    if path.exists() and not path.is_file():
        msg = f"{path} is no file; {_AGAIN}"
        raise InputError(msg)
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                msg = f"{path} is no trained tagger of this version; {_AGAIN}"
                raise InputError(msg)
            header = _header(file.readline(_MAX_HEADER))
            body = file.read(_MAX_SIZE)
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise InputError(msg) from None
    if header is None or hashlib.sha256(body).hexdigest() != header["sha256"]:
        msg = f"{path} is damaged; {_AGAIN}"
        raise InputError(msg)
    if header["stamp"] != stamp():
        msg = f"{path} was trained for another version of claimcheck; {_AGAIN}"
        raise InputError(msg)
    try:
        whole = memoryview(zlib.decompressobj().decompress(body, sum(header["sizes"])))
    except zlib.error:
        msg = f"{path} is damaged; {_AGAIN}"
        raise InputError(msg) from None
    anchors, spans, _ = header["sizes"]
    return Models(bytes(whole[:anchors]), bytes(whole[anchors : anchors + spans]), bytes(whole[anchors + spans :]))


def _header(line: bytes) -> dict[str, Any] | None:
    """What the line says, if it says all that is needed."""
    try:
        header = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if (
        not isinstance(header, dict)
        or not isinstance(header.get("sizes"), list)
        or len(header["sizes"]) != len(Models._fields)
    ):
        return None
    is_sized = all(type(size) is int and 0 < size < _MAX_SIZE for size in header["sizes"])
    return header if is_sized and {"stamp", "sha256"} <= header.keys() else None
