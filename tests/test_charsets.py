"""Charsets: what a label means, and what bytes mean under it."""

import pytest

from claimcheck import charsets


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF-8", "utf-8"), (" utf8 ", "utf-8"), ("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("latin1", "cp1252"),
        ("windows-1251", "cp1251"), ("gb2312", "gb18030"), ("x-sjis", "cp932"), ("Shift_JIS", "cp932"),
        ("big5", "big5hkscs"),
        ("ks_c_5601-1987", "cp949"), ("iso-8859-9", "cp1254"),
        ("base64", None), ("rot13", None), ("utf-7", None), ("idna", None), ("unicode_escape", None),
        ("undefined", None),
        ("no-such", None), ("", None), (None, None), ("a\0b", None), ("x" * 100_000, None),
    ],
)  # fmt: skip
def test_a_label_means_what_browsers_take_it_for(label: str | None, name: str | None) -> None:
    assert charsets.known(label) == name


@pytest.mark.parametrize(
    ("content_type", "name"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ('text/html;CHARSET = "windows-1251" ; x=y', "cp1251"),
        ("text/html; charset='latin1'", "cp1252"),
        ("text/html; charset=", None),
        ("text/html", None),
        (None, None),
    ],
)  # fmt: skip
def test_a_content_type_may_give_the_charset(content_type: str | None, name: str | None) -> None:
    assert charsets.of_content_type(content_type) == name


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        (b"\xef\xbb\xbfx\xc3\xa9", "latin1", "x\u00e9"),
        (b"\xff\xfex\x00", "utf-8", "x"),
        (b"\xfe\xff\x00x", None, "x"),
        (b"\xc3\xa9", "latin1", "\u00c3\u00a9"),
        (b"\xc3\xa9", None, "\u00e9"),
        (b"\xc3\xa9", "ascii", "\u00c3\u00a9"),
        (b"\x80\x93", None, "\u20ac\u201c"),
        (b"\x81", None, "\ufffd"),
        (b"\xe9", "utf-8", "\ufffd"),
        ("\u4e2d".encode(), "euc-jp", "\u4e2d"),
        (b"\xff\xfe\x00\xd8", None, "\ufffd"),
        (b"\xed\xa0\x80", None, "\u00ed\xa0\u20ac"),
    ],
)
def test_bytes_are_read_by_mark_then_label_then_as_utf_8_and_never_give_surrogates(
    content: bytes, declared: str | None, text: str
) -> None:
    assert charsets.decoded(content, declared) == text


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b'<META http-equiv=x content="text/html; charset=windows-1251">', "windows-1251"),
        (b'<?xml version="1.0" encoding="shift_jis"?>', "shift_jis"),
        (b"<meta charset=utf-16le>", "utf-8"),
        (b"<p>charset=koi8-r", None),
        (b" " * 1024 + b"<meta charset=koi8-r>", None),
    ],
)
def test_a_page_declares_its_charset_in_its_first_bytes(content: bytes, charset: str | None) -> None:
    assert charsets.declared_within(content) == charset
