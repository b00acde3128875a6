"""Tests of the store: what only a unit test sees."""
