"""How long ago is fresh, and how long is recent: for what is heard and what is asked alike."""

from __future__ import annotations

FRESH_UP_TO = 14
"""Days up to which an injury is fresh. After them a clinician should see one that is no better.

An older injury that is fine now puts no exercise off; a younger one is checked first.

The ankle rule was made for ten days (wikem-ottawa); people round, so two weeks are safer.
"""
RECENT_UP_TO = 42
"""Days up to which pain is recent. Pain that lasts longer is long-lasting."""
