"""Bytes of a document as text: which charset is meant, as browsers decide it.

Source: https://encoding.spec.whatwg.org/#names-and-labels, and https://html.spec.whatwg.org/#determining-the-character-encoding
"""

import codecs
import re

UTF8_BOM = codecs.BOM_UTF8
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FALLBACK = "cp1252"
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""What pages mean that give the name of an older and smaller set."""
_ALIASES = {
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "euc_kr",
    "x-gbk": "gbk",
    "x-x-big5": "big5",
    "unicode": "utf-16-le",
}
_NOT_OF_PAGES = frozenset({"idna", "punycode", "utf-7", "unicode-escape", "raw-unicode-escape", "undefined"})
_PARAMETER = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:+-]{1,40})""", re.IGNORECASE)
PRESCAN = 1024
_META_CHARSET = re.compile(rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:+-]{1,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:+-]{1,40})""")


def known(label: str | None) -> str | None:
    """The charset that a label means, by the name Python has for it; None where there is none of text."""
    if not label:
        return None
    label = label.strip().lower()
    try:
        found = codecs.lookup(_ALIASES.get(label, label))
    except (LookupError, ValueError):
        return None
    # base64 and rot13 are codecs too, and some of text are ways of writing it in ASCII
    if not _is_of_text(found) or found.name in _NOT_OF_PAGES:
        return None
    return _MEANT.get(found.name, found.name)


def _is_of_text(found: codecs.CodecInfo) -> bool:
    return bool(found._is_text_encoding)  # noqa: SLF001 - the only place that says it


def of_content_type(content_type: str | None) -> str | None:
    """The charset that a Content-Type gives, by the name Python has for it."""
    match = _PARAMETER.search(content_type or "")
    return known(match[1]) if match else None


def declared_within(content: bytes) -> str | None:
    """The charset that the page declares in its first bytes; who reads those as ASCII has no UTF-16 before him."""
    head = content[:PRESCAN]
    match = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    label = match[1].decode("ascii") if match else None
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def bom(content: bytes) -> str | None:
    """The charset that a byte order mark at the beginning gives."""
    return next((name for mark, name in _BOMS if content.startswith(mark)), None)


def decoded(content: bytes, declared: str | None = None) -> str:
    """The text without its byte order mark: by the mark, by the charset declared, as UTF-8, as windows-1252.

    A declared charset that the bytes do not keep to is passed over if they are UTF-8; where nothing fits,
    U+FFFD stands for what cannot be read. No character is a surrogate.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    for name in filter(None, (known(declared), "utf-8")):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return content.decode(known(declared) or _FALLBACK, "replace")
