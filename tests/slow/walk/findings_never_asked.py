"""The findings that the walk met only as something volunteered, for the run's summary."""

from __future__ import annotations

never_asked: list[str] = []
"""Filled by the test that looks for them: no sampled belief made these worth a question."""
