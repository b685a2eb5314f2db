"""How long ago is fresh, and how long is recent: for what is heard and what is asked alike."""

from __future__ import annotations

FRESH_UP_TO = 14
"""Days up to which an injury is fresh, and after which one that is no better should be seen.

One that is older and fine now is no new one, and puts no exercise off; what is younger is checked.

The ankle rule was made for ten days (wikem-ottawa); people round, so two weeks are safer.
"""
RECENT_UP_TO = 42
"""Days after which any pain has lasted for long."""
