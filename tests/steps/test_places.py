"""The places that rows name, stored once however many rows name them."""

from pathlib import Path

from tests.conftest import Run


def test_rows_of_one_document_and_one_way_share_them(run: Run) -> None:
    rows = "".join(f"Claim {number},Ann,Bridges,Post,[told] Reuters > Post\n" for number in range(3))
    Path("claims.csv").write_text(f"text,source,document_title,publisher,via\n{rows}", encoding="utf-8")
    result = run("load", "claims.csv")
    assert result.out == "loaded claims.csv: 3 claims added, 0 changed, 0 unchanged, 3 new sources, 1 new document\n"


def test_a_described_document_may_have_a_new_title_and_one_named_in_passing_not(run: Run) -> None:
    described = '[[documents]]\nkey = "b"\nurl = "https://example.org/b"\ntitle = "{}"\n'
    for title in ("One", "Two"):
        Path("own.toml").write_text(described.format(title), encoding="utf-8")
        assert run("load", "own.toml").code == 0
    row = "text,source,document_url,document_title\nT.,Ann,https://example.org/b,Three\n"
    Path("claims.csv").write_text(row, encoding="utf-8")
    result = run("load", "claims.csv")
    assert (result.code, run("list", "-c", "document_title").rows) == (1, [["Two"]])
