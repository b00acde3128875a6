"""claimcheck: the ledger of who said what, where, through whom, and what the evidence since then says."""

__version__ = "0.1.0"
