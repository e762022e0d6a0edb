"""The coverage that was found, and how the page on the method shows it."""

from pathlib import Path

import yaml

from tests.statistics.deciders.coverage import GRID, NAMES
from tools import ROOT

PAGE = ROOT / "docs" / "methoden" / "deciders.md"
FOUND = yaml.safe_load((Path(__file__).parent / "coverage_found.yaml").read_text(encoding="utf-8"))
HEAD = """| Beslissers | Zaken per beslisser | Kans | σ | Groot | σ | lage kans | hoge kans | verschil | gezien |
|---:|---:|---:|---:|:---:|---:|---:|---:|---:|---:|"""


def table() -> str:
    """One row per cell of the grid."""
    rows = [_row(cell, found) for cell, found in zip(GRID["cells"], FOUND["cells"], strict=True)]
    return "\n".join([HEAD, *rows])


def _row(cell, found) -> str:
    held = [_percent(found["held"][name]) for name in NAMES]
    about = [cell["deciders"], cell["each"], round(1000 * cell["rate"]), cell["sd"]]
    large = "ja" if cell["large"] else ""
    texts = [*(str(each).replace(".", ",") for each in about), large, *held]
    return "| " + " | ".join([*texts, _percent(found["claimed"])]) + " |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".", ",")
