"""`python -m benchmarks`: measure, write the page, and fail when a demand is not met."""

import sys
from pathlib import Path

from benchmarks.page import page
from benchmarks.reading import Result, measure

PAGE = Path(__file__).resolve().parents[1] / "docs" / "methoden" / "leessnelheid.md"


def main() -> int:
    """Say per demand what came out."""
    result = measure()
    PAGE.write_text(page(result), encoding="utf-8")
    for line in said(result):
        print(line)
    return 1 if result.faults else 0


def said(result: Result) -> list[str]:
    """One line for each ratio, and one sentence for each fault."""
    ratios = [
        f"{one.name:<10}{one.paired.ratio:8.2f} times as fast"
        f" ({one.paired.ratios[0]:.2f} to {one.paired.ratios[-1]:.2f})"
        for one in result.demands
    ]
    return ratios + (result.faults or ["All demands are met, and the finds are the same."])


if __name__ == "__main__":
    sys.exit(main())
