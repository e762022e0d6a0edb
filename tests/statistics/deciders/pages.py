"""The coverage that was found, and how the page on the method shows it.

`python -m tests.statistics.deciders.pages` draws all again (half an hour on an idle core), and
writes `coverage_found.yaml` and the table on the page.
"""

from pathlib import Path

import yaml

from tests.statistics.deciders.coverage import GRID, NAMES, drawn
from tools import ROOT

PAGE = ROOT / "docs" / "methoden" / "deciders.md"
KEPT = Path(__file__).parent / "coverage_found.yaml"
FOUND = yaml.safe_load(KEPT.read_text(encoding="utf-8"))
AGAIN = 100  # so many draws are repeated in the tests
HEADER = """# What came out of the draws on coverage_grid.yaml, cell by cell, in its order.
# `first`: in how many of the first hundred draws an interval held the truth, and a spread was
# claimed.
"""
HEADS = (
    *("Beslissers", "Zaken per beslisser", "Kans per 1.000", "σ", "Groot", "Tabellen"),
    *("Dekking σ", "lage kans", "hoge kans", "verschil", "Gezien"),
)


def table() -> str:
    """One row per cell of the grid."""
    rows = [_row(cell, found) for cell, found in zip(GRID["cells"], FOUND["cells"], strict=True)]
    return "\n".join(["| " + " | ".join(HEADS) + " |", "|---:" * len(HEADS) + "|", *rows])


def _row(cell, found) -> str:
    held = [_percent(found["held"][name]) for name in NAMES]
    about = [cell["deciders"], cell["each"], round(1000 * cell["rate"]), cell["sd"]]
    large = "ja" if cell["large"] else ""
    numbers = (str(each).replace(".", ",") for each in about)
    texts = [*numbers, large, f"{found['draws']:,}".replace(",", "."), *held]
    return "| " + " | ".join([*texts, _percent(found["claimed"])]) + " |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".", ",")


def found_in(cell) -> dict:
    """What comes out of all draws in one cell, and of the first hundred."""
    whole, first = drawn(cell, draws=GRID["draws"]), drawn(cell, draws=AGAIN)
    return {
        "draws": whole.draws,
        "held": {name: round(float(share), 4) for name, share in whole.held.items()},
        "claimed": round(float(whole.claimed), 4),
        "first": {
            "held": {name: round(float(share) * AGAIN) for name, share in first.held.items()},
            "claimed": round(float(first.claimed) * AGAIN),
        },
    }


def write() -> None:
    """Draw all, and write down what came out."""
    before = table()
    FOUND["cells"] = [found_in(cell) for cell in GRID["cells"]]
    text = yaml.safe_dump(FOUND, sort_keys=False, default_flow_style=None, width=99)
    KEPT.write_text(HEADER + text, encoding="utf-8")
    PAGE.write_text(PAGE.read_text(encoding="utf-8").replace(before, table()), encoding="utf-8")


if __name__ == "__main__":
    write()
