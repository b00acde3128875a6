"""Stance models: one file = one model, found by its name."""
