"""Tests of the steps: what only a unit test sees."""
