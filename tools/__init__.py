"""What the Makefile and the tests share. Run from the root: python -m tools.check."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
