"""What a search found, as it is told: one line that says where to look; pure."""

from claimcheck.redaction import redacted
from claimcheck.values import Finding


def lead_text(finding: Finding) -> str:
    """A finding on one line: title, publisher, day, rating, address without secrets."""
    parts = [f'"{finding.title}"' if finding.title else None, finding.publisher, finding.published_on]
    parts += [f"rated {finding.rating!r}" if finding.rating else None, redacted(finding.url) if finding.url else None]
    return ", ".join(part for part in parts if part)
