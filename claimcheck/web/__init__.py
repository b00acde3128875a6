"""Fetching: `client` is the only place that opens a connection; `manners` keeps hosts unburdened."""
