"""Leads as they are told: on one line, without secrets."""

from dataclasses import replace

from claimcheck.leads import lead_text
from claimcheck.values import Finding

LEAD = Finding(key="https://example.org/1", url="https://example.org/1", title="Ships seen", publisher="The Paper")


def test_a_lead_on_one_line_shows_no_secret() -> None:
    secret = replace(
        LEAD, url="https://u:s3cr3t@example.org/?token=s3cr3t", published_on="2026-11", rating="half\ntrue"
    )
    assert lead_text(secret) == (
        "\"Ships seen\", The Paper, 2026-11, rated 'half\\ntrue', https://***@example.org/?token=***"
    )
    assert lead_text(Finding("1")) == ""
