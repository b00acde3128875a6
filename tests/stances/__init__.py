"""Tests of the stance models."""
