"""Tests of how stances are read."""
