"""Where things are that tests read from the disk."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
MODEL = ROOT / "interaction_models" / "en-US.json"
