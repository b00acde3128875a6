"""Rendering: the right extractor with the right charset; and hostile documents, through the server."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.errors import PluginError, UnusableError
from claimcheck.parsing.limits import Limits
from claimcheck.parsing.rendering import render
from claimcheck.parsing.server import ParsingServer
from claimcheck.text import storable
from tests.extractors.documents import docx, paragraph, pdf

ROOT = Path(__file__).resolve().parents[2]
WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from claimcheck.errors import PluginError
from claimcheck.parsing.rendering import preload, render
preload()
try:
    render(open(sys.argv[2], "rb").read())
except PluginError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[ParsingServer]:
    with ParsingServer(workers=1, limits=Limits(cpu_s=1)) as running:
        yield running


@pytest.mark.parametrize(
    ("content", "content_type", "extractor", "text"),
    [
        (b"<html><p>one<p>two", "text/html", "html", "one\n\ntwo"),
        ("\u0416".encode("cp1251"), "text/plain; charset=windows-1251", "plain", "\u0416"),
        ("<html><meta charset=utf-8>\u0416".encode("cp1251"), "text/html; charset=windows-1251", "html", "\u0416"),
        ("\ufeff\u0416".encode(), "text/plain; charset=windows-1251", "plain", "\u0416"),
        ("\u0416".encode(), "text/markdown; charset=no-such-set", "markdown", "\u0416"),
        (pdf("text"), "application/pdf; charset=utf-16", "pdf", "text"),
        (docx(paragraph("text")), "application/zip", "docx", "text"),
    ],
)
def test_a_document_is_read_by_the_extractor_of_its_kind(
    server: ParsingServer, content: bytes, content_type: str, extractor: str, text: str
) -> None:
    found = render(content, content_type=content_type)
    assert (found.extractor, found.text) == (extractor, text)
    assert found.extractor_version
    assert server.call(render, content, content_type=content_type) == found


def test_the_address_is_handed_on(server: ParsingServer) -> None:
    found = server.call(render, b"<html><link rel=canonical href=/b>x", url="https://example.org/a")
    assert found.canonical_url == "https://example.org/b"


DEEP = 100_000
HOSTILE = {
    "attributes": b"<html><p " + b" ".join(b"a%d=1" % number for number in range(200_000)) + b">the text",
    "nested blocks": b"<html>" + b"<div>" * DEEP + b"the text",
    "nested inlines": b"<html>" + b"<b>" * DEEP + b"the text",
    "nested tables": b"<html>" + b"<table><tr><td>" * 20_000 + b"the text",
    "formatting": b"<html>" + b"<a><b><i><p>" * 20_000 + b"the text",
    "marked sections": b"<html>the text" + b"<![" * 20_000,
    "open comment": b"<html>the text<!--" + b"<!-- -" * 20_000,
    "open tag": b"<html>the text<p " + b"x='" * 100_000,
    "references": b"<html>the text" + b"&amp" * 100_000 + b"&#" + b"9" * 100_000,
    "scripts": b"<html>the text" + b"<script type=application/ld+json>[" * 20_000,
    "json": b"<html><script type=application/ld+json>" + b'{"@graph":[' * 90_000 + b"</script>the text",
    "links": b"<html>" + b"<link rel=canonical href=//[>" * 20_000 + b"the text",
    "times": b"<html>" + b"<article><time datetime=1>" * 20_000 + b"the text",
    "styles": b"<html><p style='" + b"display " * 200_000 + b"'>the text",
    "word bomb": docx(f"<w:p><w:r><w:t>{'a' * (65 * 1024 * 1024)}</w:t></w:r></w:p>"),
    "pages": pdf("the text", count=2_000_000_000),
    "pdf of brackets": b"%PDF-1.7\n" + b"[" * 1_000_000,
    "pdf of references": b"%PDF-1.7\n1 0 obj\n<< /Length 1 0 R /Kids [1 0 R] /Type /Pages >>\nstream\n",
}


def outcome(server: ParsingServer, content: bytes) -> tuple[str, bool]:
    """The text of a document or why there is none, and whether it is the text."""
    try:
        return server.call(render, content, content_type="text/html", url="https://example.org/").text, True
    except UnusableError as error:
        return str(error), False


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_read_or_refused_and_the_next_is_read(server: ParsingServer, name: str) -> None:
    said, is_text = outcome(server, HOSTILE[name])
    assert "the text" in storable(said) if is_text else ("\n" not in said and len(said) < 300)
    assert server.call(render, b"next").text == "next"


@pytest.mark.parametrize(
    ("library", "content"), [("selectolax.lexbor", b"<html>x"), ("pypdfium2", pdf("x"))], ids=["html", "pdf"]
)
def test_a_missing_engine_is_told_with_the_line_that_installs_it(library: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "document").write_bytes(content)
    said = subprocess.run(
        [sys.executable, "-c", WITHOUT, library, str(tmp_path / "document")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert said.endswith("run: pip install 'claimcheck-ledger[extract]'\n")
    assert PluginError.exit_code == 7


def test_cut_documents_are_refused_or_read_as_far_as_they_go(server: ParsingServer) -> None:
    for whole in (pdf("one", "two"), docx(paragraph("one"))):
        for end in range(60, len(whole), len(whole) // 12):
            said, is_text = outcome(server, whole[:end])
            assert "one" in said if is_text else "crashed" not in said
